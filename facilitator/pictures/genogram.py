"""The genogram: a family in generations, by the signs of the field.

Signs after McGoldrick, Gerson and Petry (Genograms: Assessment and Treatment): square for a man, circle for a woman,
diamond where it is not told, a cross for who died; partners beside each other, children below their line from old to
young.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from facilitator.core.casus import Relation
from facilitator.core.disclosure import Disclosed
from facilitator.pictures.alternative import sentences
from facilitator.pictures.drawing import Drawing, Item, Line, Point, Role, framed
from facilitator.pictures.family_plan import BELOW, BETWEEN, NOTE_WIDTH, TRACK, Pair, Plan, planned
from facilitator.pictures.kinship import Union, kin
from facilitator.pictures.legend import legend
from facilitator.pictures.measure import Measure
from facilitator.pictures.order import ordered
from facilitator.pictures.signs import NOTE, RADIUS, line_of, slashes, symbol
from facilitator.pictures.text import Setter, Words
from facilitator.pictures.ties import Surroundings, tie, with_words

_ROOM: Final = (1.0, 1.5, 2.1, 2.8)
"""How much wider everything is set, one after the other, until the words at every line stand beside it."""
_NEAR: Final = 10.0


def genogram(known: Disclosed, measure: Measure) -> Drawing:
    """Draw the family of a case and those from its network who are kin."""
    relatives = kin(known)
    rows = ordered(relatives)
    shown: list[Item] = []
    for room in _ROOM:
        shown, away = _drawn(planned(relatives, rows, measure, room), measure)
        if away <= _NEAR:
            break
    persons = tuple(relatives.persons.values())
    relations = tuple(each for each in known.relations if {each.one, each.other} <= relatives.persons.keys())
    shown += legend(persons, relations, shown, measure)
    return framed(shown, sentences(persons, relations))


def _drawn(plan: Plan, measure: Measure) -> tuple[list[Item], float]:
    """Give what a plan looks like, and how far from their line words had to go at most."""
    torn = list(_round_about(plan))
    structure = [*_between(plan), *(line for lines, _label in torn for line in lines), *_descent(plan)]
    people = [item for name in plan.kin.persons for item in _person(plan, name, measure)]
    notes = [item for pair, words in plan.notes.items() for item in _note(plan, pair, words)]
    around = Surroundings()
    around.add([*structure, *people, *notes])
    setter = Setter(measure, NOTE_WIDTH, NOTE, role=Role.SOFT, most=4)
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
    return [*structure, *ties, *people, *notes], around.away


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
    yield from symbol(here, measure)
    yield from plan.names[name].at(here.x, here.y + RADIUS + BELOW)


def _note(plan: Plan, pair: Pair, words: Words) -> Iterator[Item]:
    left, right = plan.place(pair[0]), plan.place(pair[1])
    start, end = left.x + left.radius, right.x - right.radius
    yield from words.at((start + end) / 2, left.y - plan.note_bottom(pair) - words.height)
