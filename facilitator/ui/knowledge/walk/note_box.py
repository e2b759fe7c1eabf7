"""NoteBox: a few lines of text, kept when the keyboard leaves them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_PAGES = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class NoteBox(QPlainTextEdit):
    """Tab leaves it; the keys that turn pages are not for it.

    Signals:
        finished(): the keyboard left it.
    """

    finished = Signal()

    def __init__(self, name: str, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.look_changed()

    def look_changed(self) -> None:
        """Be as high as its lines are."""
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + 22)

    def show_text(self, text: str) -> None:
        """Show a text; the place of the keyboard in it stays where it is the same."""
        if text != self.toPlainText():
            self.setPlainText(text)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.toPlainText().strip()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        """Say that somebody is done typing."""
        super().focusOutEvent(event)
        self.finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Leave what turns pages to what is around it."""
        if event.key() in _PAGES:
            event.ignore()
        else:
            super().keyPressEvent(event)
