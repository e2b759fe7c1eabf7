"""What is doubtful about the cards of a pack, held against the cards there are: told, and left to who imports.

A card contradicts another when it has its id and says something else; it doubles another when it has its title, or
nearly its text; and it may name no source. Only the first cannot come in: of two cards with one id nobody knows which
is read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from facilitator.core.card import Card
from facilitator.core.text import fold

NEAR: Final = 0.6
"""Two texts are nearly the same when they share so much of the longer one. Our own cards share 0.14 at most."""
_PIECE: Final = 4  # words that stand together


class Kind(StrEnum):
    """What is doubtful."""

    CONTRADICTS = "contradicts"
    SAME_TITLE = "same-title"
    NEAR_TEXT = "near-text"
    NO_SOURCE = "no-source"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing. `other` is the title of the card that it is about; empty where there is none."""

    kind: Kind
    other: str = ""


class Shelf:
    """The cards there are, to be asked about one card after another."""

    def __init__(self, cards: Iterable[Card]) -> None:
        self._cards: dict[str, Card] = {}
        self._titles: dict[str, Card] = {}
        self._pieces: dict[str, frozenset[tuple[str, ...]]] = {}
        self._holding: dict[tuple[str, ...], list[str]] = {}
        for card in cards:
            self.add(card)

    def add(self, card: Card) -> None:
        """Put a card there."""
        self._cards[card.id] = self._titles[fold(card.title)] = card
        self._pieces[card.id] = pieces(card)
        for piece in self._pieces[card.id]:
            self._holding.setdefault(piece, []).append(card.id)

    def doubts(self, card: Card) -> tuple[Doubt, ...]:
        """Give what is doubtful about a card that would come in."""
        same = self._cards.get(card.id)
        found = [] if card.read_on else [Doubt(Kind.NO_SOURCE)]
        if same is not None:
            return (*([Doubt(Kind.CONTRADICTS, same.title)] if same != card else ()), *found)
        titled, near = self._titles.get(fold(card.title)), self._near(card)
        if titled is not None:
            found.insert(0, Doubt(Kind.SAME_TITLE, titled.title))
        elif near is not None:
            found.insert(0, Doubt(Kind.NEAR_TEXT, near.title))
        return tuple(found)

    def _near(self, card: Card) -> Card | None:
        """Give the card with nearly the same text."""
        own = pieces(card)
        shared = Counter(card_id for piece in own for card_id in self._holding.get(piece, ()))
        for card_id, count in shared.most_common(1):
            if count >= NEAR * max(len(own), len(self._pieces[card_id])):
                return self._cards[card_id]
        return None


def pieces(card: Card) -> frozenset[tuple[str, ...]]:
    """Give every few words that stand together in what a card says."""
    texts = (card.summary, card.body, *card.signals, *card.to_do, *card.not_to_do)
    words = fold(" ".join(texts)).split()
    return frozenset(tuple(words[at : at + _PIECE]) for at in range(max(1, len(words) - _PIECE + 1)))


def among_themselves(cards: Iterable[Card]) -> dict[str, tuple[Doubt, ...]]:
    """Give the doubts about cards that come together, each held against those before it; by id."""
    before = Shelf(())
    found: dict[str, tuple[Doubt, ...]] = {}
    for card in cards:
        told = tuple(doubt for doubt in before.doubts(card) if doubt.kind is not Kind.NO_SOURCE)
        if told:
            found[card.id] = told
        before.add(card)
    return found
