"""The display list: shapes and words at their places, in points from the top left corner of the drawing.

Items are painted in their order. `strokes` gives lines, diamonds and crosses as plain polylines, so that screen and
paper share the geometry of a zigzag, a double line and an arrow.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from typing import Final

Point = tuple[float, float]

MARGIN: Final = 16.0


class Role(StrEnum):
    """The part a colour plays; the painter's theme knows which colour that is."""

    INK = "ink"
    SOFT = "soft"
    LINE = "line"
    GROUND = "ground"
    ACCENT = "accent"
    ACCENT_WASH = "accent-wash"
    ATTENTION = "attention"
    ATTENTION_WASH = "attention-wash"
    DANGER = "danger"


class Weight(IntEnum):
    """How heavy words are."""

    REGULAR = 400
    SEMIBOLD = 600
    BOLD = 700


class Anchor(StrEnum):
    """Which end of the words stands at their x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Style(StrEnum):
    """How a line is drawn: its shape says what it means, colour only repeats it."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"
    DOUBLE = "double"
    ZIGZAG = "zigzag"


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points; `arrow` puts a head at its last one. `width` is its thickness."""

    points: tuple[Point, ...]
    style: Style = Style.SOLID
    role: Role = Role.INK
    width: float = 1.6
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, its corners rounded by `radius`."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    fill: Role | None = Role.GROUND
    edge: Role | None = Role.INK
    thickness: float = 1.8


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle round (`x`, `y`)."""

    x: float
    y: float
    radius: float
    fill: Role | None = Role.GROUND
    edge: Role | None = Role.INK
    thickness: float = 1.8


@dataclass(frozen=True, slots=True)
class Diamond:
    """A square on its point, `radius` from its middle to a point."""

    x: float
    y: float
    radius: float
    fill: Role | None = Role.GROUND
    edge: Role | None = Role.INK
    thickness: float = 1.8


@dataclass(frozen=True, slots=True)
class Cross:
    """Two strokes from corner to corner of a square with half a side of `radius`."""

    x: float
    y: float
    radius: float
    role: Role = Role.INK
    thickness: float = 1.6


@dataclass(frozen=True, slots=True)
class Label:
    """One line of words, its baseline at `y`; `width` is what it was measured to be."""

    text: str
    x: float
    y: float
    width: float
    anchor: Anchor = Anchor.MIDDLE
    size: float = 14.0
    weight: Weight = Weight.REGULAR
    role: Role = Role.INK


Item = Line | Box | Circle | Diamond | Cross | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished picture. `alternative` says in sentences everything that stands in it.

    `caption` says which part of a picture it is; empty for a whole one. `spots` are where its persons stand, sign and
    name, where somebody may want to point at them.
    """

    width: float
    height: float
    items: tuple[Item, ...]
    alternative: tuple[str, ...]
    caption: str = ""
    spots: tuple[Spot, ...] = ()

    def at(self, point: Point) -> str | None:
        """Who stands at a point; None where nobody does."""
        return next((spot.person_id for spot in self.spots if spot.place.holds(point)), None)


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle: what an item takes up."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Rect, by: float = 0.0) -> bool:
        """Whether the two share more than `by` points in both directions; negative: whether they come that close."""
        return (
            self.left + by < other.right
            and other.left + by < self.right
            and self.top + by < other.bottom
            and other.top + by < self.bottom
        )

    def moved(self, right: float, down: float) -> Rect:
        """The same at another place."""
        return Rect(self.left + right, self.top + down, self.right + right, self.bottom + down)

    def holds(self, point: Point, margin: float = 0.0) -> bool:
        """Whether a point lies inside, or within `margin` of it."""
        return (
            self.left - margin < point[0] < self.right + margin and self.top - margin < point[1] < self.bottom + margin
        )


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a person stands."""

    person_id: str
    place: Rect


def spot(person_id: str, items: Iterable[Item]) -> Spot:
    """Give where a person stands, of whom these items (one at least) are drawn."""
    return Spot(person_id, _around(map(extent, items)))


def _around(taken: Iterable[Rect]) -> Rect:
    """Give the smallest rectangle round others."""
    left, top, right, bottom = zip(*((each.left, each.top, each.right, each.bottom) for each in taken), strict=True)
    return Rect(min(left), min(top), max(right), max(bottom))


def extent(item: Item) -> Rect:
    """Give what an item takes up."""
    if isinstance(item, Label):
        left = item.x - {Anchor.START: 0.0, Anchor.MIDDLE: item.width / 2, Anchor.END: item.width}[item.anchor]
        return Rect(left, item.y - 0.78 * item.size, left + item.width, item.y + 0.24 * item.size)
    if isinstance(item, Box):
        return Rect(item.x, item.y, item.x + item.width, item.y + item.height)
    if isinstance(item, Line):
        across, along = zip(*item.points, strict=True)
        return Rect(min(across), min(along), max(across), max(along))
    return Rect(item.x - item.radius, item.y - item.radius, item.x + item.radius, item.y + item.radius)


def moved(item: Item, right: float, down: float) -> Item:
    """Give an item at another place."""
    if isinstance(item, Line):
        return replace(item, points=tuple((x + right, y + down) for x, y in item.points))
    return replace(item, x=item.x + right, y=item.y + down)


def framed(
    items: Iterable[Item], alternative: tuple[str, ...], margin: float = MARGIN, spots: Iterable[Spot] = ()
) -> Drawing:
    """Give a drawing that is as large as what stands in it, with a margin around."""
    kept = tuple(items)
    if not kept:
        return Drawing(2 * margin, 2 * margin, (), alternative)
    whole = _around(map(extent, kept))
    left, top = whole.left - margin, whole.top - margin
    return Drawing(
        whole.right + margin - left,
        whole.bottom + margin - top,
        tuple(moved(item, -left, -top) for item in kept),
        alternative,
        spots=tuple(Spot(each.person_id, each.place.moved(-left, -top)) for each in spots),
    )
