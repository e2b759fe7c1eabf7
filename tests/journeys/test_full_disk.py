"""The disk fills in the middle of a meeting: the meeting goes on, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from facilitator.storage.library.records import ItemKind
from facilitator.ui.casuistry.editor import keeper
from facilitator.ui.start.copy_key import CopyKeyDialog
from facilitator.ui.start.sessions_page import SessionsPage
from facilitator.ui.start.start_page import StartPage
from tests.journeys.conftest import Facilitator, Modifier, Start
from tests.journeys.disks import disk, fill
from tests.journeys.ways import begin, choose_file, desk_of, dialog_of, page_of, prepare
from tests.journeys.writing import open_library, write_new


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes."""
    with disk(tmp_path / "schijf", "size=3m") as small:
        yield small


def saved(one: Facilitator) -> str:
    return one.console.side.saved.label.text()


def told(one: Facilitator) -> str:
    return desk_of(one).toast.label.text()


@pytest.fixture
def full(facilitator: Start, small_disk: Path) -> tuple[Facilitator, Path]:
    """A meeting whose disk filled after the first answer; what fills the disk."""
    one = facilitator(small_disk / "home")
    prepare(one)
    begin(one)
    one.press(Qt.Key.Key_PageDown)
    one.enter("Voor het vol was @pol")
    one.wait(lambda: saved(one).startswith("✓ bewaard 14:00"))
    filler = fill(small_disk)
    one.minutes_pass(3)
    for number in range(60):
        one.enter(f"Na het vol was {number} @Veilig Thuis")
    one.wait(lambda: "niet bewaard" in saved(one))
    return one, filler


def test_a_meeting_goes_on_while_the_disk_is_full(full: tuple[Facilitator, Path], facilitator: Start) -> None:
    one, filler = full
    assert saved(one) == "niet bewaard sinds 14:03"
    one.press(Qt.Key.Key_F8, Modifier.ShiftModifier)
    assert len(one.program.stage.audience.view.answers) == 61
    filler.unlink()
    one.wait(lambda: saved(one).startswith("✓ bewaard 14:03"))
    before = one.session
    one.close()
    again = facilitator(one.home)
    start = page_of(again, StartPage)
    again.wait(start.going_on.isVisible)
    again.press(Qt.Key.Key_Return)
    again.wait(lambda: again.program.leading is not None)
    assert again.session.notebook == before.notebook


def test_a_copy_made_elsewhere_is_brought_back(
    full: tuple[Facilitator, Path], facilitator: Start, tmp_path: Path
) -> None:
    one, filler = full
    one.go_to(one.console.side.saved.copy)
    one.press(Qt.Key.Key_Space)
    copy = tmp_path / "stick" / "kopie.db"
    copy.parent.mkdir()
    choose_file(one, copy)
    one.wait(copy.with_suffix(".slots").exists)
    before, key = one.session, one.recovery_key
    other = facilitator()
    other.press(Qt.Key.Key_2, Modifier.ControlModifier)
    page = page_of(other, SessionsPage)
    other.go_to(page.backups.bring_back)
    other.press(Qt.Key.Key_Space)
    choose_file(other, copy)
    dialog_of(other, CopyKeyDialog)
    other.enter(key)
    other.wait(lambda: page.chosen is not None)
    other.go_to(page.table)
    other.press(Qt.Key.Key_Return)
    other.wait(lambda: other.program.leading is not None)
    assert other.session.notebook == before.notebook
    assert desk_of(other).isVisible()
    filler.unlink()


def test_what_an_author_typed_waits_for_room_while_another_page_is_in_sight(
    facilitator: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "AGAIN_MS", 100)
    with disk(tmp_path / "schijf", "size=40m") as small:
        first = facilitator(small / "home")
        open_library(first)
        first.close()  # closing gives back the room that filling the index took, which the text would fit in
        one = facilitator(first.home)
        page = open_library(one)
        editor = write_new(one, page, ItemKind.CASE)
        one.wait(lambda: not editor.holds_unkept(1))
        filler = fill(small)
        editor.draft.put(("summary",), "Een lange middag in de wachtkamer. " * 20_000)
        one.press(Qt.Key.Key_1, Modifier.ControlModifier)
        page_of(one, StartPage)
        one.wait(lambda: "blijft open staan" in told(one))
        assert desk_of(one).holds_unkept(1)
        filler.unlink()
        one.wait(lambda: not desk_of(one).holds_unkept(1))
        own = one.program.services.shelf().own_items().result(10)
        assert own[0].text.count("wachtkamer") == 20_000
        one.close()
