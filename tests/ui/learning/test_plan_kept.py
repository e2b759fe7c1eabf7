"""The training plan is never taken for empty, loses no line that nobody took away, and no file tells of clients."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from facilitator.core.training import Aim
from facilitator.storage import training
from facilitator.storage.database import Connection
from facilitator.storage.errors import DiskFull
from facilitator.storage.readable import Readable
from facilitator.ui.destinations import SESSIONS
from facilitator.ui.knowledge.knowledge import Knowledge
from facilitator.ui.knowledge.training import room
from facilitator.ui.knowledge.training.aim_dialog import AimDialog
from facilitator.ui.knowledge.training.training import Training
from facilitator.ui.knowledge.training.training_page import TrainingPage
from facilitator.ui.main_window import MainWindow
from tests.ui.desk import Desk, focused, press

NURSES = Aim("a-1", "Noord", "verpleegkundigen", "de meldcode", people=4)
NAMED = Aim("a-2", "Zuid", "", "werkbezoek", people=2, names=("Mo Bakker", "Fatima"))
TELLING = replace(NURSES, id="a-3", note="Cliënt Fatima Jansen, BSN 123456782")


@pytest.fixture
def gate(made: Desk) -> Iterator[Event]:
    """Two lines on the disk, and a store that is busy until the gate is open."""
    made.store.ask(lambda connection: training.keep(connection, (NURSES, NAMED))).result(10)
    opened = Event()
    made.store.ask(lambda _connection: opened.wait(10))
    yield opened
    opened.set()


def entered(knowledge: Knowledge, qtbot: QtBot) -> Training:
    room.enter(knowledge)
    found = knowledge.findChild(Training)
    assert found is not None
    qtbot.waitUntil(lambda: found.own is not None)
    return found


def page_of(plan: Training) -> TrainingPage:
    assert plan.page is not None
    return plan.page


def form_of(plan: Training) -> AimDialog:
    assert isinstance(plan.dialog, AimDialog)
    return plan.dialog


def kept(made: Desk) -> tuple[Aim, ...]:
    return made.store.ask(training.plan).result(10).rows


def told(plan: Training) -> str:
    page = page_of(plan)
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def full(*_given: object) -> None:
    raise DiskFull


# ---- before the store told, and where it cannot


def test_nothing_is_changed_before_the_store_told(knowledge: Knowledge, made: Desk, gate: Event, qtbot: QtBot) -> None:
    plan = entered(knowledge, qtbot)
    assert "Looking at what is planned …" in told(plan)
    assert "Nothing is planned yet." not in told(plan)
    assert not page_of(plan).add.isEnabled()
    plan.add()
    plan.keeper.put({"new": replace(NURSES, id="new")})
    plan.undo()
    assert (plan.dialog, plan.keeper.aims, plan.keeper.can_undo) == (None, (), False)
    gate.set()
    qtbot.waitUntil(lambda: len(page_of(plan).shown) == 2 and page_of(plan).add.isEnabled())
    plan.undo()
    assert kept(made) == (NURSES, NAMED)


def test_a_plan_that_cannot_be_read_is_not_taken_for_empty(
    knowledge: Knowledge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_connection: Connection) -> Readable[Aim]:
        raise DiskFull

    with monkeypatch.context() as patched:
        patched.setattr(training, "plan", damaged)
        with qtbot.waitSignal(knowledge.failed):
            plan = entered(knowledge, qtbot)
    qtbot.waitUntil(lambda: "The plan could not be read now." in told(plan))
    assert not page_of(plan).add.isEnabled()
    plan = entered(knowledge, qtbot)
    qtbot.waitUntil(page_of(plan).add.isEnabled)
    assert "Nothing is planned yet." in told(plan)


def test_a_line_that_cannot_be_read_is_counted_and_the_others_stand_there(
    knowledge: Knowledge, made: Desk, qtbot: QtBot
) -> None:
    def write(connection: Connection) -> None:
        connection.execute("INSERT INTO training_aim VALUES ('x', '{')")
        training.keep(connection, (NURSES,))

    made.store.ask(write).result(10)
    plan = entered(knowledge, qtbot)
    qtbot.waitUntil(lambda: page_of(plan).shown == (NURSES,))
    assert "1 line could not be read. It is kept as it is, and stands in no file." in told(plan)


def test_what_is_changed_while_the_store_reads_stands_and_is_taken_back_alone(
    knowledge: Knowledge, made: Desk, gate: Event, qtbot: QtBot
) -> None:
    gate.set()
    plan = entered(knowledge, qtbot)
    qtbot.waitUntil(lambda: len(page_of(plan).shown) == 2)
    busy = Event()
    made.store.ask(lambda _connection: busy.wait(10))
    plan.keeper.ask()
    new = replace(NURSES, id="a-9", who="wijkagenten")
    plan._put({"a-9": new, "a-2": None})
    busy.set()
    qtbot.waitUntil(lambda: not plan.keeper.holds_unkept(5))
    assert plan.keeper.aims == (NURSES, new)
    plan.undo()
    assert kept(made) == (NURSES, NAMED)


def test_what_the_disk_does_not_take_is_held_told_once_and_tried_again(
    knowledge: Knowledge, window: MainWindow, made: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.store.ask(lambda connection: training.keep(connection, (NURSES,))).result(10)
    plan = entered(knowledge, qtbot)
    qtbot.waitUntil(lambda: len(page_of(plan).shown) == 1)
    plan.keeper._again.setInterval(50)
    failed: list[Exception] = []
    knowledge.failed.connect(failed.append)
    with monkeypatch.context() as patched:
        patched.setattr(training, "keep", full)
        for _time in range(3):
            plan.count(1)
        page = page_of(plan)
        window.go(SESSIONS)
        qtbot.wait(150)
        assert window.holds_unkept(5), "closing would lose it"
    qtbot.waitUntil(lambda: not isValid(page))
    assert (len(failed), kept(made)[0].done, window.holds_unkept(5)) == (1, 3, False)


# ---- a client's data


def test_a_clients_data_is_decided_on_before_a_line_is_kept(
    knowledge: Knowledge, made: Desk, gate: Event, qtbot: QtBot
) -> None:
    gate.set()
    plan = entered(knowledge, qtbot)
    qtbot.waitUntil(lambda: len(page_of(plan).shown) == 2)
    page_of(plan).table.choose("a-1")
    plan.change()
    form = form_of(plan)
    form.note.setText(TELLING.note)
    form.accept()
    qtbot.waitUntil(lambda: form.wrong.text() == "This looks like personal data. Decide first what to do with it.")
    assert form.isVisible()
    qtbot.waitUntil(lambda: [one.text for one in form.check.found] == ["Fatima Jansen", "123456782"])
    form.check.replace.click()
    qtbot.waitUntil(lambda: [one.text for one in form.check.found] == ["123456782"])
    form.check.allow.click()
    qtbot.waitUntil(lambda: form.check.ready)
    form.accept()
    qtbot.waitUntil(lambda: kept(made)[0].allowed == ("123456782",))
    assert kept(made)[0].note == "Cliënt [name], BSN 123456782"


def test_names_of_staff_are_meant_to_be_there(knowledge: Knowledge, made: Desk, qtbot: QtBot) -> None:
    plan = entered(knowledge, qtbot)
    qtbot.waitUntil(lambda: focused() is page_of(plan).add)
    plan.add()
    form = form_of(plan)
    form.team.setEditText("Zuid")
    form.names.setPlainText("Mo Bakker <mo@voorbeeld.nl>; Fatima Yilmaz <f@voorbeeld.nl>")
    form.what.setEditText("werkbezoek")
    form.note.setText("Fatima begint in mei")
    form.accept()
    qtbot.waitUntil(lambda: len(kept(made)) == 1)
    assert kept(made)[0].names == ("Mo Bakker", "Fatima Yilmaz")


@pytest.mark.parametrize("kind", ["pdf", "sheet"])
def test_no_file_is_made_while_something_is_undecided(
    knowledge: Knowledge, made: Desk, qtbot: QtBot, kind: str
) -> None:
    made.store.ask(lambda connection: training.keep(connection, (NURSES, NAMED, TELLING))).result(10)
    plan = entered(knowledge, qtbot)
    qtbot.waitUntil(lambda: len(page_of(plan).shown) == 3)
    started: list[object] = []
    page = page_of(plan)
    page.making.start = lambda *given: started.append(given)  # type: ignore[method-assign]
    with qtbot.waitSignal(knowledge.warned) as warned:
        getattr(page, kind).click()
    assert warned.args[0].startswith("No file was made: ‘Fatima Jansen’ looks like a name.")
    assert (started, page.table.aim) == ([], TELLING)
    plan._put({"a-3": None})
    getattr(page, kind).click()
    qtbot.waitUntil(lambda: len(started) == 1)


def test_taking_a_line_away_says_what_backups_hold(knowledge: Knowledge, gate: Event, qtbot: QtBot) -> None:
    gate.set()
    plan = entered(knowledge, qtbot)
    qtbot.waitUntil(lambda: len(page_of(plan).shown) == 2)
    page_of(plan).table.setFocus()
    with qtbot.waitSignal(knowledge.said) as said:
        press(Qt.Key.Key_Delete)
    assert "Older backups hold it until newer ones take their place." in said.args[0]
