"""What can be filled in, as blocks: a choice of one, and fields beside each other, each under its label.

Boxes are drawn on the paper itself, so that a printed form can be filled in by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from facilitator.report.layout.blocks import Block, TextBlock
from facilitator.report.layout.lines import line_width
from facilitator.report.style import INK, SOFT_INK, WHITE, TextStyle
from facilitator.report.tagging.pen import Box, FieldArea, Pen, Rounded

DOT: Final = 11.0
"""How wide and high a button is that can be chosen."""
_BESIDE: Final = 5.0
_BETWEEN: Final = 16.0
"""The room between a button and its word, and between a word and the next button."""
_LINE: Final = 18.0
"""How high a row of buttons is: a finger or a pen finds the right one."""
_EDGE: Final = 0.75
_UNDER: Final = 2.0


@dataclass(frozen=True, slots=True)
class Option:
    """A button and the word beside it."""

    word: TextBlock
    area: FieldArea

    @property
    def width(self) -> float:
        """The width in points, with the room after it."""
        return DOT + _BESIDE + line_width(self.word.lines[0]) + _BETWEEN


@dataclass(frozen=True, slots=True)
class ChoiceBlock(Block):
    """Buttons of which one can be chosen, in rows of at most `width`."""

    options: tuple[Option, ...]
    width: float

    def _placed(self) -> Iterator[tuple[Option, float, int]]:
        x, row = 0.0, 0
        for option in self.options:
            if x and x + option.width - _BETWEEN > self.width:
                x, row = 0.0, row + 1
            yield option, x, row
            x += option.width

    @property
    def height(self) -> float:
        """The height of the rows, in points."""
        return (1 + max(row for _option, _x, row in self._placed())) * _LINE

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the buttons as circles to tick, and their words."""
        for option, offset, row in self._placed():
            box = Box(x + offset, top + row * _LINE + (_LINE - DOT) / 2, DOT, DOT)
            with pen.artifact():
                pen.shape(Rounded(WHITE, INK, _EDGE, (0, 0), box, DOT / 2))
            pen.field(replace(option.area, box=box))
            word_top = top + row * _LINE + (_LINE - option.word.height) / 2
            option.word.draw(pen, box.x + DOT + _BESIDE, word_top)


@dataclass(frozen=True, slots=True)
class Field:
    """A box to write in under its label; `height` is that of the box."""

    label: TextBlock
    area: FieldArea
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class FieldsBlock(Block):
    """Boxes to write in beside each other; `gap` is the room between two."""

    fields: tuple[Field, ...]
    gap: float

    @property
    def height(self) -> float:
        """The height of labels and boxes, in points."""
        return self._labels + _UNDER + max(field.height for field in self.fields)

    @property
    def _labels(self) -> float:
        return max(field.label.height for field in self.fields)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the labels, and the boxes under them in one line."""
        for field in self.fields:
            field.label.draw(pen, x, top + self._labels - field.label.height)
            box = Box(x, top + self._labels + _UNDER, field.width, field.height)
            with pen.artifact():
                pen.shape(Rounded(WHITE, SOFT_INK, _EDGE, (0, 0), box, 3))
            inside = Box(box.x + 2, box.y + 2, box.width - 4, box.height - 4)
            pen.field(replace(field.area, box=inside))
            x += field.width + self.gap


def label_style(style: TextStyle) -> TextStyle:
    """The style of a label: it stays with its box."""
    return replace(style, before=0, after=0, keep_next=True)
