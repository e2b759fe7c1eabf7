"""The network map: the family in the middle, its own network on one side of it and the professionals on the other.

Every person has a stretch of the height for itself, and words at a line stand on its straight part beside the person
outside the family. So nothing can overlap, however many there are: only lines cross lines.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from facilitator.core.casus import Person, PersonKind, Relation
from facilitator.core.disclosure import Disclosed
from facilitator.pictures.alternative import GROUPS, sentences
from facilitator.pictures.columns import LEFT, MIDDLE, shown
from facilitator.pictures.drawing import Anchor, Box, Drawing, Item, Line, Point, Role, Weight, framed, spot
from facilitator.pictures.kinship import KINSHIP
from facilitator.pictures.legend import legend, with_legend
from facilitator.pictures.measure import Measure
from facilitator.pictures.network_map import BELOW, CARD, End, Map
from facilitator.pictures.network_plan import (
    BESIDE,
    CLEAR,
    PAD,
    PAPER_WIDTHS,
    ROOM_WIDTHS,
    STUB,
    bow_room,
    curve,
    edges,
    planned,
    reach,
    wide,
)
from facilitator.pictures.setting import PAPER, ROOM, Sheet
from facilitator.pictures.signs import Place, line_of, symbol
from facilitator.pictures.text import Setter, Words
from facilitator.words import _

_STEPS: Final = 20
_CLOSE: Final = 5.0
"""Between words on a line and the line."""
_CAPTIONS: Final = (PersonKind.NETWORK, PersonKind.FAMILY, PersonKind.PROFESSIONAL)


@dataclass(frozen=True, slots=True)
class Part:
    """What a network map, or one page of it, shows: who has a line there, the lines, and who else is family."""

    persons: tuple[Person, ...]
    relations: tuple[Relation, ...]
    others: tuple[Person, ...] = ()


def network(known: Disclosed, measure: Measure) -> Drawing:
    """Draw everybody in a case, and how those around the family stand to it."""
    part = Part(known.persons, shown(known.persons, known.relations))
    plan = planned(part.persons, part.relations, measure, PAPER, PAPER_WIDTHS)
    items = _drawn(plan, measure)
    items += legend(part.persons, _ties(part), items, measure)
    spots = [spot(name, _person(plan, name, measure)) for name in plan.persons]
    return framed(items, sentences(part.persons, part.relations), spots=spots)


def network_on(sheet: Sheet, part: Part, measure: Measure) -> Drawing | None:
    """Draw a part of a network map for a screen; None if it does not fit."""
    listed = _("Also in the family: {names}").format(names=", ".join(map(_named, part.others))) if part.others else ""
    said = sentences((*part.persons, *part.others), part.relations)
    for widths in ROOM_WIDTHS:
        items = _drawn(planned(part.persons, part.relations, measure, ROOM, widths, listed), measure)
        found = with_legend(sheet, items, part.persons, _ties(part), measure)
        if found is not None:
            return replace(found, alternative=said)
    return None


def _ties(part: Part) -> tuple[Relation, ...]:
    return tuple(each for each in part.relations if each.kind not in KINSHIP)


def _named(person: Person) -> str:
    """Give a name with what the symbol would say."""
    details = [str(person.age)] if person.age is not None else []
    details += [_("died")] if person.deceased else []
    return f"{person.name} ({', '.join(details)})".removesuffix(" ()").replace(" ", "\xa0")


def _drawn(plan: Map, measure: Measure) -> list[Item]:
    items: list[Item] = [*_family_box(plan)] if plan.has_family else []
    lines = [item for number in range(len(plan.columns.relations)) for item in _line(plan, number)]
    lines += [line for name in plan.persons for line in _brace(plan, name)]
    people = [item for name in plan.persons for item in _person(plan, name, measure)]
    return [*items, *lines, *people, *_captions(plan, measure)]


# ---- what is drawn


def _family_box(plan: Map) -> Iterator[Item]:
    names = plan.columns.columns[MIDDLE]
    top = min((plan.y[name] - plan.half(name) for name in names), default=0.0) - 40
    bottom = max((plan.y[name] + plan.half(name) for name in names), default=0.0) + 16
    left, right = plan.inner
    below = plan.listed.height + 10 if plan.listed.lines else 0.0
    yield Box(left, top, right - left, bottom + below - top, 14.0, Role.GROUND, Role.LINE, 1.5)
    yield from plan.listed.at(left + PAD - 6, bottom, Anchor.START)


def _captions(plan: Map, measure: Measure) -> Iterator[Item]:
    setter = Setter(measure, 200.0, plan.setting.caption, Weight.SEMIBOLD, Role.ACCENT, most=1)
    for column, names in enumerate(plan.columns.columns):
        if not (plan.has_family if column == MIDDLE else names):
            continue
        words = setter(_(GROUPS[_CAPTIONS[column]]))
        top = min((plan.y[name] - plan.half(name) for name in names), default=0.0)
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
        yield from symbol(Place(person, 0.0, y, plan.setting.radius), measure, plan.setting.age)
        if plan.setting.compact:
            yield from words.at(plan.setting.radius + BESIDE, y - words.height / 2, Anchor.START)
        else:
            yield from words.at(0.0, y + plan.setting.radius + BELOW)
    elif person.kind is PersonKind.PROFESSIONAL:
        high = words.height + 2 * CARD
        yield Box(left, y - high / 2, right - left, high, 9.0, Role.GROUND, Role.ACCENT, 1.6)
        yield from words.at((left + right) / 2, y - words.height / 2)
    else:
        small = plan.setting.small
        yield from symbol(Place(person, right - small, y, small), measure, plan.setting.age)
        yield from words.at(right - 2 * small - BESIDE, y - words.height / 2, Anchor.END)


def _brace(plan: Map, name: str) -> Iterator[Line]:
    """Give the line that holds together the lines at somebody that reach further than the sign."""
    family = plan.columns.column(name) == MIDDLE
    if family and not plan.setting.compact:
        return
    left, right = edges(plan, name)
    is_card = plan.persons[name].kind is PersonKind.PROFESSIONAL
    half = plan.names[name].height / 2 + CARD if is_card else plan.setting.small
    for side, x in ((-1, left - 3), (1, right + (6 if family else 3))):
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
    line = line_of(None if each.kind in KINSHIP else each, tuple(points if from_left else reversed(points)))
    words = plan.notes.get(number)
    if words and plan.setting.compact:
        yield from _on_line(line, words, plan.columns.column(left) == LEFT, from_left=from_left)
        return
    yield line
    if words:
        at_left = plan.columns.column(left) == LEFT
        x, y = start if at_left else end
        anchor = Anchor.START if at_left else Anchor.END
        if not at_left:
            x, anchor = x - BESIDE, Anchor.END
        else:
            x += BESIDE
        yield from words.at(x, y - words.height - 5, anchor)


def _on_line(line: Line, words: Words, at_left: bool, *, from_left: bool) -> Iterator[Item]:
    """Give a line that is broken near its outer end, and its words there."""
    points = line.points if from_left else line.points[::-1]
    (x, y), far = (points[0], STUB) if at_left else (points[-1], -STUB - words.width)
    left, right = (x + far - _CLOSE, y), (x + far + words.width + _CLOSE, y)
    pieces = ((points[0], left), (right, *points[1:])) if at_left else ((*points[:-1], left), (right, points[-1]))
    for number, piece in enumerate(pieces):
        last = number == (1 if from_left else 0)
        yield replace(line, points=piece if from_left else piece[::-1], arrow=line.arrow and last)
    yield from words.at(x + far, y - words.height / 2, Anchor.START)


def _across(plan: Map, number: int, start: Point, end: Point) -> Iterator[Point]:
    """Give the points of a line from left to right: straight beside who is outside, bent on the way to the family."""
    left, right = plan.inner
    yield start
    if start[0] < left:
        target = plan.y[plan.columns.lanes[number]] if number in plan.columns.lanes else end[1]
        yield from _bend((left - curve(plan), start[1]), (left, target))
        start = (left, target)
    if end[0] > right:
        yield from _bend((right, start[1]), (right + curve(plan), end[1]))
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
    clear = CLEAR if plan.setting.compact else 2
    tries = [middle + room * (part / 40 - 0.5) for part in range(41)]

    def blocked(y: float) -> tuple[int, float]:
        return sum(abs(y - other) < height / 2 + clear for other in passing), abs(y - middle)

    return min(tries, key=blocked)
