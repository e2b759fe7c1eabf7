"""Sidebar: where one can go, and how safe the data are."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from facilitator.ui import theme
from facilitator.ui.widgets import Button, PlainLabel

WIDTH_EMS = 15


class Sidebar(QFrame):
    """The destinations that work, one under the other.

    Attributes:
        safety: the button at the bottom that tells how the data are kept.

    Signals:
        chosen(str): the name of a destination.
    """

    chosen = Signal(str)

    def __init__(self, brand: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sidebar")
        self.setFixedWidth(max(210, self.fontMetrics().horizontalAdvance("m") * WIDTH_EMS))
        self._buttons: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 24, 14, 16)
        self.column.setSpacing(10)
        name = PlainLabel(brand, "brand")
        self.column.addWidget(name)
        self.column.addSpacing(18)
        self._end = self.column.count()
        self.column.addStretch(1)
        self.safety = Button()
        self.safety.setProperty("role", "nav-quiet")
        self.safety.setIcon(theme.current().icon("lock", theme.current().on_accent))
        self.safety.setIconSize(QSize(16, 16))
        self.column.addWidget(self.safety)

    def add(self, name: str, text: str, key: str) -> None:
        """Add a destination under the others."""
        button = Button(text, key)
        button.setProperty("role", "nav")
        button.setCheckable(True)
        button.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(button)
        self._buttons[name] = button
        self.column.insertWidget(self._end, button)
        self._end += 1

    def button(self, name: str) -> Button:
        """Find a destination. Raises KeyError."""
        return self._buttons[name]

    def mark(self, name: str) -> None:
        """Show where we are; a name that is no destination marks none."""
        self._group.setExclusive(False)
        for key, button in self._buttons.items():
            button.setChecked(key == name)
        self._group.setExclusive(True)
