"""How a picture is set: in the proportions of a page that is held, or of a screen that is seen from across a room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

LEAST: Final = 14.5
"""The size of the smallest words in a picture that is set for a room, in points."""


_LARGER: Final = 1.06


@dataclass(frozen=True, slots=True)
class Setting:
    """Sizes and distances, in points.

    `radius` is from the middle of a symbol to its side, `small` that of somebody outside the family in a network map;
    `age`, `name`, `note`, `legend`, `caption` (above a column) and `number` (of a moment) are sizes of words. In a
    genogram `across` and `down` multiply the distances between neighbours and between generations. In a network map
    that is `compact` names stand beside their symbol, words on their line, and who has no line there in a list.
    """

    radius: float = 21.0
    small: float = 16.0
    age: float = 15.0
    name: float = 17.0
    note: float = 14.5
    legend: float = 13.5
    caption: float = 14.0
    number: float = 12.5
    air: float = 16.0
    margin: float = 16.0
    across: float = 1.0
    down: float = 1.0
    compact: bool = False


PAPER: Final = Setting()
ROOM: Final = Setting(19.0, 19.0, LEAST, 16.0, LEAST, LEAST, LEAST, LEAST, 12.0, 4.0, compact=True)
"""In a room the smallest words decide how much fits: all are of about one size, and symbols no larger than needed."""


@dataclass(frozen=True, slots=True)
class Room:
    """The room that a screen has for a picture: `width` by `height` pixels, its words at least `least` pixels high.

    A picture of several pages has `head` pixels less, for the words above each.
    """

    width: float
    height: float
    least: float
    head: float = 0.0

    def sheet(self, *, headed: bool = False) -> Sheet:
        """Give the room in points, such that the smallest words are just large enough."""
        points = LEAST / self.least
        return Sheet(self.width * points, (self.height - (self.head if headed else 0.0)) * points)


@dataclass(frozen=True, slots=True)
class Sheet:
    """How wide and high a drawing may be, in points."""

    width: float
    height: float

    def scale(self, width: float, height: float) -> float:
        """How large something gets that is made to fit; under 1 it is too large."""
        return min(self.width / width, self.height / height)

    def larger(self) -> Sheet:
        """Give a sheet for what cannot be divided any further: its words get somewhat too small."""
        return Sheet(self.width * _LARGER, self.height * _LARGER)
