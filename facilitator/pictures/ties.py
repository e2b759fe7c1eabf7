"""Lines between any two persons of a drawing: free of symbols and words, with their own words on them.

A line is straight or bent where such a curve is free. Where none is, the shortest free way round is searched. A line
that ran behind a symbol would seem to end there, and tell something else about somebody else.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from facilitator.core.casus import Relation
from facilitator.pictures.detour import detour
from facilitator.pictures.drawing import Item, Line, Point, Rect, Style, extent
from facilitator.pictures.signs import Place, line_of
from facilitator.pictures.strokes import at, length
from facilitator.pictures.text import Setter, Words

_BENDS: Final = (0.0, 0.14, -0.14, 0.28, -0.28, 0.45, -0.45, 0.7, -0.7)
_WIDE_BENDS: Final = (1.0, -1.0, 1.4, -1.4)
_STEPS: Final = 24
_CLEAR: Final = 4.0
_NEAR: Final = 4.0
"""A line comes no nearer to a symbol or words than this."""
_MEETING: Final = 3.0
_ENDS: Final = 4
_LONG: Final = 20.0
"""A line that runs beside another for longer than this is hard to tell from it."""
_PARTS: Final = tuple(0.5 + side * step / 40 for step in range(17) for side in (1, -1))
_PIECE: Final = 8.0
"""What is left of a line on either side of its words is at least this long."""


@dataclass(slots=True)
class Surroundings:
    """What stands in a drawing already: `taken` by symbols and words, and the lines so far.

    `crowded` asks for more trouble to keep lines apart. `away` is how far beside their line words had to go at most,
    `along` how far a line ran right beside another.
    """

    taken: list[Rect] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    crowded: bool = False
    away: float = 0.0
    along: float = 0.0

    def add(self, items: Sequence[Item]) -> None:
        """Take in what was drawn."""
        self.lines += [item for item in items if isinstance(item, Line)]
        self.taken += [extent(item) for item in items if not isinstance(item, Line)]

    def is_free(self, place: Rect, margin: float = 3.0) -> bool:
        """Whether nothing stands at a place."""
        return not any(place.overlaps(other, -margin) for other in self.taken)


def tie(relation: Relation, one: Place, other: Place, around: Surroundings, setter: Setter) -> Iterator[Item]:
    """Give the line of a relation and its words; both are added to `around`."""
    way = _way(one, other, around)
    if around.crowded:
        around.along = max(around.along, _along(way, around.lines))
    drawn: list[Item] = [line_of(relation, way)]
    if relation.label:
        drawn = list(with_words(line_of(relation, way), setter(relation.label), around))
    around.add(drawn)
    yield from drawn


def _way(one: Place, other: Place, around: Surroundings) -> tuple[Point, ...]:
    ends = ((one.x, one.y), (other.x, other.y))
    blocks = [rect for rect in around.taken if not any(rect.holds(end) for end in ends)]
    free = [way for way in _curves(one, other, around.crowded) if not _hits(way, blocks)]
    best = min(free, key=lambda way: _cost(way, around.lines), default=None)
    if best is None or (around.crowded and _along(best, around.lines) > _LONG):
        round_about = detour(one, other, blocks, around.lines)
        if round_about is not None and (best is None or _along(round_about, around.lines) <= _LONG):
            return round_about
    return best or next(_curves(one, other, around.crowded))


def _curves(one: Place, other: Place, crowded: bool) -> Iterator[tuple[Point, ...]]:
    """Give the curves to choose from: straight, and bent more and more to either side."""
    middle = (one.x + other.x) / 2, (one.y + other.y) / 2
    right, down = other.x - one.x, other.y - one.y
    for bend in (*_BENDS, *_WIDE_BENDS) if crowded else _BENDS:
        control = middle[0] - down * bend, middle[1] + right * bend
        yield _curve(one.edge(control, _CLEAR), control, other.edge(control, _CLEAR))


def _curve(start: Point, control: Point, end: Point) -> tuple[Point, ...]:
    points = []
    for step in range(_STEPS + 1):
        part = step / _STEPS
        a, b, c = (1 - part) ** 2, 2 * part * (1 - part), part**2
        points.append((a * start[0] + b * control[0] + c * end[0], a * start[1] + b * control[1] + c * end[1]))
    return tuple(points)


def _hits(way: Sequence[Point], blocks: Sequence[Rect]) -> bool:
    frame = extent(Line(tuple(way)))
    near = [rect for rect in blocks if rect.overlaps(frame, -_NEAR)]
    return any(rect.holds(point, _NEAR) for rect in near for point in _fine(way))


def _fine(way: Sequence[Point]) -> Iterator[Point]:
    """Give points along a line, no two further apart than 5."""
    for here, there in itertools.pairwise(way):
        steps = max(1, math.ceil(math.dist(here, there) / 5))
        for step in range(steps):
            part = step / steps
            yield here[0] + part * (there[0] - here[0]), here[1] + part * (there[1] - here[1])
    yield way[-1]


def _cost(way: tuple[Point, ...], lines: Sequence[Line]) -> float:
    frame = extent(Line(way))
    near = [line for line in lines if extent(line).overlaps(frame, -8)]
    meeting = sum(_close(point, line) for line in near for point in way[3:-3:3])
    straight = math.dist(way[0], way[-1]) or 1.0
    return _MEETING * meeting + 30 * (length(way) / straight - 1)


def _along(way: tuple[Point, ...], lines: Sequence[Line]) -> float:
    """Give the longest stretch that a way runs right beside other ties, its ends at the symbols not counted."""
    points = list(_fine(way))[_ENDS:-_ENDS:2]
    frame = extent(Line(way))
    near = [line for line in lines if line.style is not Style.SOLID and extent(line).overlaps(frame, -8)]
    runs = itertools.groupby(any(_close(point, line) for line in near) for point in points)
    return max((10.0 * len(list(run)) for close, run in runs if close), default=0.0)


def _close(point: Point, line: Line) -> bool:
    """Whether a point lies on or right beside a line."""
    for (ax, ay), (bx, by) in zip(line.points, line.points[1:], strict=False):
        far = (bx - ax) ** 2 + (by - ay) ** 2 or 1.0
        part = max(0.0, min(1.0, ((point[0] - ax) * (bx - ax) + (point[1] - ay) * (by - ay)) / far))
        if math.dist(point, (ax + part * (bx - ax), ay + part * (by - ay))) < 8:
            return True
    return False


# ---- words


def with_words(line: Line, words: Words, around: Surroundings) -> Iterator[Item]:
    """Give a line that is broken where its words stand on it, or with its words as near beside it as they fit."""
    whole = length(line.points)
    for part in _PARTS:
        (x, y), _way = at(line.points, whole * part)
        place = _round(x, y, words)
        pieces = list(_outside(line, place))
        if len(pieces) == 2 and around.is_free(place) and not _crossed(place, around.lines):
            yield from pieces
            yield from words.at(x, place.top)
            return
    place = _beside(words, line, around)
    yield line
    yield from words.at((place.left + place.right) / 2, place.top)


def _outside(line: Line, place: Rect) -> Iterator[Line]:
    """Give the pieces of a line on either side of a place, each long enough to be seen."""
    points = list(_fine(line.points))
    inside = [number for number, point in enumerate(points) if place.holds(point, 3)]
    if not inside:
        return
    for piece, arrow in ((points[: inside[0]], False), (points[inside[-1] + 1 :], line.arrow)):
        if len(piece) > 1 and length(piece) > _PIECE + (10 if arrow else 0):
            yield replace(line, points=tuple(piece), arrow=arrow)


def _beside(words: Words, line: Line, around: Surroundings) -> Rect:
    """Give the free place beside a line that is nearest to it; below everything there always is one."""
    whole = length(line.points)
    for away in range(0, 60, 5):
        around.away = max(around.away, away)
        for part in _PARTS:
            (x, y), (right, down) = at(line.points, whole * part)
            reach = abs(down) * words.width / 2 + abs(right) * words.height / 2 + 7 + away
            for side in (1, -1):
                place = _round(x - down * side * reach, y + right * side * reach, words)
                if around.is_free(place) and not _crossed(place, [*around.lines, line]):
                    if around.crowded:
                        around.away = max(around.away, _gap(place, line) - 7)
                    return place
    bottom = max(rect.bottom for rect in around.taken) + 8
    left = min(rect.left for rect in around.taken)
    return Rect(left, bottom, left + words.width, bottom + words.height)


def _gap(place: Rect, line: Line) -> float:
    """Give how far words are from the nearest point of their line."""
    return min(
        math.dist(
            point, (sorted((place.left, point[0], place.right))[1], sorted((place.top, point[1], place.bottom))[1])
        )
        for point in _fine(line.points)
    )


def _crossed(place: Rect, lines: Sequence[Line]) -> bool:
    """Whether a line runs through a place."""
    near = [line for line in lines if extent(line).overlaps(place, -2)]
    return any(place.holds(point, 2) for line in near for point in _fine(line.points))


def _round(x: float, y: float, words: Words) -> Rect:
    return Rect(x - words.width / 2, y - words.height / 2, x + words.width / 2, y + words.height / 2)
