"""DecidedDialog: what was decided before about words that look like personal data, when, and taking that back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QWidget

from facilitator.core.events import Decision
from facilitator.storage.library.history import Settled
from facilitator.ui.casuistry.privacy.findings import OPEN
from facilitator.ui.dates import near_day
from facilitator.ui.widgets import Button, Dialog, PlainLabel
from facilitator.words import N_, _

_DECISIONS = {
    Decision.INVENTED.value: N_("is invented"),
    Decision.SHOWN.value: N_("is shown anyway"),
    OPEN: N_("is to be checked again"),
}


def settled_words(settled: Settled, now: datetime) -> str:
    """`‘Fatima’ is verzonnen · vandaag 14:42`."""
    decision = _(_DECISIONS.get(settled.decision, N_("is shown anyway")))
    when = near_day(settled.at, now, now.astimezone().tzinfo)
    return _("‘{words}’ {decision} · {when}").format(words=settled.fragment, decision=decision, when=when)


class DecidedDialog(Dialog):
    """The newest first.

    Signals:
        reopened(Settled): this is to be decided again.
    """

    reopened = Signal(object)

    def __init__(self, title: str, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(_("Checked before in ‘{title}’").format(title=title), parent, accept=_("Close"))
        self.cancel_button.hide()
        self._now = now
        self._settled: tuple[Settled, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(_("What was decided"))
        self.empty = PlainLabel(_("Nothing was decided about this yet."), "soft", wrap=True)
        self.reopen = Button(_("Check this again"))
        self.body.addWidget(self.empty)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.reopen)
        self.reopen.clicked.connect(self._reopen)
        self.list.currentRowChanged.connect(lambda _row: self._enable())
        self.begin_at(520, 380)

    def show_settled(self, settled: Sequence[Settled]) -> None:
        """Show these, of which the oldest comes first."""
        self._settled = tuple(reversed(settled))
        self.list.clear()
        for one in self._settled:
            self.list.addItem(settled_words(one, self._now))
        there = bool(self._settled)
        self.list.setVisible(there)
        self.reopen.setVisible(there)
        self.empty.setVisible(not there)
        self.list.setCurrentRow(0 if there else -1)
        self._enable()

    @property
    def _chosen(self) -> Settled | None:
        row = self.list.currentRow()
        return self._settled[row] if 0 <= row < len(self._settled) else None

    def _enable(self) -> None:
        chosen = self._chosen
        self.reopen.setEnabled(chosen is not None and chosen.decision != OPEN)

    def _reopen(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            self.reopened.emit(chosen)
