"""Showing: knowledge cards before the room, and a claim that is guessed of and revealed, as events."""

from __future__ import annotations

from facilitator.core import events as ev
from facilitator.core.card import Card, Verdict
from facilitator.core.cards import guesses_of
from facilitator.core.infographic import Panel
from facilitator.core.shown_card import ShownCard, public_part
from facilitator.ui.console.seating import Seating


class Showing(Seating):
    """And what is known. Every method says whether it happened; the same again is no change."""

    def show_card(self, card: Card | None) -> bool:
        """Put the public part of a card before the room, or take away what is there."""
        public = None if card is None else public_part(card)
        return self.session.course.card == public or self.do(ev.CardShown, card=public)

    def show_panel(self, panel: Panel | None) -> bool:
        """Put a panel of the infographic before the room, or take away what is there."""
        return self.session.course.panel == panel or self.do(ev.PanelShown, panel=panel)

    @property
    def claim(self) -> ShownCard | None:
        """The fact check that the room looks at."""
        card = self.session.course.card
        return card if card is not None and card.claim is not None else None

    @property
    def is_revealed(self) -> bool:
        """Whether the room knows what the sources say of it."""
        return self.claim is not None and self.claim.id in self.session.course.revealed

    @property
    def guesses_are_shown(self) -> bool:
        """Whether the room sees how it guesses, before it is revealed."""
        return self.claim is not None and self.claim.id in self.session.course.guesses_shown

    def count_guess(self, verdict: Verdict, by: int) -> bool:
        """Count so many hands more for an answer, or fewer; fewer than none is no change."""
        if self.claim is None:
            return False
        before = guesses_of(self.session, self.claim.id)
        counted = zip(Verdict, before.counts, strict=True)
        now = ev.Guesses.of(before.card_id, tuple(max(0, n + by * (each is verdict)) for each, n in counted))
        return now == before or self.do(ev.GuessesCounted, guesses=now)

    def show_guesses(self, *, shown: bool) -> bool:
        """Show the room how it guesses, or hide that."""
        if self.claim is None or self.guesses_are_shown == shown:
            return self.claim is not None
        return self.do(ev.GuessesShown, card_id=self.claim.id, shown=shown)

    def reveal_claim(self, *, revealed: bool = True) -> bool:
        """Show the room what the sources say, or hide that."""
        if self.claim is None or self.is_revealed == revealed:
            return self.claim is not None
        return self.do(ev.ClaimRevealed, card_id=self.claim.id, revealed=revealed)
