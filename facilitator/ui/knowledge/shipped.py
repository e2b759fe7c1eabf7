"""What came with the program, browsed without the library: a damaged file takes no knowledge away from anybody."""

from __future__ import annotations

from array import array

from facilitator.content.library import Library
from facilitator.storage.library.records import Browsed, Facet, Line, Marks, Origin, Query, Results
from facilitator.storage.library.shelf import Entry
from facilitator.ui.casuistry.indexing import shipped_items
from facilitator.ui.knowledge.ways import Ways


def shipped_answers(library: Library, ways: Ways) -> tuple[Browsed, ...]:
    """Answer the queries of these ways, in their order, by title."""
    entries = [
        Entry(number, packed.indexed.key, packed.indexed.title, 0, Origin.SHIPPED, "", packed.indexed.facets, False)
        for number, packed in enumerate(shipped_items(library))
    ]
    return tuple(_answer(entries, query) for query in ways.queries())


def _answer(entries: list[Entry], query: Query) -> Browsed:
    found = [entry for entry in entries if _lets_through(entry, query)]
    numbers = array("I", [entry.number for entry in found])
    themes = {theme: 1 for entry in found for theme in entry.facets.themes}
    counts = {facet: themes if facet is Facet.THEME else {} for facet in Facet}
    lines = tuple(
        Line(entry.key, entry.title, entry.origin, entry.pack, entry.facets, False, None, 0) for entry in found
    )
    return Browsed(Results(query, numbers, (), counts, {}, (), Marks(), growing=False), lines)


def _lets_through(entry: Entry, query: Query) -> bool:
    values = set(entry.values)
    return all(
        any(choice in values for choice in query.chosen if choice[0] is facet) for facet in {f for f, _ in query.chosen}
    )
