"""What of the knowledge cards is put before the room, and what a group guesses of a claim."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.core.events.base import Change, Event
from facilitator.core.infographic import Panel
from facilitator.core.shown_card import ShownCard


@dataclass(frozen=True, slots=True)
class Guesses:
    """How many hands went up for each answer to the claim on a card. Numbers only: whose hands is known to nobody."""

    card_id: str
    true: int = 0
    partly: int = 0
    false: int = 0

    @property
    def counts(self) -> tuple[int, int, int]:
        """In the order of the answers."""
        return self.true, self.partly, self.false

    @staticmethod
    def of(card_id: str, counts: tuple[int, ...]) -> Guesses:
        """The same from counts in that order."""
        return Guesses(card_id, *counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardShown(Event):
    """The public part of a card, as it was that day, stands before the room, or is taken away (None)."""

    card: ShownCard | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelShown(Event):
    """A panel of the infographic, as it was that day, stands before the room, or is taken away (None)."""

    panel: Panel | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuessesCounted(Event, Change):
    """So many guessed each answer; counting again replaces what was counted before."""

    guesses: Guesses


@dataclass(frozen=True, slots=True, kw_only=True)
class GuessesShown(Event):
    """How a group guesses is shown to the room before the sources are heard, or hidden again."""

    card_id: str
    shown: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRevealed(Event):
    """What the sources say of the claim before the room is shown to it, or hidden again."""

    card_id: str
    revealed: bool = True
