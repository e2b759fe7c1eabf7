"""PasteDialog: the text of a mail, copied out of a mail program."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from facilitator.ui.widgets import Dialog
from facilitator.words import _


class PasteDialog(Dialog):
    """Takes the whole of a mail, the lines that were sent among it: by their codes it is known what is answered.

    Attributes:
        text: what was pasted.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Paste a mail"), parent, accept=_("Read it"))
        self.ask_for(620, 420)
        self.add_text(_("Copy the whole mail, with the questions below the answer, and paste it here."))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(_("The text of the mail"))
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._show)
        self.body.addWidget(self.text, 1)
        self._show()

    def _show(self) -> None:
        self.accept_button.setEnabled(bool(self.text.toPlainText().strip()))
