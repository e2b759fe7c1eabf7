"""Pill: a word or two that says how something stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.ui.widgets.label import PlainLabel
from facilitator.ui.widgets.message import Tone


class Pill(PlainLabel):
    """A short text on a coloured ground. The words say it; the tone only helps."""

    def __init__(self, text: str = "", tone: Tone = Tone.CALM, parent: QWidget | None = None) -> None:
        super().__init__(text, f"pill-{tone}", parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def say(self, text: str, tone: Tone = Tone.CALM) -> None:
        """Show another text and tone."""
        self.setText(text)
        self.set_role(f"pill-{tone}")
