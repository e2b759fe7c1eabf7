"""What stands on a page: panels of text, bars, and rows of them. Everything can be cut at the end of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from facilitator.ui.audience.text import Line, Paragraph, height_of, lay_out


class Piece(Protocol):
    """Something in a row. Measures in pixels."""

    @property
    def width(self) -> float:
        """How wide it is."""

    @property
    def height(self) -> float:
        """How high it wants to be."""

    def cut(self, room: float) -> tuple[Piece | None, Piece | None]:
        """Give what fits in `room` and what is left; None where there is nothing."""

    def draw(self, painter: QPainter, left: float, top: float, height: float) -> None:
        """Draw it; `height` is that of the row, at least its own."""

    def lines(self, left: float, top: float) -> Iterator[tuple[Line, QRectF]]:
        """Every line of text with the place of its words."""


@dataclass(frozen=True, eq=False)
class Panel:
    """Text, with or without a ground. `first` and `last` are the lines it shows (all unless it was cut)."""

    paragraphs: tuple[Paragraph, ...]
    width: float
    pad_x: float = 0.0
    pad_y: float = 0.0
    fill: str = ""
    edge: str = ""
    radius: float = 0.0
    first: int = 0
    last: int | None = None

    @cached_property
    def height(self) -> float:
        """Text and padding together."""
        if self.first or self.last is not None:
            return _stack(self._shown) + 2 * self.pad_y
        inner = self._inner
        gaps = sum(paragraph.gap for paragraph in self.paragraphs[1:])
        return sum(height_of(paragraph, inner) for paragraph in self.paragraphs) + gaps + 2 * self.pad_y

    @property
    def _inner(self) -> float:
        return self.width - 2 * self.pad_x

    @property
    def _shown(self) -> tuple[Line, ...]:
        inner = self._inner
        everything = tuple(line for paragraph in self.paragraphs for line in lay_out(paragraph, inner))
        return everything[self.first : self.last]

    def cut(self, room: float) -> tuple[Panel | None, Panel | None]:
        """Cut between two lines."""
        if self.height <= room:
            return self, None
        shown = self._shown
        count = 0
        while count < len(shown) and _stack(shown[: count + 1]) + 2 * self.pad_y <= room:
            count += 1
        if count == 0:
            return None, self
        middle = self.first + count
        return replace(self, last=middle), replace(self, first=middle)

    def draw(self, painter: QPainter, left: float, top: float, height: float) -> None:
        """Draw the ground as high as the row, and the text at its top."""
        if self.fill:
            painter.setBrush(QColor(self.fill))
            painter.setPen(QPen(QColor(self.edge), max(1.0, self.radius / 10)) if self.edge else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(left, top, self.width, height), self.radius, self.radius)
        for line, y in self._placed(top):
            line.draw(painter, left + self.pad_x, y)

    def lines(self, left: float, top: float) -> Iterator[tuple[Line, QRectF]]:
        """Every line with the place of its words."""
        for line, y in self._placed(top):
            yield line, line.ink_rect(left + self.pad_x, y)

    def _placed(self, top: float) -> Iterator[tuple[Line, float]]:
        y = top + self.pad_y
        for number, line in enumerate(self._shown):
            y += line.gap if number else 0.0
            yield line, y
            y += line.height


@dataclass(frozen=True)
class Bar:
    """A plain bar: `share` of its width is filled."""

    width: float
    height: float
    share: float
    thickness: float
    colour: str
    rest: str

    def cut(self, _room: float) -> tuple[Bar | None, Bar | None]:
        """A bar is not cut: it stays with the first lines beside it."""
        return self, None

    def draw(self, painter: QPainter, left: float, top: float, height: float) -> None:
        """Draw it in the middle of the height of one line."""
        y = top + (min(height, self.height) - self.thickness) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        for share, colour in ((1.0, self.rest), (self.share, self.colour)):
            if share > 0:
                painter.setBrush(QColor(colour))
                width = max(self.thickness, self.width * share)
                painter.drawRoundedRect(QRectF(left, y, width, self.thickness), self.thickness / 2, self.thickness / 2)

    def lines(self, _left: float, _top: float) -> Iterator[tuple[Line, QRectF]]:
        """A bar has no words."""
        yield from ()


@dataclass(frozen=True, eq=False)
class Row:
    """Pieces beside each other, `between` pixels apart. `gap` is the space above it unless it is the first of its page.

    `answers` are the numbers of the answers in it; `low` says that it belongs at the bottom of a page that has room.
    """

    pieces: tuple[Piece, ...]
    gap: float = 0.0
    between: float = 0.0
    answers: tuple[int, ...] = ()
    low: bool = False

    @cached_property
    def height(self) -> float:
        """That of its highest piece."""
        return max((piece.height for piece in self.pieces), default=0.0)

    def cut(self, room: float) -> tuple[Row | None, Row | None]:
        """Cut every piece; what is used up leaves an empty place, so that the rest stays in its column."""
        if self.height <= room:
            return self, None
        halves = [piece.cut(room) for piece in self.pieces]
        if all(head is None or isinstance(head, Bar) for head, _tail in halves):
            return None, self
        heads = tuple(head or Panel((), piece.width) for (head, _), piece in zip(halves, self.pieces, strict=True))
        tails = tuple(tail or Panel((), piece.width) for (_, tail), piece in zip(halves, self.pieces, strict=True))
        return replace(self, pieces=heads), replace(self, pieces=tails)

    def placed(self, left: float) -> Iterator[tuple[Piece, float]]:
        """Every piece with its left side."""
        for piece in self.pieces:
            yield piece, left
            left += piece.width + self.between


def _stack(lines: tuple[Line, ...]) -> float:
    return sum(line.height for line in lines) + sum(line.gap for line in lines[1:])
