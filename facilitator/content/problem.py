"""What is wrong in a file, where, and how to put it right."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from facilitator.core.text import one_line
from facilitator.words import _

MOST_PER_FILE = 100

Where = tuple[str | int, ...]
"""The keys and places in lists that lead to a value, such as `("moments", 2, "title")`; nothing for a whole file."""


class Place(Protocol):
    """Something that stands in a file."""

    @property
    def line(self) -> int:
        """Its line, from 1."""
        ...

    @property
    def path(self) -> Where:
        """The way to it from the top of the file."""
        ...


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in one file; `line` counts from 1. `what` and `fix` are sentences without a full stop between them.

    `path` leads to the value it is about, so that a form can show it there.
    """

    file: Path
    line: int
    what: str
    fix: str
    path: Where = ()

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}: {self.fix}"


@dataclass(slots=True)
class Report:
    """Gathers the problems of one file, at most MOST_PER_FILE: nobody puts a thousand faults right from one list.

    `count` counts them all, so that a reader sees whether a part of the file was right.
    """

    file: Path
    problems: list[Problem] = field(default_factory=list)
    count: int = 0

    def add(self, line: int, what: str, fix: str, path: Where = ()) -> None:
        """Note a problem; after MOST_PER_FILE only that there are more."""
        self.count += 1
        if self.count == MOST_PER_FILE + 1:
            what, fix, path = _("there are more problems in this file"), _("Put the ones above right first"), ()
        if not self.full:
            self.problems.append(Problem(self.file, line, what, fix, path))

    def at(self, place: Place, what: str, fix: str, *inside: str) -> None:
        """Note a problem at something that was read, or at a key that is missing `inside` it."""
        self.add(place.line, what, fix, (*place.path, *inside))

    @property
    def full(self) -> bool:
        """Whether a further problem would not be told."""
        return self.count > MOST_PER_FILE + 1


def shown(text: str, most: int = 40) -> str:
    """Give a piece of somebody's text fit to stand in a message: on one line, and cut short."""
    line = one_line(text[: most * 4])
    return line if len(line) <= most else f"{line[: most - 1]}…"
