"""The genogram: a family in generations, by the signs of the field.

Signs after McGoldrick, Gerson and Petry (Genograms: Assessment and Treatment): square for a man, circle for a woman,
diamond where it is not told, a cross for who died; partners beside each other, children below their line from old to
young.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from facilitator.core.casus import Person, Relation
from facilitator.core.disclosure import Disclosed
from facilitator.pictures.alternative import sentences
from facilitator.pictures.drawing import Drawing, Item, Line, Point, framed, spot
from facilitator.pictures.family_plan import BELOW, BETWEEN, TRACK, Pair, Plan, note_setter, planned
from facilitator.pictures.kinship import Kin, Union, kin
from facilitator.pictures.legend import legend, with_legend
from facilitator.pictures.measure import Measure
from facilitator.pictures.order import ordered
from facilitator.pictures.setting import PAPER, ROOM, Sheet
from facilitator.pictures.signs import line_of, slashes, symbol
from facilitator.pictures.text import Words
from facilitator.pictures.ties import Surroundings, tie, with_words

Spreads = tuple[tuple[float, float], ...]

_ROOM: Final = (1.0, 1.5, 2.1, 2.8)
"""How much wider everything is set, one after the other, until the words at every line stand beside it."""
SPREADS: Final[Spreads] = tuple((across, down) for down in (1.0, 1.6, 2.1) for across in (1.0, 1.15, 1.3, 1.6, 2.2))
"""The same for a screen, which lacks height before it lacks width: across and down."""
_NEAR: Final = 10.0
_TRIES: Final = 190
_FEWEST_TRIES: Final = 4
"""How many times a family may be tried for a screen, and that number times its persons."""


@dataclass(frozen=True, slots=True)
class Family:
    """Who is in a genogram, in which order, and what is told of them."""

    kin: Kin
    rows: tuple[tuple[str, ...], ...]
    relations: tuple[Relation, ...]

    @property
    def persons(self) -> tuple[Person, ...]:
        """Everybody in it."""
        return tuple(self.kin.persons.values())


def genogram(known: Disclosed, measure: Measure) -> Drawing:
    """Draw the family of a case and those from its network who are kin."""
    family = family_of(kin(known), known)
    for room in _ROOM:
        plan = planned(family.kin, family.rows, measure, replace(PAPER, across=room, down=room))
        shown, around = _drawn(plan, measure)
        if around.away <= _NEAR:
            break
    shown += legend(family.persons, family.relations, shown, measure)
    spots = [spot(name, _person(plan, name, measure)) for name in plan.kin.persons]
    return framed(shown, sentences(family.persons, family.relations), spots=spots)


def family_of(kin: Kin, known: Disclosed) -> Family:
    """Give a family in order."""
    relations = tuple(each for each in known.relations if {each.one, each.other} <= kin.persons.keys())
    return Family(kin, ordered(kin), relations)


def genogram_on(sheet: Sheet, family: Family, measure: Measure, spreads: Spreads = SPREADS) -> Drawing | None:
    """Draw a family for a screen, the words at every line as near as the sheet allows; None if it does not fit."""
    best, least = None, math.inf
    # Larger families have more lines to lay at every try, and gain less by it.
    for across, down in spreads[: max(_FEWEST_TRIES, _TRIES // max(1, len(family.persons)))]:
        plan = planned(family.kin, family.rows, measure, replace(ROOM, across=across, down=down))
        if sheet.scale(*plan.size) >= 1:
            shown, around = _drawn(plan, measure)
            bad = max(around.away, around.along / 3)
            found = with_legend(sheet, shown, family.persons, family.relations, measure) if bad < least else None
            if found is not None:
                best, least = found, bad
        if best is None or least <= _NEAR:
            break
    return None if best is None else replace(best, alternative=sentences(family.persons, family.relations))


def _drawn(plan: Plan, measure: Measure) -> tuple[list[Item], Surroundings]:
    """Give what a plan looks like, and how well its lines and their words found a place."""
    torn = list(_round_about(plan))
    structure = [*_between(plan), *(line for lines, _label in torn for line in lines), *_descent(plan)]
    people = [item for name in plan.kin.persons for item in _person(plan, name, measure)]
    notes = [item for pair, words in plan.notes.items() for item in _note(plan, pair, words)]
    around = Surroundings(crowded=plan.setting.compact)
    around.add([*structure, *people, *notes])
    setter = note_setter(measure, plan.setting)
    ties: list[Item] = []
    for (line, *_slashes), label in torn:
        if label:
            structure.remove(line)
            around.lines.remove(line)
            pieces = list(with_words(line, setter(label), around))
            around.add(pieces)
            ties += pieces
    for relation in _bent(plan):
        ties += tie(relation, plan.place(relation.one), plan.place(relation.other), around, setter)
    return [*structure, *ties, *people, *notes], around


def _bent(plan: Plan) -> Iterator[Relation]:
    """Give the ties that do not run straight between two neighbours."""
    straight = [line for lines in plan.between.values() for line in lines]
    for each in plan.kin.ties:
        if each not in straight:
            yield each


# ---- lines


def _between(plan: Plan) -> Iterator[Line]:
    """Give the lines between neighbours."""
    for pair, lines in plan.between.items():
        for number, line in enumerate(lines):
            yield from _straight(plan, pair, line, plan.offset(pair, number))


def _straight(plan: Plan, pair: Pair, line: Relation | Union, offset: float) -> Iterator[Line]:
    left, right = plan.place(pair[0]), plan.place(pair[1])
    y = left.y + offset
    clear = 3.0 if isinstance(line, Relation) else 0.0
    start, end = left.x + left.side(offset) + clear, right.x - right.side(offset) - clear
    points: tuple[Point, ...] = ((start, y), (end, y))
    if isinstance(line, Relation):
        yield line_of(line, points if line.one == pair[0] else points[::-1])
        return
    yield line_of(line.bond, points)
    if line.bond is not None:
        yield from slashes(line.bond.kind, start + (end - start) * (0.25 if line.children else 0.5), y)


def _round_about(plan: Plan) -> Iterator[tuple[list[Line], str]]:
    """Give the lines of couples who have others between them, each with its slashes and what is said at it.

    They go out of the row, below the names, and up again.
    """
    for row in range(len(plan.rows)):
        for lane, union in enumerate(plan.torn(row)):
            left, right = (plan.place(name) for name in sorted(union.parents, key=plan.order))
            out = left.x + plan.half(left.person.id) + BETWEEN / 2
            back = right.x - plan.half(right.person.id) - BETWEEN / 2
            beside, below = left.y + TRACK, plan.lane_y(row, lane)
            start, end = left.x + left.side(TRACK), right.x - right.side(TRACK)
            bends = ((out, beside), (out, below), (back, below), (back, beside))
            lines = [line_of(union.bond, ((start, beside), *bends, (end, beside)))]
            if union.bond is not None:
                lines += slashes(union.bond.kind, out + (back - out) * 0.25, below)
            yield lines, union.bond.label if union.bond is not None else ""


def _descent(plan: Plan) -> Iterator[Line]:
    """Give the lines from parents to their children, and the bracket over siblings without parents."""
    for row in range(len(plan.rows)):
        for number, lane in plan.bars(row).items():
            union, y = plan.kin.unions[number], plan.bar_y(row, lane)
            xs = [plan.x[child] for child in union.children]
            if union.parents:
                x = plan.hang_x(union)
                yield Line(((x, plan.hang_y(union)), (x, y)))
                xs.append(x)
            if max(xs) - min(xs) > 0.01:
                yield Line(((min(xs), y), (max(xs), y)))
            for child in union.children:
                here = plan.place(child)
                yield Line(((here.x, y), here.edge((here.x, here.y - 100))))


# ---- persons and words


def _person(plan: Plan, name: str, measure: Measure) -> Iterator[Item]:
    here = plan.place(name)
    yield from symbol(here, measure, plan.setting.age)
    yield from plan.names[name].at(here.x, here.y + here.radius + BELOW)


def _note(plan: Plan, pair: Pair, words: Words) -> Iterator[Item]:
    left, right = plan.place(pair[0]), plan.place(pair[1])
    start, end = left.x + left.radius, right.x - right.radius
    yield from words.at((start + end) / 2, left.y - plan.note_bottom(pair) - words.height)
