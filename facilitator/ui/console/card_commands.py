"""CardCommands: what the keys do with knowledge cards."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from facilitator.core.at_hand import at_hand
from facilitator.core.card import Card
from facilitator.core.refusal import Refusal
from facilitator.core.session import State
from facilitator.ui.console.card_panel import CardPanel, Known
from facilitator.ui.console.keys import Command
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.console.console import Console


class CardCommands:
    """Their part of the table of commands. A command that changed nothing tells why, in a line."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._actions = console.deeds
        self.table: dict[Command, Callable[[], object]] = {
            Command.CARDS: self._look_up,
            Command.SHOW_CARD: self._show,
        }

    def offer(
        self,
        known: Known,
        held: Callable[[], int] = int,
        held_walks: Callable[[], int] = int,
        unread: Callable[[], bool] = bool,
    ) -> None:
        """Take the cards there are from here.

        `held` tells how many more wait for a decision about their words, `held_walks` how many of those ask questions,
        and `unread` whether the user's own are missing.
        """
        panels = self._console.panels
        panels.known, panels.held_cards, panels.held_walks, panels.unread_cards = known, held, held_walks, unread
        self._console.step.cards.offer(known)

    def renew(self) -> None:
        """Look again which there are, wherever they are in sight: others have come."""
        self._console.step.cards.renew()
        self._console.panels.walk.renew()

    def claim_first(self, of_claim: Callable[[], object], usual: Callable[[], object]) -> Callable[[], object]:
        """What a key does with the claim before the room, and what it does while there is none."""
        return lambda: of_claim() if self._actions.claim is not None else usual()

    def _look_up(self) -> None:
        console, panel = self._console, self._console.panels.cards
        if panel.isVisible():
            panel.shut()
        elif self._actions.session.course.state is State.CLOSED:
            console.say(_(Refusal.CLOSED.value))
        elif not console.private:
            console.commands.tell_folded(
                _("What is for you alone is folded. F12 shows it when the room does not see this screen.")
            )
        elif not console.panels.known():
            console.say(_("There are no knowledge cards here."))
        else:
            panel.begin()

    def _show(self) -> None:
        """Do what the button of the panel says; else take away what is there, or show the first that is at hand."""
        session, panel = self._actions.session, self._console.panels.top
        if isinstance(panel, CardPanel) and panel.card is not None:
            panel.show_chosen()
        elif session.course.card is not None:
            self._actions.show_card(None)
        elif isinstance(panel, CardPanel):
            panel.say(_("No card has all of these words. Type fewer of them."))
        elif (card := self._first()) is not None:
            self._actions.show_card(card)
        else:
            self._console.say(_("No card belongs to this step. Ctrl+I looks one up."))

    def _first(self) -> Card | None:
        return next(iter(at_hand(self._actions.session, self._console.panels.known())), None)

    def show_guesses(self) -> None:
        """Show the room how it guesses."""
        self._actions.show_guesses(shown=True)

    def hide(self) -> None:
        """Hide what the sources say again, or else how the room guesses."""
        if self._actions.is_revealed:
            self._actions.reveal_claim(revealed=False)
        else:
            self._actions.show_guesses(shown=False)
