"""A network map in pages for a screen: first the family with its own network, then the professionals round it.

Every person and every line stands on some page; who of the family has no line at all is named on the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from facilitator.core.casus import PersonKind, Relation
from facilitator.core.disclosure import Disclosed
from facilitator.pictures.columns import LEFT, RIGHT, in_columns, shown
from facilitator.pictures.drawing import Drawing
from facilitator.pictures.measure import Measure
from facilitator.pictures.network import Part, network_on
from facilitator.pictures.setting import Room, Sheet
from facilitator.words import N_, _

_INSIDE: Final = N_("Within the family")
_BETWEEN: Final = N_("Own network and professionals")
_AROUND: Final = N_("Family and own network")
_BESIDE: Final = N_("Family and professionals")


@dataclass(frozen=True, slots=True)
class _Group:
    """What stays on one page if it can: somebody with all lines to the others, or one line within the family."""

    persons: frozenset[str]
    relations: tuple[Relation, ...]


Groups = tuple[_Group, ...]


def network_pages(known: Disclosed, measure: Measure, room: Room) -> tuple[Drawing, ...]:
    """Draw a network map for a screen, in as few pages as it takes to be read from across the room."""
    maker = _Pages(known, measure, room.sheet())
    drawn = shown(known.persons, known.relations)
    whole = maker.draw((_Group(frozenset(person.id for person in known.persons), drawn),))
    if whole is not None:
        return (whole,)
    maker = maker.attainable(room.sheet(headed=True), drawn)
    pages: list[Drawing] = []
    for title, groups in _chapters(known, maker):
        pages += _numbered(title, maker.pages(groups))
    # What fits on one page only beside room for a heading needs no heading that tells it from others.
    return tuple(pages) if len(pages) > 1 else tuple(replace(page, caption="") for page in pages)


def _chapters(known: Disclosed, maker: _Pages) -> list[tuple[str, Groups]]:
    """Divide a map into what belongs together; what fits on one page stays there."""
    kinds = {person.id: person.kind for person in known.persons}
    alone, inside, around, beside = _grouped(known, kinds)
    near = [(_AROUND if around else _INSIDE, (*alone, *inside, *around))]
    if inside and around and maker.draw(near[0][1]) is None:
        near = [(_INSIDE, (*alone, *inside)), (_AROUND, around)]
    far = [(_BESIDE, beside)]
    if maker.draw(beside) is None:
        network = [(group, _with_network(group, kinds)) for group in beside]
        far = [
            (_BETWEEN, tuple(replace(group, relations=lines) for group, lines in network if lines)),
            (
                _BESIDE,
                tuple(_without(group, lines) for group, lines in network if lines != group.relations or not lines),
            ),
        ]
    return [(title, groups) for title, groups in (*near, *far) if groups]


def _with_network(group: _Group, kinds: dict[str, PersonKind]) -> tuple[Relation, ...]:
    return tuple(each for each in group.relations if PersonKind.NETWORK in {kinds[each.one], kinds[each.other]})


def _without(group: _Group, lines: tuple[Relation, ...]) -> _Group:
    return replace(group, relations=tuple(each for each in group.relations if each not in lines))


def _numbered(title: str, pages: Sequence[Drawing]) -> Iterator[Drawing]:
    for number, page in enumerate(pages, 1):
        part = _("{title} ({number} of {total})").format(title=_(title), number=number, total=len(pages))
        yield replace(page, caption=part if len(pages) > 1 else _(title))


def _grouped(known: Disclosed, kinds: dict[str, PersonKind]) -> tuple[Groups, Groups, Groups, Groups]:
    """Give who of the family has no line, the lines within it, its own network and the professionals with theirs.

    They stand in an order with few crossings.
    """
    columns = in_columns(known.persons, known.relations)
    left = list(columns.relations)
    joined = {name for each in left for name in (each.one, each.other)}
    found: list[Groups] = []
    for column in (RIGHT, LEFT):
        groups = []
        for name in columns.columns[column]:
            mine = tuple(each for each in left if name in {each.one, each.other})
            left = [each for each in left if each not in mine]
            if mine or name not in joined:
                groups.append(_Group(frozenset((name,)), mine))
        found.append(tuple(groups))
    alone = frozenset(name for name, kind in kinds.items() if kind is PersonKind.FAMILY and name not in joined)
    inside = tuple(_Group(frozenset(), (each,)) for each in left)
    return ((_Group(alone, ()),) if alone else ()), inside, found[1], found[0]


@dataclass(frozen=True, slots=True)
class _Pages:
    """A network map that is too large for one sheet, and how it is divided."""

    known: Disclosed
    measure: Measure
    sheet: Sheet

    def draw(self, groups: Groups) -> Drawing | None:
        """Draw some groups on one sheet; None if they do not fit."""
        relations = tuple(each for group in groups for each in group.relations)
        joined = {name for each in relations for name in (each.one, each.other)}
        named = joined.union(*(group.persons for group in groups))
        here = [person for person in self.known.persons if person.id in named]
        others = tuple(each for each in here if each.id not in joined and each.kind is PersonKind.FAMILY)
        persons = tuple(each for each in here if each not in others)
        return network_on(self.sheet, Part(persons, relations, others), self.measure)

    def attainable(self, sheet: Sheet, relations: Sequence[Relation]) -> _Pages:
        """Give the smallest sheet from one on that holds every single line: what is too wide stays so on every page."""
        maker = replace(self, sheet=sheet)
        while any(maker.draw((_Group(frozenset(), (each,)),)) is None for each in relations):
            maker = replace(maker, sheet=maker.sheet.larger())
        return maker

    def pages(self, groups: Groups) -> tuple[Drawing, ...]:
        """Give the fewest pages on which the groups fit, about as full."""
        small = tuple(part for group in groups for part in self._halved(group))
        for count in range(1, len(small) + 1):
            drawn = [self.draw(part) for part in _even(small, count)]
            whole = tuple(page for page in drawn if page is not None)
            if len(whole) == len(drawn):
                return whole
        return replace(self, sheet=self.sheet.larger()).pages(groups)

    def _halved(self, group: _Group) -> Iterator[_Group]:
        """Give a group, or halves of it when it is too large for one page."""
        middle = len(group.relations) // 2
        if middle == 0 or self.draw((group,)) is not None:
            yield group
            return
        yield from self._halved(replace(group, relations=group.relations[:middle]))
        yield from self._halved(replace(group, relations=group.relations[middle:]))


def _even(groups: Groups, count: int) -> Iterator[Groups]:
    """Divide groups over pages in their order, so that each has about as many lines."""
    weights = list(accumulate(1 + len(group.relations) for group in groups))
    page = [min(count - 1, (weight - 1) * count // weights[-1]) for weight in weights]
    for number in range(count):
        part = tuple(group for group, at in zip(groups, page, strict=True) if at == number)
        if part:
            yield part
