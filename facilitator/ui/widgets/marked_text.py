"""MarkedText: a text that somebody wrote, with some of its words marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from facilitator.ui import theme

LINES = 5
"""How many lines it asks for."""


class MarkedText(QTextBrowser):
    """Marks words bold and underlined on a ground of their own, so that colour is never the only sign.

    What is pointed at stands on the stronger ground and is brought in sight. It asks for few lines, and scrolls.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("role", "prose")
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.document().setDocumentMargin(0)
        self._shown: tuple[str, Sequence[tuple[int, int]], Sequence[tuple[int, int]]] = ("", (), ())
        self.look_changed()

    def look_changed(self) -> None:
        """Take the size and the colours of the look that holds now."""
        font = theme.current().font()
        font.setPointSizeF(theme.current().large_pt)
        self.setFont(font)
        self.show_text(*self._shown)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Some lines."""
        return QSize(240, LINES * self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Two lines."""
        return QSize(80, 2 * self.fontMetrics().lineSpacing())

    def show_text(self, text: str, marked: Sequence[tuple[int, int]], pointed: Sequence[tuple[int, int]]) -> None:
        """Show a text with these places marked and those pointed at; places count characters, not UTF-16 units."""
        self._shown = text, marked, pointed
        self.clear()
        QTextCursor(self.document()).insertText(text, QTextCharFormat())  # nothing of what was marked before
        for place in marked:
            self._mark(text, place, pointed=False)
        for place in pointed:
            self._mark(text, place, pointed=True)
        cursor = QTextCursor(self.document())
        cursor.setPosition(units(text[: pointed[0][0]]) if pointed else 0)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _mark(self, text: str, place: tuple[int, int], *, pointed: bool) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(units(text[: place[0]]))
        cursor.setPosition(units(text[: place[1]]), QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.Bold)
        look.setFontUnderline(True)
        ink, wash = theme.current().attention, theme.current().attention_wash
        look.setForeground(QColor(theme.current().card if pointed else ink))
        look.setBackground(QColor(ink if pointed else wash))
        cursor.setCharFormat(look)


def units(text: str) -> int:
    """How many UTF-16 units Qt counts in a text."""
    return len(text.encode("utf-16-le")) // 2
