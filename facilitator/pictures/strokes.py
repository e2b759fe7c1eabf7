"""Lines, diamonds and crosses as plain polylines: the one place that knows what a zigzag or an arrow looks like."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from facilitator.pictures.drawing import Cross, Diamond, Line, Point, Role, Style

_TOOTH: Final = 7.0
"""Half the length of a wave of the zigzag, along the line."""
_DEPTH: Final = 4.2
_APART: Final = 4.2
_HEAD: Final = 11.0
_DASHES: Final = {Style.DASHED: (7.0, 5.0), Style.DOTTED: (1.6, 4.4)}


@dataclass(frozen=True, slots=True)
class Stroke:
    """A polyline or, when it is `closed`, a polygon. `dash` is (on, off), both 0 for an unbroken line."""

    points: tuple[Point, ...]
    edge: Role | None
    thickness: float
    fill: Role | None = None
    closed: bool = False
    dash: tuple[float, float] = (0.0, 0.0)


def strokes(item: Line | Diamond | Cross) -> tuple[Stroke, ...]:
    """Give the polylines that an item consists of."""
    if isinstance(item, Diamond):
        x, y, radius = item.x, item.y, item.radius
        corners = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
        return (Stroke(corners, item.edge, item.thickness, item.fill, closed=True),)
    if isinstance(item, Cross):
        x, y, radius = item.x, item.y, item.radius
        return tuple(
            Stroke(((x - radius, y - side), (x + radius, y + side)), item.role, item.thickness)
            for side in (radius, -radius)
        )
    return tuple(_of_line(item))


def _of_line(line: Line) -> Iterator[Stroke]:
    points = line.points
    if line.arrow:
        head = _arrow(points)
        yield Stroke(head, None, 0.0, line.role, closed=True)
        points = _shortened(points, _HEAD * 0.8)
    if line.style is Style.ZIGZAG:
        yield Stroke(_zigzag(points), line.role, line.width)
    elif line.style is Style.DOUBLE:
        for side in (-_APART / 2, _APART / 2):
            yield Stroke(_beside(points, side), line.role, line.width)
    else:
        yield Stroke(points, line.role, line.width, dash=_DASHES.get(line.style, (0.0, 0.0)))


def length(points: Sequence[Point]) -> float:
    """Give how long a polyline is."""
    return sum(math.dist(here, there) for here, there in itertools.pairwise(points))


def at(points: Sequence[Point], distance: float) -> tuple[Point, Point]:
    """Give the point at a distance along a polyline, and the direction there (of length 1)."""
    here, there, distance = points[0], points[-1], min(distance, length(points))
    for here, there in itertools.pairwise(points):
        part = math.dist(here, there)
        if part and distance <= part:
            break
        distance -= part
    part = math.dist(here, there) or 1.0
    way = (there[0] - here[0]) / part, (there[1] - here[1]) / part
    distance = min(distance, part)
    return (here[0] + way[0] * distance, here[1] + way[1] * distance), way


def _zigzag(points: tuple[Point, ...]) -> tuple[Point, ...]:
    whole = length(points)
    teeth = max(3, round(whole / _TOOTH))
    found = [points[0]]
    for number in range(1, teeth):
        here = whole * number / teeth
        (x, y), _way = at(points, here)
        # The direction over a whole wave: over a bend, that of one short piece would make teeth of all shapes.
        (ax, ay), _before = at(points, max(0.0, here - _TOOTH))
        (bx, by), _after = at(points, here + _TOOTH)
        part = math.dist((ax, ay), (bx, by)) or 1.0
        side = (_DEPTH if number % 2 else -_DEPTH) / part
        found.append((x - (by - ay) * side, y + (bx - ax) * side))
    return (*found, points[-1])


def _beside(points: tuple[Point, ...], side: float) -> tuple[Point, ...]:
    """Give a polyline `side` points to the right of another."""
    found = []
    for number, (x, y) in enumerate(points):
        before, after = points[max(number - 1, 0)], points[min(number + 1, len(points) - 1)]
        part = math.dist(before, after) or 1.0
        found.append((x - (after[1] - before[1]) / part * side, y + (after[0] - before[0]) / part * side))
    return tuple(found)


def _arrow(points: tuple[Point, ...]) -> tuple[Point, ...]:
    tip = points[-1]
    (x, y), _way = at(points, length(points) - _HEAD)
    part = math.dist((x, y), tip) or 1.0
    right, down = (tip[0] - x) / part, (tip[1] - y) / part
    half = _HEAD * 0.42
    return tip, (x - down * half, y + right * half), (x + down * half, y - right * half)


def _shortened(points: tuple[Point, ...], by: float) -> tuple[Point, ...]:
    """Give a polyline without its last `by` points of length."""
    left = max(length(points) - by, 0.0)
    end, _way = at(points, left)
    kept = [points[0]]
    for here, there in itertools.pairwise(points):
        left -= math.dist(here, there)
        if left <= 0:
            break
        kept.append(there)
    return (*kept, end)
