"""EraseDialog: explains what erasing a session means, and asks for a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from facilitator.ui import dates
from facilitator.ui.start import phrases
from facilitator.ui.widgets import Dialog, PlainLabel
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.storage.overview import SessionLine


class EraseDialog(Dialog):
    """Accepted only when a person ticked that they know it cannot be taken back.

    Attributes:
        reason: why it is erased; kept in the log, without anything of the session.
        sure: the tick.
    """

    def __init__(self, line: SessionLine, *, past_keeping: bool, parent: QWidget | None = None) -> None:
        super().__init__(_("Erase this session?"), parent, accept=_("Erase for good"), danger=True)
        self.add_text(
            _("{place}, {day}").format(place=phrases.place_of(line), day=dates.long_day(line.day)),
            "strong",
        )
        self.add_text(
            _(
                "Everything of this session disappears from this laptop: answers, notes, agreements and names. "
                "It disappears from the backups too. This cannot be taken back."
            )
        )
        self.add_text(
            _(
                "Only what a later session took over from it in its look back stays there. "
                "Must that go too, erase that session as well."
            )
        )
        self.add_text(_("PDFs that were made before stay where they are: delete those yourself."))
        self.add_text(_("One line stays in the log: that a session was erased, when and why. Nothing else."), "small")
        label = PlainLabel(_("Why"))
        self.reason = QComboBox()
        self.reason.addItems(
            [
                _("Kept as long as was agreed"),
                _("Somebody asked for it"),
                _("It was a try-out"),
                _("Another reason"),
            ]
        )
        self.reason.setCurrentIndex(0 if past_keeping else 2)
        label.setBuddy(self.reason)
        self.sure = QCheckBox(_("I know that this cannot be taken back"))
        self.sure.toggled.connect(self.accept_button.setEnabled)
        self.accept_button.setEnabled(False)
        self.body.addWidget(label)
        self.body.addWidget(self.reason)
        self.body.addWidget(self.sure)
