"""Lines between any two persons of a drawing, bent round what stands in their way, with words beside them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from facilitator.core.casus import Relation
from facilitator.pictures.drawing import Item, Line, Point, Rect, extent
from facilitator.pictures.signs import Place, line_of
from facilitator.pictures.strokes import at, length
from facilitator.pictures.text import Setter, Words

_BENDS: Final = (0.0, 0.14, -0.14, 0.28, -0.28, 0.45, -0.45, 0.7, -0.7)
_STEPS: Final = 24
_CLEAR: Final = 4.0
_HIT: Final = 40.0
_MEETING: Final = 3.0
_ALONG: Final = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)


@dataclass(slots=True)
class Surroundings:
    """What stands in a drawing already: `taken` by symbols and words, and the lines so far."""

    taken: list[Rect] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def add(self, items: Sequence[Item]) -> None:
        """Take in what was drawn."""
        self.lines += [item for item in items if isinstance(item, Line)]
        self.taken += [extent(item) for item in items if not isinstance(item, Line)]

    def is_free(self, place: Rect, margin: float = 2.0) -> bool:
        """Whether nothing stands at a place."""
        return not any(place.overlaps(other, -margin) for other in self.taken)


def tie(relation: Relation, one: Place, other: Place, around: Surroundings, setter: Setter) -> Iterator[Item]:
    """Give the line of a relation, as free of other things as it can be, and its words; both are added to `around`."""
    points = min(_ways(one, other, around.taken), key=lambda way: _cost(way, one, other, around))
    line = line_of(relation, points)
    around.lines.append(line)
    yield line
    if relation.label:
        words = setter(relation.label)
        where = _free(words, points, around)
        around.taken.append(where)
        yield from words.at((where.left + where.right) / 2, where.top)


def _ways(one: Place, other: Place, taken: Sequence[Rect]) -> list[tuple[Point, ...]]:
    """Give the curves to choose from: straight, and bent more and more to either side."""
    middle = (one.x + other.x) / 2, (one.y + other.y) / 2
    right, down = other.x - one.x, other.y - one.y
    found = []
    for bend in _BENDS:
        control = middle[0] - down * bend, middle[1] + right * bend
        found.append(_curve(one.edge(control, _CLEAR), control, other.edge(control, _CLEAR)))
    del taken
    return found


def _curve(start: Point, control: Point, end: Point) -> tuple[Point, ...]:
    points = []
    for step in range(_STEPS + 1):
        part = step / _STEPS
        a, b, c = (1 - part) ** 2, 2 * part * (1 - part), part**2
        points.append((a * start[0] + b * control[0] + c * end[0], a * start[1] + b * control[1] + c * end[1]))
    return tuple(points)


def _cost(way: tuple[Point, ...], one: Place, other: Place, around: Surroundings) -> float:
    frame = extent(Line(way))
    ends = ((one.x, one.y), (other.x, other.y))
    near = [rect for rect in around.taken if rect.overlaps(frame, -6) and not any(rect.holds(end) for end in ends)]
    hits = sum(rect.holds(point, 3) for rect in near for point in way)
    lines = [line for line in around.lines if extent(line).overlaps(frame, -8)]
    meeting = sum(_close(point, line) for line in lines for point in way[3:-3:3])
    straight = math.dist(way[0], way[-1]) or 1.0
    return _HIT * hits + _MEETING * meeting + 30 * (length(way) / straight - 1)


def _close(point: Point, line: Line) -> bool:
    """Whether a point lies on or right beside a line."""
    for (ax, ay), (bx, by) in zip(line.points, line.points[1:], strict=False):
        far = (bx - ax) ** 2 + (by - ay) ** 2 or 1.0
        part = max(0.0, min(1.0, ((point[0] - ax) * (bx - ax) + (point[1] - ay) * (by - ay)) / far))
        if math.dist(point, (ax + part * (bx - ax), ay + part * (by - ay))) < 8:
            return True
    return False


def _free(words: Words, way: Sequence[Point], around: Surroundings) -> Rect:
    """Give the place nearest to the middle of a line where its words stand free of everything."""
    whole = length(way)
    half = math.hypot(words.width, words.height) / 2
    distance = 0.0
    while True:
        for part in _ALONG:
            (x, y), (right, down) = at(way, whole * part)
            reach = abs(down) * words.width / 2 + abs(right) * words.height / 2 + 7 + distance
            for side in (1, -1):
                place = _round(x - down * side * reach, y + right * side * reach, words)
                if around.is_free(place) and not _crossed(place, around.lines):
                    return place
        distance += half / 2
        if distance > 12 * half:
            return _outside(words, around)


def _crossed(place: Rect, lines: Sequence[Line]) -> bool:
    return any(_passes(line, place) for line in lines)


def _passes(line: Line, place: Rect) -> bool:
    """Whether a line runs through a place."""
    if not extent(line).overlaps(place, -2):
        return False
    for here, there in zip(line.points, line.points[1:], strict=False):
        steps = max(1, int(math.dist(here, there) / 6))
        for step in range(steps + 1):
            part = step / steps
            if place.holds((here[0] + part * (there[0] - here[0]), here[1] + part * (there[1] - here[1])), 2):
                return True
    return False


def _round(x: float, y: float, words: Words) -> Rect:
    return Rect(x - words.width / 2, y - words.height / 2, x + words.width / 2, y + words.height / 2)


def _outside(words: Words, around: Surroundings) -> Rect:
    """Give a place below everything: there is always one."""
    bottom = max(rect.bottom for rect in around.taken) + 8
    left = min(rect.left for rect in around.taken)
    return Rect(left, bottom, left + words.width, bottom + words.height)
