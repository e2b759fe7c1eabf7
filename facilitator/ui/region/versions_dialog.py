"""OwnVersionsDialog: the versions a municipality decided on, and what is different now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QWidget

from facilitator.core.own_agreement import Decided, OwnAgreement
from facilitator.ui.casuistry.changes_view import ChangesView
from facilitator.ui.dates import long_day
from facilitator.ui.region.told import own_differences
from facilitator.ui.widgets import Dialog, PlainLabel
from facilitator.words import _


def version_words(decided: Decided) -> str:
    """`Versie 2`, and on a line of its own `20 november 2026 · college van B en W`."""
    own = decided.own
    day = "" if own.decided_on is None else long_day(own.decided_on)
    said = " · ".join(part for part in (day, own.decided_by) if part)
    return "\n".join((_("Version {number}").format(number=own.version), said))


class OwnVersionsDialog(Dialog):
    """The newest first. The main button makes what stood in the chosen one hold again.

    Attributes:
        list: the versions.
        changes: what is different between the chosen one and now.

    Signals:
        put_back_wanted(OwnAgreement): make what this version holds what holds now.
    """

    put_back_wanted = Signal(object)

    def __init__(self, now: OwnAgreement, versions: tuple[Decided, ...], parent: QWidget | None = None) -> None:
        super().__init__(_("Versions"), parent, accept=_("Put back"), cancel=_("Close"))
        self._now, self._versions = now, versions
        self.list = QListWidget()
        self.list.setAccessibleName(_("Versions"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.changes = ChangesView(_("What is different now"), _("then"), _("now"))
        if not versions:
            self.add_text(_("There is no version yet. It comes when you choose “Decide on this version”."), "soft")
        row = QHBoxLayout()
        row.addWidget(self.list, 2)
        row.addWidget(self.changes, 3)
        self.body.addLayout(row, 1)
        note = _("What holds now does not get lost: putting back can be taken back.")
        self.body.addWidget(PlainLabel(note, "small", wrap=True))
        for version in versions:
            self.list.addItem(version_words(version))
        self.list.currentRowChanged.connect(self._show)
        self.accepted.connect(self._put_back)
        self.accept_button.setEnabled(False)
        self.list.setCurrentRow(0 if versions else -1)
        self.begin_at(900, 560)

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._versions):
            return
        found = own_differences(self._versions[row].own, self._now)
        intro = "" if found else _("Nothing is different.")
        self.changes.show_changes(intro, found)
        self.accept_button.setEnabled(bool(found))

    def _put_back(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._versions):
            self.put_back_wanted.emit(self._versions[row].own)
