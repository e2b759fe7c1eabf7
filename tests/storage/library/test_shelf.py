"""What is browsed: sets of bits say the same as looking at every item."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.storage.library.records import Facet, Facets, ItemKey, ItemKind, Origin, Query
from facilitator.storage.library.shelf import Entry, Gathering, Shelf, set_of, within

VALUES = st.sampled_from(["a", "b", "c"])
FACETS = st.builds(
    Facets,
    themes=st.lists(VALUES, max_size=3).map(tuple),
    roles=st.lists(VALUES, max_size=2).map(tuple),
    level=st.sampled_from(["", "x", "y"]),
    minutes=st.sampled_from([0, 30, 60]),
)
QUERIES = st.builds(
    Query,
    chosen=st.frozensets(st.tuples(st.sampled_from([Facet.THEME, Facet.ROLE, Facet.LEVEL]), VALUES), max_size=3),
    most_minutes=st.sampled_from([None, 0, 30, 45]),
    favourites=st.booleans(),
    trash=st.booleans(),
)


@st.composite
def shelves(draw: st.DrawFn) -> Shelf:
    """A shelf on which things were put, put again, and taken away."""
    drawn = draw(st.lists(st.tuples(FACETS, st.booleans(), st.integers(0, 6)), max_size=12))
    entries = [
        Entry(number, ItemKey(ItemKind.CASE, f"c{id_}"), f"T{id_}", number, Origin.OWN, "", facets, trashed)
        for number, (facets, trashed, id_) in enumerate(drawn, 1)
    ]
    shelf = Shelf(ItemKey(ItemKind.CASE, f"c{number}") for number in draw(st.sets(st.integers(0, 6), max_size=3)))
    cut = draw(st.integers(0, len(entries)))
    shelf.take(Gathering(entries[:cut]))
    for entry in draw(
        st.lists(st.sampled_from(list(shelf.entries.values())), max_size=3) if shelf.entries else st.just([])
    ):
        shelf.put(entry._replace(facets=draw(FACETS), trashed=draw(st.booleans()), title=draw(VALUES)))
    shelf.take(Gathering(entries[cut:]))
    if shelf.entries:
        shelf.drop(draw(st.lists(st.sampled_from(list(shelf.entries)), max_size=2, unique=True)))
    return shelf


def lets_through(shelf: Shelf, entry: Entry, query: Query, besides: Facet | None = None) -> bool:
    """Look at one item the slow way."""
    values = set(entry.values)
    asked = {facet: {choice for choice in query.chosen if choice[0] is facet} for facet, _ in query.chosen}
    return (
        entry.trashed is query.trash
        and (not query.favourites or entry.key in shelf.favourites)
        and (query.most_minutes is None or entry.facets.minutes <= query.most_minutes)
        and all(choices & values for facet, choices in asked.items() if facet is not besides)
    )


@settings(deadline=None)
@given(shelves(), QUERIES)
def test_filters_let_the_same_through_as_looking_at_every_item(shelf: Shelf, query: Query) -> None:
    slow = {number for number, entry in shelf.entries.items() if lets_through(shelf, entry, query)}
    assert set(within(shelf.order, shelf.allowed(query))) == slow
    assert shelf.allowed(query) == set_of(slow)


@settings(deadline=None)
@given(shelves(), QUERIES)
def test_counts_are_what_choosing_would_leave(shelf: Shelf, query: Query) -> None:
    for facet, counts in shelf.counts(query, None).items():
        chosen = {each for each, _ in query.chosen}
        base = [e for e in shelf.entries.values() if lets_through(shelf, e, query, facet if facet in chosen else None)]
        values = {value for entry in base for each, value in entry.values if each is facet}
        assert counts == {value: sum((facet, value) in set(entry.values) for entry in base) for value in values}


@given(shelves())
def test_every_key_has_one_item_and_every_item_its_place(shelf: Shelf) -> None:
    assert sorted(shelf.order) == sorted(shelf.entries)
    assert {entry.key: number for number, entry in shelf.entries.items()} == shelf.numbers
    favourites = [shelf.entries[number].key in shelf.favourites for number in shelf.order]
    assert favourites == sorted(favourites, reverse=True)


def test_the_item_of_the_newer_batch_counts_in_whatever_order_they_come() -> None:
    old = Entry(1, ItemKey(ItemKind.CASE, "x"), "Oud", 2, Origin.IMPORTED, "p", Facets(level="x"), trashed=False)
    new = old._replace(number=2, title="Nieuw", batch=3, facets=replace(old.facets, level="y"))
    for entries in ((old, new), (new, old)):
        shelf = Shelf()
        shelf.take(Gathering(entries))
        assert [shelf.entries[number].title for number in within(shelf.order, shelf.allowed(Query()))] == ["Nieuw"]
        assert shelf.counts(Query(), None)[Facet.LEVEL] == {"y": 1}
