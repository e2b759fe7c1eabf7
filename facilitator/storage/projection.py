"""The overview: what the start page shows of every session, kept as rows beside the journal.

The rows of a session follow from that session alone, so that they can be written when one of its events is, and made
anew from the journal with the same outcome. Nothing private is in them: no answers, no notes, no participants.
"""

from __future__ import annotations

import json
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from facilitator.core.text import fold
from facilitator.storage.database import Connection

if TYPE_CHECKING:
    from facilitator.core.agreement import Agreement
    from facilitator.core.session import Session

VERSION = "2"
"""Goes up when the rows below change; a store with other rows makes them anew at its next opening."""

_COLUMNS = {
    "session": "id title form place municipality day start state version step steps step_title keep_months last_at "
    "script_id case_id",
    "agreement": "session_id id place what owner_id owner with_names deadline rhythm status",
    "partner": "session_id id name folded",
}
_KEYS = {"session": "id", "agreement": "session_id, id", "partner": "session_id, id"}

Row = tuple[str | int | None, ...]
Rows = dict[tuple[str, str], Row]
"""The rows of one session by table and id."""


def rows_of(session: Session, last_at: datetime) -> Rows:
    """Give all rows of a session; `last_at` is when its last event happened."""
    rows: Rows = {("session", session.id): _session_row(session, last_at)}
    for place, agreement in enumerate(session.notebook.agreements):
        rows["agreement", agreement.id] = _agreement_row(session, place, agreement)
    for partner in session.notebook.partners:
        rows["partner", partner.id] = (session.id, partner.id, partner.name, _folded(partner.name))
    return rows


_folded = lru_cache(maxsize=500)(fold)  # the same few names at every event


def _session_row(session: Session, last_at: datetime) -> Row:
    details = session.details
    return (
        session.id,
        session.script.title,
        session.script.form.value,
        details.place,
        details.municipality,
        details.day.isoformat(),
        details.start.isoformat("minutes"),
        session.course.state.value,
        session.version,
        session.step_number,
        len(session.steps),
        session.step.title,
        details.keep_months,
        last_at.isoformat(),
        session.script.id,
        None if session.case is None else session.case.id,
    )


def _agreement_row(session: Session, place: int, agreement: Agreement) -> Row:
    names = [partner.name for partner in map(session.partner, agreement.with_ids) if partner is not None]
    owner = session.partner(agreement.owner_id)
    return (
        session.id,
        agreement.id,
        place,
        agreement.what,
        agreement.owner_id,
        "" if owner is None else owner.name,
        json.dumps(names),
        None if agreement.deadline is None else agreement.deadline.isoformat(),
        agreement.rhythm,
        agreement.status.value,
    )


class Projector:
    """Writes what changed of a session's rows.

    It remembers the rows it wrote last, by session. `forget` is called when a transaction was rolled back.
    """

    def __init__(self) -> None:
        self._written: dict[str, Rows] = {}

    def write(self, connection: Connection, session_id: str, rows: Rows) -> None:
        """Bring the rows of a session up to date, inside the transaction that is open."""
        before = self._written.get(session_id)
        if before is None:
            before = _stored(connection, session_id)
        _write_difference(connection, session_id, before, rows)
        self._written[session_id] = rows

    def forget(self) -> None:
        """Read the rows from the store again before writing."""
        self._written.clear()


def delete(connection: Connection, session_id: str) -> None:
    """Take the rows of a session away."""
    for table in ("agreement", "partner"):
        connection.execute(f"DELETE FROM {table} WHERE session_id = ?", (session_id,))  # noqa: S608  our own names
    connection.execute("DELETE FROM session WHERE id = ?", (session_id,))


def everything(connection: Connection) -> dict[str, list[Row]]:
    """Give all rows of the overview by table, in the order of their keys."""
    return {
        table: [tuple(row) for row in connection.execute(_select(table) + f" ORDER BY {_KEYS[table]}")]
        for table in _COLUMNS
    }


def _stored(connection: Connection, session_id: str) -> Rows:
    rows: Rows = {}
    for table in _COLUMNS:
        column = "id" if table == "session" else "session_id"
        for row in connection.execute(f"{_select(table)} WHERE {column} = ?", (session_id,)):
            rows[table, row[0] if table == "session" else row[1]] = tuple(row)
    return rows


def _write_difference(connection: Connection, session_id: str, before: Rows, now: Rows) -> None:
    for (table, key), row in now.items():
        if before.get((table, key)) != row:
            connection.execute(_UPSERT[table], row)
    for table, key in before.keys() - now.keys():
        connection.execute(f"DELETE FROM {table} WHERE session_id = ? AND id = ?", (session_id, key))  # noqa: S608


def _select(table: str) -> str:
    return f"SELECT {_COLUMNS[table].replace(' ', ', ')} FROM {table}"  # noqa: S608  our own names


def _upsert(table: str) -> str:
    columns = _COLUMNS[table].split()
    keys = _KEYS[table].split(", ")
    changes = ", ".join(f"{name} = excluded.{name}" for name in columns if name not in keys)
    marks = ", ".join("?" * len(columns))
    return (
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks}) "  # noqa: S608  our own names
        f"ON CONFLICT ({_KEYS[table]}) DO UPDATE SET {changes}"
    )


_UPSERT = {table: _upsert(table) for table in _COLUMNS}
