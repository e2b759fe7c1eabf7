"""What a page is made of: text, panels, rules and page breaks. Tables stand in `tables`.

A block knows its height, can give off a head that fits in the room that is left, and draws itself with a pen. Blocks
are values: splitting gives two new ones.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final

from facilitator.report.layout.lines import Line, Link, Piece, line_width
from facilitator.report.style import LINE, SOFT_INK, Colour, TextStyle
from facilitator.report.tagging.pen import Box, Pen, PlacedLine
from facilitator.report.tagging.tree import Tag

_ROUNDING: Final = 1e-6
_CUT: Final = 0.75
_DASH: Final = 5.0
"""How thick a line to cut along is, and how long its dashes and the gaps between them are, in points."""
_FEWEST_LINES: Final = 2
"""A paragraph leaves at least this many lines on either page (no widows, no orphans)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(ABC):
    """A piece of paper of a fixed width.

    Attributes: before and after (white space wanted above and below, in points; neighbours share the larger),
    keep_next (never the last thing on a page when something follows), whole (never cut when it fits on one page).
    """

    before: float = 0
    after: float = 0
    keep_next: bool = False
    whole: bool = False

    @property
    @abstractmethod
    def height(self) -> float:
        """The height in points, without the space before and after."""

    @property
    def least(self) -> float:
        """The height of the smallest head that may stand alone at the foot of a page."""
        return self.height

    def split(self, room: float, *, forced: bool = False) -> tuple[Block, Block] | None:  # noqa: ARG002  most blocks cannot be cut
        """Give a head of at most `room` points and the rest, or None where no cut is right.

        `forced` says that the block stands alone on an empty page, so that any cut is better than none.
        """
        return None

    @abstractmethod
    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw with the upper left corner at (`x`, `top`)."""


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before an item of a list, and its tag."""

    line: Line
    tag: Tag
    indent: float


@dataclass(frozen=True, slots=True)
class Heading:
    """What makes a text a heading: its level and how it reads in the list of contents."""

    level: int
    title: str


@dataclass(frozen=True, slots=True)
class TextBlock(Block):
    """Lines of text. `indent` is the white space to the left of them."""

    lines: tuple[Line, ...]
    style: TextStyle
    tag: Tag
    indent: float = 0
    label: Label | None = None
    heading: Heading | None = None

    @property
    def height(self) -> float:
        """The height of all lines, in points."""
        return len(self.lines) * self.style.leading

    @property
    def least(self) -> float:
        """The height of the lines that must stay together."""
        count = len(self.lines)
        return (count if count < 2 * _FEWEST_LINES else _FEWEST_LINES) * self.style.leading

    def split(self, room: float, *, forced: bool = False) -> tuple[Block, Block] | None:
        """Cut between two lines, leaving at least two on either side unless forced."""
        fits = int((room + _ROUNDING) // self.style.leading)
        fits = max(fits, 1) if forced else min(fits, len(self.lines) - _FEWEST_LINES)
        if fits >= len(self.lines) or (fits < _FEWEST_LINES and not forced):
            return None
        return (
            replace(self, lines=self.lines[:fits], after=0, keep_next=False),
            replace(self, lines=self.lines[fits:], before=0, label=None, heading=None),
        )

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw label, lines and links, and remember a heading as a bookmark."""
        if self.heading is not None:
            pen.bookmark(self.heading.level, self.heading.title, top)
        first = top + self.style.leading / 2 + self.style.size * 0.34
        if self.label is not None:
            with pen.content(self.label.tag):
                pen.text([_placed(self.label.line, x + self.label.indent, first)])
        for link, pieces in groupby(self._placed(x + self.indent, first), key=lambda pair: pair[0]):
            placed = [line for _, line in pieces]
            if link is None:
                _write(pen, self.tag, placed)
            else:
                self._draw_link(pen, link, placed)

    def _placed(self, x: float, first: float) -> Iterator[tuple[Link | None, PlacedLine]]:
        for number, line in enumerate(self.lines):
            at, y = x, first + number * self.style.leading
            for link, group in groupby(line, key=_link_of):
                pieces = tuple(group)
                for part in _seen_together(pieces):
                    yield link, _placed(part, at if part[0].at is None else x + part[0].at, y)
                at += line_width(pieces)

    def _draw_link(self, pen: Pen, link: Link, placed: Sequence[PlacedLine]) -> None:
        self.tag.adopt(link.tag)
        _write(pen, link.tag, placed)
        for line in placed:
            wide = sum(stroke.width for stroke in line.strokes)
            with pen.artifact():
                pen.fill(Box(line.x, line.y + 1.5, wide, 0.6), line.strokes[0].colour)
            size = self.style.size
            pen.link(Box(line.x, line.y - size, wide, size * 1.3), link.address, link.tag)


def _seen_together(pieces: tuple[Piece, ...]) -> Iterator[tuple[Piece, ...]]:
    """Cut where what is read next is seen elsewhere."""
    if any(piece.at is not None for piece in pieces):
        yield from ((piece,) for piece in pieces)
    else:
        yield pieces


def _write(pen: Pen, tag: Tag, placed: Sequence[PlacedLine]) -> None:
    """Write lines of one tag; what is seen in another order than it is read in says in a Span what it reads."""
    for number, group in groupby(enumerate(placed), key=lambda pair: pair[0] + 1 if _reads(pair[1]) else 0):
        lines = [line for _, line in group]
        own = tag.add("Span") if number else tag
        own.actual_text = _reads(lines[0]) or own.actual_text
        with pen.content(own):
            pen.text(lines)


def _reads(line: PlacedLine) -> str:
    return line.strokes[0].read if len(line.strokes) == 1 else ""


def _link_of(piece: Piece) -> Link | None:
    return piece.link


def _placed(line: Sequence[Piece], x: float, y: float) -> PlacedLine:
    return PlacedLine(x, y, [piece.stroke for piece in line])


@dataclass(frozen=True, slots=True)
class Rule(Block):
    """A line over the whole width; `thickness` in points."""

    width: float
    thickness: float = 0.75
    colour: Colour = LINE

    @property
    def height(self) -> float:
        """The thickness of the line, in points."""
        return self.thickness

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the line; it is not read aloud."""
        with pen.artifact():
            pen.fill(Box(x, top, self.width, self.height), self.colour)


@dataclass(frozen=True, slots=True)
class CutLine(Block):
    """A dashed line over the whole width, to cut along with scissors."""

    width: float

    @property
    def height(self) -> float:
        """The thickness of the dashes, in points."""
        return _CUT

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the dashes; they are not read aloud."""
        count = int((self.width + _DASH) // (2 * _DASH))
        with pen.artifact():
            for number in range(count):
                pen.fill(Box(x + number * 2 * _DASH, top, _DASH, _CUT), SOFT_INK)


@dataclass(frozen=True, slots=True)
class PageBreak(Block):
    """What follows begins on a new page."""

    @property
    def height(self) -> float:
        """Nothing: it takes no room."""
        return 0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw nothing."""


@dataclass(frozen=True, slots=True)
class Panel(Block):
    """A pile of blocks on a coloured ground, with white space around it. It is cut only when no page holds it."""

    pile: Pile
    width: float
    fill: Colour
    bar: Colour
    padding: float = 10
    whole: bool = field(default=True, kw_only=True)

    @property
    def height(self) -> float:
        """The height in points, with the white space inside."""
        return self.pile.height + 2 * self.padding

    @property
    def least(self) -> float:
        """The height of the smallest panel that may stand alone."""
        return self.pile.least + 2 * self.padding

    def split(self, room: float, *, forced: bool = False) -> tuple[Block, Block] | None:
        """Cut between or inside the blocks on the panel."""
        parts = self.pile.split(room - 2 * self.padding, forced=forced)
        if parts is None:
            return None
        return replace(self, pile=parts[0], after=0), replace(self, pile=parts[1], before=0)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the ground, the bar at its left, and the blocks on it."""
        with pen.artifact():
            pen.fill(Box(x, top, self.width, self.height), self.fill)
            pen.fill(Box(x, top, 3, self.height), self.bar)
        self.pile.draw(pen, x + self.padding + 3, top + self.padding)


@dataclass(frozen=True, slots=True)
class Pile:
    """Blocks under each other; the space above the first and below the last falls away."""

    blocks: tuple[Block, ...]

    def _placed(self) -> Iterator[tuple[Block, float]]:
        top = gap = 0.0
        for number, block in enumerate(self.blocks):
            top += max(gap, block.before) if number else 0
            yield block, top
            top += block.height
            gap = block.after

    @property
    def height(self) -> float:
        """The height in points."""
        return max((top + block.height for block, top in self._placed()), default=0.0)

    @property
    def least(self) -> float:
        """The height of the smallest head that may stand alone: a heading or label never does."""
        for block, top in self._placed():
            if not block.keep_next:
                return top + (block.height if block.whole else block.least)
        return self.height

    def split(self, room: float, *, forced: bool = False) -> tuple[Pile, Pile] | None:
        """Give a head of at most `room` points and the rest; None where no cut is right."""
        for number, (block, top) in enumerate(self._placed()):
            if top + block.height <= room + _ROUNDING:
                continue
            parts = None if block.whole and not forced else block.split(room - top, forced=forced and number == 0)
            if parts is not None:
                return Pile((*self.blocks[:number], parts[0])), Pile((parts[1], *self.blocks[number + 1 :]))
            cut = self._parting(number) or (number if forced else 0)
            return (Pile(self.blocks[:cut]), Pile(self.blocks[cut:])) if cut else None
        return self, Pile(())

    def _parting(self, number: int) -> int:
        """Give the last place up to `number` where the blocks may be parted; 0 when there is none."""
        while number and self.blocks[number - 1].keep_next:
            number -= 1
        return number

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the blocks with the upper left corner of the first at (`x`, `top`)."""
        for block, offset in self._placed():
            block.draw(pen, x, top + offset)
