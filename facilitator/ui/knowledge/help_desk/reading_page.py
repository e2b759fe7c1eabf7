"""ReadingPage: a case or a script that may answer a question, to read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from facilitator.ui.start.page import Page, beside
from facilitator.ui.widgets import Button, Prose


class ReadingPage(Page):
    """What it is about; using it is for the casuistry.

    Signals:
        left(): go back to the question.
    """

    left = Signal()

    def __init__(self, title: str, markdown: str, back: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.back = Button(back, "Esc")
        self.back.clicked.connect(self.left)
        self.column.insertWidget(0, beside(self.back, stretch_at=1))
        self.column.addWidget(Prose(markdown))
        self.column.addStretch(1)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.left)

    def enter(self) -> None:
        """Begin at the way back."""
        self.back.setFocus()
