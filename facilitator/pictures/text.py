"""Words broken into short lines, and lines set as labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.pictures.drawing import Anchor, Label, Role, Weight
from facilitator.pictures.measure import Measure

_BLANK = re.compile(r"[^\S\xa0]+")

LEADING = 1.18
"""From one baseline to the next, in sizes."""


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of words in one manner."""

    lines: tuple[str, ...]
    widths: tuple[float, ...]
    size: float
    weight: Weight = Weight.REGULAR
    role: Role = Role.INK

    @property
    def width(self) -> float:
        """The width of the widest line."""
        return max(self.widths, default=0.0)

    @property
    def height(self) -> float:
        """From the top of the first line to the bottom of the last."""
        return (len(self.lines) - 1) * self.size * LEADING + self.size * 1.02 if self.lines else 0.0

    def at(self, x: float, top: float, anchor: Anchor = Anchor.MIDDLE) -> Iterator[Label]:
        """Give the labels, the top of the first at `top`."""
        for number, (line, width) in enumerate(zip(self.lines, self.widths, strict=True)):
            baseline = top + self.size * (0.78 + number * LEADING)
            yield Label(line, x, baseline, width, anchor, self.size, self.weight, self.role)


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets words in lines of at most `width` points and `most` lines; the rest falls away behind an ellipsis."""

    measure: Measure
    width: float
    size: float
    weight: Weight = Weight.REGULAR
    role: Role = Role.INK
    most: int = 3

    def __call__(self, text: str) -> Words:
        """Break a text into lines."""
        lines = list(self._lines(text, self.width))
        if 1 < len(lines) <= self.most:
            lines = self._balanced(text, len(lines))
        if len(lines) > self.most:
            lines = [*lines[: self.most - 1], self._elided(lines[self.most - 1])]
        return Words(tuple(lines), tuple(map(self._measured, lines)), self.size, self.weight, self.role)

    def _measured(self, text: str) -> float:
        return self.measure(text, self.size, self.weight)

    def _balanced(self, text: str, count: int) -> list[str]:
        """Break a text at the least width that takes no more lines: no last line of one short word."""
        widest = max(map(self._measured, _words(text)))
        low, high = min(max(widest, self.width / count), self.width), self.width
        if len(list(self._lines(text, low))) <= count:
            high = low
        for _round in range(5):
            middle = (low + high) / 2
            low, high = (middle, high) if len(list(self._lines(text, middle))) > count else (low, middle)
        return list(self._lines(text, high))

    def _lines(self, text: str, width: float) -> Iterator[str]:
        line = ""
        for word in _words(text):
            wanted = f"{line} {word}" if line else word
            if self._measured(wanted) <= width:
                line = wanted
                continue
            if line:
                yield line
            *whole, line = self._pieces(word, width)
            yield from whole
        if line:
            yield line

    def _pieces(self, word: str, width: float) -> list[str]:
        """Cut a word that is wider than a line, as often as it takes: words held together first between them."""
        if "\xa0" in word.strip("\xa0"):
            return list(self._lines(word.replace("\xa0", " "), width))
        pieces = [""]
        for sign in word:
            if pieces[-1] and self._measured(pieces[-1] + sign) > width:
                pieces.append("")
            pieces[-1] += sign
        return pieces

    def _elided(self, line: str) -> str:
        while line and self._measured(f"{line}…") > self.width:
            line = line[:-1]
        return f"{line.rstrip()}…"


def _words(text: str) -> list[str]:
    """Give what a line can be broken between: at every blank but the one that does not break."""
    return [word for word in _BLANK.split(text) if word]
