"""The order of a network map: its own network, the family and the professionals, each in a column of their own.

fast-sugiyama unties the three layers; a line from network to professional passes the family by a lane of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from facilitator.core.casus import Person, PersonKind, Relation
from facilitator.pictures.kinship import KINSHIP
from facilitator.pictures.untie import Spot, untied

LEFT, MIDDLE, RIGHT = 0, 1, 2
_COLUMN: Final = {PersonKind.NETWORK: LEFT, PersonKind.FAMILY: MIDDLE, PersonKind.PROFESSIONAL: RIGHT}


@dataclass(frozen=True, slots=True)
class Columns:
    """Names from top to bottom in each column.

    `lanes` are the names of places in the middle that a relation (by its number) passes through.
    """

    columns: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    relations: tuple[Relation, ...]
    lanes: dict[int, str]

    def column(self, name: str) -> int:
        """The column in which a person stands."""
        return next(number for number, names in enumerate(self.columns) if name in names)


def shown(persons: Sequence[Person], relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Give the relations that a network map draws: all, but for kinship inside a column, which the genogram tells.

    The same told twice is one line.
    """
    kind = {person.id: person.kind for person in persons}
    told = dict.fromkeys(relations)
    return tuple(each for each in told if each.kind not in KINSHIP or kind[each.one] is not kind[each.other])


def in_columns(persons: Sequence[Person], relations: Sequence[Relation]) -> Columns:
    """Order the persons in their columns, with few lines that cross."""
    drawn = shown(persons, relations)
    column = {person.id: _COLUMN[person.kind] for person in persons}
    lanes = {
        number: f"lane {number}"
        for number, each in enumerate(drawn)
        if {column[each.one], column[each.other]} == {LEFT, RIGHT}
    }
    column |= dict.fromkeys(lanes.values(), MIDDLE)
    height = _heights(column, drawn, lanes)
    names: tuple[list[str], list[str], list[str]] = ([], [], [])
    for name in sorted(column, key=lambda name: height.get(name, (len(column), 0.0))):
        names[column[name]].append(name)
    if _is_upside_down(names[MIDDLE], persons):
        names = (names[LEFT][::-1], names[MIDDLE][::-1], names[RIGHT][::-1])
    return Columns((tuple(names[LEFT]), tuple(names[MIDDLE]), tuple(names[RIGHT])), drawn, lanes)


def _heights(column: dict[str, int], drawn: Sequence[Relation], lanes: dict[int, str]) -> dict[str, Spot]:
    number = {name: place for place, name in enumerate(column)}
    edges = []
    for place, each in enumerate(drawn):
        one, other = sorted((each.one, each.other), key=column.__getitem__)
        if place in lanes:
            edges += [(number[one], number[lanes[place]]), (number[lanes[place]], number[other])]
        elif column[one] != column[other]:
            edges.append((number[one], number[other]))
    places = untied(edges)
    return {name: places[at] for name, at in number.items() if at in places}


def _is_upside_down(family: Sequence[str], persons: Sequence[Person]) -> bool:
    """Whether the older half of the family stands below the younger half."""
    age = {person.id: person.age for person in persons}
    ages = [years for name in family if (years := age.get(name)) is not None]
    half = len(ages) // 2
    return half > 0 and sum(ages[:half]) < sum(ages[-half:])
