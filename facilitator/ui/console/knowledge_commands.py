"""KnowledgeCommands: what the keys do with cards, the infographic, instruments and frustrations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from facilitator.core.at_hand import at_hand
from facilitator.core.card import Card
from facilitator.core.walk import asks
from facilitator.ui.console.card_panel import CardPanel, Known
from facilitator.ui.console.figures_panel import Drawn
from facilitator.ui.console.keys import Command
from facilitator.ui.console.turning import private_words, turn
from facilitator.ui.console.walk_panel import WalkPanel
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.console.console import Console

Deed = Callable[[], object]


class KnowledgeCommands:
    """Their part of the table of commands. A command that changed nothing tells why, in a line.

    The keys that show and hide answers are those of a claim while one is before the room, and the key that makes an
    agreement is that of an instrument while one is open; otherwise they do what is `usual`.
    """

    def __init__(self, console: Console, usual: Mapping[Command, Deed]) -> None:
        self._console = console
        self._actions = console.deeds
        self._usual = usual
        self.table: dict[Command, Deed] = {
            Command.CARDS: self._cards,
            Command.SHOW_CARD: self._show_card,
            Command.FIGURES: self._figures,
            Command.WALK: self._walk,
            Command.FRUSTRATIONS: self._frustrations,
            Command.REVEAL: partial(self._of_claim, Command.REVEAL, self._actions.reveal_claim),
            Command.REVEAL_ALL: partial(self._of_claim, Command.REVEAL_ALL, self._show_guesses),
            Command.HIDE: partial(self._of_claim, Command.HIDE, self._hide),
            Command.MAKE_AGREEMENT: self._agree,
        }

    def offer_cards(
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
        """Look again which cards there are, wherever they are in sight: others have come."""
        self._console.step.cards.renew()
        self._console.panels.walk.renew()

    def offer_figures(self, drawn: Drawn) -> None:
        """Take the panels of the infographic from here."""
        self._console.panels.drawn = drawn

    # ---- the panels

    def _cards(self) -> None:
        panel = self._console.panels.cards
        turn(self._console, panel, panel.begin, folded=private_words(), lacks=self._lacks_cards)

    def _lacks_cards(self) -> str:
        return "" if self._console.panels.known() else _("There are no knowledge cards here.")

    def _figures(self) -> None:
        panel = self._console.panels.figures
        turn(self._console, panel, panel.begin, lacks=self._lacks_figures)

    def _lacks_figures(self) -> str:
        return "" if self._console.panels.drawn() else _("No panel could be made of the cards.")

    def _walk(self) -> None:
        panel = self._console.panels.walk
        turn(self._console, panel, self._begin_walk, runs=True, lacks=self._lacks_instruments)

    def _begin_walk(self) -> None:
        self._console.panels.walk.begin(private=self._console.private)

    def _lacks_instruments(self) -> str:
        there = self._actions.session.notebook.walks or any(map(asks, self._console.panels.known()))
        return "" if there else _("There is no instrument here.")

    def _frustrations(self) -> None:
        panel = self._console.panels.frustrations
        turn(self._console, panel, panel.begin, folded=private_words())

    # ---- a card before the room

    def _show_card(self) -> None:
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

    # ---- keys that mean something else while a claim or an instrument is there

    def _of_claim(self, command: Command, deed: Deed) -> None:
        chosen = deed if self._actions.claim is not None else self._usual[command]
        chosen()

    def _show_guesses(self) -> None:
        """Show the room how it guesses."""
        self._actions.show_guesses(shown=True)

    def _hide(self) -> None:
        """Hide what the sources say again, or else how the room guesses."""
        if self._actions.is_revealed:
            self._actions.reveal_claim(revealed=False)
        else:
            self._actions.show_guesses(shown=False)

    def _agree(self) -> None:
        panel = self._console.panels.top
        if isinstance(panel, WalkPanel):
            panel.agree()
        else:
            self._usual[Command.MAKE_AGREEMENT]()
