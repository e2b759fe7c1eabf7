"""DecideDialog: who decided on these agreements, and when."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QWidget

from facilitator.core.own_agreement import OwnAgreement, progress
from facilitator.core.text import one_line
from facilitator.ui.dates import DUTCH
from facilitator.ui.region.phrases import progress_words
from facilitator.ui.widgets import Dialog, LineEdit, PlainLabel
from facilitator.words import _


class DecideDialog(Dialog):
    """The version that comes of it is kept for good, and can be looked at and put back.

    Attributes:
        by, on: the fields.
    """

    def __init__(self, own: OwnAgreement, today: date, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Decide on version {number}").format(number=own.version + 1), parent, accept=_("Decide on it")
        )
        far = progress(own)
        if not far.complete:
            words = _("It is not finished: {progress}. What is missing stays visible in the instruction.")
            self.add_text(words.format(progress=progress_words(far)), "attention")
        self.add_text(_("This version is kept as it is now. You can go on working at the next one."))
        self.by = LineEdit(_("Who decided"), _("for instance: the municipal executive, or the regional meeting"))
        self.by.setText(own.decided_by)
        self.on = QDateEdit(QDate(today.year, today.month, today.day))
        self.on.setAccessibleName(_("Decided on"))
        self.on.setLocale(DUTCH)
        self.on.setDisplayFormat("d MMMM yyyy")
        self.on.setCalendarPopup(True)
        for label, field in ((_("Who decided"), self.by), (_("Decided on"), self.on)):
            self.body.addWidget(PlainLabel(label, "strong"))
            self.body.addWidget(field)
        self.by.textChanged.connect(lambda _text: self._look())
        self._look()
        self.ask_for(520)

    def _look(self) -> None:
        self.accept_button.setEnabled(bool(one_line(self.by.text())))

    @property
    def decided(self) -> tuple[str, date]:
        """Who, and the day."""
        day = self.on.date()
        return one_line(self.by.text()), date(day.year(), day.month(), day.day())
