"""The persons and relations of a case that is being written, as far as they can be drawn already."""

from __future__ import annotations

from contextlib import suppress
from enum import StrEnum
from typing import TypeVar

from facilitator.core.casus import Occurrence, Person, PersonKind, Relation, RelationKind, Sex
from facilitator.core.disclosure import Disclosed
from facilitator.ui.casuistry.editor.tree import Plain, records_at, text_at

E = TypeVar("E", bound=StrEnum)


def known_in(tree: Plain) -> Disclosed:
    """Give everything of a case that can be drawn, whatever moment it is told at.

    Who has no name yet, and a relation that has no two ends or no kind yet, is left out.
    """
    persons = tuple(
        Person(
            text_at(item, ("id",)),
            text_at(item, ("name",)),
            _member(PersonKind, text_at(item, ("kind",))) or PersonKind.FAMILY,
            _member(Sex, text_at(item, ("sex",))) or Sex.UNKNOWN,
            _age(text_at(item, ("age",))),
            deceased=text_at(item, ("deceased",)) == "true",
        )
        for item in records_at(tree, ("persons",))
        if text_at(item, ("name",)).strip() and text_at(item, ("id",))
    )
    occurrences = tuple(
        Occurrence(text_at(item, ("when",)), text_at(item, ("what",)))
        for item in records_at(tree, ("timeline",))
        if text_at(item, ("what",)).strip()
    )
    return Disclosed(persons, _relations(tree, {person.id for person in persons}), occurrences)


def _relations(tree: Plain, persons: set[str]) -> tuple[Relation, ...]:
    found: list[Relation] = []
    for item in records_at(tree, ("relations",)):
        one, other = text_at(item, ("one",)), text_at(item, ("other",))
        kind = _member(RelationKind, text_at(item, ("kind",)))
        if kind is not None and one != other and {one, other} <= persons:
            found.append(Relation(one, other, kind, text_at(item, ("label",))))
    return tuple(found)


def _member(members: type[E], text: str) -> E | None:
    with suppress(ValueError):
        return members(text)
    return None


def _age(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) <= 3 else None
