"""Folded: stands where private things would, while the room may see this screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.ui.console.keys import Command
from facilitator.ui.console.parts import command_button
from facilitator.ui.widgets import PlainLabel
from facilitator.words import _


class Folded(QFrame):
    """A sentence, and the button that unfolds.

    Signals:
        wanted(Command): unfold.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "note")
        self.label = PlainLabel(_("Private: show this only when the room does not see this screen."), wrap=True)
        self.button = command_button(Command.FOLD, _("The room does not see it: show"))
        self.button.clicked.connect(lambda: self.wanted.emit(Command.FOLD))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(self.label)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
