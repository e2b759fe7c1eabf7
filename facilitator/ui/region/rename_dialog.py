"""RenameDialog: the name of a municipality, put right."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.core.text import one_line
from facilitator.ui.widgets import Dialog, LineEdit
from facilitator.words import _


class RenameDialog(Dialog):
    """Versions that were decided on keep the name they had.

    Attributes:
        name: the field.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Change the name"), parent, accept=_("Change"))
        self.name = LineEdit(_("Municipality"))
        self.name.setText(name)
        self.name.selectAll()
        self.name.textChanged.connect(lambda _text: self.accept_button.setEnabled(bool(self.chosen)))
        self.body.addWidget(self.name)

    @property
    def chosen(self) -> str:
        """The name that stands there."""
        return one_line(self.name.text())
