"""TroublePage: the store cannot be opened. What happened, what was kept, what to do now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.ui.threshold.doorstep import Doorstep
from facilitator.ui.widgets import Button, PrimaryButton
from facilitator.words import _


class TroublePage(Doorstep):
    """Tells a fault of the store.

    Signals:
        again(): try to open it once more.
        restore(): put the newest good backup back.
        leave(): stop.
    """

    again = Signal()
    restore = Signal()
    leave = Signal()

    def __init__(self, reason: str, *, backup: str = "", parent: QWidget | None = None) -> None:
        super().__init__(_("Your data cannot be opened now"), parent)
        self.reason = self.say(reason)
        self.stop = Button(_("Stop"))
        self.stop.clicked.connect(self.leave)
        self.buttons.addWidget(self.stop)
        self.buttons.addStretch(1)
        self.retry = (Button if backup else PrimaryButton)(_("Try again"))
        self.retry.clicked.connect(self.again)
        self.buttons.addWidget(self.retry)
        self.put_back: Button | None = None
        if backup:
            self.put_back = PrimaryButton(_("Put back the backup"))
            self.put_back.setToolTip(backup)
            self.put_back.clicked.connect(self.restore)
            self.buttons.addWidget(self.put_back)

    def enter(self) -> None:
        """Begin at the main button."""
        (self.put_back or self.retry).setFocus()
