"""What pages ask: sessions, organisations and content of earlier sessions. Read from rows; see also `agreements`."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from typing import NamedTuple

from facilitator.core.vocabulary import READ_IN, Form, State
from facilitator.storage.database import Connection, transaction


class SessionLine(NamedTuple):
    """A session in a list. `step` counts from 0; `start` is local wall-clock time; `last_at` is aware.

    `read_in` says that it was held elsewhere and is known by its report.
    """

    id: str
    title: str
    form: Form
    place: str
    municipality: str
    day: date
    start: time
    state: State
    version: int
    step: int
    steps: int
    step_title: str
    keep_months: int
    last_at: datetime
    read_in: bool = False


class PartnerLine(NamedTuple):
    """An organisation of earlier sessions, to be offered again under the same id."""

    id: str
    name: str
    folded: str
    municipality: str
    last_day: date
    sessions: int


class UseLine(NamedTuple):
    """A session that was begun, with the script and the case it followed (None: it had none) and its organisations."""

    session_id: str
    title: str
    day: date
    place: str
    municipality: str
    script_id: str
    case_id: str | None
    partners: tuple[str, ...]


_SESSION = (
    "SELECT id, title, form, place, municipality, day, start, state, version, step, steps, step_title, "
    "keep_months, last_at, script_id FROM session"
)

_USES = (
    "SELECT id, title, day, place, municipality, script_id, case_id, "
    "(SELECT json_group_array(name ORDER BY folded, name) FROM partner WHERE session_id = session.id) "
    "FROM session WHERE state <> ? AND script_id = coalesce(?, script_id) "
    "AND case_id IS coalesce(?, case_id) ORDER BY day DESC, start DESC, id"
)

# Of one organisation in many sessions its own name in the newest session counts, before that of a merged double.
_PARTNER = """
WITH known AS (
    SELECT coalesce(alias.means, p.id) AS id, p.id AS own_id, p.name, p.folded, s.municipality, s.day, s.start, s.id
        AS session_id
    FROM partner AS p JOIN session AS s ON s.id = p.session_id LEFT JOIN alias ON alias.partner_id = p.id
), ranked AS (
    SELECT *, row_number() OVER (PARTITION BY id ORDER BY own_id = id DESC, day DESC, start DESC, session_id) AS rank
    FROM known
)
SELECT r.id, r.name, r.folded, r.municipality, k.last_day, k.sessions FROM ranked AS r
JOIN (SELECT id, max(day) AS last_day, count(DISTINCT session_id) AS sessions FROM known GROUP BY id) AS k
    ON k.id = r.id
WHERE r.rank = 1 ORDER BY k.last_day DESC, r.folded, r.id
"""


def sessions(connection: Connection, *states: State, limit: int = -1) -> tuple[SessionLine, ...]:
    """Give the sessions in these states (all when none is named), the newest day first."""
    marks = ", ".join("?" * len(states))
    which = f" WHERE state IN ({marks})" if states else ""
    order = " ORDER BY day DESC, start DESC, last_at DESC, id LIMIT ?"
    rows = connection.execute(_SESSION + which + order, (*(state.value for state in states), limit))
    return tuple(_session(row) for row in rows)


def session(connection: Connection, session_id: str) -> SessionLine | None:
    """Give one session, or None."""
    row = connection.execute(_SESSION + " WHERE id = ?", (session_id,)).fetchone()
    return None if row is None else _session(row)


def uses(connection: Connection, *, script_id: str | None = None, case_id: str | None = None) -> tuple[UseLine, ...]:
    """Give the sessions that were begun with this script and this case (None: any), the newest first."""
    return tuple(
        UseLine(id_, title, date.fromisoformat(day), place, municipality, script, case, tuple(json.loads(names)))
        for id_, title, day, place, municipality, script, case, names in connection.execute(
            _USES, (State.PLANNED.value, script_id, case_id)
        )
    )


def partners(connection: Connection) -> tuple[PartnerLine, ...]:
    """Give every organisation of earlier sessions once, those met last first."""
    rows = connection.execute(_PARTNER)
    return tuple(
        PartnerLine(id_, name, folded, municipality, date.fromisoformat(day), count)
        for id_, name, folded, municipality, day, count in rows
    )


def seats(connection: Connection) -> tuple[tuple[str, str], ...]:
    """Give the ids of every session and organisation that sat in it, those of the newest sessions first."""
    rows = connection.execute(
        "SELECT p.session_id, p.id FROM partner AS p JOIN session AS s ON s.id = p.session_id "
        "ORDER BY s.day DESC, s.id, p.id"
    )
    return tuple((str(session_id), str(partner_id)) for session_id, partner_id in rows)


def merge_partners(connection: Connection, double: str, into: str) -> None:
    """Make one organisation of two: from now on `double` means `into`. Sessions keep the id they were led with."""
    with transaction(connection):
        target = _meaning(connection, into)
        double = _meaning(connection, double)
        if target == double:
            return
        connection.execute("UPDATE alias SET means = ? WHERE means = ?", (target, double))
        connection.execute("INSERT INTO alias VALUES (?, ?)", (double, target))


def _meaning(connection: Connection, partner_id: str) -> str:
    row = connection.execute("SELECT means FROM alias WHERE partner_id = ?", (partner_id,)).fetchone()
    return partner_id if row is None else str(row[0])


def _session(row: tuple[str, ...]) -> SessionLine:
    (
        id_,
        title,
        form,
        place,
        municipality,
        day,
        start,
        state,
        version,
        step,
        steps,
        step_title,
        keep,
        last_at,
        script,
    ) = row
    return SessionLine(
        id_,
        title,
        Form(form),
        place,
        municipality,
        date.fromisoformat(day),
        time.fromisoformat(start),
        State(state),
        int(version),
        int(step),
        int(steps),
        step_title,
        int(keep),
        datetime.fromisoformat(last_at),
        script == READ_IN,
    )
