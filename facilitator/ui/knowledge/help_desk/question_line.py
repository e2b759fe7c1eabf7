"""QuestionLine: the one large line in which a question is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.ui.widgets import LineEdit
from facilitator.words import _

MOST = 10_000
"""So many signs, as Qt counts them, stand in the line at most: far more than a short question has."""


class QuestionLine(LineEdit):
    """The keyboard stays here: up and down walk through what is under it.

    Signals:
        walked(int): choose so many rows further.
    """

    walked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Your question"), _("Ask a short question"), parent)
        self.setProperty("role", "question")
        self.setMaxLength(MOST)

    @property
    def full(self) -> bool:
        """Whether nothing more can be typed."""
        return len(self.text().encode("utf-16-le")) // 2 >= MOST

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Keep up and down for what is under it."""
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.walked.emit(by)
