"""The rows of agreements, and how each stands now, which any later session may have said.

What a session says of agreements, its own and those it looks back on, is its own rows; how an agreement stands now is
taken from the newest of them all whenever one of them is written. Nothing that waits for a decision about personal
data is in a row: such an agreement is there with its days and its parties, and without a word.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from facilitator.storage.database import Connection
from facilitator.storage.library.words import stem, words

if TYPE_CHECKING:
    from datetime import date

    from facilitator.core.agreement import Agreement, AgreementRef
    from facilitator.core.session import Session

Row = tuple[str | int | None, ...]

_ENDING = 3
"""So many letters at most tell the forms of a word apart."""

Ref = tuple[str, str]
"""An agreement by the ids of its session and its own."""

COLUMNS = {
    "agreement": "session_id id place title what kind level phase owner_id owner with_names start deadline evaluate_on "
    "rhythm status confirmed version held continues_session_id continues_id words",
    "agreement_party": "session_id agreement_id partner_id name roles",
    "agreement_standing": "session_id of_session_id agreement_id place "
    "status at remark by_id by_name handed_to channel",
    "session_theme": "session_id theme",
}
KEYS = {"agreement": 2, "agreement_party": 3, "agreement_standing": 4, "session_theme": 2}
"""How many of the first columns are the key; the first is the session that wrote the row."""
NOW = "now_status now_at now_remark now_by now_to said_in continued_session_id continued_id open turn"
"""How an agreement stands now: what rows of other sessions have a say in."""

_CONTINUES = slice(COLUMNS["agreement"].split().index("continues_session_id"), -1)

# A later session's word comes before the own one of the same moment.
_STANDS = """
UPDATE agreement SET (now_status, now_at, now_remark, now_by, now_to, said_in) = (
    SELECT status, at, remark, by_name, handed_to, s.session_id FROM agreement_standing AS s
    WHERE s.of_session_id = agreement.session_id AND s.agreement_id = agreement.id
    ORDER BY at DESC, s.session_id = s.of_session_id, s.session_id, place DESC LIMIT 1
), (continued_session_id, continued_id) = (
    SELECT later.session_id, later.id FROM agreement AS later
    WHERE later.continues_session_id = agreement.session_id AND later.continues_id = agreement.id
    ORDER BY later.session_id DESC, later.place LIMIT 1
) WHERE session_id = ? AND id = ?
"""

# Columns of their own and not generated ones: an index that holds a generated column is never enough for an answer.
_OPEN = """
UPDATE agreement SET open = continued_id IS NULL AND now_status IN ('concept', 'afgesproken', 'bezig')
WHERE session_id = ? AND id = ?
"""
_TURN = """
UPDATE agreement SET turn = CASE WHEN open THEN coalesce(unixepoch(deadline), 20000000000)
    ELSE 30000000000 - coalesce(unixepoch(now_at), 0) END WHERE session_id = ? AND id = ?
"""


# ---- what a session writes


def rows_of(session: Session) -> Iterator[tuple[str, Row]]:
    """Give the rows, with their tables, of what a session agreed and of what it said of agreements."""
    from facilitator.core.spotting import held_ids, look_back_subject, remark_subject  # noqa: PLC0415  costs a start

    book, held = session.notebook, held_ids(session.notebook) if session.notebook.flags else frozenset[str]()
    for place, agreement in enumerate(book.agreements):
        yield "agreement", _agreement_row(session, place, agreement, held)
        for row in _parties(session, agreement):
            yield "agreement_party", row
        for row in _life(session, agreement, remark_held=remark_subject(agreement.id) in held):
            yield "agreement_standing", row
    for said in book.looked_back:
        remark, to = ("", "") if look_back_subject(said.ref) in held else (said.remark, said.to)
        told = (said.status.value, _moment(said.at), remark, said.by_id, _name(session, said.by_id), to, "zaal")
        yield "agreement_standing", (session.id, *_ref(said.ref), 0, *told)
    for theme in sorted({theme for case in session.cases for theme in case.themes}):
        yield "session_theme", (session.id, theme)


def _agreement_row(session: Session, place: int, agreement: Agreement, held: frozenset[str]) -> Row:
    from facilitator.core.spotting import WAITS  # noqa: PLC0415  see above

    waits = agreement.id in held
    names = [partner.name for partner in map(session.partner, agreement.with_ids) if partner is not None]
    continues = agreement.continues
    return (
        session.id,
        agreement.id,
        place,
        "" if waits else agreement.title,
        WAITS if waits else agreement.what,
        *(_value(word) for word in (agreement.kind, agreement.level, agreement.phase)),
        agreement.owner_id,
        _name(session, agreement.owner_id),
        json.dumps(names),
        *(_day(day) for day in (agreement.start, agreement.deadline, agreement.evaluate_on)),
        "" if waits else agreement.rhythm,
        agreement.status.value,
        int(agreement.confirmed),
        agreement.version,
        int(waits),
        *((None, None) if continues is None else _ref(continues)),
        _words(session, agreement, held),
    )


def _parties(session: Session, agreement: Agreement) -> Iterator[Row]:
    roles: dict[str, list[str]] = {}
    given = (
        ("owner", (agreement.owner_id,)),
        ("with", agreement.with_ids),
        ("feedback", agreement.feedback_ids),
        ("directs", (agreement.directed_by_id,)),
        ("watches", (agreement.monitored_by_id,)),
    )
    for role, ids in given:
        for partner_id in ids:
            if partner_id is not None:
                roles.setdefault(partner_id, []).append(role)
    for partner_id, has in roles.items():
        yield session.id, agreement.id, partner_id, _name(session, partner_id), " ".join(has)


def _life(session: Session, agreement: Agreement, *, remark_held: bool) -> Iterator[Row]:
    """The standings of an agreement; at place 0, without a moment, how it was when it was made."""
    ref = session.id, session.id, agreement.id
    made = "concept" if agreement.standings else agreement.status.value
    yield *ref, 0, made, "", "" if agreement.standings or remark_held else agreement.status_remark, None, "", "", "zaal"
    for place, one in enumerate(agreement.standings, 1):
        waits = remark_held and place == len(agreement.standings)
        remark, to = ("", "") if waits else (one.remark, one.to)
        told = (one.status.value, _moment(one.at), remark, one.by_id, _name(session, one.by_id), to, one.channel.value)
        yield *ref, place, *told


def _words(session: Session, agreement: Agreement, held: frozenset[str]) -> str:
    """The words by which an agreement is found: what is written in it, whose it is, and where it was made."""
    from facilitator.core.spotting import remark_subject, words_of, words_of_status  # noqa: PLC0415  see above

    names = sorted(_name(session, partner_id) for partner_id in agreement.parties)
    texts = [*names, session.script.title, session.details.place, session.details.municipality]
    if agreement.id not in held:
        texts.append(words_of(agreement))
    if remark_subject(agreement.id) not in held:
        texts.append(words_of_status(agreement.status_remark, agreement.handed_to))
    return indexed("\n".join(texts))


@lru_cache(maxsize=2000)  # a session's rows are made at every event
def indexed(text: str) -> str:
    """Give the folded words of a text and their stems, each once, as they are put in the index."""
    found = list(dict.fromkeys(words(text)))
    return " ".join(dict.fromkeys((*found, *map(stem_of, found))))


def stem_of(word: str) -> str:
    """Give what a folded word has in common with its other forms; no shorter: "veiligheid" is not Veilig Thuis."""
    found = stem(word)
    return found if len(word) - len(found) <= _ENDING else word


def _name(session: Session, partner_id: str | None) -> str:
    partner = session.partner(partner_id)
    return "" if partner is None else partner.name


def _value(word: str | None) -> str:
    return "" if word is None else str(word)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _moment(at: datetime) -> str:
    """A moment so that the later one is the greater text."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _ref(ref: AgreementRef) -> Ref:
    return ref.session_id, ref.agreement_id


# ---- how agreements stand now


def touched(table: str, row: Row) -> Iterator[Ref]:
    """Give the agreements that may stand otherwise when this row comes, goes or becomes another."""
    if table == "agreement":
        yield str(row[0]), str(row[1])
        session_id, agreement_id = row[_CONTINUES]
        if agreement_id is not None:
            yield str(session_id), str(agreement_id)
    elif table == "agreement_standing":
        yield str(row[1]), str(row[2])


def touched_by(connection: Connection, session_id: str) -> set[Ref]:
    """Give the agreements of other sessions that this session says something of, or continues."""
    said = "SELECT DISTINCT of_session_id, agreement_id FROM agreement_standing WHERE session_id = ?1"
    continued = (
        "SELECT continues_session_id, continues_id FROM agreement WHERE session_id = ?1 AND continues_id IS NOT NULL"
    )
    rows = connection.execute(f"{said} UNION {continued}", (session_id,))
    return {(row[0], row[1]) for row in rows if row[0] != session_id}


def stand(connection: Connection, refs: Iterable[Ref]) -> None:
    """Say anew how these agreements stand, inside the transaction that is open; those that are not there are let be."""
    for ref in sorted(set(refs)):
        connection.execute(_STANDS, ref)
        connection.execute(_OPEN, ref)
        connection.execute(_TURN, ref)
