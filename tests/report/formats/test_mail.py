"""Drafts, read back by the standard library as a mail program would."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.report.formats.mail import Enclosure, Letter, NoAddressError, draft, one_line
from facilitator.report.text import clean

PDF = Enclosure("Politie - wijkagent.pdf", b"%PDF-1.7\n\x00\xff=_\r\n--x")
LETTER = Letter("noor@example.org", "Jouw afspraken van Het Gesprek · Wijk Noord", "Beste Noor,\n\nÉén bijlage.\n")


def subject_of(message: EmailMessage) -> str:
    """The subject as a mail program shows it: spaces between encoded words are none of its own (RFC 2047, 6.2)."""
    (told,) = (str(value) for name, value in message.raw_items() if name == "Subject")
    return str(make_header(decode_header(re.sub("\r\n ", " ", told))))


def read(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=SMTP)
    assert isinstance(message, EmailMessage)
    assert not [part.defects for part in message.walk() if part.defects]
    return message


def test_it_opens_as_a_message_that_is_still_to_be_sent() -> None:
    message = read(draft(LETTER, (PDF,)))
    assert message["X-Unsent"] == "1"
    assert message["To"] == "noor@example.org"
    assert message["Subject"] == LETTER.subject
    assert {message[name] for name in ("From", "Date", "Message-ID", "Cc", "Bcc")} == {None}


def test_it_holds_the_text_and_the_file() -> None:
    message = read(draft(LETTER, (PDF,)))
    body = message.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == LETTER.body
    (part,) = message.iter_attachments()
    assert (part.get_filename(), part.get_content_type()) == (PDF.name, "application/pdf")
    assert part.get_content() == PDF.content


def test_it_ends_its_lines_as_mail_does_and_keeps_them_short() -> None:
    data = draft(LETTER, (PDF,))
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 78
    assert data.isascii()


def test_the_same_letter_gives_the_same_bytes_and_another_one_others() -> None:
    other = Enclosure(PDF.name, PDF.content + b"x")
    assert draft(LETTER, (PDF,)) == draft(LETTER, (PDF,))
    assert draft(LETTER, (other,)) != draft(LETTER, (PDF,))


def test_a_subject_that_looks_encoded_is_shown_as_it_was_typed() -> None:
    for typed in ("=?utf-8?q?Bcc=3A_x?=", "Politie =?x", "x" * 200, "é " * 100 + "é"):
        data = draft(Letter("noor@example.org", typed, ""), ())
        assert subject_of(read(data)) == typed


def test_without_an_address_there_is_no_draft() -> None:
    with pytest.raises(NoAddressError):
        draft(Letter("noor@example.org\nBcc: all@example.org", "", ""), ())


HOSTILE = st.text(st.characters() | st.sampled_from('\r\n\0\x0b\x85\u2028:=?"\\,;<>'), max_size=120)


@settings(max_examples=50, deadline=None)
@given(HOSTILE, HOSTILE, HOSTILE)
def test_no_text_becomes_a_header(subject: str, body: str, name: str) -> None:
    hostile = "\r\nBcc: all@example.org\r\n\r\n"
    letter = Letter("noor@example.org", subject + hostile + subject, body + hostile + body)
    message = read(draft(letter, (Enclosure(name + hostile + ".pdf", b"x"),)))
    assert [key.lower() for key in message] == [*("x-unsent", "to", "subject", "mime-version", "content-type")]
    assert subject_of(message) == one_line(letter.subject)
    text, attached = message.iter_parts()
    assert text.get_content().replace("\r\n", "\n").rstrip("\n") == clean(letter.body).rstrip("\n")
    assert attached.get_payload(decode=True) == b"x"
    assert sorted(key.lower() for key in attached) == [
        *("content-disposition", "content-transfer-encoding", "content-type", "mime-version")
    ]
