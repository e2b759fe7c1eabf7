"""ChoiceCard: one thing to begin, or to go on with."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.ui.widgets import Button, Card, PlainLabel, PrimaryButton


class ChoiceCard(Card):
    """A title, a sentence and one button.

    Attributes:
        button: the button.

    Signals:
        chosen(): the button was pressed.
    """

    chosen = Signal()

    def __init__(
        self, title: str, text: str, action: str, *, main: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.column.setContentsMargins(22, 20, 22, 20)
        self.title = PlainLabel(title, "choice-title", wrap=True)
        self.text = PlainLabel(text, "soft", wrap=True)
        self.button: Button = PrimaryButton(action) if main else Button(action)
        self.button.setAccessibleName(f"{title}: {action}")
        self.button.clicked.connect(self.chosen)
        self.column.addWidget(self.title)
        self.column.addWidget(self.text)
        self.column.addStretch(1)
        self.column.addSpacing(14)
        self.column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)

    def tell(self, title: str, text: str, action: str) -> None:
        """Show other words."""
        self.title.setText(title)
        self.text.setText(text)
        self.button.say(action)
        self.button.setAccessibleName(f"{title}: {action}")
