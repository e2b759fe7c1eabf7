"""What the signs of a picture mean, in rows below it or in a column beside it: only those that are used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from facilitator.core.casus import Person, PersonKind, Relation, RelationKind, Sex
from facilitator.pictures.alternative import GROUPS, SEXES
from facilitator.pictures.drawing import (
    Anchor,
    Box,
    Circle,
    Cross,
    Diamond,
    Drawing,
    Item,
    Rect,
    Role,
    extent,
    framed,
    moved,
)
from facilitator.pictures.kinship import KINSHIP
from facilitator.pictures.measure import Measure
from facilitator.pictures.setting import PAPER, ROOM, Setting, Sheet
from facilitator.pictures.signs import LINES, slashes
from facilitator.pictures.text import Setter, Words
from facilitator.words import N_, _

_SIGN: Final = 34.0
_GAP: Final = 8.0
_BETWEEN: Final = 24.0
_ROW: Final = 24.0
_ABOVE: Final = 26.0
_ASIDE: Final = 40.0
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

    @property
    def length(self) -> float:
        """The width of sign and meaning together."""
        return self.width + _GAP + self.words.width

    def at(self, x: float, y: float, words: float) -> Iterator[Item]:
        """Give the sign from `x` on and its meaning from `words` on, their middle at `y`."""
        yield from (moved(item, x + self.width / 2, y) for item in self.signs)
        yield from self.words.at(words, y - self.words.height / 2 - 0.5, Anchor.START)


class Spot(Enum):
    """Where a legend stands, and whether it keeps to the lines between persons that are no kinship."""

    BELOW = (False, False)
    BESIDE = (True, False)
    SHORT_BELOW = (False, True)
    SHORT_BESIDE = (True, True)

    @property
    def beside(self) -> bool:
        """Whether it stands to the right."""
        return self.value[0]

    @property
    def short(self) -> bool:
        """Whether it leaves out the signs that everybody who works with them knows."""
        return self.value[1]


def legend(
    persons: Sequence[Person],
    relations: Sequence[Relation],
    beside: Sequence[Item],
    measure: Measure,
    setting: Setting = PAPER,
    spot: Spot = Spot.BELOW,
    width: float = 0.0,
) -> Iterator[Item]:
    """Give the legend of a picture, below or beside what stands there. Below it may be `width` wide."""
    if not beside:
        return
    taken = [extent(item) for item in beside]
    frame = Rect(
        min(each.left for each in taken),
        min(each.top for each in taken),
        max(each.right for each in taken),
        max(each.bottom for each in taken),
    )
    setter = Setter(measure, 240.0, setting.legend, role=Role.SOFT, most=1)
    told = [each for each in relations if each.kind not in KINSHIP] if spot.short else relations
    entries = [*(() if spot.short else _shapes(persons, setter)), *_lines(told, setter)]
    if spot.beside:
        yield from _column(entries, frame)
    else:
        yield from _rows(entries, frame, width)


def with_legend(
    sheet: Sheet, shown: Sequence[Item], persons: Sequence[Person], relations: Sequence[Relation], measure: Measure
) -> Drawing | None:
    """Put a picture and its legend on a sheet, where the picture stays largest; one of all signs when that fits.

    None when it does not fit at all.
    """
    width = sheet.width - 2 * ROOM.margin
    for spots in ((Spot.BELOW, Spot.BESIDE), (Spot.SHORT_BELOW, Spot.SHORT_BESIDE)):
        signs = (legend(persons, relations, shown, measure, ROOM, spot, width) for spot in spots)
        tries = [framed([*shown, *each], (), ROOM.margin) for each in signs]
        best = max(tries, key=lambda each: sheet.scale(each.width, each.height))
        if sheet.scale(best.width, best.height) >= 1:
            return best
    return None


def _column(entries: Sequence[_Entry], frame: Rect) -> Iterator[Item]:
    """Give the entries under each other, to the right of the middle of what stands there."""
    signs = max((entry.width for entry in entries), default=0.0)
    x, y = frame.right + _ASIDE, (frame.top + frame.bottom - _ROW * (len(entries) - 1)) / 2
    for number, entry in enumerate(entries):
        yield from entry.at(x + (signs - entry.width) / 2, y + number * _ROW, x + signs + _GAP)


def _rows(entries: Sequence[_Entry], frame: Rect, room: float) -> Iterator[Item]:
    """Give the entries beside each other, from the left or, `room` wide, below the middle of what stands above."""
    most = max(room, frame.right - frame.left, 360.0)
    rows: list[list[_Entry]] = [[]]
    for entry in entries:
        if rows[-1] and _wide([*rows[-1], entry]) > most:
            rows.append([])
        rows[-1].append(entry)
    left = min(frame.left, (frame.left + frame.right - max(map(_wide, rows))) / 2) if room else frame.left
    for number, row in enumerate(rows):
        x, y = left, frame.bottom + _ABOVE + number * _ROW
        for entry in row:
            yield from entry.at(x, y, x + entry.width + _GAP)
            x += entry.length + _BETWEEN


def _wide(row: Sequence[_Entry]) -> float:
    return sum(entry.length for entry in row) + _BETWEEN * (len(row) - 1)


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
