"""What a group knows of a case once its first moments were told: never anything of a later one.

Whatever names no moment belongs to the first one, so that before it nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from facilitator.core.casus import Case, Occurrence, Person, PersonKind, Relation, RelationKind

BONDS: Final = frozenset({RelationKind.PARTNERS, RelationKind.MARRIED, RelationKind.SEPARATED, RelationKind.DIVORCED})
"""Kinds of which two persons have one at a time: a later one takes the place of what it was before."""


@dataclass(frozen=True, slots=True)
class Disclosed:
    """Persons, relations and occurrences that a group knows, in the order of the case.

    Both ends of a relation are in it. `moments` are the ids of the moments that were told, in order.
    """

    persons: tuple[Person, ...] = ()
    relations: tuple[Relation, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    moments: tuple[str, ...] = ()


def disclosed(case: Case, moments: int) -> Disclosed:
    """Give what may be known after the first `moments` moments (0 to all of them).

    A person is known from its own `since`. Without one, family is known from the first moment; somebody from the
    network or a professional from the first relation that is known, or from the first moment when there is none at all.
    """
    told = tuple(moment.id for moment in case.moments[: max(moments, 0)])
    if not told:
        return Disclosed()
    hidden = {person.id for person in case.persons if not _is_told(person.since, told)}
    known = tuple(
        relation
        for relation in case.relations
        if _is_told(relation.since, told) and not {relation.one, relation.other} & hidden
    )
    hidden |= {person.id for person in case.persons if _comes_later(person, case.relations, known)}
    return Disclosed(
        tuple(person for person in case.persons if person.id not in hidden),
        tuple(_standing(known, told)),
        tuple(occurrence for occurrence in case.timeline if _is_told(occurrence.moment, told)),
        told,
    )


def _is_told(moment: str | None, told: tuple[str, ...]) -> bool:
    return moment is None or moment in told


def _comes_later(person: Person, every: tuple[Relation, ...], known: tuple[Relation, ...]) -> bool:
    """Whether somebody without a moment of its own comes into the case only by relations that are still unknown."""
    if person.kind is PersonKind.FAMILY or person.since is not None:
        return False
    return _has_any(person, every) and not _has_any(person, known)


def _has_any(person: Person, relations: tuple[Relation, ...]) -> bool:
    return any(person.id in {relation.one, relation.other} for relation in relations)


def _standing(known: tuple[Relation, ...], told: tuple[str, ...]) -> Iterator[Relation]:
    """Give the relations, of the bonds between two persons only the one that was told last."""
    last: dict[frozenset[str], tuple[int, int]] = {}
    for number, relation in enumerate(known):
        if relation.kind in BONDS:
            when = told.index(relation.since) if relation.since else 0
            pair = frozenset((relation.one, relation.other))
            last[pair] = max((when, number), last.get(pair, (0, 0)))
    for number, relation in enumerate(known):
        if relation.kind not in BONDS or last[frozenset((relation.one, relation.other))][1] == number:
            yield relation
