"""Shelf: what is browsed, in memory. Which items there are, their facets, in which order they stand.

A set of items is one whole number with a bit for each item. Choosing, counting and combining facets are `&`, `|` and
`bit_count`: microseconds, however many items there are.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, insort
from collections.abc import Hashable, Iterable
from datetime import date
from typing import NamedTuple, TypeVar

from facilitator.core.workplace import suited
from facilitator.storage.library.records import Facet, Facets, ItemKey, Origin, Query, Use
from facilitator.storage.library.words import fold, words

K = TypeVar("K", bound=Hashable)

Set = int
"""A set of items: bit n stands for the item with number n."""


class Entry(NamedTuple):
    """What is known of an item without reading it. `batch` says how new it is."""

    number: int
    key: ItemKey
    title: str
    batch: int
    origin: Origin
    pack: str
    facets: Facets
    trashed: bool

    @property
    def values(self) -> Iterable[tuple[Facet, str]]:
        """Every value of every facet, each once."""
        facets = self.facets
        yield Facet.KIND, self.key.kind.value
        yield Facet.ORIGIN, self.origin.value
        for facet, values in (
            (Facet.PACK, (self.pack,)),
            (Facet.THEME, facets.themes),
            (Facet.ROLE, facets.roles),
            (Facet.PHASE, facets.phases),
            (Facet.STEP, facets.steps),
            (Facet.WORK, suited(facets.roles)),
            (Facet.LEVEL, (facets.level,)),
            (Facet.FORM, (facets.form,)),
        ):
            yield from ((facet, value) for value in dict.fromkeys(values) if value)

    @property
    def letters(self) -> set[str]:
        """The letters with which the words of title, themes and roles begin."""
        return {word[0] for text in (self.title, *self.facets.themes, *self.facets.roles) for word in words(text)}


class Gathering:
    """Items on their way to the shelf: gathered a few at a time, put there all at once."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries: list[Entry] = []
        self.present: list[int] = []
        self.trash: list[int] = []
        self.titles: list[tuple[str, int]] = []
        self.sets: dict[tuple[Facet, str], list[int]] = {}
        self.letters: dict[str, list[int]] = {}
        self.minutes: dict[int, list[int]] = {}
        self.add(entries)

    def add(self, entries: Iterable[Entry]) -> None:
        """Gather more."""
        for entry in entries:
            number = entry.number
            self.entries.append(entry)
            (self.trash if entry.trashed else self.present).append(number)
            self.titles.append((fold(entry.title), number))
            for value in entry.values:
                self.sets.setdefault(value, []).append(number)
            for letter in entry.letters:
                self.letters.setdefault(letter, []).append(number)
            self.minutes.setdefault(entry.facets.minutes, []).append(number)


class Shelf:
    """All items there are to find, by number and by key.

    Of an item that is gone bits stay behind in the sets of its facets. They are never seen: every answer begins with
    what is present, or in the trash.
    """

    def __init__(self, favourites: Iterable[ItemKey] = ()) -> None:
        """Begin empty."""
        self.entries: dict[int, Entry] = {}
        self.numbers: dict[ItemKey, int] = {}
        self.favourites: set[ItemKey] = set(favourites)
        self._used: dict[ItemKey, tuple[date, int]] = {}
        self._order: array[int] | None = None
        self._titles: list[tuple[str, int]] = []
        self._sets: dict[tuple[Facet, str], Set] = {}
        self._letters: dict[str, Set] = {}
        self._minutes: dict[int, Set] = {}
        self._present: Set = 0
        self._trash: Set = 0

    # ---- what there is

    def take(self, gathering: Gathering) -> None:
        """Put items there. Of two with the same key the one of the newer batch counts."""
        self._present |= set_of(gathering.present)
        self._trash |= set_of(gathering.trash)
        _join(self._sets, gathering.sets)
        _join(self._letters, gathering.letters)
        _join(self._minutes, gathering.minutes)
        self._titles = sorted(self._titles + gathering.titles)
        older = []
        for entry in gathering.entries:
            known = self.find(entry.key)
            if known is not None:
                older.append(min(known, entry, key=lambda one: one.batch).number)
            self.entries[entry.number] = entry
            if known is None or known.batch < entry.batch:
                self.numbers[entry.key] = entry.number
        self.drop(older)

    def drop(self, numbers: Iterable[int]) -> None:
        """Take items away."""
        gone = [self.entries.pop(number) for number in numbers if number in self.entries]
        for entry in gone:
            if self.numbers.get(entry.key) == entry.number:
                del self.numbers[entry.key]
        if len(gone) > 1:
            self._titles = [title for title in self._titles if title[1] in self.entries]
        else:
            self._untitle(gone)
        bits = set_of(entry.number for entry in gone)
        self._present &= ~bits
        self._trash &= ~bits
        self._order = None

    def put(self, entry: Entry) -> None:
        """Put one item there, or in the place of what it was."""
        old = self.entries.get(entry.number)
        if old is not None:
            self._mark(old, on=False)
            self._untitle([old])
        self.entries[entry.number] = entry
        self.numbers[entry.key] = entry.number
        insort(self._titles, (fold(entry.title), entry.number))
        self._mark(entry, on=True)
        self._order = None

    def find(self, key: ItemKey) -> Entry | None:
        """Find an item, in the trash too."""
        number = self.numbers.get(key)
        return None if number is None else self.entries[number]

    def favour(self, key: ItemKey, yes: bool) -> None:
        """Make an item a favourite, or no longer."""
        (self.favourites.add if yes else self.favourites.discard)(key)
        self._order = None

    def tell_uses(self, uses: Iterable[Use]) -> None:
        """Say what was used when."""
        self._used.clear()
        for key, day in uses:
            last, times = self._used.get(key, (day, 0))
            self._used[key] = max(last, day), times + 1
        self._order = None

    def keep_uses_of(self, other: Shelf) -> None:
        """Know what another shelf was told of uses."""
        self._used, self._order = other._used, None

    def used(self, key: ItemKey) -> tuple[date | None, int]:
        """When an item was used last, and in how many sessions."""
        return self._used.get(key, (None, 0))

    # ---- sets

    def allowed(self, query: Query, besides: Facet | None = None) -> Set:
        """Give the items that the filters of a query let through, the choices of one facet left aside."""
        found = self._trash if query.trash else self._present
        if query.favourites:
            found &= set_of(self.numbers[key] for key in self.favourites if key in self.numbers)
        if query.most_minutes is not None:
            found &= _any(items for minutes, items in self._minutes.items() if minutes <= query.most_minutes)
        for facet in {facet for facet, _ in query.chosen} - {besides}:
            found &= _any(self._sets.get(choice, 0) for choice in query.chosen if choice[0] is facet)
        return found

    def counts(self, query: Query, matching: Set | None) -> dict[Facet, dict[str, int]]:
        """Count what each value of each facet would leave of the items that match (None: all)."""
        chosen = {facet for facet, _ in query.chosen}
        bases = {facet: self.allowed(query, facet if facet in chosen else None) for facet in {*chosen, None}}
        found: dict[Facet, dict[str, int]] = {facet: {} for facet in Facet}
        if matching is not None:
            bases = {facet: base & matching for facet, base in bases.items()}
        for (facet, value), items in self._sets.items():
            count = (items & bases[facet if facet in chosen else None]).bit_count()
            if count:
                found[facet][value] = count
        return found

    def beginning(self, letter: str) -> Set:
        """Give the items with a word in title, themes or roles that begins with a letter."""
        return self._letters.get(letter, 0)

    @property
    def order(self) -> array[int]:
        """The numbers of all items as they are browsed: favourites, then what was used last, then by title."""
        if self._order is None:
            special = {self.numbers[key] for key in (*self.favourites, *self._used) if key in self.numbers}
            first = sorted(special, key=self._rank)
            self._order = array("I", [*first, *(number for _, number in self._titles if number not in special)])
        return self._order

    def _rank(self, number: int) -> tuple[bool, int, str, int]:
        entry = self.entries[number]
        last, _ = self.used(entry.key)
        unused = 0 if last is None else -last.toordinal()
        return entry.key not in self.favourites, unused, fold(entry.title), number

    # ---- keeping them

    def _untitle(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            title = fold(entry.title), entry.number
            at = bisect_left(self._titles, title)
            if self._titles[at : at + 1] == [title]:
                del self._titles[at]

    def _mark(self, entry: Entry, *, on: bool) -> None:
        bit = 1 << entry.number
        present, trash = on and not entry.trashed, on and entry.trashed
        self._present = self._present & ~bit | bit * present
        self._trash = self._trash & ~bit | bit * trash
        for value in entry.values:
            self._sets[value] = self._sets.get(value, 0) & ~bit | bit * on
        for letter in entry.letters:
            self._letters[letter] = self._letters.get(letter, 0) & ~bit | bit * on
        minutes = entry.facets.minutes
        self._minutes[minutes] = self._minutes.get(minutes, 0) & ~bit | bit * on


def set_of(numbers: Iterable[int]) -> Set:
    """Give the set of these items."""
    listed = list(numbers)
    size = max(listed, default=0) + 1
    digits = bytearray(b"0") * size
    for number in listed:
        digits[size - 1 - number] = 49
    return int(digits, 2)


def within(numbers: Iterable[int], items: Set) -> array[int]:
    """Give those numbers that are in a set, in the order they had."""
    digits = f"{items:b}"[::-1]
    size = len(digits)
    return array("I", [number for number in numbers if number < size and digits[number] == "1"])


def _join(sets: dict[K, Set], members: dict[K, list[int]]) -> None:
    for value, numbers in members.items():
        sets[value] = sets.get(value, 0) | set_of(numbers)


def _any(sets: Iterable[Set]) -> Set:
    found = 0
    for items in sets:
        found |= items
    return found
