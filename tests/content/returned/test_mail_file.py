"""Mails that were saved: every alphabet, every wrapping, what machines send, and what is no mail at all."""

from __future__ import annotations

import base64
import quopri
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.content.returned import file
from facilitator.content.returned.file import read, read_file
from facilitator.content.returned.mail_file import MOST_CHARACTERS, plain_of, read_mail
from facilitator.content.returned.trouble import Read, Trouble
from tests.content.returned.forms import answered, empty, flattened, slip
from tests.content.returned.replies import HTML, PLAIN, mail

TEXT = "K7QM2: bĳna gelukt – één stap\nKenmerk K7QMX-2WDB9\n"


def text_of(data: bytes, name: str = "x.eml") -> str:
    found = read(data, name)
    assert found.trouble is None
    assert found.mail is not None
    return found.mail.text.strip()


def raw(head: str, body: bytes) -> bytes:
    return f"From: jan@example.org\nTo: mo@example.org\nSubject: RE\nMIME-Version: 1.0\n{head}\n\n".encode() + body


def test_plain_mail_in_the_ways_it_is_packed() -> None:
    utf8, latin = TEXT.encode(), TEXT.replace("ĳ", "ij").encode("cp1252")
    plain = "Content-Type: text/plain; charset={}\nContent-Transfer-Encoding: {}"
    assert text_of(raw(plain.format("utf-8", "8bit"), utf8)) == TEXT.strip()
    assert text_of(raw(plain.format("utf-8", "base64"), base64.encodebytes(utf8))) == TEXT.strip()
    assert text_of(raw(plain.format("utf-8", "quoted-printable"), quopri.encodestring(utf8))) == TEXT.strip()
    packed = quopri.encodestring(latin)
    assert text_of(raw(plain.format("windows-1252", "quoted-printable"), packed)) == TEXT.strip().replace("ĳ", "ij")


@pytest.mark.parametrize("charset", ["x-unknown", "utf-8"])
def test_an_alphabet_that_is_named_wrongly_is_read_all_the_same(charset: str) -> None:
    head = f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit"
    assert "één stap" in text_of(raw(head, "één stap".encode())).replace("\ufffd", "é")


def test_bytes_of_windows_without_a_name() -> None:
    head = "Content-Type: text/plain; charset=x-none\nContent-Transfer-Encoding: 8bit"
    assert text_of(raw(head, "één".encode("cp1252"))) == "één"


def test_html_is_read_where_there_is_nothing_else() -> None:
    assert "Antwoord K7QM2: nagekomen" in text_of(mail(html=HTML["Gmail"]).as_bytes())
    both = mail(plain=PLAIN["no quote at all"], html="<p>iets anders</p>").as_bytes()
    assert text_of(both).startswith("K7QM2 nagekomen")
    assert "Antwoord K7QM2: nagekomen" in text_of(mail(plain=" \n", html=HTML["Gmail"]).as_bytes())


def test_a_form_that_hangs_on_a_mail_is_read() -> None:
    message = mail(plain="Zie de bijlage")
    message.add_attachment(answered(), maintype="application", subtype="pdf", filename="form.pdf")
    message.add_attachment(b"GIF89a", maintype="image", subtype="gif", filename="logo.gif")
    found = read(message.as_bytes(), "x.eml")
    assert [form.mark for form in found.forms] == [slip().name]
    assert found.mail is not None
    only = mail()
    only.add_attachment(answered(), maintype="application", subtype="octet-stream", filename="form.PDF")
    found = read(only.as_bytes(), "x.eml")
    assert (len(found.forms), found.mail, found.trouble) == (1, None, None)


def test_a_form_on_a_mail_that_cannot_be_read_leaves_the_mail() -> None:
    message = mail(plain="K7QM2: bezig")
    message.add_attachment(flattened(), maintype="application", subtype="pdf", filename="form.pdf")
    found = read(message.as_bytes(), "x.eml")
    assert (found.forms, found.mail is not None) == ((), True)


def test_what_machines_send_is_told_apart() -> None:
    away = mail(plain="Ik ben er niet. Alles is gelukt.", Auto_Submitted="auto-replied").as_bytes()
    assert read(away, "x.eml").trouble is Trouble.AUTOMATIC
    assert read(mail(plain="x", X_Autoreply="yes").as_bytes(), "x.eml").trouble is Trouble.AUTOMATIC
    bounce = (
        b'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n--b\n\nniet bezorgd\n--b--\n'
    )
    assert read(bounce, "x.eml").trouble is Trouble.BOUNCED
    assert read(mail(plain="x", Auto_Submitted="no").as_bytes(), "x.eml").trouble is None


def test_a_mail_without_words() -> None:
    assert read(mail(plain="").as_bytes(), "x.eml").trouble is Trouble.NO_TEXT
    assert read(mail(html="<script>weg()</script>").as_bytes(), "x.eml").trouble is Trouble.NO_TEXT


def test_the_same_mail_has_the_same_mark_and_another_has_another() -> None:
    first, second = (mail(plain="K7QM2: bezig", Message_ID=f"<{n}@x>").as_bytes() for n in (1, 2))
    marks = [
        found.mail.mark
        for found in (read_mail(first, "a"), read_mail(first, "b"), read_mail(second, "c"))
        if found.mail
    ]
    assert marks[0] == marks[1] != marks[2]


def test_a_mail_of_more_parts_than_anybody_sends_is_read_in_part() -> None:
    parts = "".join(f"--b\nContent-Type: text/plain\n\ndeel {number}\n" for number in range(400))
    head = 'Content-Type: multipart/mixed; boundary="b"'
    text = text_of(raw(head, f"{parts}--b--\n".encode()))
    assert "deel 3" in text
    assert "deel 399" not in text


# ---- HTML


def test_html_never_does_anything_but_hold_words() -> None:
    markup = '<p onclick="x()">a &lt;b&gt; <img src="file:///etc/passwd" alt="z"><!-- weg --><style>p{}</style>c</p>'
    assert plain_of(markup) == "a <b> c"
    assert plain_of('<!DOCTYPE html [<!ENTITY e SYSTEM "file:///etc/passwd">]><p>&e;x</p>').endswith("x")


def test_quotes_are_marked_as_deep_as_they_are() -> None:
    assert plain_of("a<blockquote>b<blockquote>c</blockquote>d</blockquote>e") == "a\n> b\n> > c\n> d\ne"


@pytest.mark.parametrize("markup", ["", "<!-- -->", "<<<<", "\x00\x00", "&#xFFFFFFFF;", "<?pi"], ids=range(6))
def test_markup_that_is_none(markup: str) -> None:
    assert isinstance(plain_of(markup), str)


def test_elements_as_deep_as_a_well() -> None:
    assert isinstance(plain_of("<div>" * 50_000 + "diep" + "</div>" * 50_000), str)
    assert "a" in plain_of("<blockquote>" * 30 + "a")


def test_a_mail_as_long_as_a_library_is_cut() -> None:
    assert len(plain_of("<p>" + "woord " * MOST_CHARACTERS)) <= MOST_CHARACTERS


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for name in ("x.eml", "x.pdf", "x"):
        found = read(data, name)
        assert found.trouble is not None or found.mail is not None


# ---- which sort of file it is


@pytest.mark.parametrize(
    ("data", "name", "trouble"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(99), "x.msg", Trouble.OUTLOOK),
        (b"PK\x03\x04....", "x.docx", Trouble.UNKNOWN),
        (b"\xff\xd8\xff\xe0", "scan.jpg", Trouble.UNKNOWN),
        (b"a\0b\0c", "x.bin", Trouble.UNKNOWN),
        (b"", "x.txt", Trouble.UNKNOWN),
        (b"geen pdf", "x.pdf", Trouble.DAMAGED),
        (b"  \n ", "x.txt", Trouble.UNKNOWN),
    ],
)
def test_files_that_are_neither_form_nor_mail(data: bytes, name: str, trouble: Trouble) -> None:
    assert read(data, name) == Read(name, trouble=trouble)


def test_files_are_told_apart_by_what_is_in_them() -> None:
    assert read(answered(), "x.txt").forms
    assert read(b"\r\n" + answered(), "x").forms
    assert text_of(mail(plain="K7QM2: bezig").as_bytes(), "zonder naam") == "K7QM2: bezig"
    assert text_of("K7QM2: één".encode(), "x.txt") == "K7QM2: één"
    assert text_of("K7QM2: één".encode("cp1252"), "x.txt") == "K7QM2: één"
    assert text_of("K7QM2: één".encode("utf-16"), "x.txt") == "K7QM2: één"


def test_a_file_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "form.pdf"
    assert read_file(path).trouble is Trouble.NOT_THERE
    path.write_bytes(empty())
    assert read_file(path).trouble is Trouble.EMPTY
    monkeypatch.setattr(file, "MOST_BYTES", 1_000)
    assert read_file(path).trouble is Trouble.TOO_LARGE


def test_a_file_of_200_mb_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "groot.pdf"
    with path.open("wb") as stream:
        stream.write(b"%PDF-1.7\n")
        stream.truncate(200_000_000)
    assert read_file(path).trouble is Trouble.TOO_LARGE


@pytest.mark.parametrize("trouble", list(Trouble))
def test_every_trouble_says_what_to_do(trouble: Trouble) -> None:
    said = trouble.explain(size=25)
    assert "{" not in said
    assert len(said.split(".")) > 1
    assert isinstance(trouble.by_eye, bool)
