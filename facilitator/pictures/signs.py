"""The signs of a picture: how a person of each sex and a relation of each kind is drawn."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from facilitator.core.casus import Person, PersonKind, Relation, RelationKind, Sex
from facilitator.pictures.drawing import Box, Circle, Cross, Diamond, Item, Label, Line, Point, Role, Style, Weight
from facilitator.pictures.measure import Measure

_CLEAR: Final = 3.0
"""Between the end of a line and the symbol it points at."""

LINES: Final[dict[RelationKind, Line]] = {
    RelationKind.MARRIED: Line(()),
    RelationKind.PARTNERS: Line((), Style.DASHED),
    RelationKind.SEPARATED: Line(()),
    RelationKind.DIVORCED: Line(()),
    RelationKind.PARENT: Line((), Style.SOLID, Role.SOFT, 1.2),
    RelationKind.SIBLING: Line((), Style.DASHED, Role.SOFT, 1.2),
    RelationKind.VIOLENCE: Line((), Style.ZIGZAG, Role.DANGER, 2.2, arrow=True),
    RelationKind.VIOLENCE_BETWEEN: Line((), Style.ZIGZAG, Role.DANGER, 2.2),
    RelationKind.CONFLICT: Line((), Style.ZIGZAG, Role.INK, 1.3),
    RelationKind.SUPPORT: Line((), Style.DOUBLE, Role.ACCENT, 1.6),
    RelationKind.CONTACT: Line((), Style.DOTTED, Role.SOFT, 2.0),
}
"""How a relation of each kind is drawn, its points still to be filled in."""
TOGETHER: Final = Line((), Style.SOLID, Role.SOFT, 1.2)
"""Two parents of a child of whom no bond is told."""
SLASHES: Final = {RelationKind.SEPARATED: 1, RelationKind.DIVORCED: 2}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person's symbol stands, and how large it is: from its middle to its side."""

    person: Person
    x: float
    y: float
    radius: float

    def side(self, offset: float) -> float:
        """How far the edge of the symbol is from its middle, sideways, `offset` below or above the middle."""
        offset = min(abs(offset), self.radius)
        if self.person.sex is Sex.FEMALE:
            return math.sqrt(self.radius**2 - offset**2)
        return self.radius + 3 - offset if self.person.sex is Sex.UNKNOWN else self.radius

    def edge(self, towards: Point, clear: float = 0.0) -> Point:
        """The point of the edge of the symbol in the direction of another point, moved `clear` outwards."""
        right, down = towards[0] - self.x, towards[1] - self.y
        far = math.hypot(right, down)
        right, down = (right / far, down / far) if far else (1.0, 0.0)
        if self.person.sex is Sex.FEMALE:
            reach = self.radius
        elif self.person.sex is Sex.UNKNOWN:
            reach = (self.radius + 3) / (abs(right) + abs(down))
        else:
            reach = self.radius / max(abs(right), abs(down))
        return self.x + right * (reach + clear), self.y + down * (reach + clear)


def symbol(place: Place, measure: Measure, age: float) -> Iterator[Item]:
    """Give the sign of a person: a square, circle or diamond with the age in it, or a cross when the person died.

    `age` is the size of the words of an age, as far as the symbol has room for it.
    """
    person, x, y, radius = place.person, place.x, place.y, place.radius
    family = person.kind is PersonKind.FAMILY
    fill, thickness = (Role.ACCENT_WASH, 2.4) if family else (Role.GROUND, 1.6)
    if person.sex is Sex.MALE:
        yield Box(x - radius, y - radius, 2 * radius, 2 * radius, 0.0, fill, Role.INK, thickness)
    elif person.sex is Sex.FEMALE:
        yield Circle(x, y, radius, fill, Role.INK, thickness)
    else:
        yield Diamond(x, y, radius + 3, fill, Role.INK, thickness)
    if person.deceased:
        yield Cross(x, y, radius * (1.0 if person.sex is Sex.MALE else 0.7 if person.sex is Sex.FEMALE else 0.55))
    elif person.age is not None:
        years, size = str(person.age), min(age, radius * 0.8)
        wide = measure(years, size, Weight.SEMIBOLD)
        yield Label(years, x, y + size * 0.35, wide, size=size, weight=Weight.SEMIBOLD)


def name_of(person: Person) -> str:
    """Give how a person is called below the symbol; an age that the cross leaves no room for stands behind it."""
    return f"{person.name} ({person.age})" if person.deceased and person.age is not None else person.name


def line_of(relation: Relation | None, points: tuple[Point, ...]) -> Line:
    """Give the line of a relation; None stands for two parents of whom no bond is told."""
    return replace(LINES[relation.kind] if relation is not None else TOGETHER, points=points)


def slashes(kind: RelationKind, x: float, y: float) -> Iterator[Line]:
    """Give the strokes through a bond that ended: one for apart, two for divorced."""
    count = SLASHES.get(kind, 0)
    for number in range(count):
        at = x + (number - (count - 1) / 2) * 6
        yield Line(((at - 4, y + 9), (at + 4, y - 9)))
