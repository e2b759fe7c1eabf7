"""Picks: whole texts to take over in a typing line, in a list above it. The line keeps the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from facilitator.ui.console.row_list import RowList
from facilitator.ui.console.rows import Row

MOST_LINES = 12
"""It is never higher than so many lines of text."""


class Picks(RowList):
    """Texts of which one may be put in a line, to be kept as it is or changed before Enter.

    It lies over its parent, as wide as the field that it belongs to.
    """

    def __init__(self, name: str, field: QWidget) -> None:
        super().__init__(name, grows=True, dense=True)
        self.setProperty("role", "suggestions")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._field = field
        self.hide()

    def offer(self, texts: tuple[str, ...]) -> None:
        """Show these, or nothing."""
        self.show_rows(tuple(Row(text, text, mark="◇") for text in texts))
        self.choose(None)
        if not texts or not self._field.isVisible():
            self.hide()
            return
        self.show()
        self.place()
        self.raise_()

    def step(self, by: int) -> str:
        """Choose another one, round and round; empty between the last and the first."""
        texts = ["", *(row.id for row in self.rows)]
        self.choose(texts[(texts.index(self.chosen or "") + by) % len(texts)] or None)
        return self.chosen or ""

    def place(self) -> None:
        """Lie above the field."""
        over = self.parentWidget()
        if over is None or not self.isVisible():
            return
        corner, width = self._field.mapTo(over, QPoint(0, 0)), self._field.width()
        self.setGeometry(corner.x(), 0, width, 40)  # its rows wrap at this width: only then is its height known
        height = min(self.sizeHint().height(), MOST_LINES * self.fontMetrics().height(), corner.y() - 12)
        self.setGeometry(corner.x(), corner.y() - height - 4, width, height)
