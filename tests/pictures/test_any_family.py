"""Whatever the family: everybody is drawn, nothing overlaps, and the same case gives the same picture."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings

from facilitator.core.casus import PersonKind, RelationKind
from facilitator.core.disclosure import Disclosed
from facilitator.pictures import Drawing, FontMeasure
from facilitator.pictures.columns import shown
from facilitator.pictures.drawing import Label, Line, Style
from facilitator.pictures.genogram import genogram
from facilitator.pictures.kinship import kin
from facilitator.pictures.network import network
from tests.pictures.conftest import FONTS
from tests.pictures.families import families
from tests.pictures.looking import outside, overlaps, struck

MEASURE = FontMeasure(FONTS)
MANY = settings(max_examples=60, deadline=None)


def _words(drawing: Drawing) -> Counter[str]:
    return Counter(word for item in drawing.items if isinstance(item, Label) for word in item.text.split())


def _arrows(drawing: Drawing) -> int:
    """Count the arrows, without the one in the legend."""
    return max(0, sum(isinstance(item, Line) and item.arrow for item in drawing.items) - 1)


def _zigzags(drawing: Drawing) -> bool:
    return any(isinstance(item, Line) and item.style is Style.ZIGZAG for item in drawing.items)


@MANY
@given(families())
def test_a_genogram_has_no_overlaps(known: Disclosed) -> None:
    drawing = genogram(known, MEASURE)
    assert overlaps(drawing) == []
    assert outside(drawing) == []


@MANY
@given(families())
def test_no_line_of_a_genogram_runs_through_somebody(known: Disclosed) -> None:
    assert struck(genogram(known, MEASURE)) == []


@MANY
@given(families())
def test_a_network_map_has_no_overlaps(known: Disclosed) -> None:
    drawing = network(known, MEASURE)
    assert overlaps(drawing) == []
    assert outside(drawing) == []


@MANY
@given(families())
def test_every_person_and_all_violence_is_in_the_genogram(known: Disclosed) -> None:
    drawing, relatives = genogram(known, MEASURE), kin(known)
    wanted = Counter(word for person in relatives.persons.values() for word in person.name.split() if len(word) < 15)
    assert wanted <= _words(drawing)
    hurt = [each for each in known.relations if each.kind is RelationKind.VIOLENCE]
    assert _arrows(drawing) == len([each for each in hurt if {each.one, each.other} <= relatives.persons.keys()])


@MANY
@given(families())
def test_every_person_and_relation_is_in_the_network_map(known: Disclosed) -> None:
    drawing = network(known, MEASURE)
    wanted = Counter(word for person in known.persons for word in person.name.split() if len(word) < 15)
    assert wanted <= _words(drawing)
    hurt = [each for each in known.relations if each.kind is RelationKind.VIOLENCE]
    assert _arrows(drawing) == len(hurt)
    drawn = shown(known.persons, known.relations)
    assert _zigzags(drawing) == any(each.kind in {RelationKind.VIOLENCE, RelationKind.CONFLICT} for each in drawn)


@MANY
@given(families())
def test_everything_is_said(known: Disclosed) -> None:
    said = " ".join(genogram(known, MEASURE).alternative)
    relatives = kin(known)
    assert all(person.name in said for person in relatives.persons.values())
    inside = [each for each in known.relations if {each.one, each.other} <= relatives.persons.keys()]
    assert all(each.label in said for each in inside)
    whole = " ".join(network(known, MEASURE).alternative)
    assert all(person.name[1:] in whole for person in known.persons)


@MANY
@given(families())
def test_the_same_case_gives_the_same_picture(known: Disclosed) -> None:
    assert genogram(known, MEASURE) == genogram(known, MEASURE)
    assert network(known, MEASURE) == network(known, MEASURE)


@MANY
@given(families())
def test_nobody_but_family_and_kin_is_in_the_genogram(known: Disclosed) -> None:
    relatives = kin(known).persons.values()
    assert all(person.kind is not PersonKind.PROFESSIONAL for person in relatives)
    assert {person for person in known.persons if person.kind is PersonKind.FAMILY} <= set(relatives)
