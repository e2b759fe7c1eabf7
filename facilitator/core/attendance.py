"""Who was in the room, from when until when, and which moments of a case they were not there for.

Presence is kept as stays (`core.people.Stay`). Whoever has none noted was there the whole time or not at all, as
`Participant.present` says: so it was in sessions that are older than this.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

from facilitator.core.casus import Case
from facilitator.core.course import Visit
from facilitator.core.events import PartnersSeated, PresenceCorrected, PresenceSet
from facilitator.core.notebook import Notebook, Outcome
from facilitator.core.people import Presence, Stay
from facilitator.core.refusal import Refusal
from facilitator.core.script import StepKind
from facilitator.core.session import Session, State
from facilitator.core.timing import pauses, visits

NOTICED = 60.0
"""Seconds that count: whoever is away for less of a moment was there for it."""


@dataclass(frozen=True, slots=True)
class Missed:
    """What somebody was not there for of a case: its moments by number, from 1.

    Of those in `partly` they heard some; `whole` says that they heard nothing of what was told.
    """

    case_title: str
    moments: tuple[int, ...] = ()
    partly: tuple[int, ...] = ()
    whole: bool = False


# ---- what events do


def seat(session: Session, event: PartnersSeated) -> Outcome:
    """Put the organisations in the order in which they sit."""
    book, named = session.notebook, event.partner_ids
    first = tuple(partner for partner_id in named if (partner := session.partner(partner_id)) is not None)
    if len(first) < len(named):
        return Refusal.UNKNOWN
    if len(set(named)) < len(named):
        return Refusal.DOUBLE
    return replace(book, partners=(*first, *(partner for partner in book.partners if partner.id not in named)))


def set_presence(session: Session, event: PresenceSet) -> Outcome:
    """Note that a person came or left. Outside the meeting itself that is said of all of it.

    Whoever is put back within a minute was marked by mistake, and was not away (or not there) at all.
    """
    person = session.participant(event.participant_id)
    if person is None:
        return Refusal.UNKNOWN
    if person.present == event.present:
        return Refusal.DOUBLE
    if session.course.state is not State.RUNNING and event.since is None:
        return _noted(session, person.id, None, present=event.present)
    before = attendance(session, person.id)
    if event.since is None and (undone := _taken_back(before, event.at, present=event.present)) is not None:
        return _noted(session, person.id, undone)
    when = event.since or event.at
    stays = (*before, Stay(when)) if event.present else (*before[:-1], replace(before[-1], left=when))
    return _noted(session, person.id, stays) if _fits(session, stays, before, event.at) else Refusal.OUT_OF_ORDER


def _taken_back(stays: tuple[Stay, ...], now: datetime, *, present: bool) -> tuple[Stay, ...] | None:
    """Give the stays without what was noted less than a minute ago; None when that is longer ago."""
    last = stays[-1] if stays else Stay()
    noted = last.left if present else last.came
    if noted is None or (now - noted).total_seconds() >= NOTICED:
        return None
    return (*stays[:-1], replace(last, left=None)) if present else stays[:-1]


def correct(session: Session, event: PresenceCorrected) -> Outcome:
    """Put right when a person was in the room."""
    if session.participant(event.participant_id) is None:
        return Refusal.UNKNOWN
    if session.course.state is State.PLANNED:
        return Refusal.NOT_RUNNING
    if not _fits(session, event.stays, attendance(session, event.participant_id), event.at):
        return Refusal.OUT_OF_ORDER
    return _noted(session, event.participant_id, event.stays)


def _noted(session: Session, participant_id: str, stays: tuple[Stay, ...] | None, *, present: bool = False) -> Notebook:
    """Note the stays of a person; None: the whole time or not at all, as `present` says."""
    book = session.notebook
    others = tuple(one for one in book.presences if one.participant_id != participant_id)
    if stays is None:
        presences = others
    else:
        present = bool(stays) and stays[-1].left is None
        presences = (*others, Presence(participant_id, stays))
    people = tuple(replace(p, present=present) if p.id == participant_id else p for p in book.participants)
    return replace(book, participants=people, presences=presences)


def _fits(session: Session, stays: tuple[Stay, ...], before: tuple[Stay, ...], now: datetime) -> bool:
    """Whether stays come one after the other, and what is new in them lies within the meeting as far as it went.

    What was noted before stays as it is, also when the start of the meeting was put right since.
    """
    if any(stay.came is None for stay in stays[1:]) or any(stay.left is None for stay in stays[:-1]):
        return False
    told, start = _times(stays), began(session)
    new = set(told) - set(_times(before))
    in_order = all(one < other for one, other in pairwise(told))
    return in_order and all(start is not None and start <= time <= until(session, now) for time in new)


def _times(stays: tuple[Stay, ...]) -> tuple[datetime, ...]:
    return tuple(time for stay in stays for time in (stay.came, stay.left) if time is not None)


# ---- what follows


def began(session: Session) -> datetime | None:
    """Give the moment the meeting really began, as it was put right."""
    made = visits(session)
    return made[0].at if made else None


def until(session: Session, now: datetime) -> datetime:
    """Give the moment up to which the meeting went: now while it runs, later the moment it was closed first."""
    return session.course.closed_at[0] if session.course.closed_at else now


def attendance(session: Session, participant_id: str) -> tuple[Stay, ...]:
    """Give the times that a person was in the room; none when they did not come (yet), or are not known."""
    noted = next((one for one in session.notebook.presences if one.participant_id == participant_id), None)
    if noted is not None:
        return noted.stays
    person = session.participant(participant_id)
    return (Stay(),) if person is not None and person.present else ()


def was_there(session: Session, participant_id: str) -> bool:
    """Whether a person was in the room at any time."""
    return bool(attendance(session, participant_id))


def missed(session: Session, participant_id: str, now: datetime) -> tuple[Missed, ...]:
    """Give what a person was not there for, a case at a time, in the order of the cases.

    `now` is the end of the page the meeting is at, while it runs.
    """
    stays, pages = attendance(session, participant_id), tuple(_pages(session, until(session, now)))
    found = (_missed_of(case, stays, pages) for case in session.cases)
    return tuple(each for each in found if each.moments or each.partly)


def _missed_of(case: Case, stays: tuple[Stay, ...], pages: tuple[_Page, ...]) -> Missed:
    gone: list[int] = []
    partly: list[int] = []
    told = {moment.id for moment in case.moments} & {page.moment_id for page in pages}
    for number, moment in enumerate(case.moments, 1):
        mine = [page for page in pages if page.moment_id == moment.id]
        lasted = sum((page.end - page.begin).total_seconds() for page in mine)
        heard = sum(_overlap(stay, page) for page in mine for stay in stays)
        if mine and (heard == 0 or lasted - heard >= NOTICED):
            (partly if heard >= NOTICED else gone).append(number)
    return Missed(case.title, tuple(gone), tuple(partly), whole=len(gone) == len(told))


@dataclass(frozen=True, slots=True)
class _Page:
    """A page of a case that was before the group: which moment (by id), from when until when.

    No two cases of one session share the id of a moment.
    """

    moment_id: str
    begin: datetime
    end: datetime


def _pages(session: Session, end: datetime) -> Iterator[_Page]:
    """Give the pages of cases, without the time that the meeting stood still, also where that was said afterwards."""
    for visit, page in _going_on(session, end):
        if visit.moment_id is not None:
            yield page


def _going_on(session: Session, end: datetime) -> Iterator[tuple[Visit, _Page]]:
    """Give when the meeting went on, and at which visit."""
    made, still = visits(session), pauses(session, end)
    times = (*(visit.at for visit in made), end)
    for visit, following in zip(made, times[1:], strict=True):
        if visit.paused:
            continue
        begin, moment_id = visit.at, visit.moment_id or ""
        for stretch in still:
            if begin < (stop := min(stretch.since, following)):
                yield visit, _Page(moment_id, begin, stop)
            begin = max(begin, stretch.until)
        if begin < following:
            yield visit, _Page(moment_id, begin, following)


def time_there(session: Session, participant_id: str, now: datetime) -> timedelta:
    """Give how long a person took part: without breaks, and without the time that the meeting stood still."""
    breaks = {step.id for step in session.steps if step.kind is StepKind.BREAK}
    stays = attendance(session, participant_id)
    pages = (page for visit, page in _going_on(session, until(session, now)) if visit.step_id not in breaks)
    return timedelta(seconds=sum(_overlap(stay, page) for page in pages for stay in stays))


def _overlap(stay: Stay, page: _Page) -> float:
    """Give how many seconds of a page somebody was there."""
    came = page.begin if stay.came is None else max(page.begin, stay.came)
    left = page.end if stay.left is None else min(page.end, stay.left)
    return max(0.0, (left - came).total_seconds())
