"""What is said beside a drawn figure: its number, what was counted, year and source, and if it is past its day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from facilitator.core.infographic import PanelFigure
from facilitator.pictures.drawing import Anchor, Diamond, Item, Label, Role, Weight
from facilitator.pictures.infographic.parts import Look, Part, lines, stacked
from facilitator.pictures.infographic.told import ended, past_words, source_words

_SIGN: Final = 9.0
_INDENT: Final = 34.0


def value_words(each: PanelFigure) -> tuple[str, str]:
    """Give the number of a figure, and what else its value says."""
    first, _comma, rest = each.figure.value.partition(", ")
    return first, rest


def figure_part(each: PanelFigure, key: Sequence[Item], look: Look, width: float) -> Part:
    """Give a figure with its sign in the picture before it: the number large, the rest under it."""
    first, rest = value_words(each)
    room = width - _INDENT
    value = look.words(f"{first} ({each.figure.year})", room, look.value, Weight.BOLD, Role.ACCENT)
    label = ", ".join(part for part in (each.label, rest) if part)
    parts = [
        Part((*(lines(value, x=_INDENT).items), *key), value.height),
        lines(look.words(label, room, look.text, Weight.SEMIBOLD), 5.0, _INDENT),
        *notes(each, look, room, _INDENT),
    ]
    return stacked(parts, gap=20.0)


def notes(each: PanelFigure, look: Look, width: float, x: float = 0.0, *, source: bool = True) -> Iterator[Part]:
    """Give what was counted, who says so, and the mark of what is past its day."""
    yield lines(look.words(ended(each.figure.definition), width, look.small), 4.0, x)
    if source:
        yield lines(look.words(source_words(each), width, look.small, role=Role.SOFT), 3.0, x)
    if each.past:
        yield past_part(look, width, x)


def past_part(look: Look, width: float, x: float = 0.0) -> Part:
    """Give the mark of a figure that is past its day: a sign and words, so that its colour says nothing alone."""
    words = look.words(past_words(), width - 26.0, look.small, Weight.SEMIBOLD, Role.ATTENTION)
    middle = look.small * 0.5
    sign = Diamond(x + _SIGN, middle, _SIGN, Role.ATTENTION_WASH, Role.ATTENTION, 1.6)
    wide = look.measure("!", look.small, Weight.BOLD)
    mark = Label("!", x + _SIGN, middle + 4.5, wide, Anchor.MIDDLE, look.small, Weight.BOLD, Role.ATTENTION)
    return Part((sign, mark, *words.at(x + 26.0, 0.0, Anchor.START)), max(words.height, 2 * _SIGN), 6.0)
