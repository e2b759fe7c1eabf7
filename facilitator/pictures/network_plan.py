"""Where everything in a network map stands: heights of persons, ports of their lines, widths of columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from facilitator.core.casus import Person, PersonKind, Relation, RelationKind, Sex
from facilitator.core.disclosure import Disclosed
from facilitator.pictures.columns import LEFT, MIDDLE, RIGHT, Columns, in_columns
from facilitator.pictures.drawing import Point, Role
from facilitator.pictures.kinship import KINSHIP
from facilitator.pictures.measure import Measure
from facilitator.pictures.placing import Wish, place
from facilitator.pictures.signs import NAME, NOTE, RADIUS, Place, name_of
from facilitator.pictures.text import Setter, Words
from facilitator.words import N_, _

_NAME_WIDTH: Final = 170.0
_NOTE_WIDTH: Final = 124.0
_BOW_NOTE_WIDTH: Final = 160.0
_GAP: Final = 13.0
"""Between the stretches of two persons."""
BESIDE: Final = 9.0
BELOW: Final = 6.0
_PORT: Final = 12.0
"""Between two lines that reach the same person."""
CURVE: Final = 66.0
PAD: Final = 22.0
CARD: Final = 7.0
SMALL: Final = 16.0
"""From the middle to the side of the symbol of somebody outside the family."""
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


@dataclass(frozen=True, slots=True)
class End:
    """Where a line reaches a person: on which side (-1 left, 1 right) and for which relation, by its number."""

    relation: int
    side: int


@dataclass(slots=True)
class Map:
    """Everything that is decided before the first line is drawn. `port` is the height of each end of a line."""

    columns: Columns
    persons: dict[str, Person]
    names: dict[str, Words]
    notes: dict[int, Words]
    y: dict[str, float] = field(default_factory=dict)
    port: dict[tuple[str, End], float] = field(default_factory=dict)
    inner: tuple[float, float] = (0.0, 0.0)
    """The left and right edge of the family's box."""
    outer: tuple[float, float] = (0.0, 0.0)
    """Where the straight parts of the lines on either side begin."""

    def bows(self, column: int) -> list[list[int]]:
        """The relations (by their numbers) between two persons of one column, in tracks where none overlaps another."""
        names = self.columns.columns[column]
        spans = [
            (*sorted((names.index(each.one), names.index(each.other))), number)
            for number, each in enumerate(self.columns.relations)
            if {each.one, each.other} <= set(names)
        ]
        tracks: list[list[tuple[int, int, int]]] = []
        for low, high, number in sorted(spans, key=lambda span: (span[1] - span[0], span)):
            free = (track for track in tracks if all(high <= start or end <= low for start, end, _number in track))
            track = next(free, [])
            if not track:
                tracks.append(track)
            track.append((low, high, number))
        return [[number for _low, _high, number in track] for track in tracks]

    def ends(self, name: str) -> list[End]:
        """Every end of a line at a person."""
        mine = self.columns.column(name)
        found = []
        for number, each in enumerate(self.columns.relations):
            if name in {each.one, each.other}:
                other = self.columns.column(each.other if each.one == name else each.one)
                outside = -1 if mine == LEFT else 1
                side = outside if other == mine else 1 if other > mine else -1
                found.append(End(number, side))
        return found

    def half(self, name: str) -> float:
        """Half of the height that a person takes."""
        if name not in self.persons:
            return 4.0
        if name in self.columns.columns[MIDDLE]:
            return RADIUS + (BELOW + self.names[name].height) / 2
        lines = max(sum(self.thick(end) for end in self.ends(name) if end.side == side) for side in (-1, 1))
        card = 2 * CARD if self.persons[name].kind is PersonKind.PROFESSIONAL else 0.0
        return max(SMALL if not card else 0.0, (self.names[name].height + card) / 2, lines / 2)

    def thick(self, end: End) -> float:
        """The height that a line takes beside the person outside the family: itself and the words on it."""
        each = self.columns.relations[end.relation]
        inside = self.columns.column(each.one) == self.columns.column(each.other)
        words = None if inside else self.notes.get(end.relation)
        return _PORT + (words.height if words else 0.0)

    def symbol_y(self, name: str) -> float:
        """The middle of a person's symbol; in the family the name stands below it."""
        if name in self.columns.columns[MIDDLE] and name in self.persons:
            return self.y[name] - (BELOW + self.names[name].height) / 2
        return self.y[name]


def planned(known: Disclosed, measure: Measure) -> Map:
    """Decide where everything stands."""
    columns = in_columns(known.persons, known.relations)
    persons = {person.id: person for person in known.persons}
    names = {name: Setter(measure, _NAME_WIDTH, NAME)(name_of(person)) for name, person in persons.items()}
    note, bow_note = (Setter(measure, width, NOTE, role=Role.SOFT) for width in (_NOTE_WIDTH, _BOW_NOTE_WIDTH))
    said = {number: _said(each, persons, columns) for number, each in enumerate(columns.relations)}
    inside = [columns.column(each.one) == columns.column(each.other) for each in columns.relations]
    notes = {number: (bow_note if inside[number] else note)(words) for number, words in said.items() if words}
    plan = Map(columns, persons, names, notes)
    plan.y = place(columns.columns, _distances(plan), list(_wishes(plan)), _NEAR)
    for name in persons:
        _set_ports(plan, name)
    _set_widths(plan)
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
    least = 1.5 * RADIUS + 12 + max((plan.notes[number].height for number in bows if number in plan.notes), default=0.0)
    found = {}
    for column in plan.columns.columns:
        for one, other in pairwise(column):
            persons = {one, other} <= plan.persons.keys()
            apart = plan.half(one) + plan.half(other) + (_GAP if persons else _GAP / 2)
            found[one, other] = max(apart, least) if persons and column is plan.columns.columns[MIDDLE] else apart
    return found


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
                plan.port[name, end] = at - _PORT / 2
        else:
            apart = min(_PORT, 1.5 * RADIUS / max(1, len(here) - 1))
            for number, end in enumerate(here):
                plan.port[name, end] = plan.symbol_y(name) + (number - (len(here) - 1) / 2) * apart


def _goes_to(plan: Map, name: str, end: End) -> tuple[float, int]:
    each = plan.columns.relations[end.relation]
    other = each.other if each.one == name else each.one
    return plan.y[plan.columns.lanes.get(end.relation, other)], end.relation


def _set_widths(plan: Map) -> None:
    family = [plan.names[name].width for name in plan.columns.columns[MIDDLE] if name in plan.names]
    half = max([2 * RADIUS, *family]) / 2 + PAD
    plan.inner = (-half, half + bow_room(plan, MIDDLE))
    widths = {LEFT: 40.0, RIGHT: 40.0}
    for number, each in enumerate(plan.columns.relations):
        outside = {plan.columns.column(each.one), plan.columns.column(each.other)} - {MIDDLE}
        if number in plan.notes and outside and plan.columns.column(each.one) != plan.columns.column(each.other):
            column = min(outside)
            widths[column] = max(widths[column], plan.notes[number].width + 2 * BESIDE)
    plan.outer = plan.inner[0] - CURVE - widths[LEFT], plan.inner[1] + CURVE + widths[RIGHT]


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
    if bottom - top < 4 * RADIUS:
        return 0.0
    apart = (2 * plan.y[name] - top - bottom) / (bottom - top)
    return _ROUND * (1 - apart**2)


def edges(plan: Map, name: str) -> tuple[float, float]:
    """The left and right edge of a person: symbol and name, or the card of a professional."""
    words = plan.names[name].width
    column = plan.columns.column(name)
    if column == MIDDLE:
        return -RADIUS, RADIUS
    professional = plan.persons[name].kind is PersonKind.PROFESSIONAL
    wide = words + 2 * CARD if professional else words + BESIDE + 2 * SMALL
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
        here = Place(plan.persons[name], 0.0, plan.symbol_y(name))
        return end.side * (here.side(y - here.y) + 3), y
    return (left - 3 if end.side < 0 else right + 3), y
