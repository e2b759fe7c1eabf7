"""RecoveryPage: the recovery key, shown once, to be put on paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from facilitator.ui.threshold.doorstep import Doorstep
from facilitator.ui.widgets import Button, PlainLabel, PrimaryButton
from facilitator.words import _


class RecoveryPage(Doorstep):
    """Shows the key and lets the facilitator on once they say that they have it.

    Signals:
        noted(): it is on paper.
        print_requested(): print it, or make a PDF of it.
    """

    noted = Signal()
    print_requested = Signal()

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Your recovery key"), parent)
        self.key = PlainLabel(_in_two_lines(key), "recovery-key")
        self.key.setAccessibleName(" ".join(key.replace("-", " ")))
        self.say(
            _("Everything you record is encrypted on this laptop. This key opens it when the laptop loses its own.")
        )
        self.body.addWidget(self.key)
        self.say(_("Print it or write it down, and keep it away from the laptop. Nobody else has it."))
        self.say(_("You see it only now. Without it nobody can help you when the key of this laptop is gone."), "soft")
        self.wrong = PlainLabel(role="attention", wrap=True)
        self.wrong.hide()
        self.body.addWidget(self.wrong)
        self.sure = QCheckBox(_("I have kept the recovery key on paper"))
        self.body.addWidget(self.sure)
        self.print = Button(_("Print or save as PDF …"))
        self.copy = Button(_("Copy"))
        self.go_on = PrimaryButton(_("Go on"))
        self.go_on.setEnabled(False)
        self.buttons.addWidget(self.print)
        self.buttons.addWidget(self.copy)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.go_on)
        self.sure.toggled.connect(self.go_on.setEnabled)
        self.print.clicked.connect(self.print_requested)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(key))
        self.go_on.clicked.connect(self.noted)

    def tell(self, wrong: str) -> None:
        """Say what went wrong with printing; an empty text says that nothing did."""
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))

    def enter(self) -> None:
        """Begin at printing."""
        self.print.setFocus()


def _in_two_lines(key: str) -> str:
    groups = key.split("-")
    half = len(groups) // 2
    return "  ".join(groups[:half]) + "\n" + "  ".join(groups[half:])
