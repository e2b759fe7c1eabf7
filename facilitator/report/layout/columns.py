"""Blocks beside each other: a narrow column with a wide one, and a list in two columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from facilitator.report.layout.blocks import Block, Pile
from facilitator.report.layout.tables import Row, TableBlock

_HIGHEST: Final = 300.0
"""A list in two columns goes on below itself when a column would get higher than this."""

_WHOLE_PAGE: Final = 700.0

Item = Sequence[Block]
"""The blocks of one item of a list."""


def in_two_columns(items: Sequence[Item], column: float, padding: float) -> TableBlock:
    """Give a list in two columns of `column` points each, read down the left one first.

    A long list becomes several pieces below each other. A piece is never cut, so that it is read in its own order.
    """
    rows = (Row((_pile(left), _pile(right)), padding=padding) for left, right in _pieces(items))
    return TableBlock((column, column), (), tuple(rows))


def balanced(blocks: Sequence[Block], column: float) -> TableBlock:
    """Give blocks in two columns of `column` points, the left one read first; what belongs together is not parted."""
    left, right = _halves(list(_together(blocks)))
    return TableBlock((column, column), (), (Row((_pile(left), _pile(right)), padding=0.0, tall=_WHOLE_PAGE),))


def _together(blocks: Sequence[Block]) -> Iterator[Item]:
    item: list[Block] = []
    for block in blocks:
        item.append(block)
        if not block.keep_next:
            yield item
            item = []
    if item:
        yield item


def _pieces(items: Sequence[Item]) -> Iterator[tuple[Sequence[Item], Sequence[Item]]]:
    piece: list[Item] = []
    for item in items:
        if piece and sum(map(_height, (*piece, item))) > 2 * _HIGHEST:
            yield _halves(piece)
            piece = []
        piece.append(item)
    if piece:
        yield _halves(piece)


def _halves(items: Sequence[Item]) -> tuple[Sequence[Item], Sequence[Item]]:
    """Part where the higher of the two columns is lowest."""
    before = (0.0, *accumulate(map(_height, items)))
    cut = min(range(1, len(items) + 1), key=lambda count: max(before[count], before[-1] - before[count]))
    return items[:cut], items[cut:]


def _height(item: Item) -> float:
    return Pile(tuple(item)).height + item[-1].after


def _pile(items: Sequence[Item]) -> Pile:
    return Pile(tuple(block for item in items for block in item))
