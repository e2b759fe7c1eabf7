"""What the signs of a picture mean, in one or more rows below it: only those that are used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from facilitator.core.casus import Person, PersonKind, Relation, RelationKind, Sex
from facilitator.pictures.alternative import GROUPS, SEXES
from facilitator.pictures.drawing import Anchor, Box, Circle, Cross, Diamond, Item, Line, Rect, Role, extent
from facilitator.pictures.measure import Measure
from facilitator.pictures.signs import LINES, slashes
from facilitator.pictures.text import Setter, Words
from facilitator.words import N_, _

SIZE: Final = 13.5
_SIGN: Final = 34.0
_GAP: Final = 8.0
_BETWEEN: Final = 24.0
_ROW: Final = 24.0
_ABOVE: Final = 26.0
_SMALL: Final = 7.0
_KINDS: Final = {
    RelationKind.MARRIED: N_("married"),
    RelationKind.PARTNERS: N_("partners"),
    RelationKind.SEPARATED: N_("no longer together"),
    RelationKind.DIVORCED: N_("divorced"),
    RelationKind.VIOLENCE: N_("violence, by and against whom"),
    RelationKind.VIOLENCE_BETWEEN: N_("violence, by whom is not told"),
    RelationKind.CONFLICT: N_("conflict"),
    RelationKind.SUPPORT: N_("support"),
    RelationKind.CONTACT: N_("contact"),
}


@dataclass(frozen=True, slots=True)
class _Entry:
    """A sign, drawn round (0, 0) and at most `width` wide, and its meaning."""

    signs: tuple[Item, ...]
    width: float
    words: Words


def legend(
    persons: Sequence[Person], relations: Sequence[Relation], above: Sequence[Item], measure: Measure
) -> Iterator[Item]:
    """Give the legend of a picture, below what stands `above`."""
    if not above:
        return
    taken = [extent(item) for item in above]
    frame = Rect(
        min(each.left for each in taken), 0.0, max(each.right for each in taken), max(each.bottom for each in taken)
    )
    setter = Setter(measure, 240.0, SIZE, role=Role.SOFT, most=1)
    entries = [*_shapes(persons, setter), *_lines(relations, setter)]
    x, y = frame.left, frame.bottom + _ABOVE
    for entry in entries:
        wide = entry.width + _GAP + entry.words.width
        if x > frame.left and x + wide > max(frame.right, frame.left + 360.0):
            x, y = frame.left, y + _ROW
        yield from (_at(item, x + entry.width / 2, y) for item in entry.signs)
        yield from entry.words.at(x + entry.width + _GAP, y - entry.words.height / 2 - 0.5, Anchor.START)
        x += wide + _BETWEEN


def _at(item: Item, x: float, y: float) -> Item:
    if isinstance(item, Line):
        return replace(item, points=tuple((right + x, down + y) for right, down in item.points))
    return replace(item, x=item.x + x, y=item.y + y)


def _shapes(persons: Sequence[Person], setter: Setter) -> Iterator[_Entry]:
    people = [person for person in persons if person.kind is not PersonKind.PROFESSIONAL]
    sexes = {person.sex for person in people}
    shapes: dict[Sex, Item] = {
        Sex.MALE: Box(-_SMALL, -_SMALL, 2 * _SMALL, 2 * _SMALL, thickness=1.4),
        Sex.FEMALE: Circle(0, 0, _SMALL, thickness=1.4),
        Sex.UNKNOWN: Diamond(0, 0, _SMALL + 1, thickness=1.4),
    }
    for sex, shape in shapes.items():
        if sex in sexes:
            yield _Entry((shape,), 2 * _SMALL, setter(_(SEXES[sex])))
    if any(person.deceased for person in people):
        yield _Entry((Cross(0, 0, _SMALL, thickness=1.4),), 2 * _SMALL, setter(_("died")))
    if {PersonKind.FAMILY, PersonKind.NETWORK} <= {person.kind for person in people}:
        ground = Box(-9, -_SMALL, 18, 2 * _SMALL, 0.0, Role.ACCENT_WASH, Role.INK, 2.4)
        yield _Entry((ground,), 18, setter(_(GROUPS[PersonKind.FAMILY])))


def _lines(relations: Sequence[Relation], setter: Setter) -> Iterator[_Entry]:
    used = {relation.kind for relation in relations}
    for kind, words in _KINDS.items():
        if kind in used:
            line = replace(LINES[kind], points=((-_SIGN / 2, 0.0), (_SIGN / 2, 0.0)))
            yield _Entry((line, *slashes(kind, 0.0, 0.0)), _SIGN, setter(_(words)))
