"""Pictures in pages for a screen: whatever the family, all of it is on some page, and nothing overlaps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings

from facilitator.core.casus import Person, PersonKind, Relation, RelationKind, Sex
from facilitator.core.disclosure import Disclosed
from facilitator.pictures import LEAST, Drawing, FontMeasure, PictureKind, Room, case_pages
from facilitator.pictures.columns import shown
from facilitator.pictures.drawing import Label, Line
from facilitator.pictures.kinship import kin
from facilitator.words import _
from tests.pictures.conftest import FONTS
from tests.pictures.families import families
from tests.pictures.looking import outside, overlaps, struck

MEASURE = FontMeasure(FONTS)
HD = Room(1660, 760, 28, 56)
"""About what a screen of 1920 by 1080 has left for a picture."""
UPRIGHT = Room(940, 1400, 28, 56)
MANY = settings(max_examples=20, deadline=None)


def _said(pages: tuple[Drawing, ...]) -> str:
    return " ".join(said for page in pages for said in page.alternative)


def _words(pages: tuple[Drawing, ...]) -> str:
    labels = (item.text for page in pages for item in page.items if isinstance(item, Label))
    return " ".join(labels).replace("\xa0", " ")


def _check(pages: tuple[Drawing, ...], persons: tuple[Person, ...]) -> None:
    for page in pages:
        assert overlaps(page) == []
        assert outside(page) == []
        assert all(item.size >= LEAST for item in page.items if isinstance(item, Label))
        assert bool(page.caption) == (len(pages) > 1)
    words = _words(pages).replace(",", "").split()
    assert all(person.id in words for person in persons)


def _told_apart(known: Disclosed) -> Disclosed:
    """Give everybody a name that nobody else has: its id stands behind it."""
    return replace(known, persons=tuple(replace(each, name=f"{each.name} {each.id}") for each in known.persons))


def _arrows(pages: tuple[Drawing, ...]) -> int:
    """Count the arrows, without the one in the legend of each page that has any."""
    counts = [sum(isinstance(item, Line) and item.arrow for item in page.items) for page in pages]
    return sum(count - 1 for count in counts if count)


def _violence(relations: tuple[Relation, ...]) -> int:
    """Count what is told of violence; the same told twice is one line."""
    return len({each for each in relations if each.kind is RelationKind.VIOLENCE})


@MANY
@given(families().map(_told_apart))
def test_any_genogram_in_pages(known: Disclosed) -> None:
    pages = case_pages(PictureKind.GENOGRAM, known, MEASURE, HD)
    relatives = kin(known).persons
    inside = tuple(each for each in known.relations if {each.one, each.other} <= relatives.keys())
    _check(pages, tuple(relatives.values()))
    assert all(struck(page) == [] for page in pages)
    assert _arrows(pages) >= _violence(inside)  # two who stand on two pages have their lines on both
    assert all(each.label in _said(pages) for each in inside)


@MANY
@given(families().map(_told_apart))
def test_any_network_map_in_pages(known: Disclosed) -> None:
    pages = case_pages(PictureKind.NETWORK, known, MEASURE, HD)
    _check(pages, known.persons)
    assert _arrows(pages) == _violence(known.relations)
    assert all(each.label in _said(pages) for each in shown(known.persons, known.relations))
    assert all(person.name[1:] in _said(pages) for person in known.persons)


def _long_name_beside() -> Disclosed:
    """Two persons whose map fits an upright screen only in the manner of a map in pages: on one page."""
    sem = Person("p0", "Sem p0", PersonKind.FAMILY, Sex.MALE, deceased=True)
    nurse = Person("p1", "jeugdverpleegkundige p1", PersonKind.NETWORK, Sex.MALE, deceased=True)
    return Disclosed((sem, nurse), (Relation("p0", "p1", RelationKind.DIVORCED),))


@settings(max_examples=5, deadline=None)
@given(families().map(_told_apart))
@example(_long_name_beside())
def test_an_upright_screen_has_everything_too(known: Disclosed) -> None:
    _check(case_pages(PictureKind.NETWORK, known, MEASURE, UPRIGHT), known.persons)
    _check(case_pages(PictureKind.GENOGRAM, known, MEASURE, UPRIGHT), tuple(kin(known).persons.values()))


def test_what_is_told_twice_is_one_line_of_the_map() -> None:
    persons = [Person(name, name, PersonKind.FAMILY, Sex.MALE) for name in ("he", "son")]
    hits, meets = (Relation("he", "son", kind) for kind in (RelationKind.VIOLENCE, RelationKind.CONTACT))
    assert shown(persons, (hits, meets, hits)) == (hits, meets)


def _broad(count: int) -> Disclosed:
    """A couple with many children, of whom one hits another."""
    persons = [Person("he", "Jan", PersonKind.FAMILY, Sex.MALE, 60), Person("she", "An", PersonKind.FAMILY, Sex.FEMALE)]
    persons += [Person(f"c{n}", f"Kind{n}", PersonKind.FAMILY, Sex.FEMALE, 40 - n) for n in range(count)]
    relations = [Relation(one, f"c{n}", RelationKind.PARENT) for n in range(count) for one in ("he", "she")]
    relations += [Relation("he", "she", RelationKind.MARRIED), Relation("c0", f"c{count - 1}", RelationKind.VIOLENCE)]
    return Disclosed(tuple(persons), tuple(relations))


def test_children_too_many_for_one_page_stand_below_their_parents_on_each(measure: FontMeasure) -> None:
    pages = case_pages(PictureKind.GENOGRAM, _broad(28), measure, HD)
    sheet = HD.sheet(headed=True)
    assert len(pages) > 2
    assert all(page.width <= sheet.width and page.height <= sheet.height for page in pages)
    assert [page.caption for page in pages][:1] == [
        _("Genogram, part {number} of {total}").format(number=1, total=len(pages))
    ]
    children = [page for page in pages if any(isinstance(item, Label) and item.text == "Kind9" for item in page.items)]
    assert all("Jan" in _words((page,)) and "An" in _words((page,)) for page in children)
    assert _arrows(pages) == 1


def test_who_has_no_line_is_named_once_in_the_box_of_the_family(measure: FontMeasure) -> None:
    doctor = Person("doctor", "huisarts", PersonKind.PROFESSIONAL)
    known = _broad(3)
    known = Disclosed((*known.persons, doctor), (*known.relations, Relation("doctor", "she", RelationKind.CONTACT)))
    (page,) = case_pages(PictureKind.NETWORK, known, measure, HD)
    assert _("Also in the family: {names}").format(names="Jan (60), Kind1 (39)") in _words((page,))
    assert "An, Kind" not in _words((page,))


def test_words_at_lines_within_the_family_are_not_crossed(measure: FontMeasure) -> None:
    known = _broad(4)
    label = "maken ruzie over geld, over vroeger en over de zorg"
    ties = [Relation(f"c{n}", f"c{n + 1}", RelationKind.CONFLICT, label) for n in range(3)]
    ties += [Relation("c0", f"c{n}", RelationKind.CONTACT) for n in (2, 3)]
    for page in case_pages(PictureKind.NETWORK, replace(known, relations=(*known.relations, *ties)), measure, HD):
        assert overlaps(page) == []
        assert struck(page) == []


def test_chapters_of_a_network_map_come_in_order(measure: FontMeasure) -> None:
    known = _broad(12)
    around = [Person(f"n{n}", f"buur{n}", PersonKind.NETWORK) for n in range(4)]
    beside = [Person(f"w{n}", f"werker{n}", PersonKind.PROFESSIONAL) for n in range(14)]
    lines = [Relation(f"n{n}", f"c{n}", RelationKind.SUPPORT, "past op") for n in range(4)]
    lines += [Relation(f"w{n}", f"c{n % 12}", RelationKind.CONTACT, "elke week") for n in range(14)]
    lines += [Relation("n0", "w0", RelationKind.CONTACT, "kennen elkaar")]
    known = Disclosed((*known.persons, *around, *beside), (*known.relations, *lines))
    pages = case_pages(PictureKind.NETWORK, known, measure, HD)
    title, numbered = _("Family and professionals"), _("{title} ({number} of {total})")
    near = [_("Family and own network"), _("Own network and professionals")]
    far = [numbered.format(title=title, number=number, total=3) for number in (1, 2, 3)]
    assert [page.caption for page in pages] == [*near, *far]


@pytest.mark.parametrize("kind", PictureKind)
def test_nothing_known_is_one_empty_page(measure: FontMeasure, kind: PictureKind) -> None:
    (page,) = case_pages(kind, Disclosed(), measure, HD)
    assert page.items == ()


def test_the_same_pages_are_laid_out_once(measure: FontMeasure) -> None:
    known = _broad(9)
    assert case_pages(PictureKind.GENOGRAM, known, measure, HD) is case_pages(PictureKind.GENOGRAM, known, measure, HD)
