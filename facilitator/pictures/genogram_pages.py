"""A genogram in pages for a screen: couples with their children together, for as long as they fit.

Every person and every line stands on some page. Who belongs to two families stands on the page of each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facilitator.core.disclosure import Disclosed
from facilitator.pictures.drawing import Drawing
from facilitator.pictures.genogram import SPREADS, Family, family_of, genogram_on
from facilitator.pictures.kinship import kin, related
from facilitator.pictures.measure import Measure
from facilitator.pictures.setting import Room, Sheet
from facilitator.words import _

Names = frozenset[str]


def genogram_pages(known: Disclosed, measure: Measure, room: Room) -> tuple[Drawing, ...]:
    """Draw a family for a screen, in as few pages as it takes to be read from across the room."""
    family = family_of(kin(known), known)
    whole = genogram_on(room.sheet(), family, measure)
    if whole is not None:
        return (whole,)
    pages = _Pages(known, family, measure, room.sheet(headed=True)).drawn()
    caption = _("Genogram, part {number} of {total}")
    return tuple(
        replace(page, caption=caption.format(number=number, total=len(pages))) if len(pages) > 1 else page
        for number, page in enumerate(pages, 1)
    )


@dataclass(frozen=True, slots=True)
class _Pages:
    """A family that is too large for one sheet, and how it is divided."""

    known: Disclosed
    family: Family
    measure: Measure
    sheet: Sheet

    def drawn(self) -> tuple[Drawing, ...]:
        """Give the pages."""
        found: list[Names] = []
        for parents, children in _families(self.family):
            self._take(parents, children, found)
        for each in self.family.relations:
            self._add(frozenset((each.one, each.other)), found)
        return tuple(map(self._draw, found))

    def _take(self, parents: Names, children: tuple[str, ...], pages: list[Names]) -> None:
        """Take in a couple with its children, in parts when these are too many for one page."""
        half = len(children) // 2
        if half and not self._fits(parents | set(children)):
            self._take(parents, children[:half], pages)
            self._take(parents, children[half:], pages)
        else:
            self._add(parents | set(children), pages)

    def _add(self, wanted: Names, pages: list[Names]) -> None:
        """Put some who belong together on a page that has room for them, or on one of their own."""
        if any(wanted <= page for page in pages):
            return
        near = [number for number, page in enumerate(pages) if wanted & page or number == len(pages) - 1]
        for number in reversed(near):
            if self._fits(wanted | pages[number]):
                pages[number] |= wanted
                return
        pages.append(wanted)

    def _fits(self, names: Names) -> bool:
        return genogram_on(self.sheet, self._part(names), self.measure, SPREADS[:1]) is not None

    def _draw(self, names: Names) -> Drawing:
        """Draw a page; who cannot be divided any further, as large as it gets."""
        sheet, part = self.sheet, self._part(names)
        while (found := genogram_on(sheet, part, self.measure)) is None:
            sheet = sheet.larger()
        return found

    def _part(self, names: Names) -> Family:
        persons = {name: person for name, person in self.family.kin.persons.items() if name in names}
        return family_of(related(persons, self.known.relations), self.known)


def _families(family: Family) -> Iterator[tuple[Names, tuple[str, ...]]]:
    """Give every couple or parent with the children, from the oldest generation to the youngest; then who is alone."""
    order = {name: place for place, name in enumerate(name for row in family.rows for name in row)}
    unions = sorted(family.kin.unions, key=lambda union: min(order[name] for name in union.parents or union.children))
    for union in unions:
        yield frozenset(union.parents), union.children
    for name in order:
        yield frozenset((name,)), ()
