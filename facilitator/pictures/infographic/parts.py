"""Parts of a panel: what stands under each other, and is never cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from facilitator.pictures.drawing import Anchor, Item, Role, Weight, moved
from facilitator.pictures.measure import Measure
from facilitator.pictures.setting import LEAST
from facilitator.pictures.text import Setter, Words

_MOST_LINES: Final = 60
"""Nothing of a panel is left out: its words may take as many lines as they need."""

PAPER: Final = 690.0
"""The width of a panel on paper, where the text of a page is made to hold it."""


@dataclass(frozen=True, slots=True)
class Look:
    """How wide a panel is, and the sizes of its words: the number itself, its title, text, and what stands small.

    `apart`: nothing stands beside each other, so that it can be divided over pages.
    """

    width: float
    measure: Measure
    value: float = 28.0
    title: float = 21.0
    text: float = 16.0
    small: float = 13.0
    apart: bool = False

    def words(
        self, text: str, width: float, size: float, weight: Weight = Weight.REGULAR, role: Role = Role.INK
    ) -> Words:
        """Set words in as many lines as they take."""
        return Setter(self.measure, max(width, size), size, weight, role, _MOST_LINES)(text)


def on_paper(measure: Measure, width: float = PAPER) -> Look:
    """As wide as the text of a page, or as `width`; at the former the smallest words are just over nine points."""
    return Look(width, measure)


def in_room(measure: Measure, width: float) -> Look:
    """For a screen that is seen from across a room: no words smaller than the room can read."""
    return Look(width, measure, value=27.0, title=20.0, text=16.5, small=LEAST)


@dataclass(frozen=True, slots=True)
class Part:
    """Items from the top left corner (0, 0) on. `gap` is the white space above it, where something stands there."""

    items: tuple[Item, ...]
    height: float
    gap: float = 14.0

    def at(self, x: float, y: float) -> Iterator[Item]:
        """Give its items at a place."""
        return (moved(item, x, y) for item in self.items)


def lines(words: Words, gap: float = 14.0, x: float = 0.0) -> Part:
    """Give words as a part."""
    return Part(tuple(words.at(x, 0.0, Anchor.START)), words.height, gap)


def stacked(parts: Iterable[Part], gap: float = 14.0) -> Part:
    """Put parts under each other."""
    items: list[Item] = []
    y = 0.0
    for number, part in enumerate(parts):
        y += part.gap if number else 0.0
        items += part.at(0.0, y)
        y += part.height
    return Part(tuple(items), y, gap)


def paged(parts: Sequence[Part], height: float) -> list[list[Part]]:
    """Divide parts over as few pages of a height as there can be, all about as full; a higher one has its own page."""
    count = len(_filled(parts, height))
    low, high = 0.0, height
    for _round in range(10):
        middle = (low + high) / 2
        low, high = (middle, high) if len(_filled(parts, middle)) > count else (low, middle)
    return _filled(parts, high)


def _filled(parts: Sequence[Part], height: float) -> list[list[Part]]:
    pages: list[list[Part]] = [[]]
    used = 0.0
    for part in parts:
        wanted = part.height + (part.gap if pages[-1] else 0.0)
        if pages[-1] and used + wanted > height:
            pages.append([])
            used, wanted = 0.0, part.height
        pages[-1].append(part)
        used += wanted
    return pages
