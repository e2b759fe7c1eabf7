"""Watching: how it is followed whether an agreement works."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QFormLayout, QWidget

from facilitator.core.agreement import Agreement
from facilitator.core.session import Session
from facilitator.core.text import one_line
from facilitator.ui.console.agreeing.fields import Choice, DayField, beside, offer_partners
from facilitator.ui.widgets import LineEdit, PlainLabel
from facilitator.words import _


class Watching:
    """A `Part`: monitoring, safety criterion, evaluation date."""

    def __init__(self) -> None:
        self.monitoring = LineEdit(_("How often it is looked at"), _("for example every month"))
        self.monitored_by = Choice(_("Who looks at it"), _("nobody yet"))
        self.criterion = LineEdit(_("Safety criterion"), _("what must at least be true"))
        self.evaluate_on = DayField(_("Evaluation"))

    def lay_out(self, form: QFormLayout) -> None:
        """Add the fields to the form."""
        form.addRow(PlainLabel(_("Monitoring")), beside(self.monitoring, self.monitored_by))
        form.addRow(PlainLabel(_("Safety criterion")), self.criterion)
        form.addRow(PlainLabel(_("Evaluation")), self.evaluate_on)

    def show_agreement(self, session: Session, agreement: Agreement) -> None:
        """Fill them."""
        self.monitoring.setText(agreement.monitoring)
        offer_partners(self.monitored_by, session, agreement.monitored_by_id)
        self.criterion.setText(agreement.safety_criterion)
        self.evaluate_on.show_day(agreement.evaluate_on, session.details.day)

    def read(self, agreement: Agreement) -> Agreement:
        """Give the agreement with what stands in them."""
        return replace(
            agreement,
            monitoring=one_line(self.monitoring.text()),
            monitored_by_id=self.monitored_by.choice,
            safety_criterion=one_line(self.criterion.text()),
            evaluate_on=self.evaluate_on.day,
        )

    def wrong(self) -> QWidget | None:
        """A day is a day."""
        return self.evaluate_on.wrong()
