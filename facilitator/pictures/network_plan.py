"""Where everything in a network map stands: heights of persons, ports of their lines, widths of columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from facilitator.core.casus import Person, PersonKind, Relation, RelationKind, Sex
from facilitator.pictures.columns import LEFT, MIDDLE, RIGHT, Columns, in_columns
from facilitator.pictures.drawing import Point, Role
from facilitator.pictures.kinship import KINSHIP
from facilitator.pictures.measure import Measure
from facilitator.pictures.network_map import CARD, PORT, End, Map
from facilitator.pictures.placing import Wish, place
from facilitator.pictures.setting import Setting
from facilitator.pictures.signs import Place, name_of
from facilitator.pictures.text import Setter
from facilitator.words import N_, _

_NAME_WIDTH: Final = 170.0
PAPER_WIDTHS: Final = (124.0, 160.0)
"""How wide the words at a line get, from column to column and within a column."""
ROOM_WIDTHS: Final = ((180.0, 170.0), (180.0, 104.0), (124.0, 104.0))
"""The same for a screen, to be tried one after the other."""
_LISTED_WIDTH: Final = 190.0
_GAP: Final = 13.0
"""Between the stretches of two persons."""
BESIDE: Final = 9.0
CLEAR: Final = 8.0
"""Between the words at a line and the lines that pass, on a screen."""
_CURVE: Final = 66.0
_COMPACT_CURVE: Final = 48.0
PAD: Final = 22.0
STUB: Final = 22.0
"""What is seen of a line before the words on it begin."""
_NEAR: Final = 0.6
_ROUND: Final = 22.0
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


def planned(
    everyone: Sequence[Person],
    relations: Sequence[Relation],
    measure: Measure,
    setting: Setting,
    widths: tuple[float, float],
    listed: str = "",
) -> Map:
    """Decide where everything stands; `listed` is said at the bottom of the box of the family."""
    columns = in_columns(everyone, relations)
    persons = {person.id: person for person in everyone}
    set_name = Setter(measure, _NAME_WIDTH, setting.name)
    names = {name: set_name(name_of(person)) for name, person in persons.items()}
    note, bow_note = (Setter(measure, width, setting.note, role=Role.SOFT) for width in widths)
    said = {number: _said(each, persons, columns) for number, each in enumerate(columns.relations)}
    inside = [columns.column(each.one) == columns.column(each.other) for each in columns.relations]
    notes = {number: (bow_note if inside[number] else note)(words) for number, words in said.items() if words}
    plan = Map(columns, persons, names, notes, setting)
    plan.y = place(columns.columns, _distances(plan), list(_wishes(plan)), _NEAR)
    for name in persons:
        _set_ports(plan, name)
    _set_widths(plan, listed)
    plan.listed = Setter(measure, plan.inner[1] - plan.inner[0] - PAD, setting.note, role=Role.SOFT, most=99)(listed)
    return plan


def _said(each: Relation, persons: dict[str, Person], columns: Columns) -> str:
    """Give the words at a line: its own, or what kinship it is, seen from the person outside the family."""
    if each.label or each.kind not in KINSHIP:
        return each.label
    turned = columns.column(each.one) == MIDDLE
    outside = persons[each.other if turned else each.one].sex
    if each.kind is RelationKind.PARENT:
        return _((_CHILD_OF if turned else _PARENT_OF)[outside])
    return _(_SIBLING_OF[outside] if each.kind is RelationKind.SIBLING else _OF[each.kind])


def _distances(plan: Map) -> dict[tuple[str, str], float]:
    bows = [number for track in plan.bows(MIDDLE) for number in track]
    # Between the lines that reach two of the family there is room for the words of a line that passes both.
    noted = max((plan.notes[number].height for number in bows if number in plan.notes), default=0.0)
    least = 0.0 if plan.setting.compact else 1.5 * plan.setting.radius + 12 + noted
    found = {}
    for column in plan.columns.columns:
        for one, other in pairwise(column):
            persons = {one, other} <= plan.persons.keys()
            apart = plan.half(one) + plan.half(other) + (_GAP if persons else _GAP / 2)
            found[one, other] = max(apart, least) if persons and column is plan.columns.columns[MIDDLE] else apart
    if plan.setting.compact:
        for number in (LEFT, MIDDLE, RIGHT):
            _make_room(plan, number, found)
    return found


def _make_room(plan: Map, column: int, distances: dict[tuple[str, str], float]) -> None:
    """See to it that between two of those whom a line within a column passes, there is room for the words on it."""
    names = plan.columns.columns[column]
    for number in (number for track in plan.bows(column) for number in track if number in plan.notes):
        each = plan.columns.relations[number]
        low, high = sorted((names.index(each.one), names.index(each.other)))
        gaps = list(pairwise(names[low : high + 1]))
        lacking = {gap: _lacking(plan, number, gap, distances[gap]) for gap in gaps}
        gap = min(gaps, key=lambda gap: (not set(gap) <= plan.persons.keys(), lacking[gap]))
        distances[gap] += max(0.0, lacking[gap])


def _lacking(plan: Map, number: int, gap: tuple[str, str], distance: float) -> float:
    """How much more room two neighbours need between their lines for the words of a line that passes there."""
    lines = sum(plan.bundle(name) if plan.columns.column(name) == MIDDLE else plan.half(name) for name in gap)
    return lines + plan.notes[number].height + 2 * CLEAR + 4 - distance


def _wishes(plan: Map) -> Iterator[Wish]:
    """Wish that those outside stand at the height of those they have to do with, and every column in the middle."""
    beside: dict[str, list[str]] = defaultdict(list)
    for number, each in enumerate(plan.columns.relations):
        lane = plan.columns.lanes.get(number)
        for name, other in ((each.one, each.other), (each.other, each.one)):
            if plan.columns.column(name) != MIDDLE and plan.columns.column(other) != plan.columns.column(name):
                beside[name].append(lane or other)
    for name, others in beside.items():
        yield Wish(((name, 0.0),), tuple((other, 0.0) for other in others), 0.5)
    columns = [tuple((name, 0.0) for name in column) for column in plan.columns.columns if column]
    for here, there in pairwise(columns):
        yield Wish(here, there, 1.0)


def _set_ports(plan: Map, name: str) -> None:
    """Give every line at a person a height of its own, in the order of where it goes."""
    ends = plan.ends(name)
    outside = plan.columns.column(name) != MIDDLE
    for side in (-1, 1):
        here = sorted((end for end in ends if end.side == side), key=lambda end: _goes_to(plan, name, end))
        if outside:
            at = plan.symbol_y(name) - sum(map(plan.thick, here)) / 2
            for end in here:
                at += plan.thick(end)
                plan.port[name, end] = at - (plan.thick(end) if plan.setting.compact else PORT) / 2
        else:
            apart = plan.apart(here)
            for number, end in enumerate(here):
                plan.port[name, end] = plan.symbol_y(name) + (number - (len(here) - 1) / 2) * apart


def _goes_to(plan: Map, name: str, end: End) -> tuple[int, float, int]:
    """Give the order of lines at a person: a line to a neighbour in the same column crosses none that goes further."""
    each = plan.columns.relations[end.relation]
    other = each.other if each.one == name else each.one
    y = plan.y[plan.columns.lanes.get(end.relation, other)]
    if plan.columns.column(other) == plan.columns.column(name):
        return (1 if y > plan.y[name] else -1), -y, end.relation
    return 0, y, end.relation


def _set_widths(plan: Map, listed: str) -> None:
    left, right = _family_sides(plan)
    plan.inner = left, max(right, left + _LISTED_WIDTH) if listed else right
    stub = STUB if plan.setting.compact else BESIDE
    widths = {LEFT: 40.0, RIGHT: 40.0}
    for number, each in enumerate(plan.columns.relations):
        outside = {plan.columns.column(each.one), plan.columns.column(each.other)} - {MIDDLE}
        if number in plan.notes and outside and plan.columns.column(each.one) != plan.columns.column(each.other):
            column = min(outside)
            widths[column] = max(widths[column], plan.notes[number].width + 2 * stub)
    plan.outer = plan.inner[0] - curve(plan) - widths[LEFT], plan.inner[1] + curve(plan) + widths[RIGHT]


def _family_sides(plan: Map) -> tuple[float, float]:
    names = [name for name in plan.columns.columns[MIDDLE] if name in plan.names]
    if plan.setting.compact:
        reach = max((edges(plan, name)[1] for name in names), default=plan.setting.radius)
        return -plan.setting.radius - PAD, reach + PAD + bow_room(plan, MIDDLE)
    half = max([2 * plan.setting.radius, *(plan.names[name].width for name in names)]) / 2 + PAD
    return -half, half + bow_room(plan, MIDDLE)


def curve(plan: Map) -> float:
    """The width in which a line goes from one height to another."""
    return _COMPACT_CURVE if plan.setting.compact else _CURVE


def bow_room(plan: Map, column: int) -> float:
    """The width that all tracks of a column take."""
    return sum(wide(plan, track) for track in plan.bows(column))


def wide(plan: Map, track: Sequence[int]) -> float:
    """The width that a track takes: its lines and the words beside them."""
    return 20.0 + max(plan.notes[number].width + 8 if number in plan.notes else 0.0 for number in track)


# ---- places


def _beyond(plan: Map, name: str) -> float:
    """How far outwards a person stands: an outer column is bent round the family."""
    column = plan.columns.columns[plan.columns.column(name)]
    top, bottom = plan.y[column[0]], plan.y[column[-1]]
    if plan.setting.compact or bottom - top < 4 * plan.setting.radius:
        return 0.0
    apart = (2 * plan.y[name] - top - bottom) / (bottom - top)
    return _ROUND * (1 - apart**2)


def edges(plan: Map, name: str) -> tuple[float, float]:
    """The left and right edge of a person: symbol and name, or the card of a professional."""
    words = plan.names[name].width
    column = plan.columns.column(name)
    radius, small = plan.setting.radius, plan.setting.small
    if column == MIDDLE:
        return -radius, radius + (BESIDE + words if plan.setting.compact else 0.0)
    professional = plan.persons[name].kind is PersonKind.PROFESSIONAL
    wide = words + 2 * CARD if professional else words + BESIDE + 2 * small
    if column == LEFT:
        right = plan.outer[0] - _beyond(plan, name)
        return right - wide, right
    left = plan.outer[1] + _beyond(plan, name)
    return left, left + wide


def reach(plan: Map, name: str, end: End) -> Point:
    """Where a line reaches a person."""
    y = plan.port[name, end]
    column = plan.columns.column(name)
    left, right = edges(plan, name)
    if column == MIDDLE:
        if plan.setting.compact and end.side > 0:
            return right + 6, y
        here = Place(plan.persons[name], 0.0, plan.symbol_y(name), plan.setting.radius)
        return end.side * (here.side(y - here.y) + 3), y
    return (left - 3 if end.side < 0 else right + 3), y
