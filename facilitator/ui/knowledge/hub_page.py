"""HubPage: the cards there are, and the rooms that lead on from them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.card import Card as KnowledgeCard
from facilitator.ui.knowledge.rooms import Room
from facilitator.ui.start.choice_card import ChoiceCard
from facilitator.ui.start.page import Page, SideBySide
from facilitator.ui.widgets import Button
from facilitator.words import _


class HubPage(Page):
    """Where looking something up begins.

    Attributes:
        rooms: the card of each room, by its name.
        cards: the button of each knowledge card, by its id.

    Signals:
        entered(): it came into sight.
        card_chosen(str): read this card.
        room_chosen(Room): go there.
    """

    entered = Signal()
    card_chosen = Signal(str)
    room_chosen = Signal(object)

    def __init__(self, rooms: Sequence[Room], parent: QWidget | None = None) -> None:
        super().__init__(_("Knowledge"), parent)
        self.rooms: dict[str, ChoiceCard] = {}
        self.cards: dict[str, Button] = {}
        ways = SideBySide()
        for room in rooms:
            card = self.rooms[room.name] = ChoiceCard(_(room.title), _(room.about), _("Open"))
            card.chosen.connect(partial(self.room_chosen.emit, room))
            ways.add(card)
        self.column.addWidget(ways)
        self._list = QVBoxLayout()
        self.column.addLayout(self._list)
        self.column.addStretch(1)

    def enter(self) -> None:
        """Begin at the first card."""
        self.entered.emit()
        for button in list(self.cards.values())[:1]:
            button.setFocus()

    def show_cards(self, cards: Sequence[KnowledgeCard]) -> None:
        """Show the knowledge cards."""
        for old in self.cards.values():
            old.hide()
            old.deleteLater()
        self.cards = {card.id: Button(card.title) for card in cards}
        for card_id, button in self.cards.items():
            button.clicked.connect(partial(self._choose, card_id))
            self._list.addWidget(button)

    def _choose(self, card_id: str, _on: bool = False) -> None:
        self.card_chosen.emit(card_id)
