"""Dots: each stands for one of a hundred, or for a round number, and so many are filled. What is left stays to be seen.

A figure of which another is a part is drawn round it: the part filled, the rest of the larger one open.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from facilitator.core.infographic import WHOLE, Amount, Panel, PanelFigure, amount_of
from facilitator.pictures.drawing import Circle, Role
from facilitator.pictures.infographic.figures import figure_part
from facilitator.pictures.infographic.parts import Look, Part, lines, stacked
from facilitator.words import _

_MOST: Final = 150
"""More dots than this are no longer seen as a number."""
_WIDE: Final = 560.0
"""From this width on the figures stand beside the dots."""
_BETWEEN: Final = 34.0


@dataclass(frozen=True, slots=True)
class Array:
    """`filled` dots, then `open` ones, then what is `left`; each dot is `unit` of what is counted.

    Twice as many stand in a row where it is `low`, to leave room for words on the same page.
    """

    filled: int
    open: int
    left: int
    unit: int
    share: bool
    what: str = ""
    low: bool = False

    @property
    def across(self) -> int:
        """How many stand in a row."""
        return (10 if self.share else 15) * (2 if self.low else 1)

    @property
    def step(self) -> float:
        """From one dot to the next."""
        return 23.0 if self.share else 17.0

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.across * self.step

    @property
    def down(self) -> int:
        """How many rows there are."""
        return -(-(self.filled + self.open + self.left) // self.across)


def array_of(amounts: Sequence[Amount]) -> Array:
    """Count the dots of one amount, or of two of which the first is a part of the second."""
    low, high = min(each.low for each in amounts), max(each.high for each in amounts)
    share = amounts[0].share
    unit = 1 if share else max(1, 10 ** math.ceil(math.log10(max(high, 1) / _MOST)))
    filled, all_of_it = round(low / unit), round(high / unit)
    left = max(0, WHOLE - all_of_it) if share else 0
    return Array(filled, all_of_it - filled, left, unit, share, amounts[0].what)


def dot_parts(panel: Panel, look: Look) -> Iterator[Part]:
    """Give the dots and what is said of them: beside each other where there is room, else one under the other."""
    amounts = [amount for each in panel.figures if (amount := amount_of(each.figure.value)) is not None]
    array = replace(array_of(amounts), low=look.apart)
    is_wide = look.width >= _WIDE and not look.apart
    dots = _array_part(array, look)
    width = look.width - array.width - _BETWEEN if is_wide else look.width
    figures = [
        figure_part(each, _key(both=number > 0 or amounts[0].is_range), look, width)
        for number, each in enumerate(_ordered(panel))
    ]
    if amounts[0].is_range:
        figures.append(lines(look.words(_("Filled: the lowest estimate. Open: up to the highest."), width, look.small)))
    if not is_wide:
        yield from (dots, *figures)
        return
    beside = stacked(figures)
    height = max(dots.height, beside.height)
    yield Part((*dots.items, *beside.at(array.width + _BETWEEN, 0.0)), height, 18.0)


def _ordered(panel: Panel) -> list[PanelFigure]:
    """The figures, the part before the whole it belongs to."""

    def size(each: PanelFigure) -> float:
        amount = amount_of(each.figure.value)
        return 0.0 if amount is None else amount.high

    return sorted(panel.figures, key=size)


def _array_part(array: Array, look: Look) -> Part:
    step = min(array.step, look.width / array.across)  # a narrow sheet has smaller dots
    unit = f"{array.unit:,}".replace(",", ".")
    said = (
        _("Each dot is {part} in {whole}.").format(part=array.unit, whole=WHOLE)
        if array.share
        else _("Each dot is {count} {what}.").format(count=unit, what=array.what)
    )
    words = look.words(said, array.across * step, look.small, role=Role.SOFT)
    return stacked((Part(tuple(_dots(array, step)), array.down * step), lines(words, 6.0)))


def _dots(array: Array, step: float) -> Iterator[Circle]:
    kinds = (0,) * array.filled + (1,) * array.open + (2,) * array.left
    for number, kind in enumerate(kinds):
        down, across = divmod(number, array.across)
        yield _dot((across + 0.5) * step, (down + 0.5) * step, step * 0.38, kind)


def _dot(x: float, y: float, radius: float, kind: int) -> Circle:
    """Give a dot that is filled (0), open (1), or left (2)."""
    if kind == 0:
        return Circle(x, y, radius, Role.ACCENT, Role.ACCENT, 1.0)
    if kind == 1:
        return Circle(x, y, radius - 1.0, Role.ACCENT_WASH, Role.ACCENT, 2.6)
    return Circle(x, y, radius * 0.5, Role.GROUND, Role.SOFT, 0.9)


def _key(*, both: bool) -> tuple[Circle, ...]:
    """Give the sign of a figure: a filled dot, and an open one beside it where the figure is both together."""
    if not both:
        return (_dot(9.0, 15.0, 9.0, 0),)
    return _dot(5.5, 15.0, 5.5, 0), _dot(18.5, 15.0, 6.5, 1)
