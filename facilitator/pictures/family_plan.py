"""Where everything in a genogram stands: who is beside whom, how far apart, and in which lane each line runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from facilitator.core.casus import Relation
from facilitator.pictures.drawing import Role
from facilitator.pictures.kinship import Kin, Union
from facilitator.pictures.measure import Measure
from facilitator.pictures.placing import Wish, place
from facilitator.pictures.setting import Setting
from facilitator.pictures.signs import SLASHES, Place, name_of
from facilitator.pictures.text import Setter, Words

BELOW: Final = 6.0
"""Between a symbol and the name below it."""
BETWEEN: Final = 20.0
"""Between the names of neighbours."""
TRACK: Final = 14.0
"""Between the lines that join the same two neighbours."""
LANE: Final = 14.0
"""Between the lines that run below a row."""
_NOTE_WIDTH: Final = 146.0
_NAME_WIDTH: Final = 130.0
_COUPLE: Final = 46.0
"""The least length of the line between partners."""
_TRACKS: Final = 3
"""More lines than this do not fit between two symbols; the others are bent round."""

Pair = tuple[str, str]
"""Two neighbours, from left to right."""


@dataclass(slots=True)
class Plan:
    """Everything that is decided before the first line is drawn.

    Attributes: between (the lines that join each pair of
    neighbours), notes (the words above them), x and y (the middle of every symbol).
    """

    kin: Kin
    rows: tuple[tuple[str, ...], ...]
    names: dict[str, Words]
    setting: Setting
    between: dict[Pair, list[Relation | Union]] = field(default_factory=dict)
    notes: dict[Pair, Words] = field(default_factory=dict)
    x: dict[str, float] = field(default_factory=dict)
    y: dict[str, float] = field(default_factory=dict)

    def half(self, name: str) -> float:
        """Half the width of a person: the symbol or the name below it."""
        return max(self.setting.radius + 3, self.names[name].width / 2)

    def place(self, name: str) -> Place:
        """Where a person's symbol stands."""
        return Place(self.kin.persons[name], self.x[name], self.y[name], self.setting.radius)

    def order(self, name: str) -> int:
        """The place of a person in its row."""
        return self.rows[self.row(name)].index(name)

    def row(self, name: str) -> int:
        """The number of the row in which a person stands."""
        return next(number for number, row in enumerate(self.rows) if name in row)

    def neighbours(self, union: Union) -> Pair | None:
        """The two parents from left to right when nobody stands between them."""
        if len(union.parents) < 2:
            return None
        one, other = union.parents
        return next((pair for pair in ((one, other), (other, one)) if pair in self.between), None)

    def offset(self, pair: Pair, number: int) -> float:
        """How far below the middle of the symbols a line between neighbours runs."""
        return (number - (len(self.between[pair]) - 1) / 2) * TRACK

    def note_bottom(self, pair: Pair) -> float:
        """How far above the middle of the symbols the words of the lines between neighbours end."""
        first = self.between[pair][0]
        slashed = isinstance(first, Union) and first.bond is not None and first.bond.kind in SLASHES
        return (12 if slashed else 7) - self.offset(pair, 0)

    def hang(self, union: Union) -> tuple[tuple[str, float], ...]:
        """From where the children hang: points whose mean it is."""
        pair = self.neighbours(union)
        if pair is not None:
            return (pair[0], self.half(pair[0])), (pair[1], -self.half(pair[1]))
        if len(union.parents) == 1:
            return ((union.parents[0], 0.0),)
        right = max(union.parents, key=self.order)
        return ((right, -self.half(right) - BETWEEN / 2),)

    def hang_x(self, union: Union) -> float:
        """Where the line down to the children runs."""
        points = self.hang(union)
        return sum(self.x[name] + offset for name, offset in points) / len(points)

    def hang_y(self, union: Union) -> float:
        """Where the line down to the children begins."""
        pair = self.neighbours(union)
        if pair is not None:
            return self.y[pair[0]] + self.offset(pair, self.between[pair].index(union))
        row = self.row(union.parents[0])
        if len(union.parents) == 1:
            return self._bottom(union.parents[0]) + 3
        return self.lane_y(row, self.torn(row).index(union))

    def torn(self, row: int) -> list[Union]:
        """Give the couples of a row who do not stand beside each other: their line runs below the names."""
        couples = (union for union in self.kin.unions if len(union.parents) == 2 and union.parents[0] in self.rows[row])
        return [union for union in couples if self.neighbours(union) is None]

    def lane_y(self, row: int, lane: int) -> float:
        """Where a lane below the names of a row runs."""
        return self._names_end(row) + (lane + 0.6) * LANE

    def bars(self, row: int) -> dict[int, int]:
        """Give the lane of the bar above each group of siblings in a row, by the number of the union; none overlap."""
        wanted = []
        for number, union in enumerate(self.kin.unions):
            if union.children and union.children[0] in self.rows[row]:
                xs = [self.x[child] for child in union.children] + ([self.hang_x(union)] if union.parents else [])
                wanted.append((min(xs), max(xs), number))
        ends: list[float] = []
        found = {}
        for left, right, number in sorted(wanted):
            lane = next((lane for lane, end in enumerate(ends) if end + 8 < left), len(ends))
            ends[lane : lane + 1] = [right]
            found[number] = lane
        return found

    def bar_y(self, row: int, lane: int) -> float:
        """Where a lane above a row runs: below the row above it."""
        if row == 0:
            return -self.setting.air - lane * LANE
        return self._names_end(row - 1) + len(self.torn(row - 1)) * LANE + self._air(row) + lane * LANE

    def set_heights(self) -> None:
        """Put row below row."""
        top = 0.0
        for number, row in enumerate(self.rows):
            notes = [words.height + self.note_bottom(pair) for pair, words in self.notes.items() if pair[0] in row]
            self.y |= dict.fromkeys(row, top + max([self.setting.radius + 3, *notes]))
            if number + 1 < len(self.rows):
                last = max(self.bars(number + 1).values(), default=0)
                top = self.bar_y(number + 1, last) + self._air(number + 1)

    @property
    def size(self) -> tuple[float, float]:
        """How wide and high the persons are together: the least that a drawing of them takes."""
        if not self.x:
            return 1.0, 1.0
        left = min(self.x[name] - self.half(name) for name in self.x)
        right = max(self.x[name] + self.half(name) for name in self.x)
        top = min(self.y.values()) - self.setting.radius
        return right - left, max(map(self._bottom, self.y)) - top

    def _air(self, row: int) -> float:
        """What is free above and below the bars over a row; on a screen more of it only where a line needs it."""
        needed = not self.setting.compact or any(
            {self.row(each.one), self.row(each.other)} == {row - 1, row} for each in self.kin.ties
        )
        return self.setting.air * (self.setting.down if needed else 1.0)

    def _bottom(self, name: str) -> float:
        return self.y[name] + self.setting.radius + BELOW + self.names[name].height

    def _names_end(self, row: int) -> float:
        return max(self._bottom(name) for name in self.rows[row])


def planned(kin: Kin, rows: tuple[tuple[str, ...], ...], measure: Measure, setting: Setting) -> Plan:
    """Decide where everything stands."""
    name, note = Setter(measure, _NAME_WIDTH, setting.name), note_setter(measure, setting)
    plan = Plan(kin, rows, {each: name(name_of(person)) for each, person in kin.persons.items()}, setting)
    for pair in (pair for row in rows for pair in pairwise(row)):
        plan.between[pair] = _lines_between(kin, pair)
        words = "; ".join(filter(None, (_label(line) for line in plan.between[pair])))
        if words:
            plan.notes[pair] = note(words)
    plan.x = place(rows, _distances(plan), list(_wishes(plan)))
    plan.set_heights()
    return plan


def note_setter(measure: Measure, setting: Setting) -> Setter:
    """Give what sets the words at a line."""
    return Setter(measure, _NOTE_WIDTH, setting.note, role=Role.SOFT, most=4)


def _lines_between(kin: Kin, pair: Pair) -> list[Relation | Union]:
    unions = [union for union in kin.unions if set(union.parents) == set(pair)]
    ties = [each for each in kin.ties if {each.one, each.other} == set(pair)]
    return [*ties[: _TRACKS - len(unions)], *unions]


def _label(line: Relation | Union) -> str:
    if isinstance(line, Relation):
        return line.label
    return line.bond.label if line.bond is not None else ""


def _distances(plan: Plan) -> dict[Pair, float]:
    found = {}
    for (one, other), lines in plan.between.items():
        apart = plan.half(one) + plan.half(other) + BETWEEN * plan.setting.across
        if lines:
            note = plan.notes.get((one, other))
            # On a screen, where there is width to spare, lines from row to row get their way between the words.
            extra = _COUPLE * (plan.setting.across - 1) if plan.setting.compact else 0.0
            apart = max(apart, 2 * plan.setting.radius + max(_COUPLE, note.width + 18 if note else 0.0) + extra)
        found[one, other] = apart
    for number, row in enumerate(plan.rows):
        for union in plan.torn(number):
            left, right = sorted(union.parents, key=plan.order)
            found[left, row[row.index(left) + 1]] += LANE
            found[row[row.index(right) - 1], right] += LANE
    return found


def _wishes(plan: Plan) -> Iterator[Wish]:
    """Wish for every couple that its children stand in the middle below it."""
    for union in plan.kin.unions:
        if union.parents and union.children:
            children: Sequence[str] = sorted(union.children, key=plan.order)
            ends = dict.fromkeys((children[0], children[-1]))
            yield Wish(plan.hang(union), tuple((name, 0.0) for name in ends))
