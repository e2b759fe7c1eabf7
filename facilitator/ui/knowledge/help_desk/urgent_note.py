"""UrgentNote: what to do first when a question has words of danger in it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.core.urgency import urgent_words
from facilitator.ui.widgets import PlainLabel
from facilitator.ui.widgets.aloud import say_aloud
from facilitator.words import _


class UrgentNote(QFrame):
    """Out of sight until there is a word of danger. It asks for nothing and takes nothing away.

    Attributes:
        call, advice: the two sentences.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "urgent")
        self.call = PlainLabel(_("Is there danger at this moment? Call 112."), "urgent-call", wrap=True)
        self.advice = PlainLabel(
            _("Advice or reporting: Veilig Thuis 0800-2000, free of charge, day and night."), "strong", wrap=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(4)
        column.addWidget(self.call)
        column.addWidget(self.advice)
        self.hide()

    def look(self, text: str) -> None:
        """Look at what is typed by now; no engine is needed for it."""
        urgent = bool(urgent_words(text))
        if urgent and self.isHidden():
            say_aloud(self, f"{self.call.text()} {self.advice.text()}")
        self.setVisible(urgent)
