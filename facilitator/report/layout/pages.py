"""A pile of blocks cut into pages.

A heading stays with what follows it; a block that may be cut fills the page first; one that may not moves to the next
page. What is higher than a whole page is cut where it must be, so that the work always ends and nothing falls off.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import Final, NamedTuple

from facilitator.report.layout.blocks import Block, PageBreak

_ROUNDING: Final = 1e-6


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
        if page and room < _needed(block, queue) <= rest:
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


def _needed(block: Block, following: Iterable[Block]) -> float:
    """Give the least height that must fit for `block` to stand here: itself and what it may not be parted from."""
    needed = gap = 0.0
    for each in (block, *following):
        needed += max(gap, each.before) if needed else 0.0
        if not each.keep_next:
            return needed + each.least
        needed += each.height
        gap = each.after
    return needed
