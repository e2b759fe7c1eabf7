"""Doorstep: one card in the middle of the window, for what comes before the first page."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.ui import theme
from facilitator.ui.start.page import Page
from facilitator.ui.widgets import Card, PlainLabel

_WIDTH = 680


class Doorstep(Page):
    """A page with one card.

    Attributes:
        body: the layout inside the card.
        buttons: the row under it; the main button stands last.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.hide()
        card = self._card = Card()
        card.column.setContentsMargins(32, 28, 32, 24)
        card.column.setSpacing(14)
        card.column.addWidget(PlainLabel(title, "page-title", wrap=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        card.column.addLayout(self.body)
        card.column.addSpacing(8)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(10)
        card.column.addLayout(self.buttons)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 100)
        row.addStretch(1)
        self.column.addStretch(2)
        self.column.addLayout(row)
        self.column.addStretch(3)
        self.look_changed()

    def look_changed(self) -> None:
        """Be as wide as is easy to read."""
        self._card.setMaximumWidth(theme.current().scaled(_WIDTH))

    def say(self, text: str, role: str = "") -> PlainLabel:
        """Add a paragraph."""
        label = PlainLabel(text, role, wrap=True)
        self.body.addWidget(label)
        return label
