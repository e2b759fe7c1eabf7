"""What was opened last and done most: ids only, kept in the store, so that nothing of an erased session stays."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from facilitator.storage.database import Connection
from facilitator.ui.everywhere.rows import Kind

NAME: Final = "everywhere"
MOST_OPENED = 6

_IDS: Final = {Kind.AGREEMENT: 2}
"""How many ids name a row; one where nothing is said."""


@dataclass(frozen=True, slots=True)
class Recent:
    """`opened`: kind and ids, the newest first. `done`: how often each action was chosen."""

    opened: tuple[tuple[Kind, tuple[str, ...]], ...] = ()
    done: dict[str, int] = field(default_factory=dict)


def read(connection: Connection) -> Recent:
    """Give what is kept; what cannot be read, or names what was erased, is left out."""
    from facilitator.storage import settings  # noqa: PLC0415  asked in the store's thread

    plain = settings.kept(connection, NAME)
    if not isinstance(plain, dict):
        return Recent()
    opened, done = plain.get("opened"), plain.get("done")
    rows = [_row(each) for each in opened] if isinstance(opened, list) else []
    counts = done.items() if isinstance(done, dict) else ()
    return Recent(
        tuple(row for row in rows if row is not None),
        {str(name): count for name, count in counts if isinstance(count, int)},
    )


def note(connection: Connection, kind: Kind, ids: tuple[str, ...]) -> None:
    """Keep that this was opened, or done."""
    from facilitator.storage import settings  # noqa: PLC0415  asked in the store's thread

    known = read(connection)
    opened, done = list(known.opened), dict(known.done)
    if kind is Kind.ACTION:
        done[ids[0]] = done.get(ids[0], 0) + 1
    else:
        opened = [(kind, ids), *(row for row in opened if row != (kind, ids))][:MOST_OPENED]
    settings.keep(connection, NAME, {"opened": [[kind.value, *ids] for kind, ids in opened], "done": done})


def _row(plain: object) -> tuple[Kind, tuple[str, ...]] | None:
    if not (isinstance(plain, list) and plain and plain[0] in set(Kind)):
        return None
    kind, ids = Kind(plain[0]), tuple(map(str, plain[1:]))
    return (kind, ids) if len(ids) == _IDS.get(kind, 1) else None
