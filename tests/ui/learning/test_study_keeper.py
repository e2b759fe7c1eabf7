"""What is learnt alone reaches the disk, or is held and told once; nothing that was not done looks done."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from facilitator.core.self_study import Study, begin, note, noted
from facilitator.storage import self_study
from facilitator.storage.database import Connection
from facilitator.storage.errors import DiskFull, StillInBackups
from facilitator.storage.readable import Readable
from facilitator.ui.destinations import SESSIONS
from facilitator.ui.knowledge.knowledge import Knowledge
from facilitator.ui.knowledge.self_study import room
from facilitator.ui.knowledge.self_study.keeper import StudyKeeper
from facilitator.ui.knowledge.self_study.self_study import SelfStudy
from facilitator.ui.knowledge.self_study.studies_page import StudiesPage
from facilitator.ui.knowledge.self_study.study_page import StudyPage
from facilitator.ui.main_window import MainWindow
from facilitator.ui.widgets.dialog import Question
from tests.storage.test_forgetting import no_backups
from tests.ui.desk import NOW, Desk, press, typed
from tests.ui.learning.conftest import MODULE

STUDY = begin("s", "Mo", MODULE)


class Disk:
    """Takes nothing while it is full; `writes` counts how often somebody tried."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.full, self.writes = False, 0
        self._keep, self._remove = self_study.keep, self_study.remove
        patch.setattr(self_study, "keep", self.keep)
        patch.setattr(self_study, "remove", self.remove)

    def keep(self, *given: object) -> None:
        self.writes += 1
        self._do(self._keep, *given)

    def remove(self, *given: object) -> None:
        self._do(self._remove, *given)

    def _do(self, do: object, *given: object) -> None:
        if self.full:
            raise DiskFull
        do(*given)  # type: ignore[operator]


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


@pytest.fixture
def keeper(made: Desk, qtbot: QtBot) -> StudyKeeper:
    found = StudyKeeper(made.services)
    found._again.setInterval(50)
    return found


def kept(made: Desk) -> tuple[Study, ...]:
    return made.store.ask(self_study.studies).result(10).rows


def entered(knowledge: Knowledge, qtbot: QtBot) -> SelfStudy:
    room.enter(knowledge)
    found = knowledge.findChild(SelfStudy)
    assert found is not None
    qtbot.waitUntil(lambda: found.own is not None)
    return found


def told(page: StudiesPage | None) -> str:
    assert page is not None
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def typing(keeper: StudyKeeper, keys: int) -> None:
    for number in range(1, keys + 1):
        keeper.put(note(STUDY, "een", "x" * number), typing=True)


def test_what_is_typed_is_not_written_at_every_key(keeper: StudyKeeper, made: Desk, disk: Disk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(keeper.kept):
        typing(keeper, 100)
    assert disk.writes == 1
    assert noted(kept(made)[0], "een") == "x" * 100


def test_who_goes_on_typing_is_kept_meanwhile(keeper: StudyKeeper, disk: Disk, qtbot: QtBot) -> None:
    keeper._pause.setInterval(100)
    keys = count(1)

    def type_on() -> bool:
        keeper.put(note(STUDY, "een", "x" * next(keys)), typing=True)
        return disk.writes > 1

    qtbot.waitUntil(type_on)  # which looks every 10 ms


def test_a_full_disk_is_told_once_and_tried_again(keeper: StudyKeeper, made: Desk, disk: Disk, qtbot: QtBot) -> None:
    failed: list[Exception] = []
    keeper.failed.connect(failed.append)
    disk.full = True
    for number in range(1, 21):
        keeper.put(note(STUDY, "een", "x" * number))
    qtbot.waitUntil(lambda: disk.writes > 22)
    assert [type(error) for error in failed] == [DiskFull]
    assert keeper.holds_unkept(5)
    with qtbot.waitSignal(keeper.kept):
        disk.full = False
    assert not keeper.holds_unkept()
    assert noted(kept(made)[0], "een") == "x" * 20


def test_another_trouble_after_it_went_well_is_told(keeper: StudyKeeper, disk: Disk, qtbot: QtBot) -> None:
    for study in (STUDY, replace(STUDY, together=True)):
        disk.full = True
        with qtbot.waitSignal(keeper.failed):
            keeper.put(study)
        disk.full = False
        qtbot.waitUntil(lambda: not keeper.holds_unkept(5))
        qtbot.wait(20)


def test_leaving_keeps_what_was_typed_and_the_page_until_it_is_kept(
    knowledge: Knowledge, window: MainWindow, made: Desk, disk: Disk, qtbot: QtBot
) -> None:
    study = entered(knowledge, qtbot)
    study.keeper._again.setInterval(50)
    qtbot.waitUntil(lambda: study.page is not None and "m" in study.page.rows)
    study.open("m")
    page = window.stack.currentWidget()
    assert isinstance(page, StudyPage)
    page.go_to(1)
    qtbot.waitUntil(lambda: not page.holds_unkept())
    disk.full = True
    page.sheet.lines["begin/drempel"].field.setFocus()  # type: ignore[attr-defined]
    typed("voor mij")
    window.go(SESSIONS)
    assert window.holds_unkept(5), "closing would lose it"
    assert window.stack.indexOf(page) >= 0
    disk.full = False
    qtbot.waitUntil(lambda: not window.holds_unkept(5))
    qtbot.waitUntil(lambda: not isValid(page))
    assert noted(kept(made)[0], "begin/drempel") == "voor mij"


def test_what_was_not_erased_does_not_look_erased(knowledge: Knowledge, made: Desk, disk: Disk, qtbot: QtBot) -> None:
    made.store.ask(lambda connection: self_study.keep(connection, STUDY, NOW)).result(10)
    study = entered(knowledge, qtbot)
    qtbot.waitUntil(lambda: study.page is not None and study.page.forget.isVisible())
    disk.full = True
    with qtbot.waitSignal(knowledge.failed):
        study._forget()
    assert (study.learner, study.keeper.studies) == ("Mo", (STUDY,))
    disk.full = False
    with qtbot.waitSignal(study.keeper.forgotten):
        study._forget()
    assert (study.learner, study.keeper.studies, kept(made)) == ("", (), ())


def test_what_waits_for_the_disk_is_not_written_after_erasing(
    keeper: StudyKeeper, made: Desk, disk: Disk, qtbot: QtBot
) -> None:
    disk.full = True
    with qtbot.waitSignal(keeper.failed):
        keeper.put(STUDY)
    with qtbot.waitSignal(keeper.failed):
        keeper.forget("MO")
    assert keeper.holds_unkept(5), "it is there as before"
    disk.full = False
    with qtbot.waitSignal(keeper.forgotten):
        keeper.forget("MO")
    qtbot.wait(100)
    assert (kept(made), keeper.studies, keeper.holds_unkept()) == ((), (), False)


def test_what_is_still_in_a_backup_is_told_and_not_written_anew(
    keeper: StudyKeeper, made: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(keeper.kept):
        keeper.put(STUDY)
    made.store.back_up().result(20)
    failed: list[Exception] = []
    keeper.failed.connect(failed.append)
    with no_backups(monkeypatch), qtbot.waitSignal(keeper.forgotten):
        keeper.forget("MO")
    qtbot.wait(100)
    assert [type(error) for error in failed] == [StillInBackups]
    assert (kept(made), keeper.studies, keeper.holds_unkept()) == ((), (), False)


def test_a_row_that_cannot_be_read_is_counted_and_everybody_can_learn(
    knowledge: Knowledge, made: Desk, qtbot: QtBot
) -> None:
    made.store.ask(lambda connection: connection.execute("INSERT INTO self_study VALUES ('x', '', '{')")).result(10)
    study = entered(knowledge, qtbot)
    qtbot.waitUntil(lambda: study.page is not None and "m" in study.page.rows)
    assert "How far somebody is in 1 module could not be read." in told(study.page)


def test_a_store_that_cannot_be_read_leaves_the_modules(
    knowledge: Knowledge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_connection: Connection) -> Readable[Study]:
        raise DiskFull

    monkeypatch.setattr(self_study, "studies", damaged)
    study = entered(knowledge, qtbot)
    qtbot.waitUntil(lambda: study.page is not None and "m" in study.page.rows)
    assert "How far you are could not be read now. You can learn all the same." in told(study.page)


def test_until_the_store_tells_nobody_is_at_the_beginning(knowledge: Knowledge, made: Desk, qtbot: QtBot) -> None:
    gate = Event()
    made.store.ask(lambda _connection: gate.wait(10))
    study = entered(knowledge, qtbot)
    qtbot.wait(50)
    assert "Looking how far you are …" in told(study.page)
    assert "not begun" not in told(study.page)
    gate.set()
    qtbot.waitUntil(lambda: "not begun" in told(study.page))
    assert "Looking" not in told(study.page)


def test_beginning_once_more_says_what_backups_hold(knowledge: Knowledge, qtbot: QtBot) -> None:
    study = entered(knowledge, qtbot)
    qtbot.waitUntil(lambda: study.page is not None and "m" in study.page.rows)
    study._ask_again(STUDY)
    assert isinstance(study.dialog, Question)
    said = "\n".join(label.text() for label in study.dialog.findChildren(QLabel))
    assert "Backups that were made before still hold it" in said
    press(Qt.Key.Key_Escape)
