"""Whose days are whose: which agreements give a reader a day in the calendar, and which no longer do.

It needs the core only, so that the windows can ask it too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from facilitator.core.agreement import Agreement
from facilitator.core.session import Session
from facilitator.core.spotting import without_held


class Kind(StrEnum):
    """What is on a day."""

    DEADLINE = "deadline"
    EVALUATION = "evaluation"


@dataclass(frozen=True, slots=True)
class Reader:
    """Whose calendar it is, by ids: a participant of a partner, a partner, or the facilitator (neither)."""

    partner_id: str | None = None
    participant_id: str | None = None

    def has(self, parties: frozenset[str]) -> bool:
        """Whether what belongs to these partners is theirs."""
        return self.partner_id is None or self.partner_id in parties

    def owns(self, agreement: Agreement) -> bool:
        """Whether it is for them to do."""
        if self.partner_id is None or agreement.owner_id != self.partner_id:
            return False
        return self.participant_id is None or agreement.owner_participant_id in {None, self.participant_id}


class Due(NamedTuple):
    """An agreement (by id) has its deadline or its evaluation on a day."""

    agreement_id: str
    kind: Kind
    day: date

    @property
    def key(self) -> tuple[str, Kind]:
        """What stays the same when the day changes."""
        return self.agreement_id, self.kind


def due(session: Session, reader: Reader) -> tuple[Due, ...]:
    """Give the days that hold for a reader, in the order of the agreements; without what waits for a decision."""
    book, _held = without_held(session.notebook)
    theirs = (one for one in book.agreements if one.status.open and reader.has(one.parties))
    return tuple(each for one in theirs for each in _both(one.id, one.deadline, one.evaluate_on))


def no_longer_due(session: Session, reader: Reader) -> tuple[Due, ...]:
    """Give the days that a closed version gave a reader and that hold no longer, as they were last.

    What only waits for a decision is left out: it is neither told nor taken back.
    """
    book, _held = without_held(session.notebook)
    waiting = {one.id for one in session.notebook.agreements} - {one.id for one in book.agreements}
    holds = {each.key for each in due(session, reader)}
    stood = (one for edition in session.course.editions for one in edition if reader.has(one.parties))
    told = (each for one in stood for each in _both(one.agreement_id, one.deadline, one.evaluate_on))
    gone = {each.key: each for each in told if each.key not in holds and each.agreement_id not in waiting}
    return tuple(gone.values())


def called_off(session: Session) -> date | None:
    """Give the day of the next meeting that a closed version told last, where there is none any more."""
    told = [day for day in session.course.next_meetings if day is not None]
    return told[-1] if told and session.details.next_meeting is None else None


class Before(NamedTuple):
    """A day of an agreement of an earlier session, by its id, that the calendar of this session takes over."""

    session_id: str
    due: Due


def taken_over(session: Session, reader: Reader) -> tuple[Before, ...]:
    """Give the days that a reader has from an earlier session of what this one took further, once it is closed."""
    if not session.course.closed_at:
        return ()
    book, _held = without_held(session.notebook)
    further = {one.continues for one in book.agreements}
    items = (each for each in session.course.look_back if each.ref in further and reader.has(each.agreement.parties))
    return tuple(
        Before(item.ref.session_id, each)
        for item in items
        for each in _both(item.ref.agreement_id, item.agreement.deadline, item.agreement.evaluate_on)
    )


def has_cancelled(session: Session, reader: Reader) -> bool:
    """Whether a calendar that a reader may have holds a day that is no more."""
    gone = (no_longer_due(session, reader), called_off(session), taken_over(session, reader))
    return any(gone)


def is_theirs(session: Session, reader: Reader, agreement_id: str) -> Agreement | None:
    """Give an agreement as a reader may read it; None where it is gone, waits for a decision or is not theirs."""
    book, _held = without_held(session.notebook)
    agreement = replace(session, notebook=book).agreement(agreement_id)
    return agreement if agreement is not None and reader.has(agreement.parties) else None


def _both(agreement_id: str, deadline: date | None, evaluate_on: date | None) -> tuple[Due, ...]:
    days = ((Kind.DEADLINE, deadline), (Kind.EVALUATION, evaluate_on))
    return tuple(Due(agreement_id, kind, day) for kind, day in days if day is not None)
