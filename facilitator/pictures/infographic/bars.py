"""Bars on one scale that begins at nothing: shares of a hundred, or counts of the same sort."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from facilitator.core.infographic import WHOLE, Amount, Panel, PanelFigure, amount_of
from facilitator.pictures.drawing import Anchor, Box, Label, Role, Weight, moved
from facilitator.pictures.infographic.figures import notes, value_words
from facilitator.pictures.infographic.parts import Look, Part, lines, stacked
from facilitator.pictures.infographic.told import source_words
from facilitator.pictures.text import Words
from facilitator.words import _

_BAR: Final = 20.0
_BESIDE: Final = 14.0
"""Between the end of the scale and the numbers."""
_WIDE: Final = 420.0
"""From this width on a number stands at the end of its bar."""
_VALUES: Final = 0.42
"""The share of the width that the numbers get at most."""


def bar_parts(panel: Panel, look: Look) -> Iterator[Part]:
    """Give a bar for each figure, with what was counted under it, and at the end who says so."""
    rows = [(each, amount) for each in panel.figures if (amount := amount_of(each.figure.value)) is not None]
    share = rows[0][1].share
    most = WHOLE if share else max(amount.high for _each, amount in rows)
    is_wide = look.width >= _WIDE
    values = [_value_words(each, look, look.width * (_VALUES if is_wide else 1.0)) for each, _amount in rows]
    track = look.width - max(value.width for value in values) - _BESIDE if is_wide else look.width
    if share:
        yield _scale(look, track)
    for number, ((each, amount), value) in enumerate(zip(rows, values, strict=True)):
        bar = tuple(_bar(amount, track, most))
        said = _beside(bar, value) if is_wide else _above(bar, value)
        yield _row(each, said, look, 10.0 if share and not number else 18.0)
    for key, group in groupby(panel.figures, key=source_words):
        named = _sources(key, tuple(group), panel)
        yield lines(look.words(named, look.width, look.small, role=Role.SOFT), 12.0)


def _sources(source: str, group: Sequence[PanelFigure], panel: Panel) -> str:
    """Name a source; where there are several, with what it is of."""
    if len(group) == len(panel.figures):
        return source
    return _("{what}: {source}").format(what=", ".join(each.label for each in group), source=source)


def _scale(look: Look, track: float) -> Part:
    """Give the ends of the scale."""
    low, high = "0", _("{count} percent").format(count=WHOLE)
    y = look.small * 0.78

    def label(text: str, x: float, anchor: Anchor) -> Label:
        wide = look.measure(text, look.small)
        return Label(text, x, y, wide, anchor, look.small, role=Role.SOFT)

    return Part((label(low, 0.0, Anchor.START), label(high, track, Anchor.END)), look.small)


def _value_words(each: PanelFigure, look: Look, most: float) -> Words:
    first, _rest = value_words(each)
    return look.words(f"{first} ({each.figure.year})", most, look.text, Weight.BOLD, Role.ACCENT)


def _beside(bar: tuple[Box, ...], value: Words) -> Part:
    """Give a bar with its number at the end of the scale."""
    height = max(_BAR, value.height)
    places = tuple(moved(item, 0.0, (height - _BAR) / 2) for item in bar)
    said = value.at(bar[0].x + bar[0].width + _BESIDE, (height - value.height) / 2, Anchor.START)
    return Part((*places, *said), height, 5.0)


def _above(bar: tuple[Box, ...], value: Words) -> Part:
    """Give a bar under its number, where the sheet is narrow."""
    return replace(stacked((lines(value), Part(bar, _BAR, 6.0))), gap=3.0)


def _row(each: PanelFigure, bar: Part, look: Look, gap: float) -> Part:
    _first, rest = value_words(each)
    label = ", ".join(part for part in (each.label, rest) if part)
    parts = (
        lines(look.words(label, look.width, look.text, Weight.SEMIBOLD)),
        bar,
        *notes(each, look, look.width, source=False),
    )
    return stacked(parts, gap=gap)


def _bar(amount: Amount, track: float, most: float) -> Iterator[Box]:
    yield Box(0.0, 0.0, track, _BAR, 2.0, Role.GROUND, Role.SOFT, 0.9)
    if amount.is_range:
        yield Box(0.0, 0.0, track * amount.high / most, _BAR, 2.0, Role.ACCENT_WASH, Role.ACCENT, 2.0)
    yield Box(0.0, 0.0, track * amount.low / most, _BAR, 2.0, Role.ACCENT, None)
