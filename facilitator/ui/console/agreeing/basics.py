"""Basics: what is agreed, who does it with whom, when, and who hears back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QFormLayout, QWidget

from facilitator.core.agreement import Agreement
from facilitator.core.session import Session
from facilitator.core.text import one_line
from facilitator.core.when import find_when
from facilitator.ui.console.agreeing.fields import Choice, Told, beside, offer_partners
from facilitator.ui.console.agreeing.partner_picks import PartnerPicks
from facilitator.ui.console.parts import ElidedLabel
from facilitator.ui.dates import long_day, weekday_and_day
from facilitator.ui.widgets import LineEdit, PlainLabel
from facilitator.words import _


class Basics:
    """A `Part`: what every agreement is asked for."""

    def __init__(self) -> None:
        self._session: Session | None = None
        self.what = LineEdit(_("What is agreed"))
        self._what = Told(self.what)
        self.owner = Choice(_("Who does it"), _("nobody yet"))
        self.person = Choice(_("Which person"), _("no person in particular"))
        self.with_whom = PartnerPicks(_("With whom"))
        self.when = LineEdit(_("When"), _("before 1 Dec, in 2 weeks, every month …"))
        self.understood = ElidedLabel(role="small")
        self.back_to = PartnerPicks(_("Feedback to whom"))
        self.feedback = LineEdit(_("Feedback: how and when"))
        self.owner.currentIndexChanged.connect(lambda _index: self._offer_persons())
        self.when.textChanged.connect(lambda _text: self._understand())

    def lay_out(self, form: QFormLayout) -> None:
        """Add the fields to the form."""
        form.addRow(PlainLabel(_("What")), self._what)
        form.addRow(PlainLabel(_("Who does it")), beside(self.owner, self.person))
        form.addRow(PlainLabel(_("With whom")), self.with_whom)
        form.addRow(PlainLabel(_("When")), beside(self.when, self.understood))
        form.addRow(PlainLabel(_("Feedback to")), self.back_to)
        form.addRow(PlainLabel(_("Feedback how")), self.feedback)

    def show_agreement(self, session: Session, agreement: Agreement) -> None:
        """Fill them."""
        self._session = session
        partners = session.notebook.partners
        self.what.setText(agreement.what)
        self._what.tell("")
        offer_partners(self.owner, session, agreement.owner_id)
        self._offer_persons(agreement.owner_participant_id)
        self.with_whom.show_partners(partners, agreement.with_ids)
        self.back_to.show_partners(partners, agreement.feedback_ids)
        deadline = agreement.deadline
        self.when.setText(agreement.rhythm if deadline is None else long_day(deadline))
        self.feedback.setText(agreement.feedback)
        self._understand()

    def missing(self, agreement: Agreement) -> QWidget | None:
        """The first field of what is asked for before closing and is not there."""
        fields: dict[str, QWidget] = {"owner": self.owner, "when": self.when}
        return next((fields[name] for name in agreement.missing), None)

    def read(self, agreement: Agreement) -> Agreement:
        """Give the agreement with what stands in them."""
        owner = self.owner.choice
        text = one_line(self.when.text())
        found = find_when(text, self._session.details.day) if self._session else None
        deadline = found.deadline if found else None
        rhythm = "" if deadline else (found.rhythm if found and found.rhythm else text)
        return replace(
            agreement,
            what=one_line(self.what.text()),
            owner_id=owner,
            owner_participant_id=self.person.choice,
            with_ids=tuple(partner_id for partner_id in self.with_whom.chosen() if partner_id != owner),
            feedback_ids=self.back_to.chosen(),
            feedback=one_line(self.feedback.text()),
            deadline=deadline,
            rhythm=rhythm,
        )

    def wrong(self) -> QWidget | None:
        """An agreement says something; all else may be missing yet."""
        return self._what.tell("" if one_line(self.what.text()) else _("Write down what is agreed."))

    def _offer_persons(self, chosen: str | None = None) -> None:
        owner = self.owner.choice
        members = self._session.members_of(owner) if self._session and owner else ()
        people = ((m.id, " · ".join(part for part in (m.name, m.role) if part)) for m in members)
        self.person.offer(people, chosen)
        self.person.setEnabled(bool(members))

    def _understand(self) -> None:
        now = self.read(Agreement("", ""))
        if now.deadline is not None:
            self.understood.setText(_("before {day}").format(day=weekday_and_day(now.deadline)))
        elif now.rhythm:
            self.understood.setText(_("no day; kept in words: “{words}”").format(words=now.rhythm))
        else:
            self.understood.setText(_("no date yet"))
