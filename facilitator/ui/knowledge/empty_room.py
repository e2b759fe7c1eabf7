"""EmptyRoom: what a room shows in which there is nothing: that, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.ui.start.page import Page
from facilitator.ui.start.top_row import TopRow
from facilitator.ui.widgets import EmptyState
from facilitator.ui.widgets.back_button import BackButton


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
        self.back = BackButton(self)
        self.back.clicked.connect(self.left)
        self.told = EmptyState(words)
        self.column.insertWidget(0, TopRow(self.back))
        self.column.addWidget(self.told)
        self.column.addStretch(1)

    def enter(self) -> None:
        """Begin at the way back."""
        self.back.setFocus()
