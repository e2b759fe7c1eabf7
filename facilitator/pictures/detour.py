"""The shortest free way from one person to another round everything that stands between them.

The ways to choose from run along the sides of what stands there: a few dozen of lines down and a few across (a sparse
grid), searched by A*. So a way is straight with few corners, and found within milliseconds.
"""

from __future__ import annotations

import itertools
import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Final

from facilitator.pictures.drawing import Line, Point, Rect
from facilitator.pictures.signs import Place

Node = tuple[int, int]
Span = tuple[float, float]

_BESIDE: Final = 9.0
"""A way runs this far from the side of what stands there."""
_NEAR: Final = 5.0
_OUTSIDE: Final = 24.0
_INSIDE: Final = 11.0
"""How far from the middle of a symbol a way may leave it."""
_TURN: Final = 30.0
_ALONG: Final = 4.0
"""What a point on or beside another line costs, against one on empty ground."""
_CLEAR: Final = 4.0
_APART: Final = 4.0
"""Ways to choose from are at least this far apart."""
_ROUND: Final = 12.0
_MOVES: Final = ((1, 0), (-1, 0), (0, 1), (0, -1))


@dataclass(frozen=True, slots=True)
class _Grid:
    """Lines down at `xs` and across at `ys`, and what a step costs: to the right of a crossing, or down from it."""

    xs: list[float]
    ys: list[float]
    right: list[list[float]]
    down: list[list[float]]

    def at(self, node: Node) -> Point:
        """Where a crossing lies."""
        return self.xs[node[0]], self.ys[node[1]]

    def steps(self, node: Node) -> Iterator[tuple[Node, Node, float]]:
        """Give every step from a crossing that is free: its direction, where it leads and what it costs."""
        x, y = node
        for move in _MOVES:
            there = x + move[0], y + move[1]
            if 0 <= there[0] < len(self.xs) and 0 <= there[1] < len(self.ys):
                near = min(x, there[0]), min(y, there[1])
                cost = self.right[near[1]][near[0]] if move[0] else self.down[near[0]][near[1]]
                if cost < math.inf:
                    yield move, there, cost


def detour(one: Place, other: Place, blocks: Sequence[Rect], lines: Sequence[Line]) -> tuple[Point, ...] | None:
    """Give a way that comes near none of `blocks` and runs along few of `lines`; None when there is no way."""
    grid = _grid(one, other, blocks, lines)
    start, goal = ((grid.xs.index(at.x), grid.ys.index(at.y)) for at in (one, other))
    path = _search(grid, start, goal)
    if path is None:
        return None
    corners = _corners([grid.at(node) for node in path])
    while len(corners) > 2 and _inside(corners[1], one):
        corners = corners[1:]
    while len(corners) > 2 and _inside(corners[-2], other):
        corners = corners[:-1]
    leaving, arriving = _edge(corners[0], corners[1], one), _edge(corners[-1], corners[-2], other)
    return tuple(_rounded((leaving, *corners[1:-1], arriving)))


def _grid(one: Place, other: Place, blocks: Sequence[Rect], lines: Sequence[Line]) -> _Grid:
    ends = [at + offset for at in (one.x, other.x) for offset in (0.0, -_INSIDE, _INSIDE)]
    xs = _thinned(ends, [x for rect in blocks for x in (rect.left - _BESIDE, rect.right + _BESIDE)])
    ends = [at + offset for at in (one.y, other.y) for offset in (0.0, -_INSIDE, _INSIDE)]
    ys = _thinned(ends, [y for rect in blocks for y in (rect.top - _BESIDE, rect.bottom + _BESIDE)])
    pieces = [pair for line in lines for pair in zip(line.points, line.points[1:], strict=False)]
    upright = [(ax, (min(ay, by), max(ay, by))) for (ax, ay), (bx, by) in pieces if abs(ax - bx) < _NEAR]
    level = [(ay, (min(ax, bx), max(ax, bx))) for (ax, ay), (bx, by) in pieces if abs(ay - by) < _NEAR]
    standing = [((rect.left, rect.right), (rect.top, rect.bottom)) for rect in blocks]
    lying = [(span, wide) for wide, span in standing]
    return _Grid(xs, ys, [_costs(y, xs, lying, level) for y in ys], [_costs(x, ys, standing, upright) for x in xs])


def _thinned(kept: list[float], more: list[float]) -> list[float]:
    """Give places in order, of those close together one; those of `kept` stay, for the ends stand there."""
    found = list(dict.fromkeys(kept))
    for place in sorted(more):
        if all(abs(place - other) >= _APART for other in found):
            found.append(place)
    return [min(found) - _OUTSIDE, *sorted(found), max(found) + _OUTSIDE]


def _costs(
    at: float, stops: Sequence[float], blocks: Sequence[tuple[Span, Span]], lines: Sequence[tuple[float, Span]]
) -> list[float]:
    """Give what every step from stop to stop costs on a line at a place; infinite where something stands."""
    found = [there - here for here, there in itertools.pairwise(stops)]
    for place, (low, high) in lines:
        if abs(place - at) < _NEAR:
            for step in range(max(bisect_right(stops, low) - 1, 0), min(bisect_left(stops, high), len(found))):
                found[step] += _ALONG * (min(stops[step + 1], high) - max(stops[step], low))
    for (start, end), (low, high) in blocks:
        if start - _NEAR < at < end + _NEAR:
            for step in range(
                max(bisect_right(stops, low - _NEAR) - 1, 0), min(bisect_left(stops, high + _NEAR), len(found))
            ):
                found[step] = math.inf
    return found


def _search(grid: _Grid, start: Node, goal: Node) -> list[Node] | None:
    """A*: from crossing to crossing, with a price on turns."""
    end = grid.at(goal)
    queue: list[tuple[float, float, Node, Node]] = [(0.0, 0.0, start, (0, 0))]
    best: dict[tuple[Node, Node], float] = {(start, (0, 0)): 0.0}
    came: dict[tuple[Node, Node], tuple[Node, Node]] = {}
    while queue:
        _guess, spent, here, way = heappop(queue)
        if here == goal:
            return _back((here, way), came)
        if spent > best[here, way]:
            continue
        for move, there, cost in grid.steps(here):
            now = spent + cost + (_TURN if way not in {move, (0, 0)} else 0.0)
            if now < best.get((there, move), math.inf):
                best[there, move] = now
                came[there, move] = (here, way)
                x, y = grid.at(there)
                heappush(queue, (now + abs(x - end[0]) + abs(y - end[1]), now, there, move))
    return None


def _back(at: tuple[Node, Node], came: dict[tuple[Node, Node], tuple[Node, Node]]) -> list[Node]:
    path = [at[0]]
    while at in came:
        at = came[at]
        path.append(at[0])
    return path[::-1]


def _corners(points: Sequence[Point]) -> list[Point]:
    """Take out what lies on a straight line."""
    kept = [points[0]]
    for here, middle, there in zip(points, points[1:], points[2:], strict=False):
        if (middle[0] - here[0]) * (there[1] - middle[1]) != (middle[1] - here[1]) * (there[0] - middle[0]):
            kept.append(middle)
    return [*kept, points[-1]]


def _inside(point: Point, place: Place) -> bool:
    edge = place.edge(point)
    return math.dist(point, (place.x, place.y)) < math.dist(edge, (place.x, place.y)) + _CLEAR


def _edge(start: Point, towards: Point, place: Place) -> Point:
    """Give where a straight way that begins inside a symbol leaves it."""
    far = math.dist(start, towards) or 1.0
    right, down = (towards[0] - start[0]) / far, (towards[1] - start[1]) / far
    at = start
    while _inside(at, place):
        at = at[0] + right, at[1] + down
    return at


def _rounded(corners: Sequence[Point]) -> Iterator[Point]:
    """Give a way with its corners rounded."""
    yield corners[0]
    for here, corner, there in zip(corners, corners[1:], corners[2:], strict=False):
        before, after = math.dist(here, corner), math.dist(corner, there)
        turn = min(_ROUND, before / 2, after / 2)
        start = _between(corner, here, turn / (before or 1.0))
        end = _between(corner, there, turn / (after or 1.0))
        for step in range(7):
            part = step / 6
            near, far = _between(start, corner, part), _between(corner, end, part)
            yield _between(near, far, part)
    yield corners[-1]


def _between(one: Point, other: Point, part: float) -> Point:
    return one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])
