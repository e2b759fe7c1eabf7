"""Which knowledge cards belong to where a meeting is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from facilitator.core.card import Card
from facilitator.core.casus import Case, Moment
from facilitator.core.session import Session
from facilitator.core.text import fold

_folded = lru_cache(maxsize=1024)(fold)
"""The same few themes are held against each other at every step."""

MOST_SUITED = 5
"""So many cards that nobody named are put at hand at a moment of a case: more would have to be searched again."""


def at_hand(session: Session, cards: Sequence[Card]) -> tuple[Card, ...]:
    """Give the cards of the present step, in its order; at a moment of a case also those that suit it, best first.

    A card that a step names and that is not there any more is left out.
    """
    there = {card.id: card for card in cards}
    named = tuple(there[card_id] for card_id in dict.fromkeys(session.step.cards) if card_id in there)
    case, moment = session.case, session.moment
    if case is None or moment is None:
        return named
    scored = [(_suits(card, case, moment), card) for card in cards if card not in named]
    suited = sorted((each for each in scored if each[0] >= _LEAST), key=lambda each: -each[0])
    return (*named, *(card for _score, card in suited[:MOST_SUITED]))


def gone(session: Session, cards: Sequence[Card]) -> int:
    """How many cards the present step names that are not there any more."""
    there = {card.id for card in cards}
    return len(set(session.step.cards) - there)


_LEAST = 3
"""A card suits a moment by a theme of its case, or by its step of the meldcode and its phase together: either of those
two alone would bring the same cards at every case."""


def _suits(card: Card, case: Case, moment: Moment) -> int:
    """How well a card suits a moment: what the case is about weighs most, then where the moment is."""
    themes = {_folded(theme) for theme in case.themes}
    shared = sum(_folded(theme) in themes for theme in card.themes)
    return 3 * shared + 2 * (moment.meldcode_step in card.steps) + (moment.phase in card.phases)


def next_claim(session: Session, cards: Sequence[Card]) -> Card | None:
    """The fact check to go on with: the first after the one shown last, round again, that was not shown yet."""
    claims = [card for card in cards if card.fact_check is not None]
    shown = {card.id for card in session.course.cards_shown}
    asked = [card.id for card in session.course.cards_shown if card.claim is not None]
    last = next((number for number, card in enumerate(claims) if asked and card.id == asked[-1]), -1)
    return next((card for card in (*claims[last + 1 :], *claims[: last + 1]) if card.id not in shown), None)
