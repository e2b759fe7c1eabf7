"""Documents into a folder that is full, read-only or gone: a clear message, and what was made stays."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from facilitator.ui.after.after_page import AfterPage
from tests.journeys.conftest import Facilitator, Start
from tests.journeys.disks import disk, read_only
from tests.journeys.ways import begin, choose_file, close_by_reading_back, prepare, texts

After = tuple[Facilitator, AfterPage]
PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
"""A disk in memory gives its room away in pieces of this many bytes."""


@pytest.fixture
def after(facilitator: Start) -> After:
    """A meeting that is over, with one agreement."""
    one = facilitator()
    prepare(one)
    begin(one)
    one.press(Qt.Key.Key_F4)
    one.enter("@Politie sluit aan bij het overleg vóór 1 dec")
    return one, close_by_reading_back(one)


def make_in(after: After, folder: Path) -> str:
    """Choose a folder, have the documents made in it; gives what the page says afterwards."""
    one, page = after
    one.go_to(page.documents.elsewhere)
    one.press(Qt.Key.Key_Space)
    choose_file(one, folder)
    one.go_to(page.documents.make)
    one.press(Qt.Key.Key_Space)
    one.wait(page.documents.outcome.isVisible)
    assert page.documents.make.isEnabled()
    return page.documents.outcome.text()


def room_for(after: After, folder: Path, *names: str) -> int:
    """Make the documents where there is room for all; gives the bytes that a disk needs for those with these names."""
    folder.mkdir()
    make_in(after, folder)
    made = [path.stat().st_size for path in folder.rglob("*.pdf") if path.name.startswith(names)]
    assert len(made) == len(names)
    return (sum(-(-size // PAGE) for size in made) + 1) * PAGE


def test_a_full_folder_keeps_what_was_made(after: After, tmp_path: Path) -> None:
    with disk(tmp_path / "stick", f"size={room_for(after, tmp_path / 'ruim', 'Verslag', 'Overzicht')}") as stick:
        said = make_in(after, stick)
        made = texts(stick)
        assert "is vol" in said
        assert "De documenten die al klaar waren, blijven staan." in said
        assert {name.split()[0] for name in made} == {"Verslag", "Overzicht"}
        assert "Sluit aan bij het overleg" in made[next(name for name in made if name.startswith("Verslag"))]
        assert [path for path in stick.rglob("*") if path.is_file() and path.suffix != ".pdf"] == []


def test_a_folder_that_is_read_only(after: After, tmp_path: Path) -> None:
    with read_only(tmp_path / "stick") as stick:
        assert "je mag daar niet schrijven" in make_in(after, stick)


def test_a_folder_that_goes_halfway_and_comes_back(after: After, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    going = after[1].documents.exporting.progressed.connect(
        lambda *_: shutil.rmtree(stick, ignore_errors=True), Qt.ConnectionType.DirectConnection
    )
    said = make_in(after, stick)
    assert f"{stick} is er niet" in said
    assert "Sluit de schijf of stick weer aan" in said
    after[1].documents.exporting.progressed.disconnect(going)
    stick.mkdir()
    assert make_in(after, stick).startswith("9 documenten staan in")
    assert len(texts(stick)) == 9


def test_a_folder_that_cannot_be_made(after: After, tmp_path: Path) -> None:
    one, page = after
    (tmp_path / "bestand").write_text("geen map")
    page.documents.use_folder(tmp_path / "bestand" / "papieren")
    one.press(Qt.Key.Key_Space)
    one.wait(page.documents.outcome.isVisible)
    assert "kan niet gemaakt worden. Er is niets verloren." in page.documents.outcome.text()
