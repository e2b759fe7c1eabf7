"""KeyPage: the key of this laptop is gone; the recovery key is typed in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.ui.threshold.doorstep import Doorstep
from facilitator.ui.widgets import Button, LineEdit, PlainLabel, PrimaryButton
from facilitator.words import _


class KeyPage(Doorstep):
    """Asks for the recovery key and says in words what is wrong with it.

    Signals:
        typed(str): try this one.
        leave(): not now.
    """

    typed = Signal(str)
    leave = Signal()

    def __init__(self, reason: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Open your data with the recovery key"), parent)
        self.say(reason)
        self.field = LineEdit(_("Recovery key"), "XXXXXX-XXXXXX-XXXXXX-XXXXXX-XXXXXX-XXXXXX")
        self.body.addWidget(self.field)
        self.wrong = PlainLabel(role="attention", wrap=True)
        self.wrong.hide()
        self.body.addWidget(self.wrong)
        self.later = Button(_("Not now"))
        self.open = PrimaryButton(_("Open my data"))
        self.buttons.addWidget(self.later)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.open)
        self.field.returnPressed.connect(self._try)
        self.open.clicked.connect(self._try)
        self.later.clicked.connect(self.leave)

    def enter(self) -> None:
        """Begin at typing."""
        self.field.setFocus()

    def refuse(self, reason: str) -> None:
        """Say why this key does not open it; what was typed stays."""
        self.wrong.setText(reason)
        self.wrong.show()
        self.open.setEnabled(True)
        self.field.setFocus()

    def _try(self) -> None:
        if self.field.text().strip() and self.open.isEnabled():
            self.open.setEnabled(False)
            self.wrong.hide()
            self.typed.emit(self.field.text())
