"""EmptyState: what an empty list says instead of nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.ui.widgets.buttons import Button
from facilitator.ui.widgets.label import PlainLabel


class EmptyState(QWidget):
    """A sentence that says what to do here, and a button that does it when there is something to do.

    Signals:
        triggered(): the button was pressed.
    """

    triggered = Signal()

    def __init__(self, text: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        self.label = PlainLabel(text, "soft", wrap=True)
        column.addWidget(self.label)
        self.button: Button | None = None
        if action:
            self.button = Button(action)
            self.button.clicked.connect(self.triggered)
            column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
