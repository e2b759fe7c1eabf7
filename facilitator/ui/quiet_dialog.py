"""QuietDialog: how notifications of the system are kept off the screens, on this system. The user's own, not ours."""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtWidgets import QWidget

from facilitator.ui.widgets import Dialog
from facilitator.words import N_, _

_HOW: Final = {
    "win32": N_(
        "Windows 11: press the Windows key with N and click the bell at the top, ‘Do not disturb’. In Windows 10, "
        "press the Windows key with A and choose ‘Focus assist’, ‘Alarms only’."
    ),
    "darwin": N_(
        "Click Control Centre at the top right (the two sliders), then ‘Focus’ and ‘Do Not Disturb’. Let it end after "
        "your meeting."
    ),
}
_HOW_ELSEWHERE: Final = N_(
    "Click the clock at the top and switch on ‘Do Not Disturb’ (GNOME), "
    "or click the bell in the bar at the bottom (KDE)."
)


def how_to_be_quiet(platform: str = sys.platform) -> str:
    """How ‘do not disturb’ is switched on, on this system."""
    return _(_HOW.get(platform, _HOW_ELSEWHERE))


class QuietDialog(Dialog):
    """Explains, and changes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("No messages on the screen"), parent, accept=_("Close"))
        self.cancel_button.hide()
        self.add_text(
            _(
                "Facilitator shows nothing of itself to the room. Messages of your mail, your calendar or a chat are "
                "not ours: they can come up on the room's screen too. Switch them off before you begin."
            )
        )
        self.add_text(how_to_be_quiet(), "strong")
        self.add_text(_("Close mail and chat as well, and put your phone on silent. Afterwards, switch it on again."))
