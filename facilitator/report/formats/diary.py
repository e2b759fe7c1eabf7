"""The days of a session for one reader: deadlines, evaluations and the next meeting, and those that no longer hold.

An agreement belongs to its parties. A reader gets the days of the agreements that are theirs; of one that was theirs
only that its day is cancelled, without its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final, NamedTuple

from facilitator.core.agreement import Agreement, Status
from facilitator.core.session import Session
from facilitator.report import dates
from facilitator.report.documents import paper
from facilitator.report.formats.calendar import Day, uid
from facilitator.report.formats.reader import (
    Before,
    Due,
    Kind,
    Reader,
    called_off,
    due,
    is_theirs,
    no_longer_due,
    taken_over,
)
from facilitator.words import _

_AHEAD: Final = 7
"""So many days before its deadline an owner is reminded."""
_LONGEST: Final = 160
"""Characters of an agreement in the line that a calendar shows; all of it stands below."""
_MOST_STANDINGS: Final = 99
_TAKEN_OVER: Final = 1_000_000
"""So much is added to the number of a day that a later session takes over."""
_MEETING: Final = "next-meeting"


class Diary(NamedTuple):
    """What goes into a calendar: the days that hold, those that are cancelled, and when that was last put right."""

    name: str
    days: tuple[Day, ...]
    cancelled: tuple[Day, ...]
    stamp: datetime


def diary_of(whole: Session, reader: Reader) -> Diary:
    """Give the days of a session for a reader, without what waits for a decision."""
    session, _held = paper.handed_out(whole)
    days = (*(_day(session, each, reader) for each in due(whole, reader)), *_meeting(session))
    cancelled = (
        *(_cancelled(whole, each, reader) for each in no_longer_due(whole, reader)),
        *_no_meeting(session),
        *(_taken_over(session, each) for each in taken_over(whole, reader)),
    )
    return Diary(paper.session_name(session), days, cancelled, _stamp(session))


def _day(session: Session, each: Due, reader: Reader) -> Day:
    agreement = session.agreement(each.agreement_id)
    assert agreement is not None  # noqa: S101  it is where its day came from
    summary = (_("Agreement: {what}") if each.kind is Kind.DEADLINE else _("Evaluate: {what}")).format(
        what=_short(agreement.name)
    )
    sequence = _sequence(session, len(agreement.standings))
    day = Day(uid(session.id, *each.key), sequence, each.day, summary, _details(session, agreement))
    return replace(day, remind=_AHEAD) if each.kind is Kind.DEADLINE and reader.owns(agreement) else day


def _meeting(session: Session) -> Iterator[Day]:
    day = session.details.next_meeting
    if day is not None:
        summary = _("We meet again: {meeting}").format(meeting=paper.session_name(session))
        yield Day(uid(session.id, _MEETING), _sequence(session, 0), day, summary, paper.contact(session))


def _no_meeting(session: Session) -> Iterator[Day]:
    """Give the next meeting that was called off, as it was last."""
    day = called_off(session)
    if day is not None:
        summary = _("No longer planned: {meeting}").format(meeting=paper.session_name(session))
        yield Day(uid(session.id, _MEETING), _sequence(session, 0), day, summary, cancelled=True)


def _taken_over(session: Session, before: Before) -> Day:
    """Give a day of an earlier session that is told anew here. That session never comes so high with its own."""
    key = uid(before.session_id, *before.due.key)
    summary, details = _("No longer needed: an agreement"), _("This agreement was taken further in a later meeting.")
    return Day(key, _TAKEN_OVER + _sequence(session, 0), before.due.day, summary, details, cancelled=True)


def _cancelled(whole: Session, each: Due, reader: Reader) -> Day:
    """Give a day that holds no longer. Its words may be no longer theirs to read: how it ended is said where it is."""
    agreement = is_theirs(whole, reader, each.agreement_id)
    there = whole.agreement(each.agreement_id)
    sequence = _sequence(whole, 0 if there is None else len(there.standings))
    details = "" if agreement is None else _ended(agreement)
    summary = _("No longer needed: an agreement")
    return Day(uid(whole.id, *each.key), sequence, each.day, summary, details, cancelled=True)


def _details(session: Session, agreement: Agreement) -> str:
    owner = session.partner(agreement.owner_id)
    partners = paper.parties(session, agreement, agreement.with_ids)
    lines = (
        agreement.what,
        agreement.details,
        _("Who: {who}").format(who=_("nobody yet") if owner is None else owner.name),
        _("With whom: {names}").format(names=partners) if partners else "",
        _("When: {when}").format(when=paper.when(session, agreement)),
        paper.feedback(session, agreement),
        "" if agreement.confirmed else _("Not confirmed by the group yet."),
        _("Agreed at {meeting}, {day}.").format(
            meeting=paper.session_name(session), day=dates.in_words(session.details.day)
        ),
        paper.version(session),
        paper.contact(session),
    )
    return "\n".join(line for line in lines if line)


def _ended(agreement: Agreement) -> str:
    return {
        Status.KEPT: _("This agreement was kept."),
        Status.DROPPED: _("This agreement was dropped."),
        Status.HANDED_OVER: _("This agreement was handed over."),
        Status.NOT_KEPT: _("This agreement was not kept."),
    }.get(agreement.status, "")


def _sequence(session: Session, standings: int) -> int:
    """Give a number that goes up with every version of the session, and with how an agreement stands in between."""
    return (session.version - 1) * (_MOST_STANDINGS + 1) + min(standings, _MOST_STANDINGS)


def _stamp(session: Session) -> datetime:
    """Give when anything of this was last put right, by the session's own times."""
    course = session.course
    said = (standing.at for agreement in session.notebook.agreements for standing in agreement.standings)
    visits = (visit.at for visit in course.visits)
    return max((*course.closed_at, *said, *visits), default=session.planned_start)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
