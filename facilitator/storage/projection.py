"""The overview: what the start page shows of every session, kept as rows beside the journal.

The rows of a session follow from that session alone, so that they can be written when one of its events is, and made
anew from the journal with the same outcome. How an agreement stands now follows from the rows of all sessions, and is
said anew with them. Nothing private is in them: no answers, no notes, no participants.
"""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from facilitator.core.text import fold
from facilitator.storage import agreement_rows, frustration_rows, paragraph_rows
from facilitator.storage.agreement_rows import Ref, Row
from facilitator.storage.database import Connection

if TYPE_CHECKING:
    from facilitator.core.session import Session

VERSION = "6"
"""Goes up when the rows below change; a store with other rows makes them anew at its next opening."""

_COLUMNS = {
    "session": "id title form place municipality day start state version step steps step_title keep_months last_at "
    "script_id case_id",
    "partner": "session_id id name folded",
    **agreement_rows.COLUMNS,
    **paragraph_rows.COLUMNS,
    **frustration_rows.COLUMNS,
}
KEYS = {"session": 1, "partner": 2, **agreement_rows.KEYS, **paragraph_rows.KEYS, **frustration_rows.KEYS}
"""How many of the first columns of a table are its key; the first is the session."""

TABLES = tuple(_COLUMNS)
"""The tables of the overview, that of sessions first."""

Key = tuple[str | int | None, ...]
Rows = dict[Key, Row]
"""The rows of one session by table and the values of their key."""


def rows_of(session: Session, last_at: datetime) -> Rows:
    """Give all rows of a session; `last_at` is when its last event happened."""
    rows: Rows = {("session", session.id): _session_row(session, last_at)}
    for partner in session.notebook.partners:
        rows["partner", session.id, partner.id] = (session.id, partner.id, partner.name, _folded(partner.name))
    for part in (agreement_rows, paragraph_rows, frustration_rows):
        for table, row in part.rows_of(session):
            rows[table, *row[: KEYS[table]]] = row
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
        _write_difference(connection, before, rows)
        self._written[session_id] = rows

    def forget(self) -> None:
        """Read the rows from the store again before writing."""
        self._written.clear()


def delete(connection: Connection, session_id: str) -> None:
    """Take the rows of a session away; what it said of agreements of others is unsaid."""
    elsewhere = agreement_rows.touched_by(connection, session_id)
    for table in _COLUMNS:
        if table != "session":
            connection.execute(f"DELETE FROM {table} WHERE session_id = ?", (session_id,))  # noqa: S608  our own names
    connection.execute("DELETE FROM session WHERE id = ?", (session_id,))
    agreement_rows.stand(connection, elsewhere)


def everything(connection: Connection) -> dict[str, list[Row]]:
    """Give all rows of the overview by table, in the order of their keys."""
    return {
        table: [
            tuple(row)
            for row in connection.execute(
                f"SELECT {_told(table)} FROM {table} ORDER BY {', '.join(_key(table))}"  # noqa: S608  our own names
            )
        ]
        for table in _COLUMNS
    }


def _stored(connection: Connection, session_id: str) -> Rows:
    rows: Rows = {}
    for table, columns in _COLUMNS.items():
        asked = f"SELECT {_list(columns)} FROM {table} WHERE {_key(table)[0]} = ?"  # noqa: S608  our own names
        for row in connection.execute(asked, (session_id,)):
            rows[table, *row[: KEYS[table]]] = tuple(row)
    return rows


def _write_difference(connection: Connection, before: Rows, now: Rows) -> None:
    touched: set[Ref] = set()
    for key, row in now.items():
        if before.get(key) != row:
            connection.execute(_UPSERT[str(key[0])], row)
            touched.update(agreement_rows.touched(str(key[0]), row))
    for key, row in before.items():
        if now.get(key) != row:
            touched.update(agreement_rows.touched(str(key[0]), row))
            if key not in now:
                connection.execute(_DELETE[str(key[0])], key[1:])
    agreement_rows.stand(connection, touched)


def _key(table: str) -> list[str]:
    return _COLUMNS[table].split()[: KEYS[table]]


def _list(columns: str) -> str:
    return columns.replace(" ", ", ")


def _told(table: str) -> str:
    return _list(f"{_COLUMNS[table]} {agreement_rows.NOW}" if table == "agreement" else _COLUMNS[table])


def _upsert(table: str) -> str:
    columns, keys = _COLUMNS[table].split(), _key(table)
    changes = ", ".join(f"{name} = excluded.{name}" for name in columns if name not in keys)
    marks = ", ".join("?" * len(columns))
    return (
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks}) "  # noqa: S608  our own names
        f"ON CONFLICT ({', '.join(keys)}) DO {f'UPDATE SET {changes}' if changes else 'NOTHING'}"
    )


def _delete(table: str) -> str:
    return f"DELETE FROM {table} WHERE {' AND '.join(f'{name} = ?' for name in _key(table))}"  # noqa: S608  our own names


_UPSERT = {table: _upsert(table) for table in _COLUMNS}
_DELETE = {table: _delete(table) for table in _COLUMNS}
