"""What a house style puts at the head of the first page: its logo at the left, its marking at the right."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from facilitator.report import fonts
from facilitator.report.builder import Builder
from facilitator.report.house import HouseStyle, Logo
from facilitator.report.layout.blocks import TextBlock
from facilitator.report.layout.lines import Span, line_width
from facilitator.report.style import COLUMN, MARGIN, TEAL, TextStyle
from facilitator.report.tagging.pen import Box, Pen
from facilitator.report.tagging.tree import Figure, Tag
from facilitator.report.text import clean, collapse

_LOGO: Final = (170.0, 44.0)
"""A logo is at most so wide and high, in points."""
_GAP: Final = 10.0
_MARKING: Final = TextStyle(11, 14, TEAL, fonts.BOLD)


class Letterhead:
    """Logo and marking, read aloud before everything else.

    Attributes:
        height: what it takes of the first page, in points; 0 where there is neither.
    """

    def __init__(self, house: HouseStyle, builder: Builder) -> None:
        self._logo = house.logo
        self._size = (0.0, 0.0) if house.logo is None else _fitting(house.logo)
        self._figure = None if house.logo is None else _figure(house.logo, builder)
        self._marking = _marking(house.marking, builder)
        high = max(self._size[1], 0.0 if self._marking is None else self._marking.height)
        self.height = high + _GAP if high else 0.0

    def draw(self, pen: Pen, top: float) -> None:
        """Draw it at the head of a page."""
        if self._logo is not None:
            self._draw_logo(pen, self._logo, Box(MARGIN, top, *self._size))
        if self._marking is not None:
            self._marking.draw(pen, MARGIN, top)

    def _draw_logo(self, pen: Pen, logo: Logo, box: Box) -> None:
        if self._figure is None:  # it says nothing: then it is decoration
            with pen.artifact("Pagination"):
                pen.pixels(logo.png, box)
            return
        if self._figure.figure is not None:
            self._figure.figure.box = (box.x, box.y, box.width, box.height)
        with pen.content(self._figure):
            pen.pixels(logo.png, box)


def _fitting(logo: Logo) -> tuple[float, float]:
    scale = min(_LOGO[0] / max(1, logo.width), _LOGO[1] / max(1, logo.height))
    return logo.width * scale, logo.height * scale


def _figure(logo: Logo, builder: Builder) -> Tag | None:
    says = collapse(clean(logo.alternative)).strip()
    if not says:
        return None
    tag = builder.root.add("Figure")
    tag.figure = Figure(says)
    return tag


def _marking(text: str, builder: Builder) -> TextBlock | None:
    """Give the marking against the right margin; a long one takes several lines of the right half."""
    says = collapse(clean(text)).strip()
    if not says:
        return None
    block = builder.text([Span(says)], _MARKING, COLUMN / 2, builder.root.add("P"))
    return replace(block, indent=COLUMN - max(line_width(line) for line in block.lines))
