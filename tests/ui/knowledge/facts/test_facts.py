"""Facts and fables: a claim at a time, guessed of before it is answered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.core.card import Figure, Verdict
from facilitator.core.script import Source
from facilitator.ui.knowledge.facts.answer_words import answer_words
from facilitator.ui.knowledge.facts.facts_page import FactsPage
from facilitator.ui.knowledge.facts.guessing import Guessing, checked, guessing
from tests.shipped import shipped_library
from tests.ui.console.test_cards import FACT, OTHER, STEPS

THIRD = replace(OTHER, id="feit-c", fact_check=replace(checked(OTHER), claim="Het is zo.", verdict=Verdict.TRUE))
KEYS = Qt.Key


@pytest.fixture
def page(qtbot: QtBot) -> FactsPage:
    """Three claims, in sight."""
    page = FactsPage((FACT, STEPS, OTHER, THIRD))
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.enter()
    return page


def press(page: FactsPage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.focusWidget() or page, key)


def test_guess_first_and_then_see_what_the_sources_say(page: FactsPage) -> None:
    assert (page.claim.text(), page.answer.isVisible()) == ("Kinderen merken niets.", False)
    assert "merken het" not in page.answer.toPlainText()
    QTest.keyClick(page.focusWidget() or page, KEYS.Key_1, Qt.KeyboardModifier.AltModifier)
    assert not page.answer.isVisible()
    press(page, KEYS.Key_1)
    assert page.verdict.text() == "Not true. You guessed: true."
    assert "Zij merken het." in page.answer.toPlainText()
    assert [button.isVisible() for button in page.guesses] == [False] * 3
    press(page, KEYS.Key_3)  # a first guess stands
    assert page.verdict.text() == "Not true. You guessed: true."


def test_a_whole_round_by_keyboard(page: FactsPage) -> None:
    for key in (KEYS.Key_3, KEYS.Key_2):
        press(page, key, KEYS.Key_Return)
    assert page.where.text() == "Claim 3 of 3"
    press(page, KEYS.Key_1)
    assert page.verdict.text().endswith("2 of your 3 guesses are what the sources say.")
    press(page, KEYS.Key_Return)
    assert (page.where.text(), page.answer.isVisible()) == ("Claim 1 of 3", False)
    assert {row.below for row in page.list.rows} == {""}


def test_any_claim_is_chosen_from_the_list_and_what_was_guessed_stays(page: FactsPage) -> None:
    page.guesses[2].click()
    page.list.choose("2")
    page.list.setFocus()
    press(page, KEYS.Key_Return)
    assert page.claim.text() == "Het is zo."
    press(page, KEYS.Key_Return)  # on an answer: that is a guess
    press(page, KEYS.Key_Return)
    assert page.claim.text() == "Het stopt vanzelf."
    page.list.clicked.emit(page.list.model().index(0, 0))
    assert page.verdict.text() == "Not true. You guessed that too."
    page.list.clicked.emit(page.list.model().index(0, 0))
    assert [row.below for row in page.list.rows] == ["Not true", "", "True"]


def test_the_way_out_and_the_whole_card(page: FactsPage, qtbot: QtBot) -> None:
    press(page, KEYS.Key_2)
    with qtbot.waitSignal(page.card_wanted) as told:
        page.whole.click()
    assert told.args == ["feit-a"]
    with qtbot.waitSignal(page.left):
        press(page, KEYS.Key_Escape)
    with qtbot.waitSignal(page.left):
        page.back.click()
    press(page, KEYS.Key_F5)  # not its own


def test_every_claim_that_ships_can_be_guessed() -> None:
    cards = shipped_library().cards
    now = guessing(cards)
    assert len(now.cards) >= 13
    for card in now.cards:
        told = answer_words(card)
        assert checked(card).may_say.strip() in told
        assert all(figure.value in told for figure in card.figures)
        now = now.guessed(checked(card).verdict).to(now.following if now.following is not None else 0)
    assert (now.following, now.alike) == (None, len(now.cards))


def test_a_claim_without_strength_and_one_of_extreme_length(qtbot: QtBot) -> None:
    figure = Figure("9 op 10", 2020, "Van\nalles.", Source("CBS", ""))
    long = replace(FACT, figures=(figure,), fact_check=replace(checked(FACT), claim="w " * 5_000, strength=""))
    page = FactsPage((long,))
    qtbot.addWidget(page)
    page.guesses[0].click()
    assert "How strong" not in page.answer.toPlainText()
    assert "9 op 10 (2020). Van alles." in page.answer.toPlainText()


def test_what_is_not_there_is_not_gone_to() -> None:
    now = guessing((FACT, OTHER))
    assert (now.to(5), now.to(-1)) == (now, now)
    with pytest.raises(ValueError, match="stappen"):
        checked(STEPS)
    assert Guessing((FACT,)).guessed(Verdict.TRUE).guessed(Verdict.FALSE).guess is Verdict.TRUE


def test_a_card_without_a_claim_is_left_out() -> None:
    assert [card.id for card in guessing((FACT, STEPS)).cards] == ["feit-a"]
