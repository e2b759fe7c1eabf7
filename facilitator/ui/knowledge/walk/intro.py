"""Intro: what an instrument is for, what it is not, and what to know before the first question."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.ui.widgets import PlainLabel, PrimaryButton, Prose
from facilitator.words import _


class Intro(QWidget):
    """Read first, then begin.

    Attributes:
        start: to the first question; its owner puts it where it is in sight.
    """

    def __init__(self, about: str, before: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start = PrimaryButton(_("To the first question"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        limits = QFrame()
        limits.setProperty("role", "warning")
        inside = QVBoxLayout(limits)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.addWidget(PlainLabel(practising_words(), wrap=True))
        column.addWidget(limits)
        for title, text in ((_("What it is for"), about), (_("Before you begin"), before)):
            if text:
                column.addWidget(PlainLabel(title, "card-title", wrap=True))
                column.addWidget(Prose(text))
        column.addStretch(1)


def practising_words() -> str:
    """What an instrument outside a session is for, and what happens to what is typed."""
    return _(
        "Meant to practise and to think with. Not for the file of a client: use no names. What you answer stays in the "
        "memory of this program and is gone when you close it, unless you make a PDF."
    )
