"""What a group knows of a case grows with its moments, and shows nothing of a later one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.core.casus import (
    Case,
    Level,
    Moment,
    Occurrence,
    Person,
    PersonKind,
    Phase,
    Relation,
    RelationKind,
)
from facilitator.core.disclosure import BONDS, Disclosed, disclosed
from facilitator.core.script import Guidance

MOMENTS = ("begin", "later", "laatst")
SINCE = st.none() | st.sampled_from(MOMENTS)


def _case(
    persons: tuple[Person, ...], relations: tuple[Relation, ...] = (), timeline: tuple[Occurrence, ...] = ()
) -> Case:
    moments = tuple(Moment(name, name, "", (), Guidance(), (), Phase.DIRECT_SAFETY) for name in MOMENTS)
    return Case("c", "c", "", (), Level.BASIC, 30, (), persons, relations, timeline, moments, "")


def _person(name: str, kind: PersonKind = PersonKind.FAMILY, since: str | None = None) -> Person:
    return Person(name, name, kind, since=since)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Cases in which anything may be told at any moment; a label or text says when it is told."""
    names = [f"p{number}" for number in range(draw(st.integers(1, 6)))]
    persons = tuple(_person(name, draw(st.sampled_from(PersonKind)), draw(SINCE)) for name in names)
    ends = st.sampled_from(names)
    kinds = st.sampled_from(RelationKind)
    told = st.builds(
        lambda one, other, kind, since: Relation(one, other, kind, str(since), since), ends, ends, kinds, SINCE
    )
    occurrence = st.builds(lambda since: Occurrence("toen", str(since), since), SINCE)
    return _case(persons, tuple(draw(st.lists(told, max_size=8))), tuple(draw(st.lists(occurrence, max_size=5))))


@given(cases(), st.integers(0, 3))
def test_nothing_of_a_later_moment_is_known(case: Case, count: int) -> None:
    known = disclosed(case, count)
    later = {*MOMENTS[count:], *(() if count else {None})}
    assert not later & {person.since for person in known.persons}
    assert not later & {relation.since for relation in known.relations}
    assert not later & {occurrence.moment for occurrence in known.occurrences}
    assert known.moments == MOMENTS[:count]


@given(cases(), st.integers(0, 3))
def test_both_ends_of_a_relation_are_known(case: Case, count: int) -> None:
    known = disclosed(case, count)
    names = {person.id for person in known.persons}
    assert all({relation.one, relation.other} <= names for relation in known.relations)


@given(cases(), st.integers(0, 2))
def test_what_is_known_stays_known(case: Case, count: int) -> None:
    before, after = disclosed(case, count), disclosed(case, count + 1)
    assert set(before.persons) <= set(after.persons)
    assert set(before.occurrences) <= set(after.occurrences)
    assert {each for each in before.relations if each.kind not in BONDS} <= set(after.relations)


@given(cases())
def test_at_the_end_everything_is_known(case: Case) -> None:
    known = disclosed(case, len(MOMENTS))
    assert (known.persons, known.occurrences) == (case.persons, case.timeline)
    pairs = {frozenset((each.one, each.other)) for each in case.relations if each.kind in BONDS}
    assert len([each for each in known.relations if each.kind in BONDS]) == len(pairs)


def test_nothing_is_known_before_the_first_moment() -> None:
    assert disclosed(_case((_person("kind"),)), 0) == disclosed(_case((_person("kind"),)), -1) == Disclosed()


@pytest.mark.parametrize(("count", "expected"), [(1, ["kind", "buur"]), (2, ["kind", "agent", "buur"])])
def test_a_professional_comes_with_the_first_relation(count: int, expected: list[str]) -> None:
    persons = (
        _person("kind"),
        _person("agent", PersonKind.PROFESSIONAL),
        _person("buur", PersonKind.NETWORK),
        _person("arts", PersonKind.PROFESSIONAL, "laatst"),
    )
    relations = (
        Relation("agent", "kind", RelationKind.CONTACT, since="later"),
        Relation("arts", "kind", RelationKind.CONTACT),
    )
    known = disclosed(_case(persons, relations), count)
    assert [person.id for person in known.persons] == expected


def test_a_later_bond_takes_the_place_of_an_earlier_one() -> None:
    apart = Relation("vader", "moeder", RelationKind.DIVORCED, since="later")
    married = Relation("moeder", "vader", RelationKind.MARRIED)
    parent = Relation("moeder", "kind", RelationKind.PARENT)
    case = _case((_person("moeder"), _person("vader"), _person("kind")), (apart, married, parent))
    assert disclosed(case, 1).relations == (married, parent)
    assert disclosed(case, 2).relations == (apart, parent)
