"""Tables: a header that repeats on every page, and rows that stay whole.

Only a tall row is cut, between its blocks or lines, where keeping it whole would leave a good part of a page empty.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from facilitator.report.layout.blocks import Block, Pile
from facilitator.report.style import ROOMY, STRIPE, TEAL_WASH, Colour
from facilitator.report.tagging.pen import Box, Pen

_ROUNDING: Final = 1e-6
PADDING_X: Final = 7.0
PADDING_Y: Final = ROOMY
_NOTHING: Final = Pile(())
_WORTH: Final = 64.0
"""A cut leaves at least this much of a row on the page."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row; `fill` is the ground below them.

    In points: `low` is the least height, `padding` the white above and below, and a row higher than `tall` may be cut.
    `again` repeats the row's head where the row goes on, and is not read aloud.
    """

    cells: tuple[Pile, ...]
    fill: Colour | None = None
    low: float = 0.0
    padding: float = PADDING_Y
    tall: float = math.inf
    has_head: bool = False
    again: Pile = _NOTHING

    @property
    def height(self) -> float:
        """The height in points, with the white space inside the cells."""
        highest = max((cell.height for cell in (*self.cells, self.again)), default=0.0)
        return max(self.low, highest + 2 * self.padding)

    @property
    def least(self) -> float:
        """The height that must stand together."""
        return _WORTH if self.may_be_cut else self.height

    @property
    def may_be_cut(self) -> bool:
        """Whether keeping it whole could leave a good part of a page empty."""
        return self.height > self.tall

    def split(self, room: float, *, forced: bool = False) -> tuple[Row, Row] | None:
        """Cut the row so that its head is at most `room` points high; None where no cut is right."""
        if not forced and (not self.may_be_cut or room < _WORTH):
            return None
        inside = room - 2 * self.padding
        parts = [cell.split(inside, forced=forced) or (_NOTHING, cell) for cell in self.cells]
        if all(not tail.blocks for _, tail in parts) or all(not head.blocks for head, _ in parts):
            return None
        if not forced and any(tail.blocks and not head.blocks for head, tail in parts):
            return None  # a label would stand there without what it labels
        return (
            replace(self, cells=tuple(head for head, _ in parts)),
            replace(self, cells=tuple(tail for _, tail in parts), again=self._head_again(parts[0][1])),
        )

    def _head_again(self, tail: Pile) -> Pile:
        if not self.has_head or tail.blocks:
            return _NOTHING
        return self.cells[0] if self.cells[0].blocks else self.again


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
        """The height of what stands together at the foot of a page: the header and two rows, or one row without it."""
        rows = self.body[:1] if not self.header or (self.body and self.body[0].may_be_cut) else self.body[:2]
        return self._header_height + sum(row.least for row in rows)

    def split(self, room: float, *, forced: bool = False) -> tuple[Block, Block] | None:
        """Cut between two rows, or inside a tall one."""
        left = room - self._header_height + _ROUNDING
        fits = 0
        while fits < len(self.body) and self.body[fits].height <= left:
            left -= self.body[fits].height
            fits += 1
        if fits == len(self.body):
            return None
        halves = self.body[fits].split(left, forced=forced and not fits)
        if halves is not None:
            return self._parts((*self.body[:fits], halves[0]), (halves[1], *self.body[fits + 1 :]))
        if fits > 1 and fits == len(self.body) - 1:
            fits -= 1  # the last row takes its neighbour along
        return self._parts(self.body[:fits], self.body[fits:]) if fits else None

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
            if row.again.blocks:
                with pen.artifact():
                    row.again.draw(pen, x + PADDING_X, top + row.padding)
            left = x
            for cell, wide in zip(row.cells, self.columns, strict=True):
                cell.draw(pen, left + PADDING_X, top + row.padding)
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
