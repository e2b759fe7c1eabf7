"""Searching: words to numbers of items, the best first, and numbers to lines.

What was typed is looked for exactly first and more widely after that: another form of the word, a compound that holds
it. Typing errors are forgiven when nothing has the words as they were typed. Within each of these the
order is that of BM25, in which a word counts more in a title and in themes than in the text.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from facilitator.storage.database import Connection
from facilitator.storage.library import asking, marking
from facilitator.storage.library.asking import Asked, Reading
from facilitator.storage.library.catalogue import Catalogue
from facilitator.storage.library.records import BLOCK, FIRST, Browsed, Line, Marks, Part, Query, Results, Span
from facilitator.storage.library.shelf import Entry, set_of, within
from facilitator.storage.library.vocabulary import Vocabulary

PLENTY = 1_000
"""With so many that have the words as they were typed, others are not looked for: the word says little by itself."""

_LOOK_UP = 40_000  # instructions of the database between two looks for a newer search, which wait for busy windows
_INTERRUPTED = 9

_FIND = """
SELECT coalesce(group_concat(number), '') FROM (SELECT rowid AS number FROM hit WHERE hit MATCH ? ORDER BY rank)
"""

_PARTS = """
SELECT '[' || coalesce(group_concat('[' || number || ',' || parts || ']'), '') || ']' FROM source
WHERE number IN (SELECT value FROM json_each(?))
"""


class Overtaken(Exception):  # noqa: N818  it says what happened
    """A newer search waits, so that this one is of no use any more."""


def search(catalogue: Catalogue, query: Query, overtaken: Callable[[], bool] = lambda: False) -> Results:
    """Find items. Raises Overtaken as soon as `overtaken` says so."""
    asked = asking.read(query.text, catalogue.vocabulary)
    if asked.letter or not (asked.readings or asked.ignored):
        return _browsed(catalogue, query, asked.letter)
    with catalogue.reading() as connection, _interruptible(connection, overtaken):
        allowed = catalogue.shelf.allowed(Query(trash=query.trash))
        numbers, readings = find(connection, catalogue.vocabulary, asked, lambda found: bool(set_of(found) & allowed))
    items = set_of(numbers)
    return _results(catalogue, query, within(numbers, catalogue.shelf.allowed(query)), items, readings, asked)


def lines(catalogue: Catalogue, results: Results, start: int, count: int = BLOCK) -> tuple[Line, ...]:
    """Give a block of lines. An item that went since is left out."""
    return _lines(catalogue, results.numbers[start : start + count], results.marks)


def browse(catalogue: Catalogue, query: Query, most: int) -> Browsed:
    """Find items, with at most so many lines."""
    results = search(catalogue, query)
    return Browsed(results, lines(catalogue, results, 0, most))


def marks_in(catalogue: Catalogue, text: str, query_text: str) -> tuple[Span, ...]:
    """Give what a query marks in a text that is shown whole."""
    asked = asking.read(query_text, catalogue.vocabulary)
    return marking.spans(text, marks_of(asked.readings))


def _browsed(catalogue: Catalogue, query: Query, letter: str) -> Results:
    shelf = catalogue.shelf
    matching = shelf.beginning(letter) if letter else None
    allowed = shelf.allowed(query) if matching is None else shelf.allowed(query) & matching
    numbers = within(shelf.order, allowed)
    marks = Marks(beginnings=(letter,)) if letter else Marks()
    return Results(
        query,
        numbers,
        _lines(catalogue, numbers[:FIRST], marks, with_snippet=False),
        shelf.counts(query, matching),
        {},
        (),
        marks,
        growing=catalogue.growing,
    )


def find(
    connection: Connection, vocabulary: Vocabulary, asked: Asked, some: Callable[[array[int]], bool] = bool
) -> tuple[array[int], Sequence[Reading]]:
    """Give the numbers of all that has what was asked, the best first, and how its words were read in the end.

    `some` says whether there is anything among numbers that counts: if not, typing errors are looked for.
    """
    readings = asked.readings
    numbers = _match(connection, [reading.exact for reading in readings])
    if len(numbers) < PLENTY and any(reading.wide for reading in readings):
        numbers = _together(numbers, _match(connection, [reading.exact + reading.wide for reading in readings]))
    if readings and not some(numbers):
        corrected = [asking.correct(reading, vocabulary) for reading in readings]
        if corrected != list(readings):
            return _match(connection, [reading.exact + reading.wide for reading in corrected]), corrected
    return numbers, readings


def _match(connection: Connection, alternatives: Sequence[tuple[str, ...]]) -> array[int]:
    if not alternatives:
        return array("I")
    asked = " AND ".join(f"({' OR '.join(group)})" for group in alternatives)
    found = str(connection.execute(_FIND, (asked,)).fetchone()[0])  # in one row: one by one they wait for the windows
    return array("I", map(int, found.split(","))) if found else array("I")


def _together(first: array[int], then: array[int]) -> array[int]:
    known = set(first)
    return first + array("I", [number for number in then if number not in known])


def _results(
    catalogue: Catalogue,
    query: Query,
    numbers: array[int],
    matching: int,
    readings: Sequence[Reading],
    asked: Asked,
) -> Results:
    marks = marks_of(readings)
    return Results(
        query,
        numbers,
        _lines(catalogue, numbers[:FIRST], marks),
        catalogue.shelf.counts(query, matching),
        {reading.typed: reading.meant for reading in readings if reading.meant},
        asked.ignored,
        marks,
        growing=catalogue.growing,
    )


def marks_of(readings: Iterable[Reading]) -> Marks:
    """Give what is marked for words that were read so."""
    all_marks = [reading.marks for reading in readings]
    return Marks(
        tuple(word for marks in all_marks for word in marks.words),
        tuple(word for marks in all_marks for word in marks.beginnings),
        tuple(word for marks in all_marks for word in marks.pieces),
        max(1, len(all_marks)),
    )


# ---- lines


def _lines(catalogue: Catalogue, numbers: array[int], marks: Marks, *, with_snippet: bool = True) -> tuple[Line, ...]:
    parts = parts_of(catalogue, numbers) if with_snippet and marks != Marks() else {}
    entries = (catalogue.shelf.entries.get(number) for number in numbers)
    return tuple(
        line_of(catalogue, entry, parts.get(entry.number, ()), marks) for entry in entries if entry is not None
    )


def line_of(catalogue: Catalogue, entry: Entry, parts: Sequence[Part], marks: Marks) -> Line:
    """Give the line of an item, with what is marked in it and in a piece of its parts."""
    last_used, uses = catalogue.shelf.used(entry.key)
    found = marking.snippet(parts, marks)
    return Line(
        entry.key,
        entry.title,
        entry.origin,
        entry.pack,
        entry.facets,
        entry.key in catalogue.shelf.favourites,
        last_used,
        uses,
        marking.spans(entry.title, marks),
        found.found_in,
        found.text,
        found.spans,
    )


def parts_of(catalogue: Catalogue, numbers: array[int]) -> dict[int, tuple[Part, ...]]:
    """Give the texts of items."""
    with catalogue.reading() as connection:
        found = json.loads(connection.execute(_PARTS, (json.dumps(list(numbers)),)).fetchone()[0])
    return {number: tuple(Part(name, weight, text) for name, weight, text in parts) for number, parts in found}


@contextmanager
def _interruptible(connection: Connection, overtaken: Callable[[], bool]) -> Iterator[None]:
    from sqlcipher3 import dbapi2  # noqa: PLC0415  13 ms, off the way to the first window

    connection.set_progress_handler(overtaken, _LOOK_UP)
    try:
        yield
    except dbapi2.OperationalError as error:
        if int(getattr(error, "sqlite_errorcode", 0)) & 0xFF == _INTERRUPTED:
            raise Overtaken from error
        raise
    finally:
        connection.set_progress_handler(None, 0)
