"""A card in words: what it claims, its figures with year and source, and the questions of its instrument."""

from __future__ import annotations

import pytest

from facilitator.core.card import Card
from facilitator.ui.casuistry.library.card_words import card_words
from tests.shipped import shipped_library

CARDS = {card.id: card for card in shipped_library().cards}


def test_a_fact_check_says_the_claim_what_it_is_worth_and_what_to_say() -> None:
    words = card_words(CARDS["feit-scheiden-stopt-geweld"])
    assert "‘Scheiden stopt het geweld.’ **That is not right.**" in words
    assert words.index("What you can say") < words.index("How strong that is") < words.index("Read on")


def test_a_figure_has_its_year_source_and_day() -> None:
    words = card_words(CARDS["advies-of-melding"])
    assert "**ongeveer 66.000 meldingen in een halfjaar** (2025)." in words
    assert "Look for a newer one after 30 juni 2027." in words


def test_an_instrument_says_where_each_answer_leads() -> None:
    words = card_words(CARDS["instrument-afwegingskader"])
    assert "**Nee, het vermoeden is weg** → Je sluit af en legt het vast" in words
    assert "**Ja, ik heb nog een vermoeden** → question 2" in words
    assert "**geborgd**" in card_words(CARDS["instrument-preventiescan"])


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_everything_on_a_card_can_be_read(card: Card) -> None:
    words = card_words(card)
    for text in (card.summary, *card.signals, *card.to_do, *card.not_to_do):
        assert text in words
    for outcome in () if card.instrument is None else card.instrument.outcomes:
        assert outcome.title in words
