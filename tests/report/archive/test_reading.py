"""A report read back from a file that anybody may have made, changed or damaged."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Pdf

from facilitator.content.locate import resource
from facilitator.core import events as ev
from facilitator.core.agreement import Agreement
from facilitator.report import errors
from facilitator.report.archive import form
from facilitator.report.archive.reading import MOST_BYTES, read_report
from facilitator.report.archive.writing import archive_of
from facilitator.report.bundle import report_of
from facilitator.report.press import Press
from facilitator.report.tagging.metadata import Attachment, Metadata, write_metadata
from tests.builders import DETAILS, Table


@pytest.fixture(scope="module")
def good() -> bytes:
    table = Table().started()
    table.do(ev.AgreementMade, agreement=Agreement("g-1", "Bellen met de huisarts", "p-vt"))
    press = Press(resource("templates"), resource("fonts"))
    return archive_of(report_of(table.session)).render(press).pdf


def changed(good: bytes, change: Callable[[Pdf], object], **save: Any) -> bytes:
    with pikepdf.open(BytesIO(good)) as pdf:
        change(pdf)
        target = BytesIO()
        pdf.save(target, **save)
    return target.getvalue()


def with_data(content: bytes) -> bytes:
    """A PDF with other data, attached the way this program does."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    write_metadata(pdf, Metadata("t", "s", "nl", DETAILS.day, (Attachment(form.NAME, form.KIND, "d", content),)))
    target = BytesIO()
    pdf.save(target)
    return target.getvalue()


def edited(good: bytes, edit: Callable[[dict[str, Any]], object]) -> bytes:
    with pikepdf.open(BytesIO(good)) as pdf:
        plain = json.loads(pdf.attachments[form.NAME].get_file().read_bytes())
    edit(plain)
    return with_data(json.dumps(plain).encode())


def _new_words(pdf: Pdf) -> None:
    stream = pdf.Root.AF[0].EF.F
    stream.write(stream.read_bytes().replace(b"Bellen", b"Zwijgen"))


def _deep(_plain: object) -> bytes:
    return b'{"format": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"


def _bomb(pdf: Pdf) -> None:
    pdf.Root.AF[0].EF.F.write(b" " * 60_000_000)


def _other_filter(pdf: Pdf) -> None:
    pdf.Root.AF[0].EF.F.write(b"7B7D>", filter=Name.ASCIIHexDecode)


def _no_sum(pdf: Pdf) -> None:
    del pdf.Root.AF[0].EF.F.Params


def _no_file(pdf: Pdf) -> None:
    pdf.Root.AF[0].EF = Dictionary()


def _shut(pdf: Pdf) -> None:
    assert pdf.pages


LOCKED = pikepdf.Encryption(owner="geheim", user="geheim", R=6)
CASES: dict[str, tuple[type[errors.ReadingError], Callable[[bytes], bytes]]] = {
    "no PDF": (errors.NoPdf, lambda _good: b"PK\x03\x04 een ander soort bestand"),
    "empty": (errors.NoPdf, lambda _good: b""),
    "half": (errors.PdfDamaged, lambda good: good[: len(good) // 3]),
    "only its beginning": (errors.PdfDamaged, lambda _good: b"%PDF-1.7\n"),
    "with a password": (errors.PdfLocked, lambda good: changed(good, _shut, encryption=LOCKED)),
    "of another program": (errors.NoData, lambda good: changed(good, lambda pdf: pdf.Root.__delitem__("/AF"))),
    "data taken out": (errors.PdfDamaged, lambda good: changed(good, _no_file)),
    "data edited": (errors.ReportChanged, lambda good: changed(good, _new_words)),
    "no sum of the data": (errors.PdfDamaged, lambda good: changed(good, _no_sum)),
    "packed otherwise": (errors.ReportChanged, lambda good: changed(good, _other_filter)),
    "data that unpack to 60 MB": (errors.FileTooLarge, lambda good: changed(good, _bomb)),
    "more than 30 MB": (errors.FileTooLarge, lambda good: good + b" " * MOST_BYTES),
    "no JSON": (errors.ReportChanged, lambda _good: with_data(b"{")),
    "JSON so deep": (errors.ReportChanged, lambda good: with_data(_deep(good))),
    "a number so long": (errors.ReportChanged, lambda _good: with_data(b"[" + b"9" * 9_999 + b"]")),
    "no text at all": (errors.ReportChanged, lambda _good: with_data(b"\xff\xfe\x00")),
    "other JSON": (errors.ReportChanged, lambda _good: with_data(b'{"format": "iets anders"}')),
    "a newer format": (errors.ReportTooNew, lambda good: edited(good, lambda plain: plain.update(version=99))),
    "a format of words": (errors.ReportChanged, lambda good: edited(good, lambda plain: plain.update(version="x"))),
    "a session that lacks": (errors.ReportChanged, lambda good: edited(good, lambda plain: plain["session"].clear())),
    "words that are not on the pages": (
        errors.ReportChanged,
        lambda good: edited(good, lambda plain: plain["session"]["agreements"][0].update(what="Iets anders")),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_no_report_is_told_in_words(case: str, good: bytes, tmp_path: Path) -> None:
    wanted, spoil = CASES[case]
    path = tmp_path / "verslag.pdf"
    path.write_bytes(spoil(good))
    with pytest.raises(wanted) as told:
        read_report(path)
    assert type(told.value) is wanted
    assert "verslag.pdf" in told.value.explain()
    assert "Nothing was changed" in told.value.explain()


def test_a_file_that_is_gone_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(errors.FileNotRead, match=r"weg\.pdf"):
        read_report(tmp_path / "weg.pdf")
    assert "not there any more" in errors.FileNotRead(tmp_path / "weg.pdf").explain()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no folders as files there")
def test_a_folder_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(errors.FileNotRead):
        read_report(tmp_path)


def test_a_report_that_another_program_saved_again_is_still_read(good: bytes, tmp_path: Path) -> None:
    path = tmp_path / "opnieuw.pdf"
    path.write_bytes(changed(good, lambda pdf: pdf.docinfo.update({"/Keywords": "x"}), linearize=True))
    assert [agreement.what for agreement in read_report(path).report.agreements] == ["Bellen met de huisarts"]
    plain = tmp_path / "ongepakt.pdf"
    plain.write_bytes(
        changed(good, lambda _pdf: None, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.all)
    )
    assert read_report(plain).report == read_report(path).report


def test_any_byte_that_changed_gives_a_report_or_a_word(good: bytes, tmp_path: Path) -> None:
    path, told = tmp_path / "verslag.pdf", []
    path.write_bytes(good)
    known = read_report(path).report
    for place in range(0, len(good), 997):
        path.write_bytes(good[:place] + bytes([good[place] ^ 0x55]) + good[place + 1 :])
        try:
            assert read_report(path).report == known
        except errors.ReadingError as error:
            told.append(error)
    assert told
    assert all("Nothing was changed" in error.explain() for error in told)
