"""The network map: the family in the middle, its own network on one side of it and the professionals on the other.

Every person has a stretch of the height for itself, and words at a line stand on its straight part beside the person
outside the family. So nothing can overlap, however many there are: only lines cross lines.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from facilitator.core.casus import PersonKind
from facilitator.core.disclosure import Disclosed
from facilitator.pictures.alternative import GROUPS, sentences
from facilitator.pictures.columns import LEFT, MIDDLE
from facilitator.pictures.drawing import Anchor, Box, Drawing, Item, Line, Point, Role, Weight, framed
from facilitator.pictures.kinship import KINSHIP
from facilitator.pictures.legend import legend
from facilitator.pictures.measure import Measure
from facilitator.pictures.network_plan import (
    BELOW,
    BESIDE,
    CARD,
    CURVE,
    PAD,
    SMALL,
    End,
    Map,
    bow_room,
    edges,
    planned,
    reach,
    wide,
)
from facilitator.pictures.signs import RADIUS, Place, line_of, symbol
from facilitator.pictures.text import Setter
from facilitator.words import _

_STEPS: Final = 20
_CAPTIONS: Final = (PersonKind.NETWORK, PersonKind.FAMILY, PersonKind.PROFESSIONAL)


def network(known: Disclosed, measure: Measure) -> Drawing:
    """Draw everybody in a case, and how those around the family stand to it."""
    plan = planned(known, measure)
    items: list[Item] = [*_family_box(plan)] if plan.columns.columns[MIDDLE] else []
    lines = [item for number in range(len(plan.columns.relations)) for item in _line(plan, number)]
    lines += [line for name in plan.persons for line in _brace(plan, name)]
    people = [item for name in plan.persons for item in _person(plan, name, measure)]
    items += [*lines, *people, *_captions(plan, measure)]
    said = tuple(each for each in plan.columns.relations if each.kind not in KINSHIP)
    items += legend(known.persons, said, items, measure)
    return framed(items, sentences(known.persons, plan.columns.relations))


# ---- what is drawn


def _family_box(plan: Map) -> Iterator[Item]:
    names = plan.columns.columns[MIDDLE]
    top = min(plan.y[name] - plan.half(name) for name in names) - 40
    bottom = max(plan.y[name] + plan.half(name) for name in names) + 16
    left, right = plan.inner
    yield Box(left, top, right - left, bottom - top, 14.0, Role.GROUND, Role.LINE, 1.5)


def _captions(plan: Map, measure: Measure) -> Iterator[Item]:
    setter = Setter(measure, 200.0, 14.0, Weight.SEMIBOLD, Role.ACCENT, most=1)
    for column, names in enumerate(plan.columns.columns):
        if not names:
            continue
        words = setter(_(GROUPS[_CAPTIONS[column]]))
        top = min(plan.y[name] - plan.half(name) for name in names)
        if column == MIDDLE:
            yield from words.at(sum(plan.inner) / 2, top - 30)
        else:
            edge = edges(plan, names[0])
            yield from words.at(
                edge[1] if column == LEFT else edge[0], top - 30, Anchor.END if column == LEFT else Anchor.START
            )


def _person(plan: Map, name: str, measure: Measure) -> Iterator[Item]:
    person, words, y = plan.persons[name], plan.names[name], plan.symbol_y(name)
    left, right = edges(plan, name)
    column = plan.columns.column(name)
    if column == MIDDLE:
        yield from symbol(Place(person, 0.0, y), measure)
        yield from words.at(0.0, y + RADIUS + BELOW)
    elif person.kind is PersonKind.PROFESSIONAL:
        high = words.height + 2 * CARD
        yield Box(left, y - high / 2, right - left, high, 9.0, Role.GROUND, Role.ACCENT, 1.6)
        yield from words.at((left + right) / 2, y - words.height / 2)
    else:
        yield from symbol(Place(person, right - SMALL, y, SMALL), measure)
        yield from words.at(right - 2 * SMALL - BESIDE, y - words.height / 2, Anchor.END)


def _brace(plan: Map, name: str) -> Iterator[Line]:
    """Give the line that holds together the lines of somebody outside the family that reach further than its sign."""
    if plan.columns.column(name) == MIDDLE:
        return
    left, right = edges(plan, name)
    is_card = plan.persons[name].kind is PersonKind.PROFESSIONAL
    half = plan.names[name].height / 2 + CARD if is_card else SMALL
    for side, x in ((-1, left - 3), (1, right + 3)):
        ports = [plan.port[name, end] for end in plan.ends(name) if end.side == side]
        if any(abs(port - plan.y[name]) > half for port in ports):
            yield Line(((x, min(ports)), (x, max(*ports, plan.y[name]))), role=Role.SOFT, width=1.2)


def _line(plan: Map, number: int) -> Iterator[Item]:
    each = plan.columns.relations[number]
    one, other = plan.columns.column(each.one), plan.columns.column(each.other)
    if one == other:
        yield from _bow(plan, number)
        return
    from_left = one < other
    left, right = (each.one, each.other) if from_left else (each.other, each.one)
    start = reach(plan, left, End(number, 1))
    end = reach(plan, right, End(number, -1))
    points = list(_across(plan, number, start, end))
    yield line_of(None if each.kind in KINSHIP else each, tuple(points if from_left else reversed(points)))
    words = plan.notes.get(number)
    if words:
        at_left = plan.columns.column(left) == LEFT
        x, y = start if at_left else end
        anchor = Anchor.START if at_left else Anchor.END
        if not at_left:
            x, anchor = x - BESIDE, Anchor.END
        else:
            x += BESIDE
        yield from words.at(x, y - words.height - 5, anchor)


def _across(plan: Map, number: int, start: Point, end: Point) -> Iterator[Point]:
    """Give the points of a line from left to right: straight beside who is outside, bent on the way to the family."""
    left, right = plan.inner
    yield start
    if start[0] < left:
        target = plan.y[plan.columns.lanes[number]] if number in plan.columns.lanes else end[1]
        yield from _bend((left - CURVE, start[1]), (left, target))
        start = (left, target)
    if end[0] > right:
        yield from _bend((right, start[1]), (right + CURVE, end[1]))
    yield end


def _bend(start: Point, end: Point) -> Iterator[Point]:
    """Give a curve that leaves and arrives horizontally."""
    middle = (start[0] + end[0]) / 2
    for step in range(_STEPS + 1):
        part = step / _STEPS
        a, b, c, d = (1 - part) ** 3, 3 * part * (1 - part) ** 2, 3 * part**2 * (1 - part), part**3
        yield a * start[0] + (b + c) * middle + d * end[0], (a + b) * start[1] + (c + d) * end[1]


def _bow(plan: Map, number: int) -> Iterator[Item]:
    """Give a line between two of one column: out to a track of its own, along it, and back."""
    each = plan.columns.relations[number]
    column = plan.columns.column(each.one)
    side = -1 if column == LEFT else 1
    start, end = (reach(plan, name, End(number, side)) for name in (each.one, each.other))
    tracks = plan.bows(column)
    mine = next(place for place, track in enumerate(tracks) if number in track)
    before = sum(wide(plan, track) for track in tracks[:mine])
    x = _first_track(plan, column) + side * (before + 12)
    yield line_of(each, tuple(_round_corners(start, end, x)))
    words = plan.notes.get(number)
    if words:
        y = _clear(plan, number, (start[1], end[1]), words.height)
        yield from words.at(x + side * 8, y - words.height / 2, Anchor.END if side < 0 else Anchor.START)


def _round_corners(start: Point, end: Point, x: float) -> Iterator[Point]:
    """Give a line that goes out to `x`, up or down, and back, its corners rounded."""
    turn = min(14.0, abs(end[1] - start[1]) / 2, abs(x - start[0]), abs(x - end[0]))
    down, out = math.copysign(1.0, end[1] - start[1]), math.copysign(1.0, x - start[0])
    quarter = [math.pi / 2 * step / 6 for step in range(7)]
    yield start
    for angle in quarter:
        yield x - out * turn * (1 - math.sin(angle)), start[1] + down * turn * (1 - math.cos(angle))
    for angle in quarter:
        yield x - out * turn * (1 - math.cos(angle)), end[1] - down * turn * (1 - math.sin(angle))
    yield end


def _first_track(plan: Map, column: int) -> float:
    if column == MIDDLE:
        return plan.inner[1] - bow_room(plan, MIDDLE) - PAD / 2
    taken = [edges(plan, name) for name in plan.columns.columns[column]]
    return min(left for left, _right in taken) if column == LEFT else max(right for _left, right in taken)


def _clear(plan: Map, number: int, ends: tuple[float, float], height: float) -> float:
    """Give the height in a bow nearest to its middle where no other line passes behind its words."""
    column = plan.columns.column(plan.columns.relations[number].one)
    top, bottom = min(ends), max(ends)
    middle, room = (top + bottom) / 2, max(0.0, bottom - top - height)
    passing = [
        y for (name, end), y in plan.port.items() if plan.columns.column(name) == column and end.relation != number
    ]
    if column == MIDDLE:
        passing += [plan.y[lane] for lane in plan.columns.lanes.values()]
    tries = [middle + room * (part / 40 - 0.5) for part in range(41)]

    def blocked(y: float) -> tuple[int, float]:
        return sum(abs(y - other) < height / 2 + 2 for other in passing), abs(y - middle)

    return min(tries, key=blocked)
