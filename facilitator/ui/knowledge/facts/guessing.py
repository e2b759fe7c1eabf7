"""Guessing: which claim somebody is at and what was guessed of each. Kept while the page is open, and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facilitator.core.card import Card, FactCheck, Verdict


@dataclass(frozen=True, slots=True)
class Guessing:
    """Claims, the number of the present one, and what was guessed of each by its number. At least one card."""

    cards: tuple[Card, ...]
    at: int = 0
    guesses: tuple[tuple[int, Verdict], ...] = ()

    @property
    def card(self) -> Card:
        """The card of the present claim."""
        return self.cards[self.at]

    @property
    def check(self) -> FactCheck:
        """The present claim and what is known of it."""
        return checked(self.card)

    def guess_at(self, number: int) -> Verdict | None:
        """What was guessed of a claim; None while nothing was."""
        return next((verdict for place, verdict in self.guesses if place == number), None)

    @property
    def guess(self) -> Verdict | None:
        """What was guessed of the present one."""
        return self.guess_at(self.at)

    @property
    def following(self) -> int | None:
        """The next claim of which nothing was guessed, round again; None when all were."""
        count = len(self.cards)
        round_again = (number % count for number in range(self.at + 1, self.at + 1 + count))
        return next((number for number in round_again if self.guess_at(number) is None), None)

    @property
    def alike(self) -> int:
        """How many guesses are what the sources say."""
        return sum(checked(self.cards[number]).verdict is verdict for number, verdict in self.guesses)

    def guessed(self, verdict: Verdict) -> Guessing:
        """Guess of the present claim; a first guess stands."""
        return self if self.guess is not None else replace(self, guesses=(*self.guesses, (self.at, verdict)))

    def to(self, number: int) -> Guessing:
        """Go to a claim; nothing happens for one that is not there."""
        return replace(self, at=number) if 0 <= number < len(self.cards) else self

    def anew(self) -> Guessing:
        """Begin again."""
        return Guessing(self.cards)


def checked(card: Card) -> FactCheck:
    """The fact check of a card that has one."""
    if card.fact_check is None:
        raise ValueError(card.id)
    return card.fact_check


def guessing(cards: Sequence[Card]) -> Guessing:
    """Begin with these cards: those that have a claim."""
    return Guessing(tuple(card for card in cards if card.fact_check is not None))
