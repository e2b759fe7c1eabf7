"""A pile of blocks cut into pages.

A heading stays with what follows it; a block that may be cut fills the page first. One that may not be cut, and one
that is to stay whole and fits on a page, moves to the next page. What is higher than a whole page is cut where it must
be, so that the work always ends and nothing falls off.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from facilitator.report.layout.blocks import Block, PageBreak

_ROUNDING: Final = 1e-6
_LONGEST_CHAIN: Final = 20
"""More blocks than this are not looked at for staying together: they fill a page."""

_FEWER: Final = (3, 2, 1)
"""How many blocks stay together where all that should do not fit on one page."""


class Placed(NamedTuple):
    """A block and the distance from the top of the frame, in points."""

    block: Block
    top: float


Page = list[Placed]


def compose(blocks: Iterable[Block], first: float, rest: float) -> list[Page]:
    """Cut `blocks` into pages: `first` is the height of the first frame, `rest` that of the others."""
    queue = deque(blocks)
    pages: list[Page] = [[]]
    used = gap = 0.0
    while queue:
        block = queue.popleft()
        page, frame = pages[-1], rest if len(pages) > 1 else first
        top = used + max(gap, block.before) if page else _at_top(block, len(pages))
        room = frame - top + _ROUNDING
        if isinstance(block, PageBreak):
            used, gap = _turn(pages) if page else (used, gap)
            continue
        if page and room < _needed(block, queue, rest):
            queue.appendleft(block)
            used, gap = _turn(pages)
            continue
        if block.height <= room:
            page.append(Placed(block, top))
            used, gap = top + block.height, block.after
            continue
        parts = block.split(room, forced=not page)
        if parts is not None:
            page.append(Placed(parts[0], top))
            queue.appendleft(parts[1])
        elif page:
            queue.appendleft(block)
        else:
            page.append(Placed(block, top))
        used, gap = _turn(pages)
    if len(pages) > 1 and not pages[-1]:
        pages.pop()
    return pages


def _turn(pages: list[Page]) -> tuple[float, float]:
    pages.append([])
    return 0.0, 0.0


def _at_top(block: Block, page: int) -> float:
    """Give the space above the first block of a page: only the first page of a document grants it."""
    return block.before if page == 1 else 0.0


def _needed(block: Block, following: Iterable[Block], frame: float) -> float:
    """Give the least height that must be left for `block` to stand here: itself and what it may not be parted from.

    Of what cannot stand together on one page (of `frame` points), at least the next blocks come along.
    """
    together = [block]
    for each in following:
        if not together[-1].keep_next or len(together) > _LONGEST_CHAIN:
            break
        together.append(each)
    for count in (len(together), *_FEWER):
        height = _height(together[:count], frame)
        if height <= frame:
            return height
    return 0.0


def _height(together: Sequence[Block], frame: float) -> float:
    """Give the height of blocks under each other; of the last one what must stand with the others."""
    top = gap = 0.0
    for each in together[:-1]:
        top += max(gap, each.before) if top else 0.0
        top += each.height
        gap = each.after
    last = together[-1]
    top += max(gap, last.before) if top else 0.0
    return top + (last.height if last.whole and top + last.height <= frame else last.least)
