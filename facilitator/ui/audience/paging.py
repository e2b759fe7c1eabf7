"""Rows put on pages: everything once, in order, nothing cut off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.ui.audience.pieces import Row


@dataclass(frozen=True, slots=True)
class Placed:
    """A row with its top, in pixels from the top of the body."""

    row: Row
    top: float


@dataclass(frozen=True, slots=True)
class Page:
    """What one page shows."""

    rows: tuple[Placed, ...]

    @property
    def height(self) -> float:
        """Down to the bottom of the last row."""
        return max((placed.top + placed.row.height for placed in self.rows), default=0.0)

    @property
    def answers(self) -> frozenset[int]:
        """The numbers of the answers on it."""
        return frozenset(number for placed in self.rows for number in placed.row.answers)


def total_height(rows: Sequence[Row]) -> float:
    """How high rows are together."""
    return sum(row.height for row in rows) + sum(row.gap for row in rows[1:])


def paginate(rows: Sequence[Row], room: float, heading: Row | None = None) -> tuple[Page, ...]:
    """Divide rows over pages `room` pixels high. Pages after the first begin with `heading`.

    A row that fits on a page is never cut. One that does not is cut between lines; a line higher than a page stands on
    a page of its own.
    """
    pages: list[Page] = []
    placed: list[Placed] = []
    waiting = list(reversed(rows))
    while waiting:
        row = waiting.pop()
        bottom = _bottom(placed)
        top = bottom + row.gap if placed else 0.0
        fresh = not placed or (bool(pages) and len(placed) == 1 and heading is not None)
        if top + row.height <= room:
            placed.append(Placed(row, top))
            continue
        whole_page = room - (heading.height + row.gap if heading is not None else 0.0)
        head, tail = row.cut(room - top) if row.height > whole_page else (None, row)
        if head is None and fresh:
            head, tail = row, None  # a line that is higher than the page: shown, not lost
        if head is not None:
            placed.append(Placed(head, top))
        if tail is not None:
            waiting.append(tail)
            pages.append(Page(tuple(placed)))
            placed = [Placed(heading, 0.0)] if heading is not None else []
    pages.append(Page(tuple(placed)))
    return tuple(pages)


def sink(page: Page, room: float) -> Page:
    """Let the rows that belong at the bottom of a page go there."""
    low = [number for number, placed in enumerate(page.rows) if placed.row.low]
    if not low or low[0] == 0:
        return page
    by = max(0.0, room - page.height)
    moved = (Placed(p.row, p.top + (by if number >= low[0] else 0.0)) for number, p in enumerate(page.rows))
    return Page(tuple(moved))


def shift(page: Page, by: float) -> Page:
    """Move a whole page down."""
    return Page(tuple(Placed(placed.row, placed.top + by) for placed in page.rows))


def _bottom(placed: Sequence[Placed]) -> float:
    return placed[-1].top + placed[-1].row.height if placed else 0.0
