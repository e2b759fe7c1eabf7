"""SafetyDialog: how the data are kept, in plain words."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.ui.services import Services
from facilitator.ui.widgets import Dialog
from facilitator.words import _


class SafetyDialog(Dialog):
    """Tells where the data are, where their key is, and what that means."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("How your data are kept"), parent, accept=_("Close"))
        self.cancel_button.hide()
        self.add_text(
            _("Everything you record is encrypted and stays on this laptop. Nothing is sent to the internet.")
        )
        if services.key_in_file:
            self.add_text(
                _(
                    "The key lies in a file on this laptop that only you can read, because this laptop offers no place "
                    "for passwords. Somebody who has your laptop and can log in as you, or who takes the disk out, can "
                    "read the data. Ask your administrator to encrypt the whole disk."
                )
            )
        else:
            self.add_text(
                _(
                    "The key is kept where this laptop keeps its passwords. Somebody who steals the laptop and cannot "
                    "log in as you cannot read the data."
                )
            )
        self.add_text(
            _("When the key is lost, only your recovery key opens the data. Keep it on paper, away from this laptop.")
        )
        self.add_text(_("The data are in the folder {folder}.").format(folder=services.home), "small")
