"""What a network map is made of: its columns, what stands in them, and how much room each of them takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from facilitator.core.casus import Person, PersonKind, RelationKind
from facilitator.pictures.columns import LEFT, MIDDLE, Columns
from facilitator.pictures.setting import Setting
from facilitator.pictures.text import Words

BELOW: Final = 6.0
CARD: Final = 7.0
PORT: Final = 12.0
"""Between two lines that reach the same person."""
_CLOSE: Final = 8.0


@dataclass(frozen=True, slots=True)
class End:
    """Where a line reaches a person: on which side (-1 left, 1 right) and for which relation, by its number."""

    relation: int
    side: int


@dataclass(slots=True)
class Map:
    """Everything that is decided before the first line is drawn. `port` is the height of each end of a line."""

    columns: Columns
    persons: dict[str, Person]
    names: dict[str, Words]
    notes: dict[int, Words]
    setting: Setting
    listed: Words = field(default_factory=lambda: Words((), (), 0.0))
    y: dict[str, float] = field(default_factory=dict)
    port: dict[tuple[str, End], float] = field(default_factory=dict)
    inner: tuple[float, float] = (0.0, 0.0)
    """The left and right edge of the family's box."""
    outer: tuple[float, float] = (0.0, 0.0)
    """Where the straight parts of the lines on either side begin."""

    @property
    def has_family(self) -> bool:
        """Whether anybody of the family stands in it."""
        return bool(self.listed.lines) or any(name in self.persons for name in self.columns.columns[MIDDLE])

    def bows(self, column: int) -> list[list[int]]:
        """The relations (by their numbers) between two persons of one column, in tracks where none overlaps another."""
        names = self.columns.columns[column]
        spans = [
            (*sorted((names.index(each.one), names.index(each.other))), number)
            for number, each in enumerate(self.columns.relations)
            if {each.one, each.other} <= set(names)
        ]
        tracks: list[list[tuple[int, int, int]]] = []
        for low, high, number in sorted(spans, key=lambda span: (span[1] - span[0], span)):
            free = (track for track in tracks if all(high <= start or end <= low for start, end, _number in track))
            track = next(free, [])
            if not track:
                tracks.append(track)
            track.append((low, high, number))
        return [[number for _low, _high, number in track] for track in tracks]

    def ends(self, name: str) -> list[End]:
        """Every end of a line at a person."""
        mine = self.columns.column(name)
        found = []
        for number, each in enumerate(self.columns.relations):
            if name in {each.one, each.other}:
                other = self.columns.column(each.other if each.one == name else each.one)
                outside = -1 if mine == LEFT else 1
                side = outside if other == mine else 1 if other > mine else -1
                found.append(End(number, side))
        return found

    def half(self, name: str) -> float:
        """Half of the height that a person takes."""
        if name not in self.persons:
            return 4.0
        if name in self.columns.columns[MIDDLE]:
            words, radius = self.names[name].height, self.setting.radius
            return (
                max(radius, words / 2, self.bundle(name) + 3) if self.setting.compact else radius + (BELOW + words) / 2
            )
        lines = max(sum(self.thick(end) for end in self.ends(name) if end.side == side) for side in (-1, 1))
        card = 2 * CARD if self.persons[name].kind is PersonKind.PROFESSIONAL else 0.0
        return max(self.setting.small if not card else 0.0, (self.names[name].height + card) / 2, lines / 2)

    def thick(self, end: End) -> float:
        """The height that a line takes beside the person outside the family: itself and the words on it."""
        each = self.columns.relations[end.relation]
        inside = self.columns.column(each.one) == self.columns.column(each.other)
        words = None if inside else self.notes.get(end.relation)
        if words and self.setting.compact:
            return max(PORT, words.height + 3)
        return PORT + (words.height if words else 0.0)

    def bundle(self, name: str) -> float:
        """Half of the height that the lines at one of the family take on their fullest side."""
        ends = self.ends(name)
        sides = ([end for end in ends if end.side == side] for side in (-1, 1))
        return max(max(0, len(side) - 1) * self.apart(side) / 2 for side in sides)

    def apart(self, side: Sequence[End]) -> float:
        """The distance between the lines at one of the family, on one side of it."""
        wide = any(self.columns.relations[end.relation].kind is not RelationKind.CONTACT for end in side)
        least = (PORT if wide else _CLOSE) if self.setting.compact else 0.0
        return min(PORT, max(1.5 * self.setting.radius / max(1, len(side) - 1), least))

    def symbol_y(self, name: str) -> float:
        """The middle of a person's symbol; in the family the name stands below it."""
        if name in self.columns.columns[MIDDLE] and name in self.persons and not self.setting.compact:
            return self.y[name] - (BELOW + self.names[name].height) / 2
        return self.y[name]
