"""The network map: the family in the middle, its own network on one side of it and the professionals on the other.

Every person has a stretch of the height for itself, and words at a line stand on its straight part beside the person
outside the family. So nothing can overlap, however many there are: only lines cross lines.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from facilitator.core.casus import Person, PersonKind, Relation, RelationKind, Sex
from facilitator.core.disclosure import Disclosed
from facilitator.pictures.alternative import GROUPS, sentences
from facilitator.pictures.columns import LEFT, MIDDLE, RIGHT, Columns, in_columns
from facilitator.pictures.drawing import Anchor, Box, Drawing, Item, Line, Point, Role, Weight, framed
from facilitator.pictures.legend import legend
from facilitator.pictures.measure import Measure
from facilitator.pictures.placing import Wish, place
from facilitator.pictures.signs import RADIUS, Place, line_of, name_of, symbol
from facilitator.pictures.text import Setter, Words
from facilitator.words import N_, _

NAME: Final = 14.0
NOTE: Final = 12.0
_NAME_WIDTH: Final = 150.0
_NOTE_WIDTH: Final = 124.0
_GAP: Final = 16.0
"""Between the stretches of two persons."""
_BESIDE: Final = 9.0
_BELOW: Final = 6.0
_PORT: Final = 12.0
"""Between two lines that reach the same person."""
_CURVE: Final = 96.0
_PAD: Final = 22.0
_CARD: Final = 10.0
_STEPS: Final = 20
_ROUND: Final = 34.0
"""How much further out the middle of an outer column stands than its ends."""

_OF: Final = {
    RelationKind.MARRIED: N_("married to"),
    RelationKind.PARTNERS: N_("partner of"),
    RelationKind.SEPARATED: N_("no longer together with"),
    RelationKind.DIVORCED: N_("divorced from"),
}
_PARENT_OF: Final = {Sex.MALE: N_("father of"), Sex.FEMALE: N_("mother of"), Sex.UNKNOWN: N_("parent of")}
_CHILD_OF: Final = {Sex.MALE: N_("son of"), Sex.FEMALE: N_("daughter of"), Sex.UNKNOWN: N_("child of")}
_SIBLING_OF: Final = {
    Sex.MALE: N_("brother of"),
    Sex.FEMALE: N_("sister of"),
    Sex.UNKNOWN: N_("brother or sister of"),
}
_CAPTIONS: Final = (PersonKind.NETWORK, PersonKind.FAMILY, PersonKind.PROFESSIONAL)


@dataclass(frozen=True, slots=True)
class _End:
    """Where a line reaches a person: on which side (-1 left, 1 right) and for which relation, by its number."""

    relation: int
    side: int


@dataclass(slots=True)
class _Map:
    """Everything that is decided before the first line is drawn. `port` is the height of each end of a line."""

    columns: Columns
    persons: dict[str, Person]
    names: dict[str, Words]
    notes: dict[int, Words]
    y: dict[str, float] = field(default_factory=dict)
    port: dict[tuple[str, _End], float] = field(default_factory=dict)
    inner: tuple[float, float] = (0.0, 0.0)
    """The left and right edge of the family's box."""
    outer: tuple[float, float] = (0.0, 0.0)
    """Where the straight parts of the lines on either side begin."""

    def bows(self, column: int) -> list[int]:
        """The relations (by their numbers) between two persons of one column."""
        every = enumerate(self.columns.relations)
        return [n for n, each in every if self.columns.column(each.one) == self.columns.column(each.other) == column]

    def ends(self, name: str) -> list[_End]:
        """Every end of a line at a person."""
        mine = self.columns.column(name)
        found = []
        for number, each in enumerate(self.columns.relations):
            if name in {each.one, each.other}:
                other = self.columns.column(each.other if each.one == name else each.one)
                outside = -1 if mine == LEFT else 1
                side = outside if other == mine else 1 if other > mine else -1
                found.append(_End(number, side))
        return found

    def half(self, name: str) -> float:
        """Half of the height that a person takes."""
        if name not in self.persons:
            return 4.0
        if name in self.columns.columns[MIDDLE]:
            return RADIUS + (_BELOW + self.names[name].height) / 2
        lines = sum(self.thick(end) for end in self.ends(name))
        card = 2 * _CARD if self.persons[name].kind is PersonKind.PROFESSIONAL else 0.0
        return max(RADIUS if not card else 0.0, (self.names[name].height + card) / 2, lines / 2)

    def thick(self, end: _End) -> float:
        """The height that a line takes beside the person outside the family: itself and the words on it."""
        words = self.notes.get(end.relation)
        return _PORT + (words.height if words else 0.0)

    def symbol_y(self, name: str) -> float:
        """The middle of a person's symbol; in the family the name stands below it."""
        if name in self.columns.columns[MIDDLE] and name in self.persons:
            return self.y[name] - (_BELOW + self.names[name].height) / 2
        return self.y[name]


def network(known: Disclosed, measure: Measure) -> Drawing:
    """Draw everybody in a case, and how those around the family stand to it."""
    plan = _planned(known, measure)
    items: list[Item] = [*_family_box(plan)] if plan.columns.columns[MIDDLE] else []
    lines = [item for number in range(len(plan.columns.relations)) for item in _line(plan, number)]
    people = [item for name in plan.persons for item in _person(plan, name, measure)]
    items += [*lines, *people, *_captions(plan, measure)]
    items += legend(known.persons, plan.columns.relations, items, measure)
    return framed(items, sentences(known.persons, plan.columns.relations))


# ---- the plan


def _planned(known: Disclosed, measure: Measure) -> _Map:
    columns = in_columns(known.persons, known.relations)
    persons = {person.id: person for person in known.persons}
    names = {name: Setter(measure, _NAME_WIDTH, NAME)(name_of(person)) for name, person in persons.items()}
    note = Setter(measure, _NOTE_WIDTH, NOTE, role=Role.SOFT)
    said = {number: _said(each, persons, columns) for number, each in enumerate(columns.relations)}
    plan = _Map(columns, persons, names, {number: note(words) for number, words in said.items() if words})
    plan.y = place(columns.columns, _distances(plan), list(_wishes(plan)))
    for name in persons:
        _set_ports(plan, name)
    _set_widths(plan)
    return plan


def _said(each: Relation, persons: dict[str, Person], columns: Columns) -> str:
    """Give the words at a line: its own, or what kinship it is, seen from the person outside the family."""
    if each.label or each.kind in {
        RelationKind.VIOLENCE,
        RelationKind.CONFLICT,
        RelationKind.SUPPORT,
        RelationKind.CONTACT,
    }:
        return each.label
    turned = columns.column(each.one) == MIDDLE
    outside = persons[each.other if turned else each.one].sex
    if each.kind is RelationKind.PARENT:
        return _((_CHILD_OF if turned else _PARENT_OF)[outside])
    return _(_SIBLING_OF[outside] if each.kind is RelationKind.SIBLING else _OF[each.kind])


def _distances(plan: _Map) -> dict[tuple[str, str], float]:
    return {
        (one, other): plan.half(one) + plan.half(other) + _GAP
        for column in plan.columns.columns
        for one, other in zip(column, column[1:], strict=False)
    }


def _wishes(plan: _Map) -> Iterator[Wish]:
    """Wish that those outside stand at the height of those they have to do with, and every column in the middle."""
    beside: dict[str, list[str]] = defaultdict(list)
    for number, each in enumerate(plan.columns.relations):
        lane = plan.columns.lanes.get(number)
        for name, other in ((each.one, each.other), (each.other, each.one)):
            if plan.columns.column(name) != MIDDLE and plan.columns.column(other) != plan.columns.column(name):
                beside[name].append(lane or other)
    for name, others in beside.items():
        yield Wish(((name, 0.0),), tuple((other, 0.0) for other in others), 0.5)
    ends = [(column[0], column[-1]) for column in plan.columns.columns if column]
    for one, other in zip(ends, ends[1:], strict=False):
        yield Wish(tuple((name, 0.0) for name in one), tuple((name, 0.0) for name in other), 1.0)


def _set_ports(plan: _Map, name: str) -> None:
    """Give every line at a person a height of its own, in the order of where it goes."""
    ends = plan.ends(name)
    outside = plan.columns.column(name) != MIDDLE
    for side in (-1, 1):
        here = sorted((end for end in ends if end.side == side), key=lambda end: _goes_to(plan, name, end))
        if outside:
            at = plan.symbol_y(name) - sum(map(plan.thick, here)) / 2
            for end in here:
                at += plan.thick(end)
                plan.port[name, end] = at - _PORT / 2 if len(here) > 1 or plan.thick(end) > _PORT else at - _PORT / 2
        else:
            apart = min(_PORT, 1.5 * RADIUS / max(1, len(here) - 1))
            for number, end in enumerate(here):
                plan.port[name, end] = plan.symbol_y(name) + (number - (len(here) - 1) / 2) * apart


def _goes_to(plan: _Map, name: str, end: _End) -> tuple[float, int]:
    each = plan.columns.relations[end.relation]
    other = each.other if each.one == name else each.one
    if plan.columns.column(other) != MIDDLE and plan.columns.column(name) != MIDDLE and end.relation in plan.columns.lanes:
        return plan.y[plan.columns.lanes[end.relation]], end.relation
    return plan.y[other], end.relation


def _set_widths(plan: _Map) -> None:
    family = [plan.names[name].width for name in plan.columns.columns[MIDDLE] if name in plan.names]
    half = max([2 * RADIUS, *family]) / 2 + _PAD
    plan.inner = (-half, half + _bow_room(plan, MIDDLE))
    widths = {LEFT: 40.0, RIGHT: 40.0}
    for number, each in enumerate(plan.columns.relations):
        outside = {plan.columns.column(each.one), plan.columns.column(each.other)} - {MIDDLE}
        if number in plan.notes and outside and number not in plan.bows(LEFT) + plan.bows(RIGHT):
            column = min(outside)
            widths[column] = max(widths[column], plan.notes[number].width + 2 * _BESIDE)
    plan.outer = plan.inner[0] - _CURVE - widths[LEFT], plan.inner[1] + _CURVE + widths[RIGHT]


def _bow_room(plan: _Map, column: int) -> float:
    return sum(_track(plan, number) for number in plan.bows(column))


def _track(plan: _Map, number: int) -> float:
    """The width that a bow takes: its line and the words beside it."""
    return 20.0 + (plan.notes[number].width + 8 if number in plan.notes else 0.0)


# ---- places


def _beyond(plan: _Map, name: str) -> float:
    """How far outwards a person stands: an outer column is bent round the family."""
    column = plan.columns.columns[plan.columns.column(name)]
    top, bottom = plan.y[column[0]], plan.y[column[-1]]
    if bottom - top < 4 * RADIUS:
        return 0.0
    apart = (2 * plan.y[name] - top - bottom) / (bottom - top)
    return _ROUND * (1 - apart**2)


def _edges(plan: _Map, name: str) -> tuple[float, float]:
    """The left and right edge of a person: symbol and name, or the card of a professional."""
    words = plan.names[name].width
    column = plan.columns.column(name)
    if column == MIDDLE:
        return -RADIUS, RADIUS
    professional = plan.persons[name].kind is PersonKind.PROFESSIONAL
    wide = words + 2 * _CARD if professional else words + _BESIDE + 2 * RADIUS
    if column == LEFT:
        right = plan.outer[0] - _beyond(plan, name)
        return right - wide, right
    left = plan.outer[1] + _beyond(plan, name)
    return left, left + wide


def _reach(plan: _Map, name: str, end: _End) -> Point:
    """Where a line reaches a person."""
    y = plan.port[name, end]
    column = plan.columns.column(name)
    left, right = _edges(plan, name)
    if column == MIDDLE:
        here = Place(plan.persons[name], 0.0, plan.symbol_y(name))
        return end.side * (here.side(y - here.y) + 3), y
    return (left - 3 if end.side < 0 else right + 3), y


# ---- what is drawn


def _family_box(plan: _Map) -> Iterator[Item]:
    names = plan.columns.columns[MIDDLE]
    top = min(plan.y[name] - plan.half(name) for name in names) - 40
    bottom = max(plan.y[name] + plan.half(name) for name in names) + 16
    left, right = plan.inner
    yield Box(left, top, right - left, bottom - top, 14.0, Role.GROUND, Role.LINE, 1.5)


def _captions(plan: _Map, measure: Measure) -> Iterator[Item]:
    setter = Setter(measure, 200.0, 14.0, Weight.SEMIBOLD, Role.ACCENT, most=1)
    for column, names in enumerate(plan.columns.columns):
        if not names:
            continue
        words = setter(_(GROUPS[_CAPTIONS[column]]))
        top = min(plan.y[name] - plan.half(name) for name in names)
        if column == MIDDLE:
            yield from words.at(sum(plan.inner) / 2, top - 30)
        else:
            edge = _edges(plan, names[0])
            yield from words.at(edge[1] if column == LEFT else edge[0], top - 30, Anchor.END if column == LEFT else Anchor.START)


def _person(plan: _Map, name: str, measure: Measure) -> Iterator[Item]:
    person, words, y = plan.persons[name], plan.names[name], plan.symbol_y(name)
    left, right = _edges(plan, name)
    column = plan.columns.column(name)
    if column == MIDDLE:
        yield from symbol(Place(person, 0.0, y), measure)
        yield from words.at(0.0, y + RADIUS + _BELOW)
    elif person.kind is PersonKind.PROFESSIONAL:
        high = words.height + 2 * _CARD
        yield Box(left, y - high / 2, right - left, high, 9.0, Role.GROUND, Role.ACCENT, 1.6)
        yield from words.at((left + right) / 2, y - words.height / 2)
    else:
        yield from symbol(Place(person, right - RADIUS, y), measure)
        yield from words.at(right - 2 * RADIUS - _BESIDE, y - words.height / 2, Anchor.END)


def _line(plan: _Map, number: int) -> Iterator[Item]:
    each = plan.columns.relations[number]
    one, other = plan.columns.column(each.one), plan.columns.column(each.other)
    if one == other:
        yield from _bow(plan, number)
        return
    from_left = one < other
    left, right = (each.one, each.other) if from_left else (each.other, each.one)
    start = _reach(plan, left, _End(number, 1))
    end = _reach(plan, right, _End(number, -1))
    points = list(_across(plan, number, start, end))
    yield line_of(each, tuple(points if from_left else reversed(points)))
    words = plan.notes.get(number)
    if words:
        at_left = plan.columns.column(left) == LEFT
        x, y = start if at_left else end
        anchor = Anchor.START if at_left else Anchor.END
        if not at_left:
            x, anchor = x - _BESIDE, Anchor.END
        else:
            x += _BESIDE
        yield from words.at(x, y - words.height - 5, anchor)


def _across(plan: _Map, number: int, start: Point, end: Point) -> Iterator[Point]:
    """Give the points of a line from left to right: straight beside who is outside, bent on the way to the family."""
    left, right = plan.inner
    yield start
    if start[0] < left:
        target = plan.y[plan.columns.lanes[number]] if number in plan.columns.lanes else end[1]
        yield from _bend((left - _CURVE, start[1]), (left, target))
        start = (left, target)
    if end[0] > right:
        yield from _bend((right, start[1]), (right + _CURVE, end[1]))
    yield end


def _bend(start: Point, end: Point) -> Iterator[Point]:
    """Give a curve that leaves and arrives horizontally."""
    middle = (start[0] + end[0]) / 2
    for step in range(_STEPS + 1):
        part = step / _STEPS
        a, b, c, d = (1 - part) ** 3, 3 * part * (1 - part) ** 2, 3 * part**2 * (1 - part), part**3
        yield a * start[0] + (b + c) * middle + d * end[0], (a + b) * start[1] + (c + d) * end[1]


def _bow(plan: _Map, number: int) -> Iterator[Item]:
    """Give a line between two of one column: out to a track of its own, along it, and back."""
    each = plan.columns.relations[number]
    column = plan.columns.column(each.one)
    side = -1 if column == LEFT else 1
    start, end = (_reach(plan, name, _End(number, side)) for name in (each.one, each.other))
    bows = plan.bows(column)
    before = sum(_track(plan, other) for other in bows[: bows.index(number)])
    x = _first_track(plan, column) + side * (before + 12)
    yield line_of(each, tuple(_round_corners(start, end, x)))
    words = plan.notes.get(number)
    if words:
        y = _clear(plan, column, sorted((start[1], end[1])), words.height)
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


def _first_track(plan: _Map, column: int) -> float:
    if column == MIDDLE:
        return plan.inner[1] - _bow_room(plan, MIDDLE) - _PAD / 2
    edges = [_edges(plan, name) for name in plan.columns.columns[column]]
    return min(left for left, _right in edges) if column == LEFT else max(right for _left, right in edges)


def _clear(plan: _Map, column: int, between: Sequence[float], height: float) -> float:
    """Give the height in a bow nearest to its middle where no other line passes behind its words."""
    top, bottom = between
    middle = (top + bottom) / 2
    if column != MIDDLE:
        return middle
    passing = [y for (name, end), y in plan.port.items() if plan.columns.column(name) == MIDDLE and end.side > 0]
    passing += [plan.y[lane] for lane in plan.columns.lanes.values()]
    tries = [top + (bottom - top) * part / 40 for part in range(41)]

    def blocked(y: float) -> tuple[int, float]:
        return sum(abs(y - other) < height / 2 + 2 for other in passing), abs(y - middle)

    return min(tries, key=blocked)
