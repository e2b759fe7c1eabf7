"""HeldDialog: before documents are made, what to do with texts that nobody checked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.ui.findings import left_out_words
from facilitator.ui.widgets import Button, Dialog
from facilitator.words import _


class HeldDialog(Dialog):
    """Enter checks first; to go on without these texts is a choice of its own. Esc does neither.

    Signals:
        without_chosen(): make the documents without them.
    """

    without_chosen = Signal()

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(_("Check first?"), parent, accept=_("Check"))
        self.add_text(left_out_words(count))
        self.add_text(_("They look like personal data."), "soft")
        self.without = Button(_("Go on without them"))
        self.without.clicked.connect(self._go_on)
        self.buttons.insertWidget(2, self.without)
        self.accept_button.setFocus()

    def _go_on(self) -> None:
        self.reject()
        self.without_chosen.emit()
