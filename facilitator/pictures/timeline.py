"""The timeline: what happened, in order, each with when it was and the moment from which the group knows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from facilitator.core.casus import Occurrence
from facilitator.core.disclosure import Disclosed
from facilitator.pictures.drawing import Anchor, Circle, Drawing, Item, Label, Line, Role, Weight, framed
from facilitator.pictures.measure import Measure
from facilitator.pictures.setting import PAPER, ROOM, Room, Setting
from facilitator.pictures.text import Setter, Words
from facilitator.words import _

WHEN: Final = 150.0
WHAT: Final = 430.0
_SIZE: Final = 15.0
_DOT: Final = 11.0
_BESIDE: Final = 26.0
"""From the line to the words on either side."""
_BETWEEN: Final = 18.0


@dataclass(frozen=True, slots=True)
class _Entry:
    """One occurrence, set. `told` is the number of its moment, from 1."""

    when: Words
    what: Words
    told: int
    said: str

    @property
    def height(self) -> float:
        return max(self.when.height, self.what.height, 2 * _DOT)


def timeline(known: Disclosed, measure: Measure) -> Drawing:
    """Draw the whole timeline, as high as it gets."""
    return _drawn(_entries(known, measure, WHAT), len(known.moments), measure, PAPER)


def timeline_pages(known: Disclosed, measure: Measure, room: Room) -> tuple[Drawing, ...]:
    """Draw the timeline for a screen, in pages that are about as full; no occurrence is cut."""
    entries = _entries(known, measure, min(WHAT, room.sheet().width - 2 * ROOM.margin - WHEN - 2 * _BESIDE))
    whole = _drawn(entries, len(known.moments), measure, ROOM)
    if whole.height <= room.sheet().height:
        return (whole,)
    parts = _even(entries, room.sheet(headed=True).height - 2 * ROOM.margin)
    caption = _("Timeline, part {number} of {total}")
    return tuple(
        replace(
            _drawn(part, len(known.moments), measure, ROOM), caption=caption.format(number=number, total=len(parts))
        )
        for number, part in enumerate(parts, 1)
    )


def _even(entries: Sequence[_Entry], room: float) -> list[list[_Entry]]:
    most = len(_pages(entries, room))
    fuller = (room * part / 20 for part in range(10, 20))
    fewest = next((limit for limit in fuller if len(_pages(entries, limit)) == most), room)
    return _pages(entries, fewest)


def _pages(entries: Sequence[_Entry], room: float) -> list[list[_Entry]]:
    pages: list[list[_Entry]] = [[]]
    for entry in entries:
        used = sum(each.height + _BETWEEN for each in pages[-1])
        if pages[-1] and used + entry.height > room:
            pages.append([])
        pages[-1].append(entry)
    return pages


def _entries(known: Disclosed, measure: Measure, width: float) -> list[_Entry]:
    when = Setter(measure, WHEN, _SIZE, Weight.SEMIBOLD, most=3)
    what = Setter(measure, width, _SIZE, most=8)
    return [_entry(each, known.moments, when, what) for each in known.occurrences]


def _entry(each: Occurrence, moments: Sequence[str], when: Setter, what: Setter) -> _Entry:
    told = moments.index(each.moment) + 1 if each.moment in moments else 1
    said = _("{when}: {what} (moment {number})").format(when=each.when, what=each.what, number=told)
    return _Entry(when(each.when), what(each.what), told, said)


def _drawn(entries: Sequence[_Entry], last: int, measure: Measure, setting: Setting) -> Drawing:
    items: list[Item] = []
    top, middles = 0.0, []
    for entry in entries:
        middles.append(top + _DOT)
        items += _placed(entry, top, last, measure, setting.number)
        top += entry.height + _BETWEEN
    if len(middles) > 1:
        items.insert(0, Line(((0.0, middles[0]), (0.0, middles[-1])), role=Role.ACCENT, width=2.0))
    return framed(items, tuple(entry.said for entry in entries), setting.margin)


def _placed(entry: _Entry, top: float, last: int, measure: Measure, size: float) -> Iterator[Item]:
    """Give a dot with the number of the moment, filled when it is the newest, and the words beside it."""
    newest = entry.told == last
    yield Circle(0.0, top + _DOT, _DOT, Role.ACCENT if newest else Role.GROUND, Role.ACCENT, 2.0)
    number = str(entry.told)
    yield Label(
        number,
        0.0,
        top + _DOT + 0.352 * size,
        measure(number, size, Weight.BOLD),
        size=size,
        weight=Weight.BOLD,
        role=Role.GROUND if newest else Role.ACCENT,
    )
    yield from entry.when.at(-_BESIDE, top + 2.5, Anchor.END)
    yield from entry.what.at(_BESIDE, top + 2.5, Anchor.START)
