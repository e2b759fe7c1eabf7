"""Finding agreements over all sessions: by filter and by words, quick at a hundred thousand of them.

One narrow index is read in the order of the list, and what fits comes back as one row: every row that Python fetches
asks for the interpreter again, and waits for windows that paint. Lines are asked for when they come into sight.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from facilitator.core.vocabulary import Phase, Status
from facilitator.storage import agreement_words
from facilitator.storage.agreement_words import Terms
from facilitator.storage.agreements import LINE, AgreementLine, line_of, same_partners
from facilitator.storage.database import Connection
from facilitator.storage.library import words

STILL_OPEN, CARRIED = "open", "meegenomen"
"""How else than by a status agreements may be asked for: all that are open; those a later session took further."""

MOST_PICKED = 500
"""So many that were found by words are looked up one by one; more are picked out of the whole list."""
CODES = {
    Status.CONCEPT.value: "c",
    Status.AGREED.value: "a",
    Status.BUSY.value: "b",
    Status.KEPT.value: "k",
    Status.NOT_KEPT.value: "n",
    Status.DROPPED.value: "v",
    Status.HANDED_OVER.value: "o",
    CARRIED: "m",
}
"""A letter for how each agreement found stands; a capital when it is late."""

Named = dict[str, str]
"""Values by the name that a condition gives them."""

_CASES = " ".join(f"WHEN '{status}' THEN '{code}'" for status, code in CODES.items())
_CODE = (
    f"CASE WHEN continued_id IS NOT NULL THEN '{CODES[CARRIED]}' "
    f"WHEN open AND deadline < :today THEN upper(CASE now_status {_CASES} END) ELSE CASE now_status {_CASES} END END"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which agreements are asked for; what is empty or None asks nothing.

    `stands` is the value of a Status, STILL_OPEN or CARRIED. `agreed_from` and `agreed_until` are the first and last
    day of the sessions; `on_day` is a day on which there is a deadline or an evaluation.
    """

    text: str = ""
    partner_id: str | None = None
    municipality: str = ""
    theme: str = ""
    phase: Phase | None = None
    stands: str = ""
    late: bool = False
    agreed_from: date | None = None
    agreed_until: date | None = None
    due_from: date | None = None
    due_until: date | None = None
    on_day: date | None = None

    @property
    def asks(self) -> bool:
        """Whether it leaves anything out."""
        return self != Wanted()


class Found(NamedTuple):
    """The numbers of all that was found, in the order of the list, and a letter of CODES for each."""

    wanted: Wanted
    numbers: array[int]
    codes: str

    @property
    def late(self) -> int:
        """How many are late."""
        return sum(self.codes.count(code.upper()) for code in CODES.values())

    def standing(self, *statuses: str) -> array[int]:
        """The numbers of those that stand like this."""
        letters = {letter for status in statuses for letter in (CODES[status], CODES[status].upper())}
        return array("q", (number for number, code in zip(self.numbers, self.codes, strict=True) if code in letters))


class Choices(NamedTuple):
    """What there is to choose from: organisations by id and name, municipalities, themes; each in its order."""

    partners: tuple[tuple[str, str], ...]
    municipalities: tuple[str, ...]
    themes: tuple[str, ...]


class Day(NamedTuple):
    """What falls on a day: deadlines of what is open, of what is done, those that are late, and evaluations."""

    day: date
    open: int
    done: int
    late: int
    evaluations: int


def find(connection: Connection, wanted: Wanted, today: date, terms: Terms | None = None) -> Found:
    """Find agreements: what is late first, then what is open by its day, then what is done, the newest first.

    Who searches more than once hands in the same `terms`.
    """
    return find_read(connection, wanted, today, agreement_words.read(connection, wanted.text, terms or Terms()))


def find_read(connection: Connection, wanted: Wanted, today: date, asked: list[list[str]]) -> Found:
    """Find agreements as `find` does, by words that were read before."""
    few = bool(asked) and agreement_words.count(connection, asked, MOST_PICKED) < MOST_PICKED
    return _find(connection, wanted, today, asked, few=few)


def lines(connection: Connection, numbers: Sequence[int]) -> tuple[AgreementLine, ...]:
    """Give the lines of these numbers in their order; one that is gone is left out."""
    asked = LINE + " WHERE a.number IN (SELECT value FROM json_each(?))"  # noqa: S608  our own words
    got = {line.number: line for line in map(line_of, connection.execute(asked, (json.dumps(list(numbers)),)))}
    return tuple(got[number] for number in numbers if number in got)


def choices(connection: Connection) -> Choices:
    """Give what there is to choose from. Doubles that were merged are one."""
    names: dict[str, str] = {}
    for partner_id, name in connection.execute(_PARTNERS):
        names.setdefault(partner_id, name)
    partners = tuple(sorted(names.items(), key=lambda pair: (words.fold(pair[1]), pair[0])))
    places = connection.execute(
        "SELECT DISTINCT municipality FROM session AS s WHERE municipality <> '' "
        "AND EXISTS (SELECT 1 FROM agreement WHERE session_id = s.id)"
    )
    themes = connection.execute(
        "SELECT DISTINCT theme FROM session_theme AS t WHERE EXISTS "
        "(SELECT 1 FROM agreement WHERE session_id = t.session_id)"
    )
    in_order = (tuple(sorted((row[0] for row in rows), key=words.fold)) for rows in (places, themes))
    return Choices(partners, *in_order)


def days(connection: Connection, wanted: Wanted, first: date, last: date, today: date) -> tuple[Day, ...]:
    """Give what falls on the days from `first` to `last`; a day on which nothing falls is not in it."""
    named, where = _where(connection, wanted, today, agreement_words.read(connection, wanted.text, Terms()))
    named |= {"first": first.isoformat(), "last": last.isoformat()}
    asked = f"""
        SELECT day, sum(kind = 'd' AND open), sum(kind = 'd' AND NOT open), sum(kind = 'd' AND open AND day < :today),
            sum(kind = 'e') FROM (
            SELECT deadline AS day, 'd' AS kind, open FROM agreement
            WHERE deadline BETWEEN :first AND :last AND continued_id IS NULL AND {where}
            UNION ALL
            SELECT evaluate_on, 'e', open FROM agreement
            WHERE evaluate_on BETWEEN :first AND :last AND continued_id IS NULL AND {where}
        ) GROUP BY day ORDER BY day"""  # noqa: S608  our own words
    rows = connection.execute(asked, named)
    return tuple(Day(date.fromisoformat(day), *counts) for day, *counts in rows)


# ---- rows


# The next organisation after the last one, again and again: a list of some dozens out of hundreds of thousands of rows.
_PARTNERS = """
WITH RECURSIVE met (id) AS (
    SELECT min(partner_id) FROM agreement_party
    UNION ALL
    SELECT (SELECT min(partner_id) FROM agreement_party WHERE partner_id > met.id) FROM met WHERE met.id IS NOT NULL
)
SELECT coalesce(alias.means, met.id), (
    SELECT p.name FROM agreement_party AS p WHERE p.partner_id = met.id ORDER BY p.session_id DESC LIMIT 1
) FROM met LEFT JOIN alias ON alias.partner_id = met.id
WHERE met.id IS NOT NULL ORDER BY alias.means IS NOT NULL, met.id
"""


def _find(connection: Connection, wanted: Wanted, today: date, asked: list[list[str]], *, few: bool) -> Found:
    named, where = _where(connection, wanted, today, asked, few=few)
    by = (
        "" if few else "INDEXED BY agreement_line"
    )  # a few are looked up one by one; else the list is read in its order
    query = f"""
        SELECT coalesce(group_concat(number), ''), coalesce(group_concat(code, ''), '') FROM (
            SELECT number, {_CODE} AS code FROM agreement {by} WHERE {where} ORDER BY turn, number
        )"""  # noqa: S608  our own words
    numbers, codes = connection.execute(query, named).fetchone()
    return Found(wanted, array("q", map(int, numbers.split(",")) if numbers else ()), codes)


def _where(
    connection: Connection, wanted: Wanted, today: date, asked: list[list[str]], *, few: bool = False
) -> tuple[Named, str]:
    """Give the conditions in the language of the database, and the values they name."""
    named: Named = {"today": today.isoformat()}
    parts = list(_conditions(connection, wanted, named))
    if asked:
        named["words"] = agreement_words.match(asked)
        # The plus keeps the order of the list: else what was found by words would have to be sorted.
        number = "number" if few else "+number"
        parts.append(f"{number} IN (SELECT rowid FROM agreement_word WHERE agreement_word MATCH :words)")  # noqa: S608
    elif wanted.text.strip() and not words.words(wanted.text):
        parts.append("0")  # what was typed holds no word at all
    return named, " AND ".join(parts) or "1"


def _conditions(connection: Connection, wanted: Wanted, named: Named) -> Iterator[str]:
    if wanted.partner_id is not None:
        named["partners"] = json.dumps(sorted(same_partners(connection, [wanted.partner_id])))
        yield (
            "(session_id, id) IN (SELECT session_id, agreement_id FROM agreement_party "
            "WHERE partner_id IN (SELECT value FROM json_each(:partners)))"
        )
    sessions = list(_of_sessions(wanted, named))
    if sessions:
        yield f"session_id IN (SELECT id FROM session WHERE {' AND '.join(sessions)})"  # noqa: S608  our own words
    if wanted.phase is not None:
        named["phase"] = wanted.phase.value
        yield "phase = :phase"
    if wanted.stands:
        named["stands"] = wanted.stands
        yield _STANDS.get(wanted.stands, "now_status = :stands AND continued_id IS NULL")
    if wanted.late:
        yield "open AND deadline < :today"
    yield from _between("deadline", "due", wanted.due_from, wanted.due_until, named)
    if wanted.on_day is not None:
        named["on_day"] = wanted.on_day.isoformat()
        yield "(deadline = :on_day OR evaluate_on = :on_day) AND continued_id IS NULL"


_STANDS = {STILL_OPEN: "open", CARRIED: "continued_id IS NOT NULL"}


def _between(column: str, name: str, first: date | None, last: date | None, named: Named) -> Iterator[str]:
    for end, day, sign in (("from", first, ">="), ("until", last, "<=")):
        if day is not None:
            named[f"{name}_{end}"] = day.isoformat()
            yield f"{column} {sign} :{name}_{end}"


def _of_sessions(wanted: Wanted, named: Named) -> Iterator[str]:
    if wanted.municipality:
        named["municipality"] = wanted.municipality
        yield "municipality = :municipality"
    if wanted.theme:
        named["theme"] = wanted.theme
        yield "id IN (SELECT session_id FROM session_theme WHERE theme = :theme)"
    yield from _between("day", "agreed", wanted.agreed_from, wanted.agreed_until, named)
