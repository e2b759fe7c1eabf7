"""The training plan: adding, changing, taking away and back, by keyboard; bad input is told and nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.core.self_study import Finished, begin
from facilitator.core.training import Aim, Way
from facilitator.report.formats.sheet import workbook
from facilitator.storage import self_study, training
from facilitator.storage.errors import DiskFull
from facilitator.ui.knowledge.knowledge import Knowledge
from facilitator.ui.knowledge.training import room
from facilitator.ui.knowledge.training.aim_dialog import AimDialog
from facilitator.ui.knowledge.training.aims_table import BY, FAR, NOTE, TEAM, WHO
from facilitator.ui.knowledge.training.papers import table_of
from facilitator.ui.knowledge.training.training import Training
from facilitator.ui.knowledge.training.training_page import TrainingPage
from tests.ui.desk import NOW, TODAY, Desk, focused, press, typed
from tests.ui.learning.conftest import LED, MODULE

NURSES = Aim("a-1", "Noord", "verpleegkundigen", MODULE.title, Way.MODULE, "m", 4, done=1, by=date(2026, 11, 1))
NAMED = Aim("a-2", "Zuid", "", MODULE.title, Way.MODULE, "m", 2, ("Mo Bakker", "Fatima"), by_words="na de zomer")


@pytest.fixture
def plan(knowledge: Knowledge, qtbot: QtBot) -> Training:
    """The plan, with nothing in it."""
    room.enter(knowledge)
    found = knowledge.findChild(Training)
    assert found is not None
    qtbot.waitUntil(lambda: found.page is not None and focused() is found.page.add and found.own is not None)
    return found


@pytest.fixture
def filled(made: Desk, knowledge: Knowledge, qtbot: QtBot) -> Training:
    """The plan of two teams."""
    made.store.ask(lambda connection: training.keep(connection, (NURSES, NAMED))).result(10)
    room.enter(knowledge)
    found = knowledge.findChild(Training)
    assert found is not None
    qtbot.waitUntil(lambda: found.page is not None and len(found.page.shown) == 2 and found.own is not None)
    return found


def page_of(plan: Training) -> TrainingPage:
    assert plan.page is not None
    return plan.page


def form_of(plan: Training) -> AimDialog:
    assert isinstance(plan.dialog, AimDialog)
    return plan.dialog


def kept(made: Desk) -> tuple[Aim, ...]:
    return made.store.ask(training.plan).result(10).rows


def test_a_line_is_added_by_keyboard(plan: Training, made: Desk, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Return)
    form = form_of(plan)
    qtbot.waitUntil(form.isActiveWindow)
    typed("Noord")
    press(Qt.Key.Key_Tab)
    typed("verpleegkundigen")
    form.people.setValue(4)
    form.what.setEditText(MODULE.title.upper())
    form.by.setText("1 maart")
    assert form.by_told.text() == "maandag 1 maart 2027"
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(kept(made)) == 1)
    (aim,) = kept(made)
    assert (aim.team, aim.who, aim.people, aim.by) == ("Noord", "verpleegkundigen", 4, date(2027, 3, 1))
    assert (aim.way, aim.ref) == (Way.MODULE, "m")
    assert page_of(plan).summary.text() == "0 of 4 people done · 1 line"


def test_what_is_missing_is_told_and_what_was_typed_stays(plan: Training) -> None:
    plan.add()
    form = form_of(plan)
    form.who.setText("allen")
    form.people.setValue(0)
    form.trained.setValue(3)
    form.accept()
    assert form.isVisible()
    assert form.wrong.text() == (
        "Which team is it about? What are they to learn? How many people are they? At least one. "
        "More people are done than there are."
    )
    assert form.who.text() == "allen"


@pytest.mark.parametrize(
    ("by", "told"),
    [
        ("na de zomer", "That is no day. It stays there as words, and is never late."),
        ("1-1-2020", "woensdag 1 januari 2020. That day is over: it counts as late."),
        ("", "For example: 1 March, or in 6 weeks. It may stay empty."),
    ],
)
def test_days_that_are_none(plan: Training, by: str, told: str) -> None:
    plan.add()
    form_of(plan).by.setText(by)
    assert form_of(plan).by_told.text() == told


def test_names_out_of_a_mail_count_the_people(plan: Training) -> None:
    plan.add()
    form = form_of(plan)
    form.names.setPlainText("Bakker, Mo <mo@voorbeeld.nl>; Fatima Yilmaz <f@voorbeeld.nl>")
    assert form.people.value() == 2
    assert not form.people.isEnabled()
    assert form.names_told.text() == "2 names: Mo Bakker, Fatima Yilmaz"
    assert form.aim.names == ("Mo Bakker", "Fatima Yilmaz")
    form.names.setPlainText("")
    assert form.people.isEnabled()


def test_what_may_be_learnt_is_a_module_a_session_or_anything(plan: Training) -> None:
    plan.add()
    form = form_of(plan)
    form.what.setEditText(LED.title)
    assert (form.aim.way, form.aim.ref) == (Way.SESSION, "led")
    form.what.setEditText("een werkbezoek")
    assert (form.aim.way, form.aim.ref) == (Way.OTHER, "")


def test_a_double_is_not_added(filled: Training) -> None:
    filled.add()
    form = form_of(filled)
    form.team.setEditText("noord")
    form.who.setText("Verpleegkundigen")
    form.what.setEditText(NURSES.what)
    form.people.setValue(9)
    form.by.setText("1-11-2026")
    form.accept()
    assert form.wrong.text() == "This stands in the plan already. Change that line, or give another day."
    form.reject()
    assert len(filled.keeper.aims) == 2


def test_changing_keeps_what_was_not_touched(filled: Training, made: Desk, qtbot: QtBot) -> None:
    page_of(filled).table.choose("a-1")
    press(Qt.Key.Key_Return)
    form = form_of(filled)
    form.note.setText("in oktober")
    form.accept()
    qtbot.waitUntil(lambda: kept(made)[0] == replace(NURSES, note="in oktober"))


def test_taking_away_and_back(filled: Training, made: Desk, qtbot: QtBot, knowledge: Knowledge) -> None:
    page_of(filled).table.choose("a-1")
    with qtbot.waitSignal(knowledge.said):
        press(Qt.Key.Key_Delete)
    assert [aim.id for aim in kept(made)] == ["a-2"]
    press(Qt.Key.Key_Delete)
    assert page_of(filled).undo.isVisible()
    page_of(filled).undo.click()
    page_of(filled).table.setFocus()
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert kept(made) == (NURSES, NAMED)
    filled.undo()  # there is nothing more


def test_plus_and_minus_count_within_what_there_are(filled: Training, made: Desk) -> None:
    page_of(filled).table.choose("a-1")
    for _time in range(5):
        press(Qt.Key.Key_Plus)
    assert kept(made)[0].done == 4
    for _time in range(9):
        press(Qt.Key.Key_Minus)
    assert kept(made)[0].done == 0


def test_one_team_or_all(filled: Training) -> None:
    page = page_of(filled)
    assert [page.team.itemText(row) for row in range(page.team.count())] == ["All teams", "Noord", "Zuid"]
    page.team.setCurrentIndex(2)
    page.team.activated.emit(2)
    assert [aim.id for aim in page.shown] == ["a-2"]
    assert page.table.isColumnHidden(TEAM)
    assert page.summary.text() == "0 of 2 people done · 1 line"


def test_late_is_said_in_words_and_in_weight(filled: Training) -> None:
    model = page_of(filled).model
    index = model.index(0, BY)
    assert index.data() == "1 november 2026, 23 days late"
    assert index.data(Qt.ItemDataRole.FontRole).bold() or index.data(Qt.ItemDataRole.FontRole).weight() > 400
    assert model.index(1, BY).data() == "na de zomer"
    assert model.index(1, BY).data(Qt.ItemDataRole.FontRole) is None
    assert page_of(filled).summary.text().endswith("1 of them late")


def test_modules_done_here_are_counted_in_by_one_click(filled: Training, made: Desk, qtbot: QtBot) -> None:
    finished = (Finished(TODAY, MODULE.title, 20, "", ()),)
    done = replace(begin("s", "MO BAKKER", MODULE), finished=finished)
    made.store.ask(lambda connection: self_study.keep(connection, done, NOW)).result(10)
    page_of(filled).count.click()
    qtbot.waitUntil(lambda: kept(made)[1].done == 1)
    page_of(filled).count.click()
    made.store.ask(lambda _connection: None).result(10)
    assert kept(made)[1].done == 1, "nobody counts twice"


def test_five_hundred_lines(made: Desk, knowledge: Knowledge, qtbot: QtBot) -> None:
    aims = tuple(replace(NURSES, id=f"a-{n:03}", who=f"functie {n:03}") for n in range(500))
    made.store.ask(lambda connection: training.keep(connection, aims)).result(10)
    room.enter(knowledge)
    plan = knowledge.findChild(Training)
    assert plan is not None
    qtbot.waitUntil(lambda: plan.page is not None and len(plan.page.shown) == 500 and plan.own is not None)
    page_of(plan).table.choose("a-321")
    plan.count(1)
    chosen = page_of(plan).table.aim
    assert chosen is not None
    assert chosen.id == "a-321"
    assert kept(made)[321].done == 2


def test_a_full_disk_is_told_and_the_next_change_writes_all(
    filled: Training, made: Desk, knowledge: Knowledge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = training.keep

    def full(*_given: object) -> None:
        raise DiskFull

    monkeypatch.setattr(training, "keep", full)
    page_of(filled).table.choose("a-1")
    with qtbot.waitSignal(knowledge.failed):
        filled.count(1)
    assert page_of(filled).shown[0].done == 2
    monkeypatch.setattr(training, "keep", keep)
    room.enter(knowledge)
    qtbot.waitUntil(lambda: [aim.done for aim in page_of(filled).shown] == [2, 0])
    filled.count(1)
    qtbot.waitUntil(lambda: kept(made)[0].done == 3)


def test_the_spreadsheet_holds_days_and_numbers_and_no_formula() -> None:
    table = table_of((replace(NURSES, note="=1+1"), NAMED), TODAY)
    sheet = openpyxl.load_workbook(BytesIO(workbook(table))).active
    first, second = list(sheet.values)[1:]
    assert first[5].date() == date(2026, 11, 1)
    assert (first[6], first[7], first[8], first[9]) == (4, 1, "late", "=1+1")
    assert sheet.cell(2, 10).data_type == "s"
    assert (second[2], second[5]) == ("Mo Bakker, Fatima", "na de zomer")


def test_notes_are_left_to_the_form_where_there_is_no_room(filled: Training) -> None:
    table = page_of(filled).table
    table.resize(700, 300)
    assert table.isColumnHidden(NOTE)


@pytest.mark.parametrize(("width", "lines"), [(740, 2), (480, 3)])
def test_what_is_long_gets_the_room_that_others_leave(filled: Training, width: int, lines: int) -> None:
    long = replace(NURSES, who="jeugdprofessionals")
    table = page_of(filled).table
    table.resize(width, 300)
    table.model().show_aims((long, NAMED), TODAY)  # type: ignore[attr-defined]
    metrics = table.fontMetrics()
    assert table.columnWidth(WHO) > metrics.horizontalAdvance(long.who)
    assert table.columnWidth(WHO) > table.columnWidth(FAR)
    assert table.verticalHeader().defaultSectionSize() == lines * metrics.height() + 14
