"""What was counted, drawn: a bar for each choice, marks beside those of before, rows of dots, and an order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from facilitator.core.counted import Tally, Voted
from facilitator.core.options import DotRow, Ranked
from facilitator.pictures import result_words
from facilitator.pictures.drawing import Anchor, Box, Circle, Drawing, Item, Label, Line, Role, Weight, framed
from facilitator.pictures.measure import Measure
from facilitator.pictures.text import Setter, Words
from facilitator.words import _

WIDTH: Final = 690.0
"""On paper this fills the width of the text."""
_SIZE: Final = 15.0
_SMALL: Final = 13.5
_BAR: Final = 16.0
_BETWEEN: Final = 12.0
_WORDS: Final = 220.0
_COLUMN: Final = 130.0
"""The height of the highest column of a scale."""
_HAND: Final = 5


@dataclass(frozen=True, slots=True)
class Tallied:
    """How often each choice or mark was given. `scale` are the words at its ends; empty for choices."""

    rows: tuple[Tally, ...]
    compared: bool = False
    scale: tuple[str, str] | None = None


Result = Tallied | Voted


@lru_cache(maxsize=32)
def result_drawing(result: Result, measure: Measure) -> Drawing:
    """Draw what was counted, about `WIDTH` points wide."""
    if isinstance(result, Voted):
        items = list(_dots(result.dots, measure) if result.dots else _order(result.ranking, measure))
        said = (
            result_words.dot_sentences(result.dots)
            if result.dots
            else result_words.ranking_sentences(result.ranking, result.orders)
        )
        return framed(items, said, margin=4.0)
    said = result_words.tally_sentences(result.rows, compared=result.compared)
    drawn = _bars(result, measure) if result.scale is None else _columns(result, measure)
    return framed(list(drawn), said, margin=4.0)


def _label(
    text: str, x: float, y: float, measure: Measure, anchor: Anchor = Anchor.START, role: Role = Role.INK
) -> Label:
    weight = Weight.REGULAR if role is Role.SOFT else Weight.SEMIBOLD
    return Label(text, x, y, measure(text, _SMALL, weight), anchor, _SMALL, weight, role)


# ---- choices and marks


def _bars(result: Tallied, measure: Measure) -> Iterator[Item]:
    """Give a bar for each choice, under each other."""
    most = max((row.count for row in result.rows), default=0) or 1
    names = Setter(measure, _WORDS, _SIZE, most=4)
    room, top = WIDTH - _WORDS - 60.0, 0.0
    for row in result.rows:
        words = names(row.label)
        yield from words.at(0.0, top, Anchor.START)
        height = max(words.height, _BAR)
        middle = top + height / 2
        wide = room * row.count / most
        yield Box(_WORDS + 20.0, middle - _BAR / 2, room, _BAR, 3.0, Role.ACCENT_WASH, None)
        if row.count:
            yield Box(_WORDS + 20.0, middle - _BAR / 2, wide, _BAR, 3.0, Role.ACCENT, None)
        yield _label(str(row.count), _WORDS + 32.0 + room, middle + 0.352 * _SMALL, measure)
        top += height + _BETWEEN


def _columns(result: Tallied, measure: Measure) -> Iterator[Item]:
    """Give two columns for each mark, hollow for before and solid for now; one where there is no before."""
    most = max((max(row.count, row.before) for row in result.rows), default=0) or 1
    step = WIDTH / len(result.rows)
    wide = step * (0.34 if result.compared else 0.5)
    if result.compared:
        yield from _legend(result.rows, measure)
    for number, row in enumerate(result.rows):
        middle = step * (number + 0.5)
        if result.compared:
            yield from _column(middle - wide - 1.5, wide, row.before, most, measure, solid=False)
            yield from _column(middle + 1.5, wide, row.count, most, measure, solid=True)
        else:
            yield from _column(middle - wide / 2, wide, row.count, most, measure, solid=True)
        yield _label(row.label, middle, _SIZE + 4.0, measure, Anchor.MIDDLE)
    yield Line(((0.0, 0.0), (WIDTH, 0.0)), role=Role.LINE, width=1.2)
    low, high = result.scale or ("", "")
    ends = Setter(measure, WIDTH / 2 - 20.0, _SMALL, role=Role.SOFT)
    yield from ends(low).at(0.0, _SIZE + 14.0, Anchor.START)
    yield from ends(high).at(WIDTH, _SIZE + 14.0, Anchor.END)


def _column(x: float, wide: float, count: int, most: int, measure: Measure, *, solid: bool) -> Iterator[Item]:
    if not count:
        return
    high = _COLUMN * count / most
    fill, edge = (Role.ACCENT, None) if solid else (Role.GROUND, Role.SOFT)
    yield Box(x, -high, wide, high, 2.0, fill, edge, 1.6)
    role = Role.INK if solid else Role.SOFT
    yield _label(str(count), x + wide / 2, -high - 5.0, measure, Anchor.MIDDLE, role)


def _legend(rows: tuple[Tally, ...], measure: Measure) -> Iterator[Item]:
    top = -_COLUMN - 48.0
    before = _("at the start ({count})").format(count=sum(row.before for row in rows))
    now = _("now ({count})").format(count=sum(row.count for row in rows))
    yield Box(0.0, top, 14.0, 14.0, 2.0, Role.GROUND, Role.SOFT, 1.6)
    name = _label(before, 22.0, top + 12.0, measure, role=Role.SOFT)
    yield name
    x = 22.0 + name.width + 28.0
    yield Box(x, top, 14.0, 14.0, 2.0, Role.ACCENT, None)
    yield _label(now, x + 22.0, top + 12.0, measure)


# ---- dots


def _dots(rows: tuple[DotRow, ...], measure: Measure) -> Iterator[Item]:
    """Give a row of dots for each option, in hands of five."""
    names = Setter(measure, _WORDS, _SIZE, most=4)
    radius, top = 5.0, 0.0
    left, room = _WORDS + 20.0, WIDTH - _WORDS - 60.0
    across = int((room + 7.0) // (_HAND * 12.5 + 7.0)) * _HAND
    for row in rows:
        words = names(row.text)
        yield from words.at(0.0, top, Anchor.START)
        for number in range(row.dots):
            line, place = divmod(number, across)
            x = left + radius + place * 12.5 + place // _HAND * 7.0
            yield Circle(x, top + 8.0 + line * 13.0, radius, Role.ACCENT, None)
        yield _label(str(row.dots), left + 12.0 + room, top + 12.5, measure)
        lines = max(1, -(-row.dots // across))
        top += max(words.height, _BAR + (lines - 1) * 13.0) + _BETWEEN


# ---- an order


def _order(rows: tuple[Ranked, ...], measure: Measure) -> Iterator[Item]:
    """Give each option with its place, what is behind it, and a line from its best place to its worst."""
    names = Setter(measure, _WORDS + 80.0, _SIZE, Weight.SEMIBOLD, most=4)
    details = Setter(measure, _WORDS + 80.0, _SMALL, role=Role.SOFT)
    left, top = _WORDS + 140.0, 0.0
    room = WIDTH - left - 10.0
    if len(rows) > 1:
        yield _label("1", left, -6.0, measure, Anchor.MIDDLE, Role.SOFT)
        yield _label(str(len(rows)), left + room, -6.0, measure, Anchor.MIDDLE, Role.SOFT)
    for row in rows:
        words, soft = names(row.text), details(", ".join(_details(row)))
        yield _label(str(row.place) if row.place else "–", 0.0, top + 12.0, measure)
        yield from words.at(26.0, top, Anchor.START)
        yield from soft.at(26.0, top + words.height + 4.0, Anchor.START)
        yield from _spread(row, left, top + 8.0, room, len(rows))
        top += _height(words, soft) + _BETWEEN


def _details(row: Ranked) -> tuple[str, ...]:
    if not row.place:
        return (_("in no order yet"),)
    return ((_("shared place"),) if row.shared else ()) + result_words.ranking_details(row)


def _height(words: Words, soft: Words) -> float:
    return words.height + 4.0 + soft.height


def _spread(row: Ranked, left: float, y: float, room: float, most: int) -> Iterator[Item]:
    def across(place: float) -> float:
        return left + room * ((place - 1) / (most - 1) if most > 1 else 0.5)

    for place in range(1, most + 1):
        yield Line(((across(place), y - 7.0), (across(place), y + 7.0)), role=Role.LINE, width=1.2)
    if row.place:
        best, worst = row.ends
        if worst > best:
            yield Line(((across(best), y), (across(worst), y)), role=Role.SOFT, width=4.0)
        yield Circle(across(row.mean), y, 6.5, Role.ACCENT, None)
