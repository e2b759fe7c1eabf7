"""Which paragraphs of a regional agreement chafe, over all sessions, from rows that are made from the journal.

No person is in a row. A reason that waits for a decision about personal data is not in it either: the mark counts, its
words do not show.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from facilitator.storage.database import Connection

if TYPE_CHECKING:
    from facilitator.core.session import Session

Row = tuple[str | int | None, ...]

COLUMNS = {
    "paragraph_mark": "session_id id model_id paragraph_id chafes why",
    "paragraph_agreement": "session_id agreement_id model_id paragraph_id",
}
KEYS = {"paragraph_mark": 2, "paragraph_agreement": 2}
"""How many of the first columns are the key; the first is the session that wrote the row."""


def rows_of(session: Session) -> Iterator[tuple[str, Row]]:
    """Give the rows, with their tables, of what a session says of paragraphs."""
    book = session.notebook
    for mark in book.marks:
        why = "" if book.is_held(mark.id) else mark.why
        ground = mark.ground
        yield "paragraph_mark", (session.id, mark.id, ground.model_id, ground.paragraph_id, int(mark.chafes), why)
    for agreement in book.agreements:
        if (named := agreement.ground) is not None:
            yield "paragraph_agreement", (session.id, agreement.id, named.model_id, named.paragraph_id)


class Said(NamedTuple):
    """Something that was said of a paragraph in a session; `why` may be empty."""

    session_id: str
    place: str
    day: date
    chafes: bool
    why: str


class Broken(NamedTuple):
    """An agreement that fills a paragraph in and is not kept, or whose day has passed."""

    session_id: str
    place: str
    day: date
    what: str
    late: bool


class Practice(NamedTuple):
    """A paragraph in practice, the newest first."""

    said: tuple[Said, ...] = ()
    broken: tuple[Broken, ...] = ()

    @property
    def chafing(self) -> tuple[Said, ...]:
        """What was said against it."""
        return tuple(each for each in self.said if each.chafes)

    @property
    def sessions(self) -> int:
        """In how many sessions it chafed."""
        return len({each.session_id for each in self.chafing})

    @property
    def last(self) -> date | None:
        """When it chafed last."""
        return max((each.day for each in self.chafing), default=None)


_SAID = """
SELECT m.paragraph_id, m.session_id, s.place, s.day, m.chafes, m.why
FROM paragraph_mark AS m JOIN session AS s ON s.id = m.session_id
WHERE m.model_id = ? ORDER BY s.day DESC, s.start DESC, m.session_id, m.chafes DESC, m.id
"""

_BROKEN = """
SELECT p.paragraph_id, p.session_id, s.place, s.day, coalesce(nullif(a.title, ''), a.what), a.now_status
FROM paragraph_agreement AS p JOIN session AS s ON s.id = p.session_id
    JOIN agreement AS a ON a.session_id = p.session_id AND a.id = p.agreement_id
WHERE p.model_id = ?1 AND (a.now_status = 'niet-nagekomen' OR (a.open AND a.deadline < ?2))
ORDER BY s.day DESC, s.start DESC, p.session_id, p.agreement_id
"""


def practice(connection: Connection, model_id: str, today: date) -> dict[str, Practice]:
    """Give how the paragraphs of a model fare, by id; one that nothing was said of is not in it."""
    said: dict[str, list[Said]] = {}
    broken: dict[str, list[Broken]] = {}
    for paragraph_id, session_id, place, day, chafes, why in connection.execute(_SAID, (model_id,)):
        said.setdefault(paragraph_id, []).append(Said(session_id, place, date.fromisoformat(day), bool(chafes), why))
    for paragraph_id, session_id, place, day, what, status in connection.execute(
        _BROKEN, (model_id, today.isoformat())
    ):
        late = status != "niet-nagekomen"
        broken.setdefault(paragraph_id, []).append(Broken(session_id, place, date.fromisoformat(day), what, late))
    return {
        each: Practice(tuple(said.get(each, ())), tuple(broken.get(each, ())))
        for each in dict.fromkeys((*said, *broken))
    }
