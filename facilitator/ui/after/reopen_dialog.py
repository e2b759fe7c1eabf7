"""ReopenDialog: why a closed session is opened again."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.core.session import Session
from facilitator.ui.widgets import Dialog, LineEdit
from facilitator.words import _


class ReopenDialog(Dialog):
    """Says what reopening means, and asks for the reason.

    Attributes:
        reason: what was typed; it is kept with the session.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(_("Reopen this session?"), parent, accept=_("Reopen"))
        self.add_text(
            _(
                "You go back to the console and can correct everything. When you close the session again, "
                "the documents say: version {next}, replaces version {now}. Hand those out again."
            ).format(next=session.version + 1, now=session.version)
        )
        self.reason = LineEdit(_("Reason"), _("for example: a name was wrong"))
        self.body.addWidget(self.reason)
        self.reason.setFocus()
