"""EmptyRoom: what a room shows in which there is nothing: that, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from facilitator.ui.start.page import Page, beside
from facilitator.ui.widgets import Button, EmptyState
from facilitator.words import _


class EmptyRoom(Page):
    """A sentence that says what is not here.

    Attributes:
        told: that sentence.

    Signals:
        left(): go back to where it was opened.
    """

    left = Signal()

    def __init__(self, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.back = Button(_("Back"), "Esc")
        self.back.clicked.connect(self.left)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.left)
        self.told = EmptyState(words)
        self.column.insertWidget(0, beside(self.back, stretch_at=1))
        self.column.addWidget(self.told)
        self.column.addStretch(1)

    def enter(self) -> None:
        """Begin at the way back."""
        self.back.setFocus()
