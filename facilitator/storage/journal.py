"""The journal: every event, once, in the order it happened. All else in the store can be made from it.

Events are only added. Two things touch those that are there, both on a person's request and both logged: `erase`
takes a whole session away, and bringing back a copy puts events at their place (`copies`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from facilitator.storage import projection, settings
from facilitator.storage.database import Connection, transaction
from facilitator.storage.errors import Broken
from facilitator.storage.projection import Projector, rows_of

if TYPE_CHECKING:
    from facilitator.core.events import Event
    from facilitator.core.session import Session

_ADD = "INSERT INTO event (id, session_id, kind, at, body) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"
_READ = "SELECT id, session_id, kind, at, body FROM event"


_to_json = json.JSONEncoder(separators=(",", ":")).encode


class Record(NamedTuple):
    """An event as it is stored, in the order of the table. `at` is ISO 8601; `body` is the whole event as JSON."""

    id: str
    session_id: str
    kind: str
    at: str
    body: str


def record_of(event: Event, session_id: str) -> Record:
    """Write an event of a session down."""
    from facilitator.core.codec import event_to_plain  # noqa: PLC0415  the records cost more than the first window

    return Record(event.id, session_id, type(event).__name__, event.at.isoformat(), _to_json(event_to_plain(event)))


def event_of(record: Record) -> Event:
    """Read an event back. Raises Broken for one this program does not understand."""
    from facilitator.core.codec import Unreadable, event_from_plain  # noqa: PLC0415  the records cost more than the first window

    try:
        return event_from_plain(json.loads(record.body))
    except (Unreadable, ValueError) as error:
        raise Broken(f"event {record.id}: {error}") from error


def add(connection: Connection, records: Iterable[Record]) -> None:
    """Add events inside the transaction that is open. One that is there already is left as it is."""
    connection.executemany(_ADD, list(records))


def records_of(connection: Connection, session_id: str) -> tuple[Record, ...]:
    """Give the stored events of a session in order."""
    rows = connection.execute(f"{_READ} WHERE session_id = ? ORDER BY seq", (session_id,))
    return tuple(Record(*row) for row in rows)


def events_of(connection: Connection, session_id: str) -> tuple[Event, ...]:
    """Give the events of a session in order; none for a session that is not there. Raises Broken."""
    return tuple(event_of(record) for record in records_of(connection, session_id))


def load(connection: Connection, session_id: str) -> Session | None:
    """Give a session as its events make it, or None when it is not there. Raises Broken."""
    from facilitator.core.apply import fold  # noqa: PLC0415  the records cost more than the first window

    return fold(events_of(connection, session_id))


def session_ids(connection: Connection) -> tuple[str, ...]:
    """Give the ids of all sessions, in the order in which they were begun."""
    rows = connection.execute("SELECT session_id FROM event GROUP BY session_id ORDER BY min(seq)")
    return tuple(row[0] for row in rows)


# ---- the overview, made anew


def ensure_overview(connection: Connection) -> None:
    """Make the overview anew when it was written by other rules, or was left behind by a fault."""
    row = connection.execute("SELECT value FROM setting WHERE name = 'overview'").fetchone()
    if row is None or row[0] != projection.VERSION:
        rebuild(connection)


def overview_is_behind(connection: Connection) -> None:
    """Have the overview made anew at the next opening."""
    connection.execute("DELETE FROM setting WHERE name = 'overview'")


def rebuild(connection: Connection) -> tuple[str, ...]:
    """Make the whole overview anew from the journal, in one transaction. Gives the sessions that do not read."""
    unread = []
    with transaction(connection):
        for session_id in session_ids(connection):
            try:
                project(connection, session_id)
            except Broken:
                unread.append(session_id)  # its events stay; opening it tells what is wrong
        known = "SELECT session_id FROM event"
        connection.execute(f"DELETE FROM session WHERE id NOT IN ({known})")  # noqa: S608  our own words
        connection.execute(
            "INSERT INTO setting VALUES ('overview', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (projection.VERSION,),
        )
    return tuple(unread)


def project(connection: Connection, session_id: str) -> None:
    """Make the overview of one session anew, inside the transaction that is open. Raises Broken."""
    from facilitator.core.apply import fold  # noqa: PLC0415  the records cost more than the first window

    events = events_of(connection, session_id)
    session = fold(events)
    if session is None:
        raise Broken(f"session {session_id} does not begin")
    projection.delete(connection, session_id)
    Projector().write(connection, session_id, rows_of(session, events[-1].at))


# ---- erasing


def erase(connection: Connection, session_id: str, at: datetime, reason: str) -> int:
    """Erase a session for good and leave one line that says so, without content. Gives the number of events.

    What was remembered by its id or those of its notes is gone too. The log and the backups are the caller's: see
    `forgetting`.
    """
    with transaction(connection):
        events = len(records_of(connection, session_id))
        settings.forget(connection, {session_id, *_note_ids(connection, session_id)})
        projection.delete(connection, session_id)
        connection.execute("DELETE FROM event WHERE session_id = ?", (session_id,))
        connection.execute(
            "INSERT INTO erasure VALUES (?, ?, ?, ?) ON CONFLICT (session_id) DO UPDATE SET at = excluded.at",
            (session_id, at.isoformat(), reason, events),
        )
    return events


def _note_ids(connection: Connection, session_id: str) -> Iterator[str]:
    asked = (
        "SELECT CASE WHEN json_valid(body) THEN json_extract(body, '$.note.id') END FROM event "
        "WHERE session_id = ? AND kind = 'NoteWritten'"
    )
    yield from (row[0] for row in connection.execute(asked, (session_id,)) if isinstance(row[0], str))


def erased(connection: Connection) -> frozenset[str]:
    """Give the ids of the sessions that were erased: no copy or backup may bring them back."""
    return frozenset(row[0] for row in connection.execute("SELECT session_id FROM erasure"))
