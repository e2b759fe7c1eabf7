"""What a drawing must never do, found by looking at where its items lie."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations, pairwise

from facilitator.pictures.drawing import Box, Circle, Diamond, Drawing, Item, Label, Line, Rect, extent

_TOUCH = 0.5


def overlaps(drawing: Drawing) -> list[tuple[Item, Item]]:
    """Give every two symbols or words that share ground, unless one lies inside the other."""
    solid = [item for item in drawing.items if isinstance(item, Box | Circle | Diamond | Label)]
    rects = [(item, extent(item)) for item in solid]
    return [
        (one, other)
        for (one, here), (other, there) in combinations(rects, 2)
        if here.overlaps(there, _TOUCH) and not _holds(here, there) and not _holds(there, here)
    ]


def outside(drawing: Drawing) -> list[Item]:
    """Give every item that sticks out of its drawing."""
    page = Rect(-_TOUCH, -_TOUCH, drawing.width + _TOUCH, drawing.height + _TOUCH)
    return [item for item in drawing.items if not _holds(page, extent(item))]


def struck(drawing: Drawing) -> list[tuple[Line, Item]]:
    """Give every line that runs through words or through a symbol, more than touching its edge."""
    solid = [item for item in drawing.items if isinstance(item, Circle | Diamond | Label) or _is_square(item)]
    rects = [(item, _core(item)) for item in solid]
    lines = [item for item in drawing.items if isinstance(item, Line)]
    return [(line, item) for line in lines for item, rect in rects if any(rect.holds(point) for point in _along(line))]


def _is_square(item: Item) -> bool:
    return isinstance(item, Box) and item.width == item.height


def _core(item: Item) -> Rect:
    """The inside of an item: of a circle or diamond the square in it."""
    rect = extent(item)
    by = 1.0
    if isinstance(item, Circle):
        by = item.radius * (1 - math.sqrt(0.5)) + 1
    elif isinstance(item, Diamond):
        by = item.radius / 2 + 1
    return Rect(rect.left + by, rect.top + by, rect.right - by, rect.bottom - by)


def _along(line: Line) -> Iterator[tuple[float, float]]:
    for (ax, ay), (bx, by) in pairwise(line.points):
        steps = max(1, math.ceil(math.dist((ax, ay), (bx, by)) / 2))
        for step in range(steps + 1):
            yield ax + (bx - ax) * step / steps, ay + (by - ay) * step / steps


def _holds(outer: Rect, inner: Rect) -> bool:
    return (
        outer.left <= inner.left
        and outer.top <= inner.top
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
    )
