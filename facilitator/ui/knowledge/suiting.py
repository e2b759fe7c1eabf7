"""What suits: the answers of the library by their sort, what was made for a workplace before what is for everyone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from facilitator.storage.library.records import Browsed, Facet, ItemKey, ItemKind, Line
from facilitator.ui.knowledge.ways import KINDS, Ways


class Sort(StrEnum):
    """What somebody looks for in the knowledge there is."""

    CARD = "card"
    CHECK = "check"
    INSTRUMENT = "instrument"
    CASE = "case"
    SCRIPT = "script"


def sort_of(line: Line) -> Sort:
    """Tell what somebody finds in an item."""
    if line.key.kind is not ItemKind.CARD:
        return Sort.CASE if line.key.kind is ItemKind.CASE else Sort.SCRIPT
    return Sort(line.facets.sort or Sort.CARD)


@dataclass(frozen=True, slots=True)
class Suiting:
    """What was found, the best first.

    Attributes:
        ways: by what was looked.
        suits: what suits.
        rest: what else there is; empty when all suits.
        themes: the themes there are to choose from.
        beyond: how many more suit, of which no line was asked.
    """

    ways: Ways
    suits: tuple[Line, ...] = ()
    rest: tuple[Line, ...] = ()
    themes: tuple[str, ...] = ()
    beyond: int = 0

    def of(self, sort: Sort, *, rest: bool = False) -> tuple[Line, ...]:
        """Give what is of a sort, with the rest after it when that is wanted."""
        lines = (*self.suits, *self.rest) if rest else self.suits
        return tuple(line for line in lines if sort_of(line) is sort)


def suiting(ways: Ways, answers: Sequence[Browsed]) -> Suiting:
    """Put together what the queries of these ways gave, in their order."""
    each = len(answers) // len(KINDS)
    fitting = [answer for number, answer in enumerate(answers) if not ways.workplace or number % each < each - 1]
    suits = _once(line for answer in fitting for line in answer.lines)
    rest = _once(line for answer in answers for line in answer.lines)
    known = {line.key for line in suits}
    alone = {theme for answer in answers for theme in answer.results.counts[Facet.THEME]}
    return Suiting(
        ways,
        suits,
        tuple(line for line in rest if line.key not in known),
        tuple(sorted(alone, key=str.casefold)),
        sum(answer.results.total - len(answer.lines) for answer in fitting),
    )


def _once(lines: Iterable[Line]) -> tuple[Line, ...]:
    found: dict[ItemKey, Line] = {}
    for line in lines:
        found.setdefault(line.key, line)
    return tuple(found.values())
