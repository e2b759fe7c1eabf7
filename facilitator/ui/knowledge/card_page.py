"""CardPage: everything on one knowledge card."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.core.card import Card
from facilitator.ui.casuistry.library.card_words import card_words
from facilitator.ui.start.page import Page, beside
from facilitator.ui.widgets import Button, Prose
from facilitator.words import _


class CardPage(Page):
    """A card to read.

    Attributes:
        card: the card.
        back: the button that leads away from it.

    Signals:
        left(): go back to where it was opened.
    """

    left = Signal()

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(card.title, parent)
        self.card = card
        self.back = Button(_("Back"))
        self.back.clicked.connect(self.left)
        self.column.insertWidget(0, beside(self.back, stretch_at=1))
        words = Prose(card_words(card).split("\n\n", 1)[1])
        self.column.addWidget(words)
        self.column.addStretch(1)

    def enter(self) -> None:
        """Begin at the way back."""
        self.back.setFocus()
