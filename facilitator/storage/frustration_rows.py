"""Which frustrations keep returning, over all sessions, from rows that are made from the journal.

No person and no organisation is in a row: it says how many, and in which session.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from facilitator.core.vocabulary import Frustration
from facilitator.storage.database import Connection

if TYPE_CHECKING:
    from facilitator.core.session import Session

Row = tuple[str | int | None, ...]

COLUMNS = {
    "frustration": "session_id frustration people",
    "frustration_agreement": "session_id agreement_id frustration",
}
KEYS = {"frustration": 2, "frustration_agreement": 2}
"""How many of the first columns are the key; the first is the session that wrote the row."""


def rows_of(session: Session) -> Iterator[tuple[str, Row]]:
    """Give the rows, with their tables, of the frustrations that a session names."""
    from facilitator.core.frustration import counted  # noqa: PLC0415  needs the session, which the first list does not

    for frustration, people in counted(session).items():
        yield "frustration", (session.id, frustration.value, people)
    for agreement in session.notebook.agreements:
        if (behind := agreement.origin.frustration) is not None:
            yield "frustration_agreement", (session.id, agreement.id, behind.value)


class Seen(NamedTuple):
    """A session in which a frustration was named, or agreed on; `people` is None when too few to be told."""

    session_id: str
    title: str
    place: str
    day: date
    people: int | None
    agreements: int


class Returning(NamedTuple):
    """How often a frustration was named, the newest session first, and how the agreements about it stand."""

    seen: tuple[Seen, ...] = ()
    agreements: int = 0
    kept: int = 0
    open: int = 0

    @property
    def people(self) -> int:
        """How often it was recognised, by as many people in each session; where they were too few they do not count."""
        return sum(each.people or 0 for each in self.seen)

    @property
    def last(self) -> date | None:
        """When it was named last."""
        return self.seen[0].day if self.seen else None


_SEEN = """
SELECT n.frustration, s.id, s.title, s.place, s.day, sum(n.people), sum(n.agreements) FROM (
    SELECT session_id, frustration, people, 0 AS agreements FROM frustration
    UNION ALL SELECT session_id, frustration, 0, 1 FROM frustration_agreement
) AS n JOIN session AS s ON s.id = n.session_id
GROUP BY n.frustration, s.id ORDER BY s.day DESC, s.start DESC, s.id
"""

_STAND = """
SELECT f.frustration, count(*), sum(a.now_status = 'nagekomen'), sum(a.open)
FROM frustration_agreement AS f JOIN agreement AS a ON a.session_id = f.session_id AND a.id = f.agreement_id
GROUP BY f.frustration
"""


def returning(connection: Connection) -> dict[Frustration, Returning]:
    """Give how often each frustration was named; all five are there."""
    from facilitator.core.frustration import LEAST_TOLD  # noqa: PLC0415  as above

    seen: dict[Frustration, list[Seen]] = {}
    for value, session_id, title, place, day, so_many, agreements in connection.execute(_SEEN):
        frustration = Frustration(value)
        told = so_many if so_many >= LEAST_TOLD else None if so_many else 0
        line = Seen(session_id, title, place, date.fromisoformat(day), told, agreements)
        seen.setdefault(frustration, []).append(line)
    stand = {Frustration(value): numbers for value, *numbers in connection.execute(_STAND)}
    return {each: Returning(tuple(seen.get(each, ())), *stand.get(each, (0, 0, 0))) for each in Frustration}
