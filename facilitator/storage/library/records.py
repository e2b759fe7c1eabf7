"""What the library keeps and what it is asked: small frozen records, the same on both sides of its thread."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum, StrEnum
from typing import NamedTuple

BLOCK = 64
"""How many lines are given at a time."""

FIRST = 16
"""How many lines come with the results: as many as are seen at once, so that a key stroke waits for no more."""


class ItemKind(StrEnum):
    """What an item of the library is."""

    SCRIPT = "script"
    CASE = "case"
    CARD = "card"


class Origin(StrEnum):
    """Where an item comes from."""

    OWN = "own"
    IMPORTED = "imported"
    SHIPPED = "shipped"


class Facet(StrEnum):
    """By what can be browsed; the values are those of the content, and grow with it.

    WORK is where those work for whom it is: it is read from the roles (`core.workplace`), and kept nowhere.
    """

    KIND = "kind"
    ORIGIN = "origin"
    PACK = "pack"
    THEME = "theme"
    ROLE = "role"
    PHASE = "phase"
    STEP = "step"
    WORK = "work"
    LEVEL = "level"
    FORM = "form"


class Weight(IntEnum):
    """How much a word counts where it stands: in the title, in the themes and roles, in the text, in what people ask.

    ASKED is one question a part, as somebody might type it: only to find an item by.
    """

    TITLE = 0
    HEAD = 1
    TEXT = 2
    ASKED = 3


class ItemKey(NamedTuple):
    """Names an item; no two items of a kind share an id."""

    kind: ItemKind
    id: str


class Part(NamedTuple):
    """A piece of text that is searched. `name` says where it stands and is given back with what was found."""

    name: str
    weight: Weight
    text: str


@dataclass(frozen=True, slots=True)
class Facets:
    """By what an item is found when browsing. `minutes` is 0 for what takes no time of its own.

    `steps` are those of the meldcode, as digits. `sort` tells what a card is when it is more than a card to read.
    """

    themes: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    level: str = ""
    form: str = ""
    minutes: int = 0
    steps: tuple[str, ...] = ()
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Indexed:
    """An item as the library finds it. The caller reads the content; the library knows no YAML."""

    key: ItemKey
    title: str
    parts: tuple[Part, ...]
    facets: Facets = Facets()


class FoundBy(NamedTuple):
    """The rules by which items are found: which version of them, and what reads a text by them (kind, id, text)."""

    version: str
    read: Callable[[ItemKind, str, str], Indexed]


@dataclass(frozen=True, slots=True)
class Packed:
    """An item as it comes with a pack or with the program: how it is found, and its source text."""

    indexed: Indexed
    text: str = ""
    author: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """Who made a pack, which version it is, and under which licence it may be used."""

    id: str
    title: str
    author: str = ""
    version: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An item as it is kept. `version` is the newest version that was kept (0: none yet); `trashed_at` None: it counts.

    `text` is the source as it was written, and empty for what comes with the program: its file is the truth.
    """

    key: ItemKey
    origin: Origin
    pack: str
    title: str
    text: str
    facets: Facets
    author: str
    licence: str
    adapted_from: str
    version: int
    updated_at: datetime
    trashed_at: datetime | None


class Use(NamedTuple):
    """An item was used in a session of this day."""

    key: ItemKey
    day: date


class Span(NamedTuple):
    """Characters of a text: where they begin, and how many."""

    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for.

    `text` is as it is being typed: its last word may be unfinished, words between double quotes belong together.
    `chosen` holds values of facets; those of one facet are alternatives, those of different facets all hold.
    """

    text: str = ""
    chosen: frozenset[tuple[Facet, str]] = frozenset()
    most_minutes: int | None = None
    favourites: bool = False
    trash: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """An item in a list, with what was found in it marked. `snippet` is a piece of the part `found_in`, or empty."""

    key: ItemKey
    title: str
    origin: Origin
    pack: str
    facets: Facets
    favourite: bool
    last_used: date | None
    uses: int
    title_spans: tuple[Span, ...] = ()
    found_in: str = ""
    snippet: str = ""
    snippet_spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in a text, all folded: whole words, beginnings of words, and pieces inside them.

    `enough` different ones make a snippet that needs no better.
    """

    words: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()
    enough: int = 1


@dataclass(frozen=True, slots=True)
class Results:
    """What was found, the best first.

    Attributes:
        query: what was asked.
        numbers: the numbers of all items found; `LibraryStore.lines` gives them block by block.
        first: the lines that are seen at once, at most FIRST.
        counts: how many items would be left when a value was chosen, its own facet's choices left aside.
        near: what was read for a word that nothing has, by that word.
        ignored: words that nothing has and nothing comes near to; they were left aside.
        growing: items are still being read into the index, so that there may be more.
    """

    query: Query
    numbers: array[int] = field(repr=False)
    first: tuple[Line, ...]
    counts: Mapping[Facet, Mapping[str, int]]
    near: Mapping[str, tuple[str, ...]]
    ignored: tuple[str, ...]
    marks: Marks
    growing: bool

    @property
    def total(self) -> int:
        """How many items were found."""
        return len(self.numbers)


class How(StrEnum):
    """How a word of a question was read: as it is, in another form, in part, by what it means in the field, by what
    was meant by a word with a typing error.
    """

    ASKED = "asked"
    FORM = "form"
    PART = "part"
    MEANING = "meaning"
    MEANT = "meant"


class Why(NamedTuple):
    """Why something was found: a word as it was asked, what it was read as, and where that stands."""

    asked: str
    read_as: str
    found_in: Weight
    how: How


@dataclass(frozen=True, slots=True)
class Found:
    """An item that may answer a question, with what is found in it marked, and why it is there.

    `asked` is the question that comes nearest among those to which the item says it is an answer; empty when none does.
    """

    line: Line
    why: tuple[Why, ...]
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """What there is for a question, the best first. Nothing of a question is kept anywhere.

    `urgent` are its words of danger as they were asked: what to do then comes before anything else. `found` is empty
    when nothing comes near; `unread` are words that no text has. `sure`: the first of `found` truly answers it.
    """

    question: str = field(repr=False)
    urgent: tuple[str, ...] = field(repr=False)
    found: tuple[Found, ...]
    unread: tuple[str, ...] = field(repr=False)
    sure: bool


class Browsed(NamedTuple):
    """What a query gave, with the first of its lines."""

    results: Results
    lines: tuple[Line, ...]


class Progress(NamedTuple):
    """How far long work is: so many of so many. After `last` comes its last step, which nobody can stop."""

    done: int
    of: int
    last: bool = False
