"""ReadingPage: a page whose lines are no longer than the eye can follow."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent

from facilitator.ui.start.page import MARGIN, Page

_LETTERS = 104
"""So many letters of average width stand on a line at most."""


class ReadingPage(Page):
    """What is wider stays empty, at the right."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Leave free what would make the lines too long."""
        widest = self.fontMetrics().averageCharWidth() * _LETTERS
        beyond = max(0, self.maximumViewportSize().width() - 2 * MARGIN - widest)
        self.column.setContentsMargins(MARGIN, 26, MARGIN + beyond, 26)
        super().resizeEvent(event)
