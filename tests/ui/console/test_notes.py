"""Private notes and the parking lot: written, changed, put in the report one by one, removed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.core.casus import Weighing
from facilitator.core.events import DetailsChanged, Screen
from facilitator.core.quick_line import read_line
from facilitator.ui.console.changed_words import changed_words
from facilitator.ui.console.guidance import guidance_text
from facilitator.ui.console.reading import Mode, read_typed
from tests.builders import CASE, CASE_SCRIPT, Table
from tests.ui.console.conftest import Led


@pytest.fixture
def noted(led: Led) -> Led:
    """A note and something parked."""
    led.press("F2")
    led.type("Rustig blijven", "Return", "F3")
    led.type("Wie betaalt de tolk", "Return")
    return led


def menu(led: Led, text: str) -> None:
    next(act for act in led.console.menus.last.actions() if act.text() == text).trigger()
    led.console.menus.last.close()


def test_a_note_is_changed_in_the_line(noted: Led) -> None:
    rows = noted.console.step.notes.list
    rows.setFocus()
    rows.choose(noted.session.notebook.notes[0].id)
    noted.press("Ctrl+E")
    assert noted.line == "Rustig blijven"
    noted.type(" en luisteren", "Return")
    assert noted.session.notebook.notes[0].text == "Rustig blijven en luisteren"
    assert noted.line == ""


def test_a_note_goes_in_the_report_only_when_it_is_put_there(noted: Led) -> None:
    rows = noted.console.step.notes.list
    rows.setFocus()
    rows.choose(noted.session.notebook.notes[0].id)
    seen = [noted.session.notebook.notes[0].released]
    for _time in range(2):
        noted.press("Space")
        seen.append(noted.session.notebook.notes[0].released)
    assert seen == [False, True, False]


def test_the_menu_of_a_note(noted: Led) -> None:
    note = noted.session.notebook.notes[0]
    noted.console.menus.note(note.id, QPoint(5, 5))
    menu(noted, "Put in the report")
    assert noted.session.notebook.notes[0].released
    assert noted.console.step.notes.list.rows[0].pill == "in the report ✓"
    noted.console.menus.note(note.id, QPoint(5, 5))
    menu(noted, "Remove")
    assert noted.session.notebook.notes == ()
    assert not noted.console.step.notes.isVisible()


def test_a_note_is_removed_by_key_and_comes_back(noted: Led) -> None:
    rows = noted.console.step.notes.list
    rows.setFocus()
    rows.choose(noted.session.notebook.notes[0].id)
    noted.press("Ctrl+Delete")
    assert noted.session.notebook.notes == ()
    noted.press("Ctrl+Z")
    assert noted.strip == "Taken back: a note"


def test_what_is_parked_becomes_an_agreement_or_goes(noted: Led) -> None:
    item = noted.session.notebook.parked[0]
    noted.console.menus.parked(item.id, QPoint(5, 5))
    menu(noted, "Make an agreement of it")
    entry = noted.console.side.agreements.entry
    assert (entry.field.text(), entry.field.hasFocus()) == ("Wie betaalt de tolk", True)
    noted.console.menus.parked(item.id, QPoint(5, 5))
    menu(noted, "Off the parking lot")
    assert noted.session.notebook.parked == ()


def test_something_is_taken_off_the_parking_lot_by_key(noted: Led) -> None:
    rows = noted.console.side.parking.list
    rows.setFocus()
    rows.choose(noted.session.notebook.parked[0].id)
    noted.press("Ctrl+Delete")
    assert noted.session.notebook.parked == ()
    assert not noted.console.side.parking.isVisible()


def test_the_panic_key_works_over_an_open_menu(noted: Led) -> None:
    noted.console.menus.note(noted.session.notebook.notes[0].id, QPoint(5, 5))
    QTest.keyClick(noted.console.menus.last, Qt.Key.Key_F5)
    assert noted.session.course.screen is Screen.BLACK


def test_the_menu_is_asked_for_with_the_hand(noted: Led) -> None:
    noted.type("Een antwoord", "Return")
    rows = noted.console.step.answers.list
    spot = rows.visualRect(rows.model().index(0, 0)).center()
    reason = QContextMenuEvent.Reason.Mouse
    asked = QContextMenuEvent(reason, spot, rows.viewport().mapToGlobal(spot))
    QApplication.sendEvent(rows.viewport(), asked)
    assert rows.chosen == noted.session.answers_here()[0].id
    menu(noted, "Show to the room")
    assert noted.session.answers_here()[0].shown


def test_menus_of_what_is_gone_do_not_open(led: Led) -> None:
    menus = led.console.menus
    for ask in (menus.answer, menus.note, menus.agreement, menus.parked):
        ask("nergens", QPoint(0, 0))
    assert not hasattr(menus, "last")


def test_ctrl_e_opens_the_chosen_agreement_only_among_agreements(led: Led) -> None:
    led.type("#@pol belt", "Return", "F4", "Up", "Ctrl+E")
    assert led.console.panels.form.isVisible()
    led.press("Escape", "F4", "Up", "Ctrl+Delete")
    assert led.session.notebook.agreements == ()


def test_what_was_taken_back_is_named(led: Led) -> None:
    before = led.session.notebook
    assert changed_words(before, before) == "who is at the table"
    led.running.do(DetailsChanged, details=replace(led.session.details, place="Zuid"))
    assert changed_words(before, led.session.notebook) == "date, place or times"
    led.press("F3")
    led.type("Tolk", "Return", "Ctrl+Z")
    assert led.strip == "Taken back: the parking lot"
    led.type("#Iets", "Return", "Ctrl+Z")
    assert led.strip == "Taken back: an agreement"


def test_the_weighing_of_a_moment_is_told() -> None:
    weighing = Weighing(2, ("Het kind is bang.",), ("Er is steun.",))
    moment = replace(CASE.moments[0], weighing=(weighing,), turning_points=("De bel.",), goes_wrong=("Wachten.",))
    session = Table(CASE_SCRIPT, replace(CASE, moments=(moment,))).started().at_step("casus").session
    text = guidance_text(session)
    for words in ("Weighing question 2", "Yes: Het kind is bang.", "No: Er is steun.", "De bel.", "Wachten."):
        assert words in text


def test_others_that_were_named_stay_in_the_words_of_an_answer() -> None:
    session = Table().started().at_step("nodig").session
    assert read_typed(session, "@pol @veilig delen meer", Mode.ANSWER).text == "Delen meer (Veilig Thuis)"
    assert read_typed(session, "@alle partners bellen", Mode.ANSWER).text == "Bellen (all partners)"
    assert read_line("@pol @veilig delen", session.notebook.partners, session.details.day).text == "Delen"


def test_a_choice_that_is_none_says_which_there_are() -> None:
    session = Table().started().at_step("kies").session
    assert read_typed(session, "misschien", Mode.ANSWER).problem == "Choose from ‘ja’ and ‘nee’."
    assert read_typed(session, "@pol nee", Mode.ANSWER).line.owner_id == "p-pol"
