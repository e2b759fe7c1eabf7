"""Bars on one scale that begins at nothing: shares of a hundred, or counts of the same sort."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from facilitator.core.infographic import WHOLE, Amount, Panel, PanelFigure, amount_of
from facilitator.pictures.drawing import Anchor, Box, Item, Label, Role, Weight
from facilitator.pictures.infographic.figures import notes
from facilitator.pictures.infographic.parts import Look, Part, lines, stacked
from facilitator.pictures.infographic.told import source_words
from facilitator.words import _

_BAR: Final = 20.0


def bar_parts(panel: Panel, look: Look) -> Iterator[Part]:
    """Give a bar for each figure, with what was counted under it, and at the end who says so."""
    rows = [(each, amount) for each in panel.figures if (amount := amount_of(each.figure.value)) is not None]
    most = WHOLE if rows[0][1].share else max(amount.high for _each, amount in rows)
    values = [f"{each.figure.value} ({each.figure.year})" for each, _amount in rows]
    ends = max(look.measure(value, look.text, Weight.BOLD) for value in values)
    track = look.width - ends - 16.0
    if rows[0][1].share:
        yield _scale(look, track)
    for number, ((each, amount), value) in enumerate(zip(rows, values, strict=True)):
        yield _row(each, amount, value, look, track, most, first=not number)
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


def _row(
    each: PanelFigure, amount: Amount, value: str, look: Look, track: float, most: float, *, first: bool
) -> Part:
    label = look.words(each.label, look.width, look.text, Weight.SEMIBOLD)
    bar = Part((*_bar(amount, track, most), _value(value, look, track)), _BAR, 5.0)
    parts = (lines(label), bar, *notes(each, look, look.width, source=False))
    return stacked(parts, gap=8.0 if first else 16.0)


def _bar(amount: Amount, track: float, most: float) -> Iterator[Item]:
    yield Box(0.0, 0.0, track, _BAR, 2.0, Role.GROUND, Role.SOFT, 0.9)
    if amount.is_range:
        yield Box(0.0, 0.0, track * amount.high / most, _BAR, 2.0, Role.ACCENT_WASH, Role.ACCENT, 2.0)
    yield Box(0.0, 0.0, track * amount.low / most, _BAR, 2.0, Role.ACCENT, None)


def _value(value: str, look: Look, track: float) -> Label:
    wide = look.measure(value, look.text, Weight.BOLD)
    baseline = _BAR / 2 + look.text * 0.35
    return Label(value, track + 14.0, baseline, wide, Anchor.START, look.text, Weight.BOLD, Role.ACCENT)
