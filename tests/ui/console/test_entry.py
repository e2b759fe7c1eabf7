"""The typing line: what Enter, @, # and Esc do, and that typed text is never lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.core.events import PartnerRemoved
from facilitator.core.refusal import Refusal
from tests.builders import Table
from tests.ui.console.conftest import Led


def test_enter_adds_and_the_line_is_ready_for_the_next(led: Led) -> None:
    led.type("Een vast gezicht", "Return")
    led.type("@pol Sneller weten", "Return")
    first, second = led.session.answers_here()
    assert (first.text, first.partner_id) == ("Een vast gezicht", None)
    assert (second.text, second.partner_id) == ("Sneller weten", "p-pol")
    assert led.line == ""
    assert led.console.step.entry.field.hasFocus()


def test_at_offers_organisations_and_tab_takes_one(led: Led) -> None:
    led.type("@v")
    offered = led.console.step.entry.suggestions
    assert offered.isVisible()
    assert [row.text for row in offered.rows] == ["Veilig Thuis"]
    led.press("Tab")
    assert led.line == "@Veilig Thuis "
    assert not offered.isVisible()
    led.type("belt terug", "Return")
    assert led.session.answers_here()[0].partner_id == "p-vt"


def test_arrows_choose_among_what_is_offered(led: Led) -> None:
    led.type("@", "Down", "Return")
    assert led.line == "@Veilig Thuis "
    led.press("Escape")
    assert led.line == "@Veilig Thuis "


def test_esc_takes_the_offer_away_and_leaves_the_text(led: Led) -> None:
    led.type("@p", "Escape")
    assert not led.console.step.entry.suggestions.isVisible()
    assert led.line == "@p"


def test_an_unknown_organisation_is_added_by_enter(led: Led) -> None:
    led.type("@GGD wil meedenken", "Return")
    assert led.strip == "GGD is not at the table yet. Add it?"
    assert led.console.step.entry.yes.isVisible()
    led.press("Return")
    assert [p.name for p in led.session.notebook.partners][-1] == "GGD"
    assert led.session.answers_here()[0].partner_id == led.session.notebook.partners[-1].id
    assert not led.console.step.entry.yes.isVisible()


def test_an_unknown_organisation_stays_plain_text_after_esc(led: Led) -> None:
    led.type("@GGD wil meedenken", "Return", "Escape")
    assert led.answers() == ["GGD wil meedenken"]
    assert len(led.session.notebook.partners) == 3


def test_two_unknown_organisations_are_asked_after_in_turn(led: Led) -> None:
    led.type("#@GGD belt @COA", "Return", "Return", "Return", "Return")
    agreement = led.session.notebook.agreements[0]
    assert len(led.session.notebook.partners) == 5
    assert led.session.partner(agreement.owner_id).name == "GGD"  # type: ignore[union-attr]


def test_typing_on_takes_the_question_back(led: Led) -> None:
    led.type("@GGD komt", "Return")
    led.type("!")
    assert not led.console.step.entry.yes.isVisible()
    assert led.line == "@GGD komt!"


def test_a_hash_makes_an_agreement(led: Led) -> None:
    led.type("#@pol belt @veilig voor 1 dec")
    assert led.strip.startswith("agreement: Politie · with Veilig Thuis · before dinsdag 1 december 2026")
    led.press("Return")
    made = led.session.notebook.agreements[0]
    assert (made.owner_id, made.with_ids, str(made.deadline)) == ("p-pol", ("p-vt",), "2026-12-01")
    assert led.answers() == []


def test_an_answer_keeps_its_days_in_words(led: Led) -> None:
    led.type("Terugkoppeling binnen 5 werkdagen", "Return")
    assert led.answers() == ["Terugkoppeling binnen 5 werkdagen"]


def test_only_an_organisation_is_no_answer_yet(led: Led) -> None:
    led.type("@Politie", "Return")
    assert led.answers() == []
    assert (led.line, led.strip) == ("@Politie", Refusal.EMPTY.value)


def test_a_refused_line_stays_and_says_why(lead: Callable[..., Led]) -> None:
    led = lead(Table().started().at_step("schaal"))
    led.type("elf", "Return")
    assert (led.line, led.strip) == ("elf", "Give a whole number from 1 to 10.")
    led.press("Backspace", "Backspace", "Backspace")
    led.type("8", "Return")
    assert led.answers() == ["8"]


@pytest.mark.parametrize("typed", ["ja", "J", "1"])
def test_a_choice_is_known_by_number_word_or_beginning(lead: Callable[..., Led], typed: str) -> None:
    led = lead(Table().started().at_step("kies"))
    led.type(typed, "Return")
    assert led.answers() == ["ja"]


def test_a_step_without_answers_says_what_can_be_done(lead: Callable[..., Led]) -> None:
    led = lead(Table().started())
    led.type("Hallo", "Return")
    assert (led.line, led.strip) == ("Hallo", Refusal.NO_ANSWERS.value)


def test_note_and_parking_lot_use_the_same_line_and_give_it_back(led: Led) -> None:
    led.type("half een antw")
    led.press("F2")
    assert (led.line, led.console.step.entry.chip.text()) == ("", "Note · for you alone")
    led.type("Let op @pol", "Return")
    assert led.session.notebook.notes[0].text == "Let op @pol"
    assert led.line == "half een antw"
    led.press("F3")
    led.type("Tolk", "Return")
    assert [item.text for item in led.session.notebook.parked] == ["Tolk"]
    led.press("F2", "Escape")
    assert led.line == "half een antw"


def test_a_note_after_a_parked_item_keeps_the_first_text(led: Led) -> None:
    led.type("eerst", "F2", "F3", "Escape")
    assert led.line == "eerst"


def test_undo_acts_on_typed_text_first_and_then_on_the_session(led: Led) -> None:
    led.type("Een", "Return")
    led.type("Twee")
    led.press("Ctrl+Z")
    assert (led.line, led.answers()) == ("", ["Een"])
    led.press("Ctrl+Z")
    assert led.answers() == []
    led.press("Ctrl+Shift+Z")
    assert led.answers() == ["Een"]
    assert led.strip == "Made again: an answer"


def test_nothing_to_take_back_is_said_calmly(led: Led) -> None:
    led.press("Ctrl+Z")
    assert led.strip == Refusal.NOTHING_TO_UNDO.value


def test_an_event_that_does_not_fit_leaves_the_text(led: Led) -> None:
    led.running.do(PartnerRemoved, partner_id="nobody")
    assert led.strip == Refusal.UNKNOWN.value
    led.type("Nog steeds hier")
    assert led.line == "Nog steeds hier"


def test_markup_and_right_to_left_text_are_only_text(led: Led) -> None:
    text = "<b>vet</b> & <img src=x> שלום"
    led.console.step.entry.field.setText(text)
    led.press("Return")
    assert led.answers() == [text]
    assert led.console.step.answers.list.rows[0].text == text
    QApplication.processEvents()


def test_what_is_offered_goes_when_the_keyboard_goes(led: Led) -> None:
    led.type("@p")
    led.console.programme.take_keyboard()
    assert not led.console.step.entry.suggestions.isVisible()


def test_the_space_bar_presses_the_pill_of_a_chosen_row(led: Led) -> None:
    led.type("Een", "Return")
    rows = led.console.step.answers.list
    rows.setFocus()
    rows.choose(led.session.answers_here()[0].id)
    led.press("Space")
    assert led.session.answers_here()[0].shown
