"""Tables: a header that repeats on every page, and rows that stay whole where a page can hold them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from facilitator.report.layout.blocks import Block, Pile
from facilitator.report.style import STRIPE, TEAL_WASH, Colour
from facilitator.report.tagging.pen import Box, Pen

_ROUNDING: Final = 1e-6
PADDING_X: Final = 7.0
PADDING_Y: Final = 6.5


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row; `fill` is the ground below them, `low` the least height in points."""

    cells: tuple[Pile, ...]
    fill: Colour | None = None
    low: float = 0.0

    @property
    def height(self) -> float:
        """The height in points, with the white space inside the cells."""
        return max(self.low, max((cell.height for cell in self.cells), default=0.0) + 2 * PADDING_Y)

    def split(self, room: float) -> tuple[Row, Row] | None:
        """Cut the row so that its head is at most `room` points high: for a row that no page can hold."""
        inside = room - 2 * PADDING_Y
        parts = [cell.split(inside, forced=True) or (Pile(()), cell) for cell in self.cells]
        if all(not tail.blocks for _, tail in parts) or all(not head.blocks for head, _ in parts):
            return None
        return (
            replace(self, cells=tuple(head for head, _ in parts)),
            replace(self, cells=tuple(tail for _, tail in parts)),
        )


@dataclass(frozen=True, slots=True)
class TableBlock(Block):
    """A table. `columns` are widths in points; the header is read aloud only where it is drawn first."""

    columns: tuple[float, ...]
    header: tuple[Row, ...]
    body: tuple[Row, ...]
    repeats: bool = False

    @property
    def _header_height(self) -> float:
        return sum(row.height for row in self.header)

    @property
    def height(self) -> float:
        """The height in points, with the header."""
        return self._header_height + sum(row.height for row in self.body)

    @property
    def least(self) -> float:
        """The height of the header and two rows: neither stands alone at the foot of a page."""
        return self._header_height + sum(row.height for row in self.body[:2])

    def split(self, room: float, *, forced: bool = False) -> tuple[Block, Block] | None:
        """Cut between two rows; inside a row only when forced."""
        left = room - self._header_height + _ROUNDING
        fits = 0
        while fits < len(self.body) and self.body[fits].height <= left:
            left -= self.body[fits].height
            fits += 1
        if fits == len(self.body):
            return None
        if fits > 1 and fits == len(self.body) - 1:
            fits -= 1  # the last row takes its neighbour along
        if fits:
            return self._parts(self.body[:fits], self.body[fits:])
        halves = self.body[0].split(left) if forced else None
        if halves is None:
            return None
        return self._parts(halves[:1], (halves[1], *self.body[1:]))

    def _parts(self, head: tuple[Row, ...], tail: tuple[Row, ...]) -> tuple[Block, Block]:
        return replace(self, body=head, after=0), replace(self, body=tail, before=0, repeats=True)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw header and rows; a repeated header is not read aloud again."""
        if self.repeats:
            with pen.artifact():
                self._draw_rows(pen, self.header, x, top)
        else:
            self._draw_rows(pen, self.header, x, top)
        self._draw_rows(pen, self.body, x, top + self._header_height)

    def _draw_rows(self, pen: Pen, rows: Sequence[Row], x: float, top: float) -> None:
        for row in rows:
            if row.fill is not None:
                with pen.artifact():
                    pen.fill(Box(x, top, sum(self.columns), row.height), row.fill)
            left = x
            for cell, wide in zip(row.cells, self.columns, strict=True):
                cell.draw(pen, left + PADDING_X, top + PADDING_Y)
                left += wide
            top += row.height


def fitted(widths: Sequence[float], needs: Sequence[float]) -> tuple[float, ...]:
    """Widen columns to what their longest word needs, as far as the others can spare it. All measures in points.

    The sum of the widths stays; when there is too little to spare, every needy column gets the same share of its need.
    """
    lacks = [max(0.0, need - wide) for wide, need in zip(widths, needs, strict=True)]
    spare = [max(0.0, wide - need) for wide, need in zip(widths, needs, strict=True)]
    moved = min(sum(lacks), sum(spare))
    if moved <= 0:
        return tuple(widths)
    gain, loss = moved / sum(lacks), moved / sum(spare)
    return tuple(wide + lack * gain - rest * loss for wide, lack, rest in zip(widths, lacks, spare, strict=True))


def ground(number: int, *, header: bool) -> Colour | None:
    """Give the ground of a row: the header's wash, or a stripe under every second row."""
    if header:
        return TEAL_WASH
    return STRIPE if number % 2 else None
