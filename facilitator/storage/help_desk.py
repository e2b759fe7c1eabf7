"""Questions that the cards did not answer, and who they are put to. In the encrypted store and nowhere else.

Each is one row with the whole record, without who asked it. What cannot be read any more is counted and stays as it is:
it keeps nobody from the rest, and nothing is written over it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, NamedTuple

from facilitator.core.codec import to_plain
from facilitator.core.help_desk import DeskQuestion, Organisation, again, reference_for, same
from facilitator.core.text import one_line
from facilitator.storage import settings
from facilitator.storage.database import Connection, transaction
from facilitator.storage.readable import Readable, readable

Change = Callable[[DeskQuestion], DeskQuestion]
"""What becomes of a question."""

_ORGANISATION: Final = "help desk/organisation"


class Wording(NamedTuple):
    """A question as somebody wrote it; `allowed` are the words that were let stand, folded."""

    text: str
    role: str = ""
    theme: str = ""
    allowed: tuple[str, ...] = ()


def kept(connection: Connection) -> Readable[DeskQuestion]:
    """Give all there is, the newest first."""
    rows = connection.execute("SELECT body FROM desk_question ORDER BY number DESC").fetchall()
    return readable(DeskQuestion, (body for (body,) in rows))


def questions(connection: Connection) -> tuple[DeskQuestion, ...]:
    """Give the questions that can be read, the newest first."""
    return kept(connection).rows


def keep(connection: Connection, id_: str, wording: Wording, day: date) -> DeskQuestion:
    """Keep a question; one that is there already is counted once more, and given as it is."""
    held = questions(connection)
    there = next((one for one in held if same(one.text, wording.text)), None)
    if there is not None:
        change(connection, {there.id: again})
        return again(there)
    reference = reference_for(id_, {one.reference for one in held})
    made = DeskQuestion(
        id_, reference, one_line(wording.text), day, wording.role, one_line(wording.theme), allowed=wording.allowed
    )
    with transaction(connection):
        connection.execute("INSERT INTO desk_question (id, body) VALUES (?, ?)", (id_, _body(made)))
    return made


def change(connection: Connection, changes: Mapping[str, Change]) -> None:
    """Change questions, by id, as they are here and now: all of them or none.

    One that was taken away meanwhile stays away.
    """
    with transaction(connection):
        changed = [changes[one.id](one) for one in questions(connection) if one.id in changes]
        connection.executemany(
            "UPDATE desk_question SET body = ? WHERE id = ?", [(_body(one), one.id) for one in changed]
        )


def remove(connection: Connection, id_: str) -> None:
    """Take a question away for good; `Store.forget` does it in the backups too."""
    with transaction(connection):
        connection.execute("DELETE FROM desk_question WHERE id = ?", (id_,))


def organisation(connection: Connection) -> Organisation | None:
    """Give whom questions were put to last; None before the first time."""
    match settings.kept(connection, _ORGANISATION):
        case {"name": str(name), "address": str(address)}:
            return Organisation(name, address)
        case _:
            return None


def choose(connection: Connection, chosen: Organisation) -> None:
    """Remember whom questions are put to."""
    settings.keep(connection, _ORGANISATION, chosen._asdict())


def _body(question: DeskQuestion) -> str:
    return json.dumps(to_plain(question), ensure_ascii=False)
