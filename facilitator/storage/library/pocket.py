"""Pocket: texts so few that their index is kept in memory. The library's own index, in a database without a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from facilitator.storage.database import Connection
from facilitator.storage.library import asking, index, searching
from facilitator.storage.library.records import Marks, Part
from facilitator.storage.library.schema import INDEX
from facilitator.storage.library.vocabulary import Vocabulary

Parts = tuple[Part, ...]


class Pocketed(NamedTuple):
    """The names of what was found, the best first, and what is marked in it.

    `corrected`: nothing has the words as they were typed. `ignored`: words were left aside that nothing comes near to.
    """

    names: tuple[str, ...]
    marks: Marks = Marks()
    corrected: bool = False
    ignored: bool = False


class Pocket:
    """Texts under a name. Nothing of them is ever written to a disk; used by one thread at a time."""

    def __init__(self) -> None:
        self._connection: Connection | None = None
        self._vocabulary = Vocabulary()
        self._numbers: dict[str, int] = {}
        self._parts: dict[str, Parts] = {}
        self._next = 1

    def keep(self, texts: Mapping[str, Parts]) -> None:
        """Hold these texts and no others; only those that are new, changed or gone cost anything."""
        connection = self._opened()
        for name in [name for name, parts in self._parts.items() if texts.get(name) != parts]:
            gone = index.remove(connection, self._numbers.pop(name), self._parts.pop(name))
            index.forget(connection, self._vocabulary, gone)
        for name in [name for name in texts if name not in self._parts]:
            index.add(connection, self._vocabulary, self._next, texts[name])
            self._numbers[name], self._parts[name] = self._next, texts[name]
            self._next += 1

    def parts(self, name: str) -> Parts:
        """Give the text under a name. Raises KeyError."""
        return self._parts[name]

    def find(self, text: str) -> Pocketed:
        """Find texts by what was typed, as the library finds: stems, pieces of words, typing errors."""
        asked = asking.read(text, self._vocabulary)
        if asked.letter:
            letter = asking.Reading(asked.letter, (f'"{asked.letter}" *',), (), (), Marks(beginnings=(asked.letter,)))
            asked = asked._replace(readings=(letter,))
        numbers, readings = searching.find(self._opened(), self._vocabulary, asked)
        names = {number: name for name, number in self._numbers.items()}
        corrected = any(reading.meant for reading in readings)
        found = tuple(names[number] for number in numbers)
        return Pocketed(found, searching.marks_of(readings), corrected, bool(asked.ignored))

    def close(self) -> None:
        """Let everything go."""
        if self._connection is not None:
            self._connection.close()
        self._connection, self._vocabulary = None, Vocabulary()
        self._numbers, self._parts = {}, {}

    def _opened(self) -> Connection:
        if self._connection is None:
            from sqlcipher3 import dbapi2  # noqa: PLC0415  13 ms, off the way to the first window

            self._connection = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
            for statement in INDEX:
                self._connection.execute(statement)
        return self._connection
