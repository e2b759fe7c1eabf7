"""The genogram: a family in generations, by the signs of the field.

Signs after McGoldrick, Gerson and Petry (Genograms: Assessment and Treatment): square for a man, circle for a woman,
diamond where it is not told, a cross for who died; partners beside each other, children below their line from old to
young.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from facilitator.core.casus import Person, Relation
from facilitator.core.disclosure import Disclosed
from facilitator.pictures.alternative import sentences
from facilitator.pictures.drawing import Drawing, Item, Line, Point, Role, framed
from facilitator.pictures.kinship import Kin, Union, kin
from facilitator.pictures.legend import legend
from facilitator.pictures.measure import Measure
from facilitator.pictures.order import ordered
from facilitator.pictures.placing import Wish, place
from facilitator.pictures.signs import RADIUS, Place, line_of, name_of, slashes, symbol
from facilitator.pictures.text import Setter, Words
from facilitator.pictures.ties import Surroundings, tie

NAME: Final = 14.0
NOTE: Final = 12.0
_NAME_WIDTH: Final = 116.0
_NOTE_WIDTH: Final = 128.0
_BELOW: Final = 6.0
"""Between a symbol and the name below it."""
_BETWEEN: Final = 20.0
"""Between the names of neighbours."""
_COUPLE: Final = 46.0
"""The least length of the line between partners."""
_TRACK: Final = 14.0
_TRACKS: Final = 3
"""More lines than this do not fit between two symbols; the rest is bent round."""
_LANE: Final = 14.0
_AIR: Final = 16.0


@dataclass(slots=True)
class _Plan:
    """Everything that is decided before the first line is drawn."""

    kin: Kin
    rows: tuple[tuple[str, ...], ...]
    names: dict[str, Words]
    between: dict[tuple[str, str], list[Relation | Union]] = field(default_factory=dict)
    notes: dict[tuple[str, str], Words] = field(default_factory=dict)
    x: dict[str, float] = field(default_factory=dict)
    y: dict[str, float] = field(default_factory=dict)

    def half(self, name: str) -> float:
        """Half the width of a person: the symbol or the name below it."""
        return max(RADIUS + 3, self.names[name].width / 2)

    def place(self, name: str) -> Place:
        """Where a person's symbol stands."""
        return Place(self.kin.persons[name], self.x[name], self.y[name])

    def neighbours(self, union: Union) -> tuple[str, str] | None:
        """The two parents from left to right when nobody stands between them."""
        if len(union.parents) < 2:
            return None
        one, other = union.parents
        return next((pair for pair in ((one, other), (other, one)) if pair in self.between), None)

    def hang(self, union: Union) -> tuple[tuple[str, float], ...]:
        """From where the children hang: points whose mean it is."""
        pair = self.neighbours(union)
        if pair is not None:
            return (pair[0], self.half(pair[0])), (pair[1], -self.half(pair[1]))
        if len(union.parents) == 1:
            return ((union.parents[0], 0.0),)
        right = max(union.parents, key=self.order)
        return ((right, -self.half(right) - _BETWEEN / 2),)

    def order(self, name: str) -> int:
        """The place of a person in its row."""
        return next(row.index(name) for row in self.rows if name in row)

    def bottom(self, name: str) -> float:
        """Where a person ends: below the name."""
        return self.y[name] + RADIUS + _BELOW + self.names[name].height


def genogram(known: Disclosed, measure: Measure) -> Drawing:
    """Draw the family of a case and those from its network who are kin."""
    relatives = kin(known)
    plan = _planned(relatives, ordered(relatives), measure)
    items, around = list(_structure(plan)), Surroundings()
    people = [item for name in relatives.persons for item in _person(plan, name, measure)]
    notes = [item for pair, words in plan.notes.items() for item in _note(plan, pair, words)]
    around.add([*items, *people, *notes])
    setter = Setter(measure, _NOTE_WIDTH, NOTE, role=Role.SOFT, most=4)
    for relation in _bent(plan):
        items += tie(relation, plan.place(relation.one), plan.place(relation.other), around, setter)
    shown = [*items, *people, *notes]
    drawn = tuple(each for each in known.relations if {each.one, each.other} <= relatives.persons.keys())
    shown += legend(tuple(relatives.persons.values()), drawn, shown, measure)
    return framed(shown, sentences(tuple(relatives.persons.values()), drawn))


def _planned(relatives: Kin, rows: tuple[tuple[str, ...], ...], measure: Measure) -> _Plan:
    setter = Setter(measure, _NAME_WIDTH, NAME)
    plan = _Plan(relatives, rows, {name: setter(name_of(person)) for name, person in relatives.persons.items()})
    note = Setter(measure, _NOTE_WIDTH, NOTE, role=Role.SOFT, most=4)
    for row in rows:
        for pair in zip(row, row[1:], strict=False):
            plan.between[pair] = _lines_between(relatives, pair)
            words = "; ".join(filter(None, (_label(line) for line in plan.between[pair])))
            if words:
                plan.notes[pair] = note(words)
    plan.x = place(rows, _distances(plan), list(_wishes(plan)))
    _set_heights(plan)
    return plan


def _lines_between(relatives: Kin, pair: tuple[str, str]) -> list[Relation | Union]:
    unions = [union for union in relatives.unions if set(union.parents) == set(pair)]
    ties = [each for each in relatives.ties if {each.one, each.other} == set(pair)]
    return [*ties[: _TRACKS - len(unions)], *unions]


def _label(line: Relation | Union) -> str:
    if isinstance(line, Relation):
        return line.label
    return line.bond.label if line.bond is not None else ""


def _bent(plan: _Plan) -> Iterator[Relation]:
    """Give the ties that do not run straight between two neighbours."""
    straight = [line for lines in plan.between.values() for line in lines if isinstance(line, Relation)]
    for each in plan.kin.ties:
        if each not in straight:
            yield each


# ---- places


def _distances(plan: _Plan) -> dict[tuple[str, str], float]:
    found = {}
    for (one, other), lines in plan.between.items():
        apart = plan.half(one) + plan.half(other) + _BETWEEN
        if lines:
            note = plan.notes.get((one, other))
            apart = max(apart, 2 * RADIUS + max(_COUPLE, note.width + 18 if note else 0.0))
        found[one, other] = apart
    for union in plan.kin.unions:
        if len(union.parents) == 2 and plan.neighbours(union) is None:
            left, right = sorted(union.parents, key=plan.order)
            row = next(row for row in plan.rows if left in row)
            found[left, row[row.index(left) + 1]] += _LANE
            found[row[row.index(right) - 1], right] += _LANE
    return found


def _wishes(plan: _Plan) -> Iterator[Wish]:
    for union in plan.kin.unions:
        if union.parents and union.children:
            children = sorted(union.children, key=plan.order)
            ends = dict.fromkeys((children[0], children[-1]))
            yield Wish(plan.hang(union), tuple((name, 0.0) for name in ends))


def _set_heights(plan: _Plan) -> None:
    top = 0.0
    for row in plan.rows:
        notes = [plan.notes[pair].height + _first_track(plan, pair) for pair in plan.notes if pair[0] in row]
        middle = top + max([RADIUS + 3, *notes])
        plan.y |= dict.fromkeys(row, middle)
        lanes = len([each for each in _lanes_below(plan, row)])
        bottom = max(plan.bottom(name) for name in row) + lanes * _LANE
        bars = _bars(plan, row)
        top = bottom + 2 * _AIR + max(bars.values(), default=0) * _LANE


def _first_track(plan: _Plan, pair: tuple[str, str]) -> float:
    return (len(plan.between[pair]) - 1) / 2 * _TRACK + 9


def _lanes_below(plan: _Plan, row: Sequence[str]) -> list[Union]:
    """Give the couples of a row who do not stand beside each other: their line runs below the names."""
    return [
        union
        for union in plan.kin.unions
        if len(union.parents) == 2 and union.parents[0] in row and plan.neighbours(union) is None
    ]


def _bars(plan: _Plan, row: Sequence[str]) -> dict[int, int]:
    """Give the lane of the bar of every union (by its number) whose children hang below a row; no two share a stretch."""
    below = plan.rows.index(tuple(row)) + 1
    wanted = []
    for number, union in enumerate(plan.kin.unions):
        if union.children and below < len(plan.rows) and union.children[0] in plan.rows[below]:
            xs = [plan.x[child] for child in union.children] + ([_hang_x(plan, union)] if union.parents else [])
            wanted.append((min(xs), max(xs), number))
    ends: list[float] = []
    found = {}
    for left, right, number in sorted(wanted):
        lane = next((lane for lane, end in enumerate(ends) if end + 8 < left), len(ends))
        ends[lane : lane + 1] = [right]
        found[number] = lane
    return found


def _hang_x(plan: _Plan, union: Union) -> float:
    points = plan.hang(union)
    return sum(plan.x[name] + offset for name, offset in points) / len(points)


# ---- lines


def _structure(plan: _Plan) -> Iterator[Line]:
    for pair, lines in plan.between.items():
        for number, line in enumerate(lines):
            yield from _straight(plan, pair, line, (number - (len(lines) - 1) / 2) * _TRACK)
    first = {plan.rows[0]: _bars_above_first(plan)} if plan.rows else {}
    for row in plan.rows:
        lanes = {id(union): number for number, union in enumerate(_lanes_below(plan, row))}
        for union in _lanes_below(plan, row):
            yield from _round_about(plan, union, lanes[id(union)])
        for number, lane in _bars(plan, row).items():
            yield from _descent(plan, plan.kin.unions[number], row, lane)
    for union in first.get(plan.rows[0], []) if plan.rows else []:
        y = min(plan.y[child] for child in union.children) - RADIUS - 3 - _AIR
        yield from _bar(plan, union, y, [])


def _bars_above_first(plan: _Plan) -> list[Union]:
    """Give the siblings of the oldest generation: nobody stands above them."""
    return [union for union in plan.kin.unions if not union.parents and union.children[0] in plan.rows[0]]


def _straight(plan: _Plan, pair: tuple[str, str], line: Relation | Union, offset: float) -> Iterator[Line]:
    left, right = plan.place(pair[0]), plan.place(pair[1])
    y = left.y + offset
    relation = line if isinstance(line, Relation) else line.bond
    clear = 3.0 if isinstance(line, Relation) else 0.0
    points: tuple[Point, ...] = ((left.x + left.side(offset) + clear, y), (right.x - right.side(offset) - clear, y))
    if isinstance(line, Relation) and line.one == pair[1]:
        points = points[::-1]
    yield line_of(relation, points)
    if isinstance(line, Union) and line.bond is not None:
        start, end = points[0][0], points[-1][0]
        yield from slashes(line.bond.kind, start + (end - start) * (0.5 if not line.children else 0.25), y)


def _round_about(plan: _Plan, union: Union, lane: int) -> Iterator[Line]:
    """Give the line of a couple who have others between them: out of the row, below the names, and up again."""
    left, right = (plan.place(name) for name in sorted(union.parents, key=plan.order))
    row = next(row for row in plan.rows if left.person.id in row)
    y = max(plan.bottom(name) for name in row) + (lane + 0.6) * _LANE
    out = left.x + plan.half(left.person.id) + _BETWEEN / 2
    back = right.x - plan.half(right.person.id) - _BETWEEN / 2
    beside = left.y + _TRACK
    points = (
        (left.x + left.side(_TRACK), beside),
        (out, beside),
        (out, y),
        (back, y),
        (back, beside),
        (right.x - right.side(_TRACK), beside),
    )
    yield line_of(union.bond, points)
    if union.bond is not None:
        yield from slashes(union.bond.kind, (out + back) / 2, y)


def _descent(plan: _Plan, union: Union, row: Sequence[str], lane: int) -> Iterator[Line]:
    below = plan.rows[plan.rows.index(tuple(row)) + 1]
    lanes = len(_lanes_below(plan, row))
    y = max(plan.bottom(name) for name in row) + lanes * _LANE + _AIR + lane * _LANE
    del below
    if not union.parents:
        yield from _bar(plan, union, y, [])
        return
    x = _hang_x(plan, union)
    yield Line(((x, _hang_y(plan, union, row)), (x, y)))
    yield from _bar(plan, union, y, [x])


def _hang_y(plan: _Plan, union: Union, row: Sequence[str]) -> float:
    pair = plan.neighbours(union)
    if pair is not None:
        lines = plan.between[pair]
        return plan.y[pair[0]] + (lines.index(union) - (len(lines) - 1) / 2) * _TRACK
    if len(union.parents) == 1:
        return plan.bottom(union.parents[0]) + 3
    lane = _lanes_below(plan, row).index(union)
    return max(plan.bottom(name) for name in row) + (lane + 0.6) * _LANE


def _bar(plan: _Plan, union: Union, y: float, tops: list[float]) -> Iterator[Line]:
    """Give the bar that joins siblings, and the line from it to each of them."""
    xs = [plan.x[child] for child in union.children]
    left, right = min([*xs, *tops]), max([*xs, *tops])
    if right - left > 0.01:
        yield Line(((left, y), (right, y)))
    for child in union.children:
        here = plan.place(child)
        yield Line(((here.x, y), here.edge((here.x, here.y - 100))))


# ---- persons and words


def _person(plan: _Plan, name: str, measure: Measure) -> Iterator[Item]:
    here = plan.place(name)
    yield from symbol(here, measure)
    yield from plan.names[name].at(here.x, here.y + RADIUS + _BELOW)


def _note(plan: _Plan, pair: tuple[str, str], words: Words) -> Iterator[Item]:
    left, right = plan.place(pair[0]), plan.place(pair[1])
    middle = (left.x + right.x) / 2
    yield from words.at(middle, left.y - _first_track(plan, pair) + 2 - words.height)
