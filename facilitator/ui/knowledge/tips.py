"""Tips: what the cards say to do, one of each card before the second of any, and no two the same."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from typing import NamedTuple

from facilitator.core.card import Card


class Tip(NamedTuple):
    """Something to do, and the card that says so."""

    text: str
    card_id: str
    card_title: str


def tips_of(cards: Iterable[Card]) -> tuple[Tip, ...]:
    """Give what these cards say to do."""
    by_card = [[Tip(text, card.id, card.title) for text in card.to_do] for card in cards]
    in_turn = (tip for row in zip_longest(*by_card) for tip in row if tip is not None)
    first: dict[str, Tip] = {}
    for tip in in_turn:
        first.setdefault(tip.text, tip)
    return tuple(first.values())
