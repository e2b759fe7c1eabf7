"""The signs that mean something, on families small enough to check by hand."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from facilitator.content.locate import content_folder
from facilitator.core.casus import Case, Person, PersonKind, Relation, RelationKind, Sex
from facilitator.core.disclosure import Disclosed, disclosed
from facilitator.pictures import Drawing, FontMeasure, PictureKind, Room, case_drawing, case_pages
from facilitator.pictures.drawing import Box, Circle, Cross, Diamond, Item, Label, Line, Point, Role, Style, extent
from facilitator.pictures.genogram import genogram
from facilitator.pictures.network import network
from facilitator.pictures.setting import PAPER
from tests.pictures.looking import outside, overlaps, struck
from tests.shipped import shipped_library

HD, SQUARE = Room(1660, 760, 28, 56), Room(885, 540, 20, 40)
HE = Person("he", "Jan", PersonKind.FAMILY, Sex.MALE, 40)
SHE = Person("she", "An", PersonKind.FAMILY, Sex.FEMALE, 38)
OLD = Person("old", "Bo", PersonKind.FAMILY, Sex.FEMALE, 12)
YOUNG = Person("young", "Cas", PersonKind.FAMILY, Sex.UNKNOWN, 4)


def _large(drawing: Drawing, kind: type[Item]) -> list[Item]:
    """Give the symbols of persons, without the small ones of the legend."""
    return [
        item
        for item in drawing.items
        if isinstance(item, kind) and extent(item).bottom - extent(item).top >= 2 * PAPER.radius
    ]


def _at(drawing: Drawing, text: str) -> Label:
    return next(item for item in drawing.items if isinstance(item, Label) and item.text == text)


def _lines(drawing: Drawing, style: Style) -> list[Line]:
    """Give the lines of a style above the legend."""
    end = _at(drawing, "man").y - 20
    return [
        item for item in drawing.items if isinstance(item, Line) and item.style is style and extent(item).bottom < end
    ]


def test_each_sex_has_its_shape_and_who_died_a_cross(measure: FontMeasure) -> None:
    dead = Person("dead", "Opa", PersonKind.FAMILY, Sex.MALE, 80, deceased=True)
    drawing = genogram(Disclosed((HE, SHE, YOUNG, dead)), measure)
    shapes = [len(_large(drawing, kind)) for kind in (Box, Circle, Diamond)]
    assert shapes == [2, 1, 1]
    crosses = [item for item in drawing.items if isinstance(item, Cross)]
    assert len(crosses) == 2  # the person and the legend
    assert _at(drawing, "Opa (80)")


def test_children_hang_below_their_parents_from_old_to_young(measure: FontMeasure) -> None:
    bond = Relation("he", "she", RelationKind.MARRIED)
    parents = [Relation(one.id, child.id, RelationKind.PARENT) for one in (HE, SHE) for child in (YOUNG, OLD)]
    drawing = genogram(Disclosed((YOUNG, OLD, SHE, HE), (*parents, bond)), measure)
    father, mother, older, younger = (_at(drawing, name) for name in ("Jan", "An", "Bo", "Cas"))
    assert father.x < mother.x
    assert older.x < younger.x
    assert father.y == mother.y < older.y == younger.y
    assert (father.x + mother.x) / 2 == pytest.approx((older.x + younger.x) / 2, abs=3)


@pytest.mark.parametrize(
    ("kind", "style", "slashes"),
    [
        (RelationKind.MARRIED, Style.SOLID, 0),
        (RelationKind.PARTNERS, Style.DASHED, 0),
        (RelationKind.SEPARATED, Style.SOLID, 1),
        (RelationKind.DIVORCED, Style.SOLID, 2),
    ],
)
def test_each_bond_has_its_line(measure: FontMeasure, kind: RelationKind, style: Style, slashes: int) -> None:
    drawing = genogram(Disclosed((HE, SHE), (Relation("he", "she", kind),)), measure)
    flat = [line for line in _lines(drawing, style) if line.points[0][1] == line.points[-1][1]]
    slanted = [line for line in _lines(drawing, Style.SOLID) if line.points[0][1] != line.points[-1][1]]
    assert (len(flat), len(slanted)) == (1, slashes)


@pytest.mark.parametrize("draw", [genogram, network])
@pytest.mark.parametrize(("one", "other"), [("he", "she"), ("she", "he")])
def test_violence_points_from_who_does_it_to_who_undergoes_it(
    measure: FontMeasure, draw: Callable[[Disclosed, FontMeasure], Drawing], one: str, other: str
) -> None:
    relations = (Relation("he", "she", RelationKind.MARRIED), Relation(one, other, RelationKind.VIOLENCE))
    drawing = draw(Disclosed((HE, SHE), relations), measure)
    (line,) = _lines(drawing, Style.ZIGZAG)
    middle = {"he": _at(drawing, "40"), "she": _at(drawing, "38")}
    assert line.arrow
    assert line.role is Role.DANGER
    assert _apart(line.points[0], middle[one]) < _apart(line.points[-1], middle[one])
    assert _apart(line.points[-1], middle[other]) < _apart(line.points[0], middle[other])


@pytest.mark.parametrize("kind", [PersonKind.NETWORK, PersonKind.PROFESSIONAL])
@pytest.mark.parametrize("comes_in", [True, False])
def test_violence_across_the_map_points_the_right_way(measure: FontMeasure, kind: PersonKind, comes_in: bool) -> None:
    ex = Person("ex", "Ex", kind, Sex.MALE)
    violence = (
        Relation("ex", "she", RelationKind.VIOLENCE) if comes_in else Relation("she", "ex", RelationKind.VIOLENCE)
    )
    drawing = network(Disclosed((SHE, HE, ex), (violence,)), measure)
    (line,) = _lines(drawing, Style.ZIGZAG)
    inside, outside_end = (line.points[-1], line.points[0]) if comes_in else (line.points[0], line.points[-1])
    assert _apart(inside, _at(drawing, "38")) < 60 < _apart(outside_end, _at(drawing, "38"))
    assert line.arrow


def _apart(point: Point, label: Label) -> float:
    return abs(point[0] - label.x) + abs(point[1] - label.y)


def test_three_partners_and_a_family_tie_that_cannot_be(measure: FontMeasure) -> None:
    others = tuple(Person(f"p{n}", f"P{n}", PersonKind.NETWORK, Sex.FEMALE) for n in range(3))
    bonds = tuple(Relation("he", each.id, RelationKind.DIVORCED, f"in jaar {each.id}") for each in others)
    turned = Relation("p0", "he", RelationKind.PARENT, "ook dat")
    drawing = genogram(Disclosed((HE, *others), (*bonds, turned)), measure)
    assert overlaps(drawing) == []
    assert struck(drawing) == []
    words = " ".join(item.text for item in drawing.items if isinstance(item, Label))
    assert all(words.count(relation.label) == 1 for relation in bonds)


def test_who_is_around_stands_on_its_own_side(measure: FontMeasure) -> None:
    friend = Person("friend", "Vriendin", PersonKind.NETWORK, Sex.FEMALE)
    doctor = Person("doctor", "huisarts", PersonKind.PROFESSIONAL)
    ties = (Relation("friend", "she", RelationKind.SUPPORT), Relation("friend", "doctor", RelationKind.CONTACT))
    drawing = network(Disclosed((doctor, HE, SHE, friend), ties), measure)
    assert extent(_at(drawing, "Vriendin")).right < _at(drawing, "An").x < extent(_at(drawing, "huisarts")).left
    assert (len(_lines(drawing, Style.DOUBLE)), len(_lines(drawing, Style.DOTTED))) == (1, 1)


def _cases() -> list[Case]:
    return list(shipped_library().cases)


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.id)
@pytest.mark.parametrize("kind", PictureKind)
def test_every_shipped_case_at_every_moment(measure: FontMeasure, case: Case, kind: PictureKind) -> None:
    for count in range(len(case.moments) + 1):
        known = disclosed(case, count)
        for drawing in (
            case_drawing(kind, known, measure),
            *case_pages(kind, known, measure, HD),
            *case_pages(kind, known, measure, SQUARE),
        ):
            assert overlaps(drawing) == []
            assert outside(drawing) == []
            assert kind is PictureKind.TIMELINE or struck(drawing) == []


def test_a_picture_grows_with_the_moments() -> None:
    case = next(case for case in _cases() if case.id == "stil-in-de-klas")
    measure = FontMeasure(content_folder() / "resources" / "fonts")
    counts = [len(case_drawing(PictureKind.NETWORK, disclosed(case, n), measure).items) for n in range(5)]
    assert all(before < after for before, after in pairwise(counts))
    first = " ".join(case_drawing(PictureKind.NETWORK, disclosed(case, 1), measure).alternative)
    assert "buurvrouw" not in first.lower()
