"""Who has which version of the documents, and what became of the agreements since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.core.agreement import Agreement
from facilitator.core.course import HandedOut, Stood
from facilitator.core.session import Session


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between the documents of version `since` and those of now; of what is gone there are no words."""

    since: int
    new: tuple[Agreement, ...] = ()
    changed: tuple[Agreement, ...] = ()
    gone: tuple[Stood, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.new or self.changed or self.gone)


def changes(session: Session, partner_id: str | None = None, since: int | None = None) -> Changes | None:
    """What became of the agreements since a version, by default the one before; None where there is none before.

    With a partner only what belongs, or belonged, to it: what now belongs to it as well is new to it.
    """
    before = session.version - 1 if since is None else min(since, session.version - 1)
    if not 1 <= before <= len(session.course.editions):
        return None
    stood = {one.agreement_id: one for one in session.course.editions[before - 1] if _is_theirs(one, partner_id)}
    now = [one for one in session.notebook.agreements if partner_id is None or one.concerns(partner_id)]
    there = {one.id for one in now}
    return Changes(
        before,
        new=tuple(one for one in now if one.id not in stood),
        changed=tuple(one for one in now if one.id in stood and one.version != stood[one.id].version),
        gone=tuple(one for one in stood.values() if one.agreement_id not in there),
    )


def _is_theirs(stood: Stood, partner_id: str | None) -> bool:
    return partner_id is None or partner_id in stood.parties


def is_draft(session: Session, given: HandedOut) -> bool:
    """Whether documents were made before the session was closed in that version."""
    closings = session.course.closed_at
    return given.version > len(closings) or given.at < closings[given.version - 1]


def newest_of(session: Session, reader_id: str) -> HandedOut | None:
    """The newest documents that a participant or a partner got."""
    return next((given for given in reversed(session.course.handed_out) if reader_id in _readers(given)), None)


def had_before(session: Session, reader_id: str) -> HandedOut | None:
    """The newest documents that a participant or a partner got and that those of now replace."""
    mine = (given for given in reversed(session.course.handed_out) if reader_id in _readers(given))
    return next((given for given in mine if _is_old(session, given)), None)


def have_old(session: Session) -> dict[str, HandedOut]:
    """What each participant and partner that is still there last got, by id, where something newer replaces it."""
    newest = {reader: newest_of(session, reader) for reader in _everybody(session)}
    return {reader: given for reader, given in newest.items() if given is not None and _is_old(session, given)}


def _everybody(session: Session) -> Iterable[str]:
    book = session.notebook
    return (*(person.id for person in book.participants), *(partner.id for partner in book.partners))


def _readers(given: HandedOut) -> tuple[str, ...]:
    return (*given.participant_ids, *given.partner_ids)


def _is_old(session: Session, given: HandedOut) -> bool:
    """Whether it is of an earlier version, or a draft of the one that is closed now."""
    if given.version < session.version:
        return True
    return is_draft(session, given) and session.version <= len(session.course.closed_at)
