"""From a draft to events: the first one of a new session, or those that put a planned one right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from facilitator.core import events as ev
from facilitator.core.people import Participant, Partner
from facilitator.core.session import Session
from facilitator.core.text import fold
from facilitator.ui.prepare.draft import Draft

NewId = Callable[[], str]


def beginning(
    draft: Draft, known: Mapping[str, str], new_id: NewId, at: datetime, *, rehearsal: bool
) -> ev.SessionPlanned:
    """Give the first event of a new session. `known` has the ids of organisations by folded name.

    Raises ValueError for a draft whose hints block.
    """
    plan = draft.plan
    if draft.led is None or plan is None or (draft.needs_case and draft.case is None):
        raise ValueError("a draft without script or case cannot be planned")
    partners = draft.partners(known, iter(new_id, None))
    return ev.SessionPlanned(
        id=new_id(),
        at=at,
        session_id=new_id(),
        script=draft.led,
        case=draft.case if draft.needs_case else None,
        details=draft.details,
        minutes=plan.minutes,
        partners=partners,
        participants=draft.participants(partners),
        rehearsal=rehearsal,
    )


def roles_dealt(draft: Draft, session: Session, new_id: NewId, at: datetime) -> tuple[ev.Event, ...]:
    """Give the event that deals the roles over the participants of a session; none where that changes nothing."""
    return tuple(kind(id=new_id(), at=at, **fields) for kind, fields in _roles(session, draft))


def corrections(
    draft: Draft, session: Session, known: Mapping[str, str], new_id: NewId, at: datetime
) -> tuple[ev.Event, ...]:
    """Give the events that turn a planned session into what the draft says now; none when nothing differs."""
    own = {fold(partner.name): partner.id for partner in session.notebook.partners}
    # An organisation that stays under an older name is not found a second time under its newest.
    staying = {own.get(fold(name)) for name in draft.names_at_table}
    others = {name: partner_id for name, partner_id in known.items() if partner_id not in staying}
    partners = draft.partners({**others, **own}, iter(new_id, None))
    made = (
        *_partners_in(session, partners),
        *_participants(session, draft.participants(partners)),
        *_partners_out(session, partners),
        *_meeting(session, draft),
        *_roles(session, draft),
    )
    return tuple(kind(id=new_id(), at=at, **fields) for kind, fields in made)


_Made = tuple[type[ev.Event], dict[str, object]]


def _partners_in(session: Session, partners: Iterable[Partner]) -> Iterator[_Made]:
    for partner in partners:
        before = session.partner(partner.id)
        if before is None:
            yield ev.PartnerAdded, {"partner": partner}
        elif before.name != partner.name:
            yield ev.PartnerRenamed, {"partner_id": partner.id, "name": partner.name}


def _partners_out(session: Session, partners: Iterable[Partner]) -> Iterator[_Made]:
    staying = {partner.id for partner in partners}
    for partner in session.notebook.partners:
        if partner.id not in staying:
            yield ev.PartnerRemoved, {"partner_id": partner.id}


def _participants(session: Session, participants: tuple[Participant, ...]) -> Iterator[_Made]:
    staying = {person.id for person in participants}
    for person in session.notebook.participants:
        if person.id not in staying:
            yield ev.ParticipantRemoved, {"participant_id": person.id}
    for person in participants:
        before = session.participant(person.id)
        if before is None:
            yield ev.ParticipantAdded, {"participant": person}
            continue
        now = replace(person, present=before.present, walk_in=before.walk_in)
        if before != now:
            yield ev.ParticipantChanged, {"participant": now}


def _meeting(session: Session, draft: Draft) -> Iterator[_Made]:
    if draft.details != session.details:
        yield ev.DetailsChanged, {"details": draft.details}
    plan = draft.plan
    if plan is not None and plan.minutes != session.minutes:
        yield ev.PlanChanged, {"minutes": plan.minutes}


def _roles(session: Session, draft: Draft) -> Iterator[_Made]:
    """Tell who holds which role, as far as they come; a session forgets the roles of those who do not by itself."""
    coming = {person.id for person in draft.at_table}
    wanted = tuple(deal for deal in draft.deals if deal.participant_id in coming) if session.case is not None else ()
    if set(wanted) != {deal for deal in session.notebook.deals if deal.participant_id in coming}:
        yield ev.RolesDealt, {"deals": wanted}
