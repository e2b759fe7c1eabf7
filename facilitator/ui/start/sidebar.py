"""Sidebar: where one can go, and how safe the data are."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from facilitator.ui import theme
from facilitator.ui.widgets import Button, PlainLabel

WIDTH = 210
"""So many pixels at least; larger text takes what it needs."""


class Sidebar(QFrame):
    """The destinations that work, one under the other.

    Attributes:
        appearance: the button that opens the choice of colours and text size.
        safety: the button at the bottom that tells how the data are kept.

    Signals:
        chosen(str): the name of a destination.
    """

    chosen = Signal(str)

    def __init__(self, brand: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sidebar")
        self.setMinimumWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._buttons: dict[str, Button] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 24, 14, 16)
        self.column.setSpacing(10)
        name = PlainLabel(brand, "brand")
        self.column.addWidget(name)
        self.column.addSpacing(18)
        self._end = self.column.count()
        self.column.addStretch(1)
        self.appearance = Button()
        self.safety = Button()
        self._icons = ((self.appearance, "contrast"), (self.safety, "lock"))
        for button, _icon in self._icons:
            button.setProperty("role", "nav-quiet")
            self.column.addWidget(button)
        self.look_changed()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """No narrower than its words."""
        return self.sizeHint()

    def look_changed(self) -> None:
        """Draw the pictures in the colour of the words, as large as the text asks."""
        look = theme.current()
        for button, icon in self._icons:
            button.setIcon(look.icon(icon, look.on_side))
            button.setIconSize(QSize(look.scaled(16), look.scaled(16)))

    def add(self, name: str, text: str, key: str) -> None:
        """Add a destination under the others."""
        button = Button(text, key)
        button.setProperty("role", "nav")
        button.setCheckable(True)
        button.clicked.connect(lambda: self._choose(name))
        self._buttons[name] = button
        self.column.insertWidget(self._end, button)
        self._end += 1

    def _choose(self, name: str) -> None:
        self.mark(name)  # pressing where we are does not take its mark away
        self.chosen.emit(name)

    def button(self, name: str) -> Button:
        """Find a destination. Raises KeyError."""
        return self._buttons[name]

    @property
    def marked(self) -> str:
        """The destination where we are; empty when that is none."""
        return next((name for name, button in self._buttons.items() if button.isChecked()), "")

    def mark(self, name: str) -> None:
        """Show where we are; a name that is no destination marks none."""
        # No group of Qt: in one, Tab would stop at a single button, and an arrow key would go to another page.
        for key, button in self._buttons.items():
            button.setChecked(key == name)
