"""The order of the persons in each generation: a library unties the lines, then couples and ages get their place.

fast-sugiyama (crossing minimisation in layers) orders blocks of partners, from which every descent line is one layer
long. It knows no couples and no oldest child on the left, so a short local search goes on from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

from facilitator.core.casus import RelationKind, Sex
from facilitator.pictures.kinship import Kin, Union
from facilitator.pictures.untie import untied

Block = tuple[str, ...]
"""Persons who stand beside each other: a chain of partners, or one alone."""
Rows = list[list[Block]]

_CROSSING: Final = 6.0
_APART: Final = 1.6
_YOUNGER_FIRST: Final = 1.0
_FAR_FROM_PARENTS: Final = 0.15
_WOMAN_LEFT: Final = 0.2
_ENDED: Final = frozenset({RelationKind.SEPARATED, RelationKind.DIVORCED})
_ROUNDS: Final = 6
"""The search ends by itself, since every step makes the drawing better; this only bounds its time."""


def ordered(kin: Kin) -> tuple[tuple[str, ...], ...]:
    """Give the rows of a genogram, every person in its place."""
    rows = [list(_blocks(row, kin.unions)) for row in kin.rows]
    _untie(rows, kin.unions)
    cost = _Cost(kin)
    best = cost.of(rows)
    for _round in range(_ROUNDS):
        before = best
        for number in range(len(rows)):
            best = _improve(rows, number, cost, best)
        if best >= before:
            break
    return tuple(tuple(name for block in row for name in block) for row in rows)


def _blocks(row: Sequence[str], unions: Sequence[Union]) -> Iterator[Block]:
    """Give the chains of partners in a row; of somebody with more than two, an earlier one stands further away."""
    beside: dict[str, list[str]] = {name: [] for name in row}
    for union in sorted(unions, key=lambda each: each.bond is not None and each.bond.kind in _ENDED):
        if len(union.parents) == 2 and union.parents[0] in beside:
            one, other = union.parents
            beside[one].append(other)
            beside[other].append(one)
    seen: set[str] = set()
    for start in sorted(row, key=lambda name: (len(beside[name]) > 1, row.index(name))):
        if start not in seen:
            yield tuple(_chain(start, beside, seen))


def _chain(name: str, beside: dict[str, list[str]], seen: set[str]) -> Iterator[str]:
    seen.add(name)
    yield name
    for partner in sorted(beside[name], key=lambda other: len(beside[other])):
        if partner not in seen:
            yield from _chain(partner, beside, seen)


def _untie(rows: Rows, unions: Sequence[Union]) -> None:
    """Order the blocks of every row so that descent lines cross as little as the library can."""
    spots = [(row, place) for row, blocks in enumerate(rows) for place in range(len(blocks))]
    number = {name: at for at, (row, place) in enumerate(spots) for name in rows[row][place]}
    edges = []
    for extra, union in enumerate(unions):
        top = number[union.parents[0]] if union.parents else len(spots) + extra
        edges += [(top, number[child]) for child in union.children]
    across = untied(edges)
    for row, blocks in enumerate(rows):
        rows[row] = sorted(blocks, key=lambda block: across.get(number[block[0]], (len(spots), 0.0)))


def _improve(rows: Rows, number: int, cost: _Cost, best: float) -> float:
    """Turn or move one block after the other wherever that makes the drawing better."""
    for block in list(rows[number]):
        here = rows[number].index(block)
        without = rows[number][:here] + rows[number][here + 1 :]
        for turned in dict.fromkeys((block, block[::-1])):
            for place in range(len(without) + 1):
                tried = [*without[:place], turned, *without[place:]]
                before, rows[number] = rows[number], tried
                value = cost.of(rows)
                if value < best - 1e-9:
                    best = value
                else:
                    rows[number] = before
    return best


class _Cost:
    """How bad an order is: crossings, siblings and couples that are torn apart, younger children before older ones."""

    def __init__(self, kin: Kin) -> None:
        self._unions = kin.unions
        self._couples = [
            (union.parents, kin.persons[union.parents[0]].sex, kin.persons[union.parents[1]].sex)
            for union in kin.unions
            if len(union.parents) == 2
        ]
        self._age = {name: person.age for name, person in kin.persons.items()}

    def of(self, rows: Rows) -> float:
        """Give the cost of an order; less is better."""
        place: dict[str, float] = {}
        level: dict[str, int] = {}
        for number, row in enumerate(rows):
            names = [name for block in row for name in block]
            middle = (len(names) - 1) / 2
            for at, name in enumerate(names):
                place[name] = at - middle
                level[name] = number
        return self._of_couples(place) + self._of_children(place, level)

    def _of_couples(self, place: dict[str, float]) -> float:
        cost = 0.0
        for (one, other), his, hers in self._couples:
            cost += _APART * (abs(place[one] - place[other]) - 1)
            man_left = place[one] < place[other] if his is Sex.MALE else place[other] < place[one]
            if {his, hers} == {Sex.MALE, Sex.FEMALE} and not man_left:
                cost += _WOMAN_LEFT
        return cost

    def _of_children(self, place: dict[str, float], level: dict[str, int]) -> float:
        cost = 0.0
        lines: dict[int, list[tuple[float, float]]] = {}
        for union in self._unions:
            places = [place[child] for child in union.children]
            if not places:
                continue
            cost += _APART * (max(places) - min(places) - len(places) + 1)
            cost += sum(
                _YOUNGER_FIRST for one, other in combinations(union.children, 2) if self._inverted(one, other, place)
            )
            top = (
                sum(place[name] for name in union.parents) / len(union.parents)
                if union.parents
                else sum(places) / len(places)
            )
            lines.setdefault(level[union.children[0]], []).extend((top, at) for at in places)
            cost += _FAR_FROM_PARENTS * abs(top - sum(places) / len(places))
        return cost + _CROSSING * sum(map(_crossings, lines.values()))

    def _inverted(self, older: str, younger: str, place: dict[str, float]) -> bool:
        return self._age[older] != self._age[younger] and place[older] > place[younger]


def _crossings(lines: Iterable[tuple[float, float]]) -> int:
    return sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(lines, 2))
