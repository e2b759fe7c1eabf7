"""The form on which an organisation tells how its agreements stand: only its own, to fill in on screen or by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from facilitator.core import reporting
from facilitator.core.agreement import Agreement, Status
from facilitator.core.people import Partner
from facilitator.core.reporting import Slip
from facilitator.core.session import Session
from facilitator.report import dates
from facilitator.report.documents import paper
from facilitator.report.documents.paper import Paper
from facilitator.words import _


@dataclass(frozen=True, slots=True)
class Asked:
    """An agreement to tell about: `number` counts from 1, `field` ends the names of its fields."""

    number: int
    field: str
    what: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatusFormModel:
    """What the template shows; `options` are (value, word) of what can be chosen."""

    organisation: str
    form: str
    reference: str
    version: str
    intro: str
    back: str
    asked: tuple[Asked, ...]
    options: tuple[tuple[str, str], ...]


def status_form_paper(whole: Session, slip: Slip) -> Paper:
    """Give the form of one organisation, without what waits for a decision."""
    session, _held = paper.handed_out(whole)
    partner = session.partner(slip.partner_id) or Partner(slip.partner_id, "")
    agreements = reporting.asked_of(whole, partner.id)
    codes = dict(slip.codes)  # without what a later session settled
    shown = (session.agreement(one.id) for one in agreements if one.id in codes)
    model = StatusFormModel(
        organisation=partner.name,
        form=slip.name,
        reference=slip.reference,
        version=paper.version(session),
        intro=intro(session),
        back=back(session),
        asked=tuple(
            Asked(number, codes[one.id], one.name, _notes(session, one))
            for number, one in enumerate((one for one in shown if one is not None), start=1)
        ),
        options=tuple((status.value, _(status.msgid)) for status in reporting.ANSWERS),
    )
    reader = _("Confidential · only for {reader}").format(reader=partner.name)
    meta = paper.meta(session, _("How do your agreements stand?"), reader)
    return Paper(model, replace(meta, keywords=slip.reference))


def intro(session: Session) -> str:
    """Say which meeting it is about."""
    details = session.details
    where = _(" in {place}").format(place=details.place) if details.place else ""
    return _("On {day}{where} you made agreements together.").format(day=dates.in_words(details.day), where=where)


def back(session: Session) -> str:
    """Say by when and to whom it goes back."""
    day, contact = session.details.next_meeting, session.details.contact
    if day is not None and contact:
        said = _("Send your answer back before the meeting of {day}, to {contact}.")
    elif day is not None:
        said = _("Send your answer back before the meeting of {day}, to who asked you.")
    elif contact:
        said = _("Send your answer back before the next meeting, to {contact}.")
    else:
        said = _("Send your answer back before the next meeting, to who asked you.")
    return said.format(day="" if day is None else dates.in_words(day), contact=contact)


def _notes(session: Session, agreement: Agreement) -> tuple[str, ...]:
    """Say what is agreed where the title is shorter, and on a line with whom, when, and what is known of it."""
    said = (agreement.what if agreement.title else "", " · ".join(_facts(session, agreement)))
    return tuple(note for note in said if note)


def _facts(session: Session, agreement: Agreement) -> Iterable[str]:
    if others := paper.parties(session, agreement, agreement.with_ids):
        yield _("With {names}").format(names=others)
    if agreement.deadline is not None or agreement.rhythm:
        yield _("When: {when}").format(when=paper.when(session, agreement))
    if agreement.status not in {Status.CONCEPT, Status.AGREED}:
        yield _("As far as we know: {status}").format(status=_(agreement.status.msgid))
