"""What all documents of a session share: names, moments, versions, and what is kept and how long."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from facilitator.core.agreement import Agreement
from facilitator.core.casus import Case
from facilitator.core.days import add_months
from facilitator.core.disclosure import Disclosed
from facilitator.core.session import Session, State
from facilitator.core.spotting import without_held
from facilitator.pictures import PictureKind, case_drawing
from facilitator.pictures.drawing import Drawing
from facilitator.pictures.measure import Measure
from facilitator.pictures.results import Result, result_drawing
from facilitator.report import dates, numbers
from facilitator.report.press import Meta
from facilitator.words import _, ngettext


@dataclass(frozen=True, slots=True)
class Paper:
    """A document before it becomes paper: the model its template shows, and what stands around it.

    `pictures` are those that the template names, with what is known of the case in each; `results` are the pictures of
    what was counted, by the same sort of name.
    """

    model: object
    meta: Meta
    pictures: Mapping[str, tuple[PictureKind, Disclosed]] = field(default_factory=dict)
    results: Mapping[str, Result] = field(default_factory=dict)

    def drawings(self, measure: Measure) -> dict[str, Drawing]:
        """Draw the pictures, by their names."""
        drawn = {name: case_drawing(kind, known, measure) for name, (kind, known) in self.pictures.items()}
        return drawn | {name: result_drawing(result, measure) for name, result in self.results.items()}


def handed_out(session: Session) -> tuple[Session, int]:
    """Give the session without texts that may hold personal data and wait for a decision, and how many those are."""
    notebook, held = without_held(session.notebook)
    return replace(session, notebook=notebook), held


def session_name(session: Session) -> str:
    """Give how a session is called on paper: "Het Gesprek · Wijk Noord"."""
    return session_name_of(_(session.script.form.msgid), session.details.place)


def session_name_of(*parts: str) -> str:
    """Join what tells of a session: those parts that are known."""
    return " · ".join(part for part in parts if part)


def meta(session: Session, title: str, reader: str) -> Meta:
    """Give what stands around a document. The subject holds no name of a person."""
    day = session.details.day
    return Meta(
        title=f"{title} · {session_name(session)}",
        subject=session.script.title,
        session=session_name(session),
        day=dates.in_words(day),
        reader=reader,
        date=day,
    )


def version(session: Session) -> str:
    """Say which version this is and which one it replaces; nothing for the first version of a closed session."""
    said = [_("Rehearsal: none of this is real.")] if session.rehearsal else []
    if session.version > 1:
        before = local(session, session.course.closed_at[session.version - 2])
        said.append(
            _("Version {number}, replaces version {previous} of {day}.").format(
                number=session.version, previous=session.version - 1, day=dates.in_words(before.date())
            )
        )
    if session.course.state is not State.CLOSED:
        said.append(_("Draft: the session is not closed yet."))
    return " ".join(said)


def local(session: Session, moment: datetime) -> datetime:
    """Give a moment by the wall clock of the place where the session was."""
    return moment.astimezone(ZoneInfo(session.details.time_zone))


def partner_names(session: Session, partner_ids: tuple[str, ...]) -> str:
    """Give the names of organisations, in the order of the ids."""
    found = (session.partner(partner_id) for partner_id in partner_ids)
    return ", ".join(partner.name for partner in found if partner is not None)


def includes_everyone(session: Session, agreement: Agreement, partner_ids: tuple[str, ...]) -> bool:
    """Tell whether these are all organisations at the table, the owner of the agreement left aside."""
    others = {partner.id for partner in session.notebook.partners} - {agreement.owner_id}
    return len(others) > 1 and others <= set(partner_ids)


def parties(session: Session, agreement: Agreement, partner_ids: tuple[str, ...]) -> str:
    """Give the names of those an agreement is made with or told to, or "all partners" when that is what they are."""
    if includes_everyone(session, agreement, partner_ids):
        return _("all partners")
    return partner_names(session, partner_ids)


def owner(session: Session, agreement: Agreement) -> str:
    """Name the organisation that does it, and the person where there is one."""
    partner, person = session.partner(agreement.owner_id), session.participant(agreement.owner_participant_id)
    names = ("" if partner is None else partner.name, "" if person is None else person.name or person.role)
    return ", ".join(name for name in names if name) or _("nobody yet")


def everyone(session: Session) -> str:
    """Give the names of all organisations, where an agreement calls them "all partners"."""
    for agreement in session.notebook.agreements:
        for partner_ids in (agreement.with_ids, agreement.feedback_ids):
            if includes_everyone(session, agreement, partner_ids):
                return ", ".join(partner.name for partner in session.notebook.partners)
    return ""


def when(session: Session, agreement: Agreement) -> str:
    """Say when an agreement is to be kept: its day, its rhythm, or that it is not known yet."""
    if agreement.deadline is not None:
        return _("before {day}").format(day=dates.in_year(agreement.deadline, session.details.day))
    return agreement.rhythm or _("not known yet")


def feedback(session: Session, agreement: Agreement) -> str:
    """Say who hears how it went, and how."""
    names = parties(session, agreement, agreement.feedback_ids)
    if names and agreement.feedback:
        return _("Feedback to {names}: {how}").format(names=names, how=agreement.feedback)
    if names:
        return _("Feedback to {names}").format(names=names)
    return _("Feedback: {how}").format(how=agreement.feedback) if agreement.feedback else ""


def keeping(session: Session) -> str:
    """Say how long the session is kept."""
    details = session.details
    until = add_months(details.day, details.keep_months)
    return ngettext(
        "We keep this for {count} month, until {day}. After that the program proposes to erase everything.",
        "We keep this for {count} months, until {day}. After that the program proposes to erase everything.",
        details.keep_months,
    ).format(count=numbers.in_words(details.keep_months), day=dates.in_words(until))


def contact(session: Session) -> str:
    """Say whom to ask."""
    if session.details.contact:
        return _("Ask {contact}.").format(contact=session.details.contact)
    return _("Ask the facilitator of this meeting.")


def invented(*cases: Case) -> str:
    """Say of each of these cases that it is invented."""
    sentence = _("The case “{title}” is invented. Any likeness to real people is a coincidence.")
    return " ".join(sentence.format(title=case.title) for case in cases)
