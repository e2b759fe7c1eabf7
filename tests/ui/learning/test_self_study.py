"""Somebody goes through a module alone: by keyboard, kept at once, and going on where it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facilitator.content.library import SCRIPT_FILES
from facilitator.content.writing import as_text
from facilitator.core.script import Script
from facilitator.core.self_study import Study, begin, noted
from facilitator.storage import overview, self_study
from facilitator.storage.errors import DiskFull
from facilitator.storage.library.records import Facets, Indexed, ItemKey, ItemKind
from facilitator.ui.knowledge.card_page import CardPage
from facilitator.ui.knowledge.knowledge import Knowledge
from facilitator.ui.knowledge.self_study import modules, room
from facilitator.ui.knowledge.self_study.last_sheet import LastSheet
from facilitator.ui.knowledge.self_study.name_dialog import NameDialog
from facilitator.ui.knowledge.self_study.self_study import SelfStudy
from facilitator.ui.knowledge.self_study.step_sheet import StepSheet
from facilitator.ui.knowledge.self_study.studies_page import StudiesPage
from facilitator.ui.knowledge.self_study.study_page import StudyPage
from facilitator.ui.main_window import MainWindow
from facilitator.ui.widgets.dialog import Question
from tests.ui.desk import NOW, Desk, focused, press, typed
from tests.ui.learning.conftest import MODULE, STEPS

Open = Callable[..., StudyPage]


@pytest.fixture
def study(knowledge: Knowledge, qtbot: QtBot) -> SelfStudy:
    """The list of modules, in sight."""
    room.enter(knowledge)
    found = knowledge.findChild(SelfStudy)
    assert found is not None
    qtbot.waitUntil(lambda: found.page is not None and "m" in found.page.rows and found.own is not None)
    return found


@pytest.fixture
def page(study: SelfStudy, window: MainWindow) -> StudyPage:
    """The module, before its first step."""
    study.open("m")
    page = window.stack.currentWidget()
    assert isinstance(page, StudyPage)
    return page


def kept(made: Desk) -> tuple[Study, ...]:
    """What is on the disk."""
    return made.store.ask(self_study.studies).result(10).rows


def told(widget: Any) -> str:
    """Every label in sight."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def through(page: StudyPage) -> None:
    """All of it, each question answered."""
    page.go_to(1)
    for _step in STEPS:
        for number in (1, 4):
            page.choose(number)
        page.go_on()


def test_the_list_tells_how_far_one_is(study: SelfStudy) -> None:
    assert study.page is not None
    assert list(study.page.rows) == ["m"], "a script of another form is no module"
    assert focused() is study.page.rows["m"]
    assert "20 minutes · 3 steps · not begun" in told(study.page)


def test_a_module_by_keyboard(page: StudyPage, made: Desk) -> None:
    press(Qt.Key.Key_Return)  # begin
    assert page.where.text() == "Step 1 of 3, 2 more after this"
    press(Qt.Key.Key_PageDown)
    assert page.number == 2
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_1)  # choosing again is allowed
    press(Qt.Key.Key_4)
    page.go_on()
    press(Qt.Key.Key_PageUp)
    press(Qt.Key.Key_PageDown)
    assert [each.option for each in kept(made)[0].tried] == ["Bellen", "Iets"]
    press(Qt.Key.Key_Escape)
    assert isinstance(page.window().stack.currentWidget(), StudiesPage)  # type: ignore[attr-defined]


def test_every_answer_explains_itself_once_one_is_chosen(page: StudyPage) -> None:
    page.go_to(2)
    assert isinstance(page.sheet, StepSheet)
    first, second = page.sheet.questions
    assert "Want" not in told(page.sheet)
    assert not first.rows[0].why.isVisibleTo(first)
    page.choose(2)
    assert [row.why.isVisibleTo(first) for row in first.rows] == [True, True]
    assert first.rows[0].verdict.text() == "This fits."
    assert first.rows[1].verdict.text() == "You chose this. Something else fits better."
    assert first.advice.text() == "No harm done. Read why, and choose again if you like."
    assert not second.rows[0].why.isVisibleTo(second), "the other question still waits"
    assert second.rows[0].why.toPlainText() == "Want <b>nee</b>"
    page.choose(9)  # there is no such answer


def test_a_click_anywhere_in_an_answer_chooses_it(page: StudyPage, qtbot: QtBot) -> None:
    page.go_to(2)
    assert isinstance(page.sheet, StepSheet)
    row = page.sheet.questions[0].rows[1]
    qtbot.mouseClick(row, Qt.MouseButton.RightButton)
    assert not page.study.tried
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert page.study.tried[0].option == "Wachten"


def test_a_private_line_is_kept_as_it_is_typed_and_takes_digits(page: StudyPage, made: Desk) -> None:
    page.go_to(1)
    assert isinstance(page.sheet, StepSheet)
    page.sheet.lines["begin/drempel"].field.setFocus()
    typed("1 keer <b>")
    page.hide()
    assert noted(kept(made)[0], "begin/drempel") == "1 keer <b>"


def test_at_the_end_stands_what_was_written_before(page: StudyPage) -> None:
    page.go_to(1)
    assert isinstance(page.sheet, StepSheet)
    page.sheet.lines["begin/drempel"].field.setPlainText("dat <b>ik</b> het mis heb")
    page.go_to(3)
    assert "dat <b>ik</b> het mis heb" in told(page.sheet)
    page._together(several=True)
    page.go_to(3)
    assert "dat <b>ik</b> het mis heb" not in told(page.sheet)


def test_it_goes_on_where_it_was(page: StudyPage, study: SelfStudy, window: MainWindow) -> None:
    page.go_to(2)
    page.left.emit()
    study.open("m")
    again = window.stack.currentWidget()
    assert isinstance(again, StudyPage)
    assert again.number == 2


def test_with_others_the_private_lines_are_folded(page: StudyPage) -> None:
    page.sheet.together.setChecked(True)  # type: ignore[attr-defined]
    page.go_to(1)
    assert isinstance(page.sheet, StepSheet)
    line = page.sheet.lines["begin/drempel"]
    assert not line.field.isVisibleTo(page)
    line.open.click()
    assert focused() is line.field
    page.go_to(2)
    assert "First everybody chooses in silence. Then choose one together." in told(page.sheet)


def test_what_is_open_is_told_at_the_end_and_can_be_gone_to(page: StudyPage) -> None:
    page.go_to(2)
    page.go_to(4)
    assert isinstance(page.sheet, LastSheet)
    assert list(page.sheet.steps) == ["begin", "vragen", "slot"]
    assert "Vragen: a question is open" in told(page.sheet)
    page.sheet.steps["vragen"].click()
    assert page.number == 2


def test_all_done_is_told_in_the_list(page: StudyPage, study: SelfStudy, qtbot: QtBot) -> None:
    through(page)
    assert isinstance(page.sheet, LastSheet)
    assert page.sheet.heading.text() == "This module is done"
    page.left.emit()
    qtbot.waitUntil(lambda: study.page is not None and "done on 24 november 2026" in told(study.page))
    assert study.page is not None
    assert study.page.rows["m"].text() == "Look again"


def test_the_paper_says_who_and_what(page: StudyPage) -> None:
    through(page)
    sheet = page.sheet
    assert isinstance(sheet, LastSheet)
    assert not sheet.make.isEnabled()
    sheet.name.setText(" Mo  Bakker ")
    assert sheet.make.isEnabled()
    assert (sheet.job.name, sheet.job.finished.on, sheet.job.house) == ("Mo Bakker", NOW.date(), None)


def test_beginning_once_more_keeps_that_it_was_done(page: StudyPage, study: SelfStudy, window: MainWindow) -> None:
    through(page)
    sheet = page.sheet
    assert isinstance(sheet, LastSheet)
    sheet.again.click()
    assert isinstance(study.dialog, Question)
    study.dialog.accept()
    again = window.stack.currentWidget()
    assert isinstance(again, StudyPage)
    assert (again.number, len(again.study.finished), again.study.tried) == (0, 1, ())


def test_progress_goes_by_a_name(study: SelfStudy, page: StudyPage, qtbot: QtBot, made: Desk) -> None:
    page.go_to(2)
    page.left.emit()
    assert study.page is not None
    study.page.name_wanted.emit()
    assert isinstance(study.dialog, NameDialog)
    assert not study.dialog.accept_button.isEnabled()
    study.dialog.name.setText("Fatima")
    study.dialog.accept()
    assert study.page.learner.currentText() == "Fatima"
    study.open("m")
    other = page.window().stack.currentWidget()  # type: ignore[attr-defined]
    assert other.number == 0
    other.go_to(1)
    qtbot.waitUntil(lambda: {each.learner for each in kept(made)} == {"", "Fatima"})


def test_who_learnt_last_is_who_learns(study: SelfStudy, made: Desk, knowledge: Knowledge) -> None:
    made.store.ask(lambda connection: self_study.keep(connection, begin("s", "Mo", MODULE), NOW)).result(10)
    study.learner = None
    study.keeper.ask()
    made.store.ask(lambda _connection: None).result(10)
    room.enter(knowledge)
    assert knowledge.findChildren(SelfStudy) == [study]


def test_erasing_takes_away_what_is_of_this_learner(
    study: SelfStudy, page: StudyPage, made: Desk, qtbot: QtBot
) -> None:
    made.store.ask(lambda connection: self_study.keep(connection, begin("s", "Mo", MODULE), NOW)).result(10)
    page.go_to(1)
    page.left.emit()
    qtbot.waitUntil(lambda: len(study.keeper.studies) == 2)
    assert study.page is not None
    study.page.forget_wanted.emit()
    assert isinstance(study.dialog, Question)
    study.dialog.accept()
    qtbot.waitUntil(lambda: [each.learner for each in kept(made)] == ["Mo"])


def test_a_module_that_is_gone_is_told(study: SelfStudy, made: Desk, qtbot: QtBot) -> None:
    gone = replace(begin("s", "", MODULE), module_id="weg", title="Self-study: weg")
    made.store.ask(lambda connection: self_study.keep(connection, gone, NOW)).result(10)
    study.keeper.ask()
    qtbot.waitUntil(
        lambda: study.page is not None and "This module is not on this laptop any more." in told(study.page)
    )
    study.open("weg")  # nothing happens


def test_an_own_module_counts_and_may_change(study: SelfStudy, made: Desk, knowledge: Knowledge, qtbot: QtBot) -> None:
    own = replace(MODULE, id="eigen", title="Self-study: eigen")
    shelf = made.services.shelf()
    shelf.create(_indexed(own), as_text(SCRIPT_FILES.declare(), own)).result(10)
    room.enter(knowledge)
    qtbot.waitUntil(lambda: study.page is not None and "eigen" in study.page.rows)
    study.open("eigen")
    page = knowledge.page.window().stack.currentWidget()  # type: ignore[attr-defined]
    page.go_to(1)
    page.go_to(2)
    changed = replace(own, steps=(replace(STEPS[0], audience_text="Anders."), *STEPS[1:]))
    shelf.save(_indexed(changed), as_text(SCRIPT_FILES.declare(), changed)).result(10)
    room.enter(knowledge)
    qtbot.waitUntil(lambda: study.page is not None and "the module has changed since" in told(study.page))


def _indexed(script: Script) -> Indexed:
    return Indexed(ItemKey(ItemKind.SCRIPT, script.id), script.title, (), Facets(form=script.form))


def test_a_card_is_at_hand(page: StudyPage, window: MainWindow, qtbot: QtBot) -> None:
    page.go_to(2)
    assert isinstance(page.sheet, StepSheet)
    assert list(page.sheet.cards) == ["kaart"], "a card that is not there is not offered"
    page.sheet.cards["kaart"].click()
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), CardPage))
    card = window.stack.currentWidget()
    assert isinstance(card, CardPage)
    card.left.emit()
    assert window.stack.currentWidget() is page, "back is the step it was opened from"
    assert (page.number, focused()) == (2, page.forward)


def test_page_down_reads_on_before_it_goes_on(page: StudyPage, window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1024, 480)
    page.go_to(1)
    assert isinstance(page.sheet, StepSheet)
    bar = page.sheet.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    page.sheet.lines["begin/drempel"].field.setFocus()
    press(Qt.Key.Key_PageDown)
    assert (page.number, bar.value() > 0) == (1, True)
    bar.setValue(bar.maximum())
    press(Qt.Key.Key_PageDown)
    assert page.number == 2
    press(Qt.Key.Key_PageUp)
    assert page.number == 1


def test_a_library_that_does_not_open_leaves_what_ships(
    study: SelfStudy, knowledge: Knowledge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_shelf: object) -> None:
        raise DiskFull

    monkeypatch.setattr(modules, "from_shelf", damaged)
    with qtbot.waitSignal(knowledge.failed):
        study.enter()
    qtbot.waitUntil(lambda: study.page is not None and list(study.page.rows) == ["m"])


def test_a_full_disk_is_told_and_nothing_is_lost(
    page: StudyPage, knowledge: Knowledge, made: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = self_study.keep

    def full(*_given: object) -> None:
        raise DiskFull

    monkeypatch.setattr(self_study, "keep", full)
    with qtbot.waitSignal(knowledge.failed):
        page.go_to(1)
    assert page.number == 1
    monkeypatch.setattr(self_study, "keep", keep)
    page.go_to(2)
    qtbot.waitUntil(lambda: bool(kept(made)) and kept(made)[0].at == "vragen")


def test_it_is_no_session_and_no_agreement(page: StudyPage, made: Desk) -> None:
    through(page)
    assert made.store.ask(overview.sessions).result(10) == ()


def test_back_in_the_list_the_keyboard_is_at_the_module_one_was_in(study: SelfStudy, page: StudyPage) -> None:
    page.left.emit()
    assert study.page is not None
    assert study.page.last == "m"
    other, here = (replace(MODULE, id=module_id) for module_id in ("a", "m"))
    study.page.show_studies((other, here), (), "")
    assert focused() is study.page.rows["m"]
