"""Folded: stands where private things would, while the room may see this screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.ui.console.keys import Command, key_of
from facilitator.ui.console.parts import command_button
from facilitator.ui.widgets import PlainLabel
from facilitator.words import _


def seen_by_room() -> str:
    """What to do where the room sees this screen."""
    return _("The room sees this screen too. Hold {key} to see what is private.").format(key=key_of(Command.FOLD).sign)


class Folded(QFrame):
    """A sentence, and the button that unfolds; no button where the room is known to see this screen.

    Signals:
        wanted(): the room does not see this screen; unfold.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "note")
        self.label = PlainLabel(wrap=True)
        self.button = command_button(Command.FOLD, _("The room does not see it: show"))
        self.button.clicked.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(self.label)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.tell(room_sees=False)

    def tell(self, *, room_sees: bool) -> None:
        """Say what helps here."""
        self.button.setVisible(not room_sees)
        words = seen_by_room() if room_sees else _("Private: show this only when the room does not see this screen.")
        if self.label.text() != words:
            self.label.setText(words)
