"""Answers as they come: shown, hidden, changed, tied, removed, made an agreement; all from the keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from facilitator.core.script import Reveal
from tests.builders import Table
from tests.ui.console.conftest import Led


@pytest.fixture
def full(led: Led) -> Led:
    """Three answers, none of them shown."""
    for text in ("Een", "@pol Twee voor 1 dec", "Drie"):
        led.type(text, "Return")
    return led


def shown(led: Led) -> list[str]:
    return [answer.text for answer in led.session.answers_here() if answer.shown]


def test_the_list_tells_what_the_room_sees(full: Led) -> None:
    full.press("F8")
    rows = full.console.step.answers.list.rows
    assert [(row.pill, row.aside) for row in rows] == [("shown", ""), ("not shown", "Politie"), ("not shown", "")]
    assert full.console.step.answers.count.text() == "3 answers, 1 on the screen"


def test_reveal_one_the_chosen_one_and_all(full: Led) -> None:
    full.press("F8")
    assert shown(full) == ["Een"]
    full.press("Up", "F8")
    assert shown(full) == ["Een", "Drie"]
    full.press("Shift+F8")
    assert len(shown(full)) == 3
    full.press("F8")
    assert full.strip == "There is no answer to show here."


def test_hide_the_last_or_the_chosen_one(full: Led) -> None:
    full.press("Shift+F8", "Ctrl+F8")
    assert shown(full) == ["Een", "Twee voor 1 dec"]
    full.press("Up", "Up", "Up", "Ctrl+F8")
    assert shown(full) == ["Twee voor 1 dec"]
    full.press("Escape", "Ctrl+F8", "Ctrl+F8")
    assert full.strip == "There is no answer on the screen."


def test_an_agreement_of_the_newest_or_the_chosen_answer(full: Led) -> None:
    full.press("F9", "Up", "Up", "F9")
    newest, chosen = full.session.notebook.agreements
    assert newest.what == "Drie"
    assert (chosen.what, chosen.owner_id, str(chosen.deadline)) == ("Twee", "p-pol", "2026-12-01")
    assert chosen.origin.answer_id == full.session.answers_here()[1].id
    assert full.strip == "Agreement made: Twee"


def test_no_agreement_of_nothing(led: Led) -> None:
    led.press("F9")
    assert led.strip == "There is no answer yet to make an agreement of."


def test_an_answer_is_put_right_in_the_line_and_tied_elsewhere(full: Led) -> None:
    full.type("nog iets")
    full.press("Up", "Up", "Ctrl+E")
    assert full.line == '@"Politie" Twee voor 1 dec'
    full.console.step.entry.field.setText("@wijk Twee, beter")
    full.press("Return")
    answer = full.session.answers_here()[1]
    assert (answer.text, answer.partner_id) == ("Twee, beter", "p-wijk")
    assert full.line == "nog iets"


def test_enter_on_an_empty_line_opens_the_chosen_answer(full: Led) -> None:
    full.press("Up", "Return")
    assert full.line == "Drie"
    assert full.console.step.entry.chip.text() == "Change the answer"
    full.press("Escape")
    assert (full.line, full.answers()[-1]) == ("", "Drie")


def test_remove_the_chosen_one_and_take_that_back(full: Led) -> None:
    full.press("Ctrl+Delete")
    assert full.strip.startswith("Choose first")
    full.press("Up", "Ctrl+Delete")
    assert full.answers() == ["Een", "Twee voor 1 dec"]
    full.press("Ctrl+Z")
    assert full.answers()[-1] == "Drie"


def test_ctrl_delete_in_typed_text_removes_a_word_and_no_answer(full: Led) -> None:
    full.press("Up")
    full.type("een woord", "Ctrl+Backspace")
    assert len(full.answers()) == 3


def test_the_menu_of_an_answer_ties_it_to_another_organisation(full: Led) -> None:
    answer = full.session.answers_here()[0]
    full.console.menus.answer(answer.id, QPoint(10, 10))
    menu = full.console.menus.last
    tie = menu.findChild(QMenu)
    assert isinstance(tie, QMenu)
    next(act for act in tie.actions() if act.text() == "Veilig Thuis").trigger()
    assert full.session.answers_here()[0].partner_id == "p-vt"
    menu.close()


def test_answers_of_a_step_that_never_shows_them_have_no_such_button(lead: Callable[..., Led]) -> None:
    led = lead(Table().started().at_step("schaal"))
    led.type("7", "Return")
    assert led.session.step.reveal is Reveal.NEVER
    assert led.console.step.answers.list.rows[0].pill == ""
    assert not led.console.step.answers.all.isEnabled()
    led.press("Shift+F8")
    assert led.strip == "There is no answer to show here."


def test_a_step_change_brings_its_own_answers(full: Led) -> None:
    full.press("PageDown")
    assert full.console.step.answers.list.rows == ()
    full.press("PageUp")
    assert len(full.console.step.answers.list.rows) == 3
