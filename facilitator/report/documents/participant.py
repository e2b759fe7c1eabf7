"""The paper that a participant takes home: what they do, what others do for them, and when the group comes back to it.

An agreement belongs to its owner, to those it is made with, to those who get feedback and to those who direct it or
watch over it. This paper starts from those agreements only, so nothing else can end up on it: no answers, no notes, no
parking lot, no list of participants.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.core.agreement import Agreement, Status
from facilitator.core.attendance import was_there
from facilitator.core.people import Participant, Partner
from facilitator.core.session import Session
from facilitator.report import dates, numbers
from facilitator.report.documents import agreed, paper, versions
from facilitator.report.documents.looked_back import BeforeLine, looked_back
from facilitator.report.documents.paper import Paper
from facilitator.report.documents.versions import Changed
from facilitator.words import _, ngettext


@dataclass(frozen=True, slots=True)
class Promise:
    """An agreement as one reader needs it.

    `what` is its heading, with `body` under it where that is a title; `who` does it, `partners` are those it is made
    with; either `day` or `rhythm` says when. `under_who` and `under_when` is what else there is to say of those.
    `status` is how it stands.
    """

    what: str
    body: str
    notes: tuple[str, ...]
    who: str
    partners: str
    day: str
    rhythm: str
    under_who: tuple[str, ...]
    under_when: tuple[str, ...]
    status: str


@dataclass(frozen=True, slots=True)
class ParticipantModel:
    """What the template shows; an empty text or tuple leaves its part out."""

    organisation: str
    role: str
    name: str
    version: str
    replaces: str
    changed: Changed | None
    intro: str
    mine: tuple[Promise, ...]
    colleagues: tuple[Promise, ...]
    others: tuple[Promise, ...]
    followed: tuple[Promise, ...]
    done: tuple[Promise, ...]
    looked_back: tuple[BeforeLine, ...]
    next_meeting: str
    contact: str
    kept: str
    keeping: str


def participant_paper(whole: Session, person: Participant) -> Paper:
    """Give the paper of one participant, without what waits for a decision."""
    session, _held = paper.handed_out(whole)
    partner = session.partner(person.partner_id) or Partner(person.partner_id, "")
    shared, done = shared_with(session, partner)
    owned = [agreement for agreement in shared if agreement.owner_id == partner.id]
    mine = [agreement for agreement in owned if agreement.owner_participant_id in {None, person.id}]
    colleagues = [agreement for agreement in owned if agreement.owner_participant_id not in {None, person.id}]
    followed = [agreement for agreement in shared if agreed.follows(agreement, partner)]
    others = [agreement for agreement in shared if agreement.owner_id != partner.id and agreement not in followed]
    day = session.details.next_meeting
    model = ParticipantModel(
        organisation=partner.name,
        role=person.role,
        name=person.name,
        version=paper.version(session),
        replaces=versions.replaces_yours(session, person),
        changed=versions.changed(whole, partner.id, versions.since_of(session, person)),
        intro=intro(session),
        mine=promises_of(session, mine, partner),
        colleagues=promises_of(session, colleagues, partner),
        others=promises_of(session, others, partner),
        followed=promises_of(session, followed, partner),
        done=promises_of(session, done, partner),
        looked_back=looked_back(session, partner.id),
        next_meeting="" if day is None else dates.in_words(day),
        contact=paper.contact(session),
        kept=_kept(person),
        keeping=paper.keeping(session),
    )
    reader = ", ".join(part for part in (person.name or person.role, partner.name) if part)
    title = _("Your agreements")
    return Paper(model, paper.meta(session, title, _("Confidential · only for {reader}").format(reader=reader)))


def shared_with(session: Session, partner: Partner) -> tuple[tuple[Agreement, ...], tuple[Agreement, ...]]:
    """Give the agreements of an organisation in which there is something to do, and those that are done with.

    What was dropped is in neither; what was not kept is still to be done.
    """
    theirs = tuple(one for one in session.notebook.agreements if one.concerns(partner.id))
    return (
        tuple(one for one in theirs if one.status.open or one.status is Status.NOT_KEPT),
        tuple(one for one in theirs if one.status in {Status.KEPT, Status.HANDED_OVER}),
    )


def intro(session: Session) -> str:
    """Say which meeting it is about, and how many organisations met."""
    details = session.details
    count = len({person.partner_id for person in session.notebook.participants if was_there(session, person.id)})
    said = {
        "day": dates.in_words(details.day),
        "count": numbers.in_words(count),
        "where": _(" in {place}").format(place=details.place) if details.place else "",
    }
    if not count:
        return _("This belongs to the meeting of {day}{where}.").format(**said)
    return ngettext(
        "On {day} {count} organisation met{where}.", "On {day} {count} organisations met{where}.", count
    ).format(**said)


def _kept(person: Participant) -> str:
    if person.email:
        return _(
            "The facilitator keeps your name, organisation, role and mail address, the answers and the agreements, "
            "encrypted on one laptop."
        )
    return _(
        "The facilitator keeps your name, organisation and role, the answers and the agreements, "
        "encrypted on one laptop."
    )


def promises_of(
    session: Session, agreements: Iterable[Agreement], reader: Partner, *, together: bool = False
) -> tuple[Promise, ...]:
    """Give agreements as somebody of this organisation needs them, or (`together`) as all of them do."""
    return tuple(
        Promise(
            what=agreement.name,
            body=agreed.body(agreement),
            notes=tuple(note for note in _notes(session, agreement, reader, together=together) if note),
            who=_who(session, agreement, reader),
            partners=paper.parties(session, agreement, agreement.with_ids),
            day="" if agreement.deadline is None else paper.when(session, agreement),
            rhythm=paper.when(session, agreement) if agreement.deadline is None else "",
            under_who=agreed.under_who(session, agreement, reader, together=together),
            under_when=agreed.under_when(session, agreement),
            status=agreed.standing(session, agreement),
        )
        for agreement in agreements
    )


def _feedback(agreement: Agreement, *, together: bool) -> str:
    if not agreement.feedback:
        return _("Your organisation gets feedback.") if together else _("You get feedback.")
    how = _("Your organisation gets feedback: {how}") if together else _("You get feedback: {how}")
    return how.format(how=agreement.feedback)


def _notes(session: Session, agreement: Agreement, reader: Partner, *, together: bool) -> Iterable[str]:
    yield agreement.details
    if reader.id in agreement.feedback_ids and agreement.owner_id != reader.id:
        yield _feedback(agreement, together=together)
    else:
        yield paper.feedback(session, agreement)
    if agreement.owner_id == reader.id and agreement.owner_participant_id is None:
        present = [person for person in session.members_of(reader.id) if was_there(session, person.id)]
        if len(present) > 1:
            yield _("On behalf of {partner}: settle together who does it.").format(partner=reader.name)
    yield from agreed.continues(session, agreement)
    yield from agreed.terms(agreement)
    yield from agreed.reasons(agreement)
    if agreement.status in {Status.BUSY, Status.NOT_KEPT}:  # of what is done with it has a column of its own
        yield _("How it stands: {status}").format(status=agreed.standing(session, agreement))
    yield from agreed.standing_notes(agreement)
    if not agreement.confirmed:
        yield _("Not confirmed by the group yet.")


def _who(session: Session, agreement: Agreement, reader: Partner) -> str:
    """Name a colleague by name, and somebody of another organisation by organisation and role."""
    owner = session.partner(agreement.owner_id)
    if owner is None:
        return _("nobody yet")
    person = session.participant(agreement.owner_participant_id)
    if person is None:
        return owner.name
    if owner.id == reader.id:
        return ", ".join(part for part in (person.name, person.role) if part)
    return ", ".join(part for part in (owner.name, person.role) if part)
