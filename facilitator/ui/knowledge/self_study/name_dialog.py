"""NameDialog: by which name somebody learns here."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.core.text import one_line
from facilitator.ui.widgets import Dialog, LineEdit
from facilitator.words import _

_LONGEST = 80


class NameDialog(Dialog):
    """A name or a nickname.

    Attributes:
        name: the field.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Who is learning?"), parent, accept=_("Learn by this name"))
        self.add_text(
            _(
                "Your progress is kept under this name, on this laptop only. A nickname is fine. Others who use this "
                "laptop see the name, how far you are and what you wrote."
            )
        )
        self.name = LineEdit(_("Your name or nickname"), _("your name or nickname"))
        self.name.setMaxLength(_LONGEST)
        self.name.textChanged.connect(lambda _text: self._look())
        self.body.addWidget(self.name)
        self._look()
        self.ask_for(480)

    @property
    def chosen(self) -> str:
        """What was typed."""
        return one_line(self.name.text())

    def _look(self) -> None:
        self.accept_button.setEnabled(bool(self.chosen))
