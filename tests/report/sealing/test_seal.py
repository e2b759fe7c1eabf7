"""A seal shows every change: of one byte, of what is added, and that somebody else made it."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from facilitator.content.locate import resource
from facilitator.report import errors
from facilitator.report.archive.reading import read_report
from facilitator.report.archive.writing import archive_of
from facilitator.report.bundle import report_of
from facilitator.report.press import Press
from facilitator.report.protecting import shut
from facilitator.report.sealing.keys import SealKey, from_plain, new_key
from facilitator.report.sealing.seal import Holds, Looked, look, sealed, sealed_job
from tests.builders import Table

NOW = datetime(2026, 11, 24, 9, 30, 5, 77, tzinfo=UTC)


@pytest.fixture(scope="module")
def key() -> SealKey:
    return new_key("Mo Bakker, gemeente Voorbeeldstad", NOW)


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(resource("templates"), resource("fonts"))


@pytest.fixture(scope="module")
def plain(press: Press) -> bytes:
    return archive_of(report_of(Table().started().session)).render(press).pdf


@pytest.fixture(scope="module")
def good(press: Press, key: SealKey) -> bytes:
    job = archive_of(report_of(Table().started().session))
    task = sealed_job(job, key, NOW)
    assert task.path.name.endswith("(sealed).pdf")
    return task.render(press).pdf


def looked(pdf: bytes, folder: Path, key: SealKey | None) -> Looked:
    path = folder / "bestand.pdf"
    path.write_bytes(pdf)
    return look(path, key)


def test_a_file_that_is_as_it_was_says_so_and_whose_it_is(good: bytes, key: SealKey, tmp_path: Path) -> None:
    told = looked(good, tmp_path, key)
    assert (told.holds, told.own, told.name) == (Holds.UNCHANGED, True, "Mo Bakker, gemeente Voorbeeldstad")
    assert told.at == NOW.replace(microsecond=0)
    assert len(told.mark.split()) == 8


def test_the_seal_of_another_key_is_not_taken_for_ones_own(
    good: bytes, plain: bytes, key: SealKey, tmp_path: Path
) -> None:
    forged = looked(sealed(plain, new_key(key.name, NOW), NOW), tmp_path, key)
    assert (forged.name, forged.own) == (key.name, False)
    assert forged.mark != looked(good, tmp_path, key).mark
    assert not looked(good, tmp_path, None).own


def test_any_byte_that_changed_shows(good: bytes, key: SealKey, tmp_path: Path) -> None:
    for place in range(10, len(good), 1_499):
        changed = good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :]
        try:
            assert looked(changed, tmp_path, key).holds is not Holds.UNCHANGED, place
        except errors.PdfDamaged as told:
            assert told.path.name == "bestand.pdf"  # noqa: PT017  damage is another way of showing


def test_other_words_show(good: bytes, key: SealKey, tmp_path: Path) -> None:
    place = good.index(b"stream", len(good) // 3) + 40
    changed = good[:place] + bytes([good[place] ^ 0x20]) + good[place + 1 :]
    assert looked(changed, tmp_path, key).holds is Holds.CHANGED


def test_an_update_that_is_added_shows(good: bytes, key: SealKey, tmp_path: Path) -> None:
    writer: Any = IncrementalPdfFileWriter(BytesIO(good))
    writer.root["/OpenAction"] = generic.NullObject()
    writer.update_root()
    target = BytesIO()
    writer.write(target)
    assert looked(target.getvalue(), tmp_path, key).holds is Holds.ADDED_TO
    assert looked(good + b"\n", tmp_path, key).holds is Holds.ADDED_TO


def test_a_file_without_a_seal_says_so(plain: bytes, key: SealKey, tmp_path: Path) -> None:
    assert looked(plain, tmp_path, key) == Looked(Holds.NO_SEAL)


def test_saved_again_by_another_program_it_is_changed(good: bytes, key: SealKey, tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(good)) as pdf:
        target = BytesIO()
        pdf.save(target)
    assert looked(target.getvalue(), tmp_path, key).holds is Holds.CHANGED


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (b"geen pdf", errors.NoPdf),
        (b"%PDF-1.7 en verder niets", errors.PdfDamaged),
        (None, errors.PdfLocked),
    ],
)
def test_what_cannot_be_looked_at_is_told(
    content: bytes | None, wanted: type[errors.ReadingError], good: bytes, tmp_path: Path
) -> None:
    with pytest.raises(wanted):
        looked(shut(good, "x") if content is None else content, tmp_path, None)


def test_a_sealed_report_for_the_archive_is_read_back_like_any_other(good: bytes, tmp_path: Path) -> None:
    (tmp_path / "verslag.pdf").write_bytes(good)
    assert read_report(tmp_path / "verslag.pdf").report.session_id == "s-1"


def test_a_key_is_kept_as_plain_values_and_says_nothing_of_itself(key: SealKey) -> None:
    assert from_plain(key.to_plain()) == key
    assert "PRIVATE" not in repr(key)
    others: tuple[object, ...] = (None, [], {}, {"name": "x"}, {"name": "x", "key": 3, "certificate": "y"})
    assert [from_plain(other) for other in others] == [None] * len(others)


def test_a_name_that_is_too_long_is_cut() -> None:
    assert new_key("é" * 300, NOW).name == "é" * 32
