"""BackButton: the way back from a page that was opened from another one, also with Esc."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from facilitator.ui.widgets.buttons import Button
from facilitator.words import _


class BackButton(Button):
    """Esc presses it wherever the keyboard is on the page; a panel that lies over the page is closed first."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(_("Back"), "Esc")
        QShortcut(QKeySequence("Esc"), page).activated.connect(self.click)
