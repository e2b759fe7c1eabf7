"""SearchLine: the line at the foot of the start page. What is typed there goes on in the palette, with the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from facilitator.ui.desk_keys import SEARCH_KEY
from facilitator.ui.widgets import Card, LineEdit
from facilitator.ui.widgets.buttons import key_name
from facilitator.words import _


class SearchLine(Card):
    """A line that opens the palette: at a click, at Enter, and at the first letter.

    Attributes:
        line: the line.

    Signals:
        wanted(str): search everywhere for this.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        hint = _("Search cases, knowledge, agreements … or ask a short question")
        self.line = LineEdit(_("Search everywhere"), f"{hint}   {key_name(SEARCH_KEY)}")
        self.line.setAccessibleDescription(_("Key: {key}").format(key=key_name(SEARCH_KEY)))
        self.line.textEdited.connect(lambda _text: self._go())
        self.line.returnPressed.connect(self._go)
        self.line.installEventFilter(self)
        self.column.addWidget(self.line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """A click opens the palette too: there is nothing to do in the line itself."""
        if watched is self.line and isinstance(event, QMouseEvent):
            released = event.type() == QEvent.Type.MouseButtonRelease
            if released and event.button() is Qt.MouseButton.LeftButton:
                self._go()
        return super().eventFilter(watched, event)

    def _go(self) -> None:
        typed = self.line.text()
        self.line.clear()
        self.wanted.emit(typed)
