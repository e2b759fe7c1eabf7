"""Knowledge cards on the console: read in private, put before the room, and a claim that is guessed of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.core.audience import Scene, audience_view
from facilitator.core.card import Card, FactCheck, Verdict
from facilitator.core.events import SessionClosed
from facilitator.ui.console.card_panel import CardPanel
from tests.builders import SCRIPT, Table
from tests.ui.console.conftest import Led, in_sight

DAY = date(2026, 1, 1)
STEPS = Card("stappen", "De vijf stappen", ("meldcode",), "Zo loopt het.", "Een lang verhaal.", (), DAY)
SIGNS = Card("signalen", "Rode vlaggen", ("signalen",), "Hier let je op.", "Ook lang.", (), DAY, to_do=("Vraag door.",))
SAID = FactCheck("Kinderen merken niets.", Verdict.FALSE, "‘Zij merken het.’")
FACT = Card("feit-a", "Merken kinderen niets?", ("feitencheck",), "Zij merken het.", "Lang.", (), DAY, fact_check=SAID)
OTHER = replace(FACT, id="feit-b", title="Stopt het vanzelf?", fact_check=replace(SAID, claim="Het stopt vanzelf."))
CARDS = (FACT, SIGNS, STEPS, OTHER)


@pytest.fixture
def led(lead: Callable[..., Led]) -> Led:
    """A meeting at a step with a card, and one that is gone."""
    step = replace(SCRIPT.steps[1], cards=("stappen", "weg"))
    table = Table(replace(SCRIPT, steps=(SCRIPT.steps[0], step, *SCRIPT.steps[2:]))).started().at_step("nodig")
    led = lead(table)
    led.console.commands.knowledge.offer_cards(lambda: CARDS)
    QApplication.processEvents()
    return led


@pytest.fixture
def panel(led: Led) -> CardPanel:
    """The panel, opened with its key."""
    led.press("Ctrl+I")
    panel = led.console.panels.cards
    assert panel.isVisible()
    return panel


def ids(panel: CardPanel) -> list[str]:
    return [row.id for row in panel.list.rows]


def test_the_console_says_quietly_what_is_at_hand(led: Led) -> None:
    assert led.console.step.cards.words.text() == "Cards at hand: De vijf stappen"
    led.press("PageDown")
    assert not led.console.step.cards.isVisible()


def test_the_key_shows_the_card_that_is_chosen_while_another_is_before_the_room(led: Led, panel: CardPanel) -> None:
    panel.list.choose("stappen")
    led.press("Ctrl+Shift+I")
    panel.list.choose("signalen")
    assert "Show" in panel.show_it.text()
    led.press("Ctrl+Shift+I")
    shown = led.session.course.card
    assert shown is not None
    assert shown.id == "signalen"
    led.press("Ctrl+Shift+I")
    assert led.session.course.card is None


def test_the_key_takes_away_where_no_card_is_found(led: Led, panel: CardPanel) -> None:
    led.press("Ctrl+Shift+I")
    led.type("xyzzy")
    led.press("Ctrl+Shift+I")
    assert led.session.course.card is None
    led.press("Ctrl+Shift+I")
    assert panel.hint.text() == "No card has all of these words. Type fewer of them."


def test_those_at_hand_come_first_and_what_is_typed_filters_the_others(led: Led, panel: CardPanel) -> None:
    assert ids(panel) == ["stappen", "feit-a", "signalen", "feit-b"]
    assert panel.list.rows[0].pill == "at hand"
    assert panel.gone.text() == "1 card of this step is gone."
    led.type("VLAGGEN")
    assert ids(panel) == ["signalen"]
    assert (panel.name.text(), "Vraag door." in panel.reader.toPlainText()) == ("Rode vlaggen", True)
    led.type("x")
    assert (ids(panel), panel.card, panel.show_it.isEnabled()) == ([], None, False)
    led.press("Down", "Escape")
    assert not panel.isVisible()


def test_reading_shows_the_room_nothing(led: Led, panel: CardPanel) -> None:
    led.press("Down", "Down", "Up", "Return")
    assert panel.reader.hasFocus()
    assert panel.name.text() == "Merken kinderen niets?"
    assert audience_view(led.session).scene is Scene.PAGE
    panel.list.setFocus()
    led.press("Return")
    assert panel.reader.hasFocus()


def test_one_key_shows_the_card_at_hand_and_takes_it_away(led: Led) -> None:
    led.press("Ctrl+Shift+I")
    assert (audience_view(led.session).scene, audience_view(led.session).title) == (Scene.CARD, "De vijf stappen")
    assert led.console.step.cards.words.text() == "Before the room: De vijf stappen"
    assert led.console.step.head.seen.text() in {"● a card", "no room screen"}
    led.press("Ctrl+Shift+I")
    assert audience_view(led.session).scene is Scene.PAGE
    led.press("PageDown", "Ctrl+Shift+I")
    assert led.strip == "No card belongs to this step. Ctrl+I looks one up."


def test_the_same_key_shows_what_is_chosen_in_the_panel(led: Led, panel: CardPanel) -> None:
    led.type("vlaggen", "Ctrl+Shift+I")
    assert audience_view(led.session).title == "Rode vlaggen"
    assert (panel.away.isVisible(), panel.show_it.isVisible()) == (True, False)
    assert panel.list.rows[0].pill == "before the room"
    panel.away.click()
    assert audience_view(led.session).scene is Scene.PAGE
    assert panel.list.rows[0].pill == "shown"


def test_a_round_of_fact_checks(led: Led, panel: CardPanel) -> None:
    led.type("kinderen", "Ctrl+Shift+I")
    assert (audience_view(led.session).scene, panel.claim.isVisible()) == (Scene.CLAIM, True)
    led.press("1", "3", "3")
    panel.guesses.fewer[2].click()
    panel.guesses.more[1].click()
    assert [label.text() for label in panel.guesses.counts] == ["1", "1", "1"]
    seen = audience_view(led.session).claim
    assert seen is not None
    assert (seen.guesses, seen.answer) == (None, None)
    led.press("Shift+F8", "F8")
    seen = audience_view(led.session).claim
    assert seen is not None
    assert seen.guesses == (1, 1, 1)
    assert seen.answer is not None
    led.press("N")
    assert audience_view(led.session).title == "Het stopt vanzelf."
    led.press("N")
    assert panel.hint.text() == "Every fact check was asked. Choose one to ask it again."


def test_what_was_shown_too_early_is_hidden_again(led: Led, panel: CardPanel) -> None:
    led.type("kinderen", "Ctrl+Shift+I", "1", "Shift+F8", "F8", "Ctrl+F8")
    seen = audience_view(led.session).claim
    assert seen is not None
    assert (seen.guesses, seen.answer) == ((1, 0, 0), None)
    led.press("Ctrl+F8", "Ctrl+Z")
    seen = audience_view(led.session).claim
    assert seen is not None
    assert (seen.guesses, led.session.notebook.guesses) == (None, ())
    for button in (panel.counts_shown, panel.counts_shown, panel.reveal, panel.reveal):
        button.click()
    assert led.session.course.revealed == ()


def test_a_claim_is_revealed_from_the_typing_line_too(led: Led, panel: CardPanel) -> None:
    led.type("kinderen", "Ctrl+Shift+I", "2", "Escape")
    assert "partly true 1" in led.console.step.cards.words.text()
    assert led.console.step.cards.reveal.isVisible()
    led.press("F8")
    assert led.session.course.revealed == ("feit-a",)
    led.press("Ctrl+I")
    assert (panel.card, panel.guesses.more[0].hasFocus()) == (FACT, True)


def test_a_digit_in_the_search_is_a_word_to_search(led: Led, panel: CardPanel) -> None:
    led.type("kinderen", "Ctrl+Shift+I")
    panel.search.setFocus()
    led.type("1")
    assert (panel.search.text(), led.session.notebook.guesses) == ("kinderen1", ())


def test_it_is_folded_where_the_room_sees_this_screen(led: Led, panel: CardPanel) -> None:
    led.type("kinderen", "Ctrl+Shift+I", "1", "F12")
    assert not panel.isVisible()
    assert led.console.step.cards.words.text() == "Before the room: Kinderen merken niets."  # no count of hands
    assert "Zij merken het." not in in_sight(led.console)
    led.press("Ctrl+I")
    assert not panel.isVisible()
    led.press("F12")
    assert panel.isVisible()


def test_where_there_are_none_or_the_session_is_closed_it_says_so(led: Led) -> None:
    led.console.commands.knowledge.offer_cards(tuple)
    led.press("Ctrl+I")
    assert led.strip == "There are no knowledge cards here."
    led.running.do(SessionClosed)
    led.press("Ctrl+I")
    assert not led.console.panels.cards.isVisible()


def test_the_card_that_was_shown_needs_no_library(led: Led, panel: CardPanel) -> None:
    led.type("kinderen", "Ctrl+Shift+I", "Escape")
    led.console.commands.knowledge.offer_cards(lambda: (STEPS,))
    QApplication.processEvents()
    led.press("Ctrl+I")
    assert (ids(panel), panel.claim.isVisible()) == (["stappen"], False)
    led.press("F8", "Escape", "Ctrl+Shift+I")
    assert (audience_view(led.session).scene, led.session.course.revealed) == (Scene.PAGE, ("feit-a",))


def test_one_of_your_own_that_may_tell_of_somebody_is_not_there_and_that_is_said(led: Led) -> None:
    led.console.commands.knowledge.offer_cards(lambda: (STEPS, SIGNS), lambda: 2)
    led.console.step.cards.renew()
    led.press("Ctrl+I")
    panel = led.console.panels.cards
    assert ids(panel) == ["stappen", "signalen"]
    assert panel.gone.text().endswith("2 cards of your own may hold personal data. Check them in the library first.")


def test_that_one_s_own_could_not_be_read_is_said(led: Led) -> None:
    led.console.commands.knowledge.offer_cards(lambda: (STEPS, SIGNS), unread=lambda: True)
    led.press("Ctrl+I")
    panel = led.console.panels.cards
    assert ids(panel) == ["stappen", "signalen"]
    assert "Your own cards could not be read." in panel.gone.text()


def test_a_card_of_ten_thousand_letters_is_read_and_shown(led: Led) -> None:
    long = replace(STEPS, title="t" * 10_000, summary="s " * 5_000, to_do=("d " * 5_000,) * 3)
    led.console.commands.knowledge.offer_cards(lambda: (long,))
    QApplication.processEvents()
    led.press("Ctrl+I", "Ctrl+Shift+I")
    assert audience_view(led.session).title == long.title
    panel = led.console.panels.cards
    assert panel.name.height() < panel.height() / 3
    assert panel.height() <= led.console.height()
