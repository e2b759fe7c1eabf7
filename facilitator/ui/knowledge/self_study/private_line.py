"""PrivateLine: a few lines to write down for oneself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from facilitator.ui.widgets import Button, PlainLabel
from facilitator.words import _

_LINES = 3


class PrivateLine(QWidget):
    """A question, and room to answer it. With several at the screen it is folded until somebody asks for it.

    Signals:
        wrote(str): this is what stands there now.
    """

    wrote = Signal(str)

    def __init__(self, question: str, text: str, *, folded: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainLabel(question, "strong", wrap=True))
        self.open = Button(_("Write something down here"))
        self.open.clicked.connect(self._unfold)
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(question)
        self.field.setTabChangesFocus(True)
        self.field.setPlainText(text)
        self.field.setPlaceholderText(_("For yourself. Leave out names of families."))
        self.field.textChanged.connect(lambda: self.wrote.emit(self.field.toPlainText()))
        column.addWidget(self.open)
        column.addWidget(self.field)
        self.open.setVisible(folded)
        self.field.setVisible(not folded)
        self.look_changed()

    def look_changed(self) -> None:
        """Be as high as a few lines of the text there is."""
        self.field.setFixedHeight(self.field.fontMetrics().lineSpacing() * _LINES + 26)

    def _unfold(self) -> None:
        self.field.show()
        self.field.setFocus()
        self.open.hide()
