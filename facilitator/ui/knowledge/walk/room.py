"""WalkRoom: from choosing an instrument to walking through it, outside a session. What is answered stays in memory."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from facilitator.core.card import Card
from facilitator.core.walk import Walk, asks, instruments
from facilitator.ui.knowledge.knowledge import Knowledge
from facilitator.ui.knowledge.known_cards import KnownCards
from facilitator.ui.knowledge.walk.choose_page import ChoosePage
from facilitator.ui.knowledge.walk.walk_page import WalkPage
from facilitator.words import _


class WalkRoom(QObject):
    """Keeps the walk of each instrument until the program closes; nothing of it is written down by itself.

    Attributes:
        walks: what was answered, by the id of the card.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__(knowledge)
        self._knowledge = knowledge
        self.walks: dict[str, Walk] = {}
        self._own: dict[str, Card] = {}
        self._others: dict[str, Card] = {}

    def choose(self) -> None:
        """Show the instruments."""
        known = KnownCards(self._knowledge.services)
        self._take_known(known)
        page = ChoosePage(self._cards, self.walks)
        known.setParent(page)
        known.arrived.connect(partial(self._show_own, known, page))
        page.chosen.connect(self.open)
        page.left.connect(self._knowledge.back_wanted)
        self._knowledge.page_wanted.emit(page)

    def _take_known(self, known: KnownCards) -> None:
        self._own = {card.id: card for card in known()}

    def _show_own(self, known: KnownCards, page: ChoosePage) -> None:
        """Offer those of the user too, once they were read."""
        self._take_known(known)
        page.show_more(self._cards, known.waiting(asks))

    @property
    def _cards(self) -> list[Card]:
        """Those there are; one that was opened from its card counts as it was there."""
        shipped = {card.id: card for card in self._knowledge.services.library().cards}
        return instruments((shipped | self._own | self._others).values())

    def take(self, card: Card) -> None:
        """Go on with the instrument of a card, or begin it, whoever wrote it."""
        self._others[card.id] = card
        self.open(card.id)

    def open(self, card_id: str) -> None:
        """Go on with an instrument, or begin it; a walk that was begun keeps the questions it began with."""
        walk = self.walks.get(card_id) or self._fresh(card_id)
        if walk is not None:
            self._show(walk)

    def _fresh(self, card_id: str) -> Walk | None:
        card = next((card for card in self._cards if card.id == card_id), None)
        if card is None or card.instrument is None:
            return None
        return Walk(self._knowledge.services.new_id(), card.id, card.title, card.instrument)

    def _show(self, walk: Walk) -> None:
        about = next((card.body for card in self._cards if card.id == walk.card_id), "")
        page = WalkPage(self._knowledge.services, walk, about)
        page.changed.connect(self._keep)
        page.left.connect(lambda: self._left(walk.card_id))
        page.again.connect(lambda: self._again(walk.card_id))
        page.said.connect(self._knowledge.said)
        page.failed.connect(self._knowledge.failed)
        self._knowledge.page_wanted.emit(page)

    def _keep(self, walk: Walk) -> None:
        self.walks[walk.card_id] = walk

    def _left(self, card_id: str) -> None:
        if card_id in self.walks and self.walks[card_id].answers:
            self._knowledge.said.emit(_("Your answers stay here until you close the program."))
        self.choose()

    def _again(self, card_id: str) -> None:
        self.walks.pop(card_id, None)
        self.open(card_id)


def enter(knowledge: Knowledge) -> None:
    """Go into the room."""
    room_of(knowledge).choose()


def room_of(knowledge: Knowledge) -> WalkRoom:
    """Give the room: the same one each time, with what was answered there."""
    return knowledge.findChild(WalkRoom) or WalkRoom(knowledge)
