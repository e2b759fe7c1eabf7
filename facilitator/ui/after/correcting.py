"""Correcting: opens a closed session again, or makes a new version of it with other notes in the report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from facilitator.core.apply import judge
from facilitator.core.events import (
    Decision,
    DocumentsHandedOut,
    Event,
    FindingSettled,
    NoteChanged,
    SessionClosed,
    SessionReopened,
)
from facilitator.core.refusal import Refusal
from facilitator.core.session import Session
from facilitator.core.vocabulary import Channel
from facilitator.ui.futures import deliver
from facilitator.ui.running_session import looked_at
from facilitator.ui.services import Services
from facilitator.ui.start.unsaved import NotSavedYetError, check_saved

if TYPE_CHECKING:
    from facilitator.report.bundle import Job

Make = Callable[[Session], Iterable[tuple[type[Event], dict[str, object]]]]


class Correcting(QObject):
    """Loads a session, lets events happen and hands them to the store.

    Signals:
        reopened(str): the session of this id can be corrected now.
        handed_out(str): it was noted who has its documents now.
        renewed(str): it has a new version, or something of it was decided.
        refused(Refusal): an event did not fit; nothing happened.
        failed(Exception): the session could not be read, or the store does not take it.
    """

    reopened = Signal(str)
    renewed = Signal(str)
    handed_out = Signal(str)
    refused = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services

    def reopen(self, session_id: str, reason: str) -> None:
        """Open a closed session to correct it on the console."""
        make: Make = partial(_reopening, reason)
        self._load(session_id, make, self.reopened)

    def release(self, session_id: str, note_ids: Iterable[str], reason: str) -> None:
        """Make a new version in whose report exactly these notes stand."""
        make: Make = partial(_releasing, frozenset(note_ids), reason)
        self._load(session_id, make, self.renewed)

    def settle(self, session_id: str, subject_id: str, words: str, decision: Decision) -> None:
        """Note what was decided about words that look like personal data; the session stays closed."""
        make: Make = partial(_settling, subject_id, words, decision)
        self._load(session_id, make, self.renewed)

    def hand_out(
        self, session_id: str, channel: Channel, participant_ids: Iterable[str], partner_ids: Iterable[str] = ()
    ) -> None:
        """Note that documents of the present version were made for these participants and partners (ids).

        Without any of them, and in a rehearsal, nothing is noted.
        """
        readers = tuple(dict.fromkeys(participant_ids)), tuple(dict.fromkeys(partner_ids))
        if any(readers):
            make: Make = partial(_handing_out, channel, *readers)
            self._load(session_id, make, self.handed_out)

    def _load(self, session_id: str, make: Make, done: SignalInstance) -> None:
        deliver(self._services.store.load(session_id), partial(self._record, make, done), self._fail)

    def _record(self, make: Make, done: SignalInstance, session: Session | None) -> None:
        from facilitator.storage.errors import StoreError  # noqa: PLC0415  not needed for the first window

        if session is None:
            return
        try:
            check_saved(self._services)
            happened = self._judge(make, session)
            for event, after in happened or ():
                self._services.store.append(event, after)
        except (NotSavedYetError, StoreError) as error:  # closed, too: the program may end before this is reached
            self.failed.emit(error)
            return
        if happened is not None:
            done.emit(session.id)

    def _judge(self, make: Make, session: Session) -> list[tuple[Event, Session]] | None:
        """The events, each with the session it leads to; None when one of them does not fit, which is told."""
        happened: list[tuple[Event, Session]] = []
        for kind, fields in make(session):
            event = kind(id=self._services.new_id(), at=self._services.now().astimezone(UTC), **fields)
            event = looked_at(event, session, self._services.spot)
            outcome = judge(session, event)
            if isinstance(outcome, Refusal):
                self.refused.emit(outcome)
                return None
            session = outcome
            happened.append((event, outcome))
        return happened

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)


def _reopening(reason: str, _session: Session) -> Iterable[tuple[type[Event], dict[str, object]]]:
    yield SessionReopened, {"reason": reason}


def _settling(
    subject_id: str, words: str, decision: Decision, _session: Session
) -> Iterable[tuple[type[Event], dict[str, object]]]:
    yield FindingSettled, {"subject_id": subject_id, "text": words, "decision": decision}


def hand_out_alone(services: Services, session_id: str, jobs: Iterable[Job]) -> None:
    """Note that these documents were made, when no window is left to be told of it."""
    people, partners = readers_of(jobs)
    Correcting(services).hand_out(session_id, Channel.FILE, people, partners)


def readers_of(jobs: Iterable[Job]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The participants and the partners whose papers with agreements documents are, by id."""
    from facilitator.report import bundle  # noqa: PLC0415  not needed for the first window

    return bundle.readers_of(jobs)


def _handing_out(
    channel: Channel, participant_ids: tuple[str, ...], partner_ids: tuple[str, ...], session: Session
) -> Iterable[tuple[type[Event], dict[str, object]]]:
    if not session.rehearsal:
        yield (
            DocumentsHandedOut,
            {"channel": channel, "participant_ids": participant_ids, "partner_ids": partner_ids},
        )


def _releasing(
    note_ids: frozenset[str], reason: str, session: Session
) -> Iterable[tuple[type[Event], dict[str, object]]]:
    yield SessionReopened, {"reason": reason}
    for note in session.notebook.notes:
        if (note.id in note_ids) != note.released:
            yield NoteChanged, {"note_id": note.id, "text": note.text, "released": note.id in note_ids}
    yield SessionClosed, {}
