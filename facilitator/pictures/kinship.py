"""Who belongs in a genogram and how they hang together: generations, couples with their children, and what is left.

A relation of kinship says how far apart two generations are (a parent one up, a partner or sibling none). They are
taken in one by one; one that does not agree with what was taken before (an uncle who marries his niece) is kept as a
tie: a line of its own between two persons, so that nothing is lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from facilitator.core.casus import Person, PersonKind, Relation, RelationKind
from facilitator.core.disclosure import BONDS, Disclosed

KINSHIP: Final = BONDS | {RelationKind.PARENT, RelationKind.SIBLING}
_FIRST: Final = (RelationKind.PARENT, *sorted(BONDS), RelationKind.SIBLING)


@dataclass(frozen=True, slots=True)
class Union:
    """One or two parents with the children they have together; without parents: siblings and nothing above them.

    `bond` is how the two stand to each other, None when that is not told.
    """

    parents: tuple[str, ...]
    children: tuple[str, ...]
    bond: Relation | None = None


@dataclass(frozen=True, slots=True)
class Kin:
    """Everybody in a genogram: `rows` from the oldest generation to the youngest, in the order of the case."""

    persons: dict[str, Person]
    rows: tuple[tuple[str, ...], ...]
    unions: tuple[Union, ...]
    ties: tuple[Relation, ...]


class _Generations:
    """Persons joined into groups in which everybody's generation is known relative to the others."""

    def __init__(self, names: Iterable[str]) -> None:
        self._of = {name: (name, 0) for name in names}

    def join(self, one: str, other: str, lower: int) -> bool:
        """Put `other` so many generations below `one`; False when they stand otherwise already."""
        (group, height), (joined, depth) = self._of[one], self._of[other]
        shift = height + lower - depth
        if group == joined:
            return shift == 0
        for name, (its, level) in self._of.items():
            if its == joined:
                self._of[name] = (group, level + shift)
        return True

    def groups(self) -> list[dict[str, int]]:
        """Give the generations of each group, in order of appearance."""
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for name, (group, level) in self._of.items():
            found[group][name] = level
        return list(found.values())


def kin(known: Disclosed) -> Kin:
    """Give the family, and those from its own network who are kin."""
    return related(_relatives(known), known.relations)


def related(persons: dict[str, Person], relations: Sequence[Relation]) -> Kin:
    """Give how some persons hang together, by those of the relations that are between two of them."""
    inside = [each for each in relations if each.one in persons and each.other in persons and each.one != each.other]
    generations = _Generations(persons)
    taken: list[Relation] = []
    for kind in _FIRST:
        lower = 1 if kind is RelationKind.PARENT else 0
        taken += [each for each in inside if each.kind is kind and generations.join(each.one, each.other, lower)]
    unions = tuple(_unions(persons, taken))
    rows = _rows(persons, generations.groups())
    ties = tuple(each for each in inside if each not in taken)
    return Kin(persons, rows, unions, ties)


def _relatives(known: Disclosed) -> dict[str, Person]:
    everyone = {each.id: each for each in known.persons}
    found = {each.id for each in known.persons if each.kind is PersonKind.FAMILY}
    grown = True
    while grown:
        ends = [{each.one, each.other} for each in known.relations if each.kind in KINSHIP]
        more = {
            name
            for pair in ends
            if pair & found
            for name in pair
            if name in everyone and everyone[name].kind is not PersonKind.PROFESSIONAL
        }
        grown = not more <= found
        found |= more
    return {each.id: each for each in known.persons if each.id in found}


def _unions(persons: dict[str, Person], taken: list[Relation]) -> Iterator[Union]:
    bonds = {frozenset((each.one, each.other)): each for each in taken if each.kind in BONDS}
    children: dict[tuple[str, ...], list[str]] = {_in_order(pair, persons): [] for pair in bonds}
    above: dict[str, set[str]] = {}
    for child in persons:
        parents = [each.one for each in taken if each.kind is RelationKind.PARENT and each.other == child]
        above[child] = set(parents)
        for couple in _couples(_in_order(parents, persons), bonds):
            children.setdefault(couple, []).append(child)
    for couple, born in children.items():
        yield Union(couple, _by_age(born, persons), bonds.get(frozenset(couple)))
    for group in _brackets(taken, above):
        yield Union((), _by_age(group, persons))


def _couples(parents: tuple[str, ...], bonds: dict[frozenset[str], Relation]) -> Iterator[tuple[str, ...]]:
    """Part the parents of one child into couples: first those who have a bond, then what is left, two by two."""
    left = list(parents)
    for one in parents:
        for other in parents:
            if one in left and other in left and frozenset((one, other)) in bonds and one != other:
                left = [name for name in left if name not in {one, other}]
                yield _in_order((one, other), dict.fromkeys(parents))
    for start in range(0, len(left), 2):
        yield tuple(left[start : start + 2])


def _brackets(taken: list[Relation], above: dict[str, set[str]]) -> list[list[str]]:
    """Give the groups of siblings whose being so follows from no parent they share."""
    groups: list[list[str]] = []
    for each in taken:
        if each.kind is not RelationKind.SIBLING or above[each.one] & above[each.other]:
            continue
        joined = [group for group in groups if {each.one, each.other} & set(group)]
        merged = list(dict.fromkeys([name for group in joined for name in group] + [each.one, each.other]))
        groups = [group for group in groups if group not in joined] + [merged]
    return groups


def _rows(persons: dict[str, Person], groups: list[dict[str, int]]) -> tuple[tuple[str, ...], ...]:
    level: dict[str, int] = {}
    for group in sorted(groups, key=len, reverse=True):
        shift = _shift(group, level, persons)
        level |= {name: height + shift for name, height in group.items()}
    heights = sorted(set(level.values()))
    return tuple(tuple(name for name in persons if level[name] == height) for height in heights)


def _shift(group: dict[str, int], level: dict[str, int], persons: dict[str, Person]) -> int:
    """Give how far a group of persons moves to stand beside those of about the same age in the largest group."""
    low, high = min(group.values()), max(group.values())
    if not level:
        return -low
    known = [(persons[name].age, height) for name, height in level.items() if persons[name].age is not None]
    ages = [(persons[name].age, height) for name, height in group.items() if persons[name].age is not None]
    most = max(level.values())
    tries = range(-low, most - high + 1) if high - low <= most else range(-low, -low + 1)

    def distance(shift: int) -> float:
        apart = [abs((age or 0) - (other or 0)) for age, at in ages for other, row in known if row == at + shift]
        return sum(apart) / len(apart) if apart else 1000.0

    return min(reversed(tries), key=distance)


def _in_order(names: Iterable[str], persons: Iterable[str]) -> tuple[str, ...]:
    wanted = set(names)
    return tuple(name for name in persons if name in wanted)


def _by_age(names: Iterable[str], persons: dict[str, Person]) -> tuple[str, ...]:
    """Give siblings from the oldest to the youngest; who has no age told stays behind those who have."""

    def years(name: str) -> int:
        age = persons[name].age
        return -1 if age is None else age

    return tuple(sorted(names, key=years, reverse=True))
