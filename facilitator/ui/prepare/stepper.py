"""Stepper: the parts of a page in a row, the present one marked; each can be gone to at any time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.ui.start.page import SideBySide
from facilitator.ui.widgets import Button
from facilitator.words import _


class Stepper(QWidget):
    """A button for each part.

    Signals:
        chosen(int): the number of a part, from 0.
    """

    chosen = Signal(int)

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = tuple(titles)
        self._sides = SideBySide(13)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._sides)
        self.buttons = [Button(title) for title in titles]
        for number, button in enumerate(self.buttons):
            button.setProperty("role", "step")
            button.setCheckable(True)
            button.clicked.connect(partial(self._choose, number))
            self._sides.add(button)
        self._here = 0

    def _choose(self, number: int, _on: bool) -> None:
        """No group of buttons: Tab would skip all of it but one. A part is marked when it comes into sight."""
        self.buttons[number].setChecked(number == self._here)
        self.chosen.emit(number)

    def mark(self, here: int, to_put_right: Sequence[bool], *, shown: int) -> None:
        """Show which part is in sight and which hold something to put right; only the first `shown` are there."""
        self._here = here
        for number, (button, title, wrong) in enumerate(zip(self.buttons, self._titles, to_put_right, strict=True)):
            button.say(_("{title} – not ready").format(title=title) if wrong else title)
            button.setChecked(number == here)
            self._sides.show_one(button, number < shown)
