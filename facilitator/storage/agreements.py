"""What pages ask of agreements, over all sessions: which are due, which fit a filter, and the life of one.

How an agreement stands is always how it stands now: what the newest session said of it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from facilitator.core.vocabulary import AgreementKind, AgreementLevel, Channel, Phase, Status
from facilitator.storage.agreement_rows import Ref
from facilitator.storage.database import Connection

if TYPE_CHECKING:
    from facilitator.core.agreement import AgreementRef, Standing
    from facilitator.core.reporting import Later


class AgreementLine(NamedTuple):
    """An agreement in a list, with the session it was made in, as it stands now.

    `owner` is empty while nobody has taken it on. `continued` is the agreement of a later session that takes this one
    further: then it is closed, however it stood. `held` says that its words wait for a decision about personal data.
    `said_in` is the id of the session where was said how it stands, at `changed_at` (aware; None while nobody said
    anything since it was made).
    """

    session_id: str
    id: str
    what: str
    owner_id: str | None
    owner: str
    with_names: tuple[str, ...]
    deadline: date | None
    rhythm: str
    status: Status
    session_title: str
    session_day: date
    municipality: str = ""
    place: str = ""
    number: int = 0
    title: str = ""
    kind: AgreementKind | None = None
    level: AgreementLevel | None = None
    phase: Phase | None = None
    start: date | None = None
    evaluate_on: date | None = None
    confirmed: bool = False
    version: int = 1
    held: bool = False
    changed_at: datetime | None = None
    remark: str = ""
    said_by: str = ""
    handed_to: str = ""
    said_in: str = ""
    continued: Ref | None = None

    @property
    def ref(self) -> Ref:
        """The ids of its session and its own."""
        return self.session_id, self.id

    @property
    def name(self) -> str:
        """What it is called in a list."""
        return self.title or self.what

    @property
    def open(self) -> bool:
        """Whether somebody still has to do something."""
        return self.status.open and self.continued is None

    def is_late(self, today: date) -> bool:
        """Whether somebody still has to do something whose day has passed."""
        return self.open and self.deadline is not None and self.deadline < today


class Count(NamedTuple):
    """How many agreements a session has, and how many of them are late."""

    all: int
    late: int


class Said(NamedTuple):
    """One line of the life of an agreement; `at` is None for how it was when it was made."""

    status: Status
    at: datetime | None
    remark: str
    by_id: str | None
    by_name: str
    handed_to: str
    channel: Channel
    session_id: str
    session_title: str
    session_day: date


class Party(NamedTuple):
    """An organisation that an agreement belongs to: "owner", "with", "feedback", "directs", "watches"."""

    partner_id: str
    name: str
    roles: tuple[str, ...]


class OpenOne(NamedTuple):
    """An open agreement of an earlier session, and how it stands now."""

    ref: AgreementRef
    standing: Standing


LINE = (
    "SELECT a.session_id, a.id, a.what, a.owner_id, a.owner, a.with_names, a.deadline, a.rhythm, a.now_status, "
    "s.title, s.day, s.municipality, s.place, a.number, a.title, a.kind, a.level, a.phase, a.start, a.evaluate_on, "
    "a.confirmed, a.version, a.held, a.now_at, a.now_remark, a.now_by, a.now_to, a.said_in, "
    "a.continued_session_id, a.continued_id FROM agreement AS a JOIN session AS s ON s.id = a.session_id"
)

_LIFE = (
    "SELECT a.status, a.at, a.remark, a.by_id, a.by_name, a.handed_to, a.channel, s.id, s.title, s.day "
    "FROM agreement_standing AS a JOIN session AS s ON s.id = a.session_id "
    "WHERE a.of_session_id = ? AND a.agreement_id = ? "
    "ORDER BY a.at, a.session_id <> a.of_session_id, a.session_id DESC, a.place"
)

_ELSEWHERE = (
    "SELECT a.id, a.now_status, a.continued_session_id IS NOT NULL, s.day FROM agreement AS a "
    "JOIN session AS s ON s.id = coalesce(a.continued_session_id, a.said_in) "
    "WHERE a.session_id = ? AND s.id <> a.session_id"
)

SAME = """
SELECT partner_id FROM alias WHERE means IN (SELECT means FROM alias WHERE partner_id IN ({marks}))
UNION SELECT partner_id FROM alias WHERE means IN ({marks})
UNION SELECT means FROM alias WHERE partner_id IN ({marks})
"""
"""All ids of the organisations that some ids mean, those ids themselves left out."""

# What went on at a table where an organisation did not sit is still its agreement, though it is no party of it there.
OPEN_OF = """
SELECT a.session_id, a.id, s.last_at FROM agreement AS a JOIN session AS s ON s.id = a.session_id
WHERE a.open AND NOT a.held AND a.session_id <> ?1
    AND ((SELECT day || start FROM session WHERE id = ?1) IS NULL
        OR s.day || s.start < (SELECT day || start FROM session WHERE id = ?1))
    AND (a.session_id, a.id) IN (
        WITH RECURSIVE concerned (session_id, id, partner_id) AS (
            SELECT session_id, agreement_id, partner_id FROM agreement_party
            WHERE partner_id IN (SELECT value FROM json_each(?2))
            UNION SELECT later.session_id, later.id, before.partner_id FROM concerned AS before
            JOIN agreement AS later
                ON later.continues_session_id = before.session_id AND later.continues_id = before.id
            WHERE NOT EXISTS (
                SELECT 1 FROM partner AS p WHERE p.session_id = later.session_id AND p.id = before.partner_id
            )
        ) SELECT session_id, id FROM concerned
    )
ORDER BY a.turn, s.day, a.session_id, a.place
"""


def due(connection: Connection, until: date, most: int = -1) -> tuple[AgreementLine, ...]:
    """Give the open agreements whose deadline is `until` or earlier, the latest first in line; at most so many."""
    # The first are taken before their sessions are looked up: there may be thousands.
    first = "(SELECT number FROM agreement WHERE open = 1 AND deadline <= ? ORDER BY deadline LIMIT ?)"
    asked = f"{LINE} WHERE a.number IN {first} ORDER BY a.deadline, s.day, a.place, a.id"
    return tuple(line_of(row) for row in connection.execute(asked, (until.isoformat(), most)))


def of_session(connection: Connection, session_id: str) -> tuple[AgreementLine, ...]:
    """Give the agreements of one session in their order."""
    rows = connection.execute(LINE + " WHERE a.session_id = ? ORDER BY a.place", (session_id,))
    return tuple(line_of(row) for row in rows)


def counts(connection: Connection, today: date) -> dict[str, Count]:
    """Give how many agreements each session has, and how many are late; a session that has none is not in it."""
    asked = "SELECT session_id, count(*), sum(open AND deadline < ?) FROM agreement GROUP BY 1"
    rows = connection.execute(asked, (today.isoformat(),))
    return {session_id: Count(int(number), int(late or 0)) for session_id, number, late in rows}


def due_count(connection: Connection, until: date) -> int:
    """Give how many open agreements have a deadline on this day or earlier."""
    asked = "SELECT count(*) FROM agreement WHERE open = 1 AND deadline <= ?"
    return int(connection.execute(asked, (until.isoformat(),)).fetchone()[0])


def one(connection: Connection, ref: Ref) -> AgreementLine | None:
    """Give one agreement, or None."""
    row = connection.execute(LINE + " WHERE a.session_id = ? AND a.id = ?", ref).fetchone()
    return None if row is None else line_of(row)


def life(connection: Connection, ref: Ref) -> tuple[Said, ...]:
    """Give all that was said of an agreement, in any session, the oldest first; how it was made comes first."""
    return tuple(
        Said(Status(status), _moment(at), remark, by_id, by, to, Channel(channel), id_, title, date.fromisoformat(day))
        for status, at, remark, by_id, by, to, channel, id_, title, day in connection.execute(_LIFE, ref)
    )


def elsewhere(connection: Connection, session_id: str) -> dict[str, Later]:
    """Give what later sessions did with the agreements of a session, by the id of the agreement."""
    from facilitator.core.reporting import Later  # noqa: PLC0415  records cost more than the first window

    rows = connection.execute(_ELSEWHERE, (session_id,))
    return {id_: Later(Status(status), date.fromisoformat(day), bool(on)) for id_, status, on, day in rows}


def parties(connection: Connection, ref: Ref) -> tuple[Party, ...]:
    """Give the organisations that an agreement belongs to, by name."""
    asked = (
        "SELECT partner_id, name, roles FROM agreement_party WHERE session_id = ? AND agreement_id = ? ORDER BY 2, 1"
    )
    return tuple(Party(id_, name, tuple(roles.split())) for id_, name, roles in connection.execute(asked, ref))


def same_partners(connection: Connection, partner_ids: Collection[str]) -> frozenset[str]:
    """Give every id under which these organisations are known: merged doubles are one organisation."""
    ids = list(partner_ids)
    asked = SAME.format(marks=", ".join("?" * len(ids)))
    return frozenset(ids) | {row[0] for row in connection.execute(asked, ids * 3)}


def open_of(
    connection: Connection, partner_ids: Collection[str], before_session_id: str, most: int = -1
) -> tuple[OpenOne, ...]:
    """Give the open agreements of earlier sessions that concern any of these organisations, the most urgent first.

    Earlier is before the beginning of that session; when it is not kept yet, all others are. An agreement whose words
    wait for a decision about personal data is left out: they may not go anywhere. They are no more than `most`, where
    that is told.
    """
    from facilitator.core.agreement import AgreementRef, Standing  # noqa: PLC0415  records cost more than the first window

    def standing(ref: Ref, last_at: str) -> Standing:
        newest = life(connection, ref)[-1]
        at = newest.at or datetime.fromisoformat(last_at)  # as it was made, some time in that session
        return Standing(newest.status, at, newest.remark, newest.by_id, newest.handed_to, newest.channel)

    ids = json.dumps(sorted(same_partners(connection, partner_ids)))
    return tuple(
        OpenOne(AgreementRef(session_id, id_), standing((session_id, id_), last_at))
        for session_id, id_, last_at in connection.execute(f"{OPEN_OF} LIMIT ?3", (before_session_id, ids, most))
    )


def line_of(row: Sequence[Any]) -> AgreementLine:
    """Give the line of a row that `LINE` asked for."""
    session_id, id_, what, owner_id, owner, names, deadline, rhythm, status, *rest = row
    session_title, day, municipality, place, number, title, kind, level, phase, start, evaluate_on, *rest = rest
    confirmed, version, held, at, remark, by, to, said_in, continued_session_id, continued_id = rest
    return AgreementLine(
        session_id,
        id_,
        what,
        owner_id,
        owner,
        tuple(json.loads(names)),
        _day(deadline),
        rhythm,
        Status(status),
        session_title,
        date.fromisoformat(day),
        municipality,
        place,
        number,
        title,
        AgreementKind(kind) if kind else None,
        AgreementLevel(level) if level else None,
        Phase(phase) if phase else None,
        _day(start),
        _day(evaluate_on),
        bool(confirmed),
        version,
        bool(held),
        _moment(at),
        remark,
        by,
        to,
        said_in,
        None if continued_id is None else (continued_session_id, continued_id),
    )


def _day(day: str | None) -> date | None:
    return None if day is None else date.fromisoformat(day)


def _moment(at: str) -> datetime | None:
    return datetime.fromisoformat(at) if at else None
