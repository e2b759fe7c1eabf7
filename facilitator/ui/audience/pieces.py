"""What stands on a page: panels of text, boxes, and rows of them. Everything can be cut at the end of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from facilitator.ui.audience.shapes import Shape
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
            draw_ground(painter, QRectF(left, top, self.width, height), self.fill, self.edge, self.radius)
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
        if all(head is None or isinstance(head, Shape) for head, _tail in halves):
            return None, self
        heads = tuple(head or Panel((), piece.width) for (head, _), piece in zip(halves, self.pieces, strict=True))
        tails = tuple(tail or Panel((), piece.width) for (_, tail), piece in zip(halves, self.pieces, strict=True))
        return replace(self, pieces=heads), replace(self, pieces=tails)

    def placed(self, left: float) -> Iterator[tuple[Piece, float]]:
        """Every piece with its left side."""
        for piece in self.pieces:
            yield piece, left
            left += piece.width + self.between


@dataclass(frozen=True, eq=False)
class Box:
    """A ground with a row on it. `border` is how thick its edge is, in pixels."""

    row: Row
    width: float
    pad_x: float
    pad_y: float
    fill: str
    edge: str = ""
    radius: float = 0.0
    border: float = 0.0

    @cached_property
    def height(self) -> float:
        """The row and the padding."""
        return self.row.height + 2 * self.pad_y

    def cut(self, room: float) -> tuple[Box | None, Box | None]:
        """Cut the row; both parts stand on a ground."""
        if self.height <= room:
            return self, None
        head, tail = self.row.cut(room - 2 * self.pad_y)
        return (replace(self, row=head) if head else None), (replace(self, row=tail) if tail else None)

    def draw(self, painter: QPainter, left: float, top: float, height: float) -> None:
        """Draw the ground as high as the row it stands in, and its own row at the top."""
        rect = QRectF(left, top, self.width, height)
        draw_ground(painter, rect, self.fill, self.edge, self.radius, self.border)
        for piece, x in self.row.placed(left + self.pad_x):
            piece.draw(painter, x, top + self.pad_y, self.row.height)

    def lines(self, left: float, top: float) -> Iterator[tuple[Line, QRectF]]:
        """Every line on it."""
        for piece, x in self.row.placed(left + self.pad_x):
            yield from piece.lines(x, top + self.pad_y)


@dataclass(frozen=True, eq=False)
class Stack:
    """Rows under each other, as one of the columns of a page. Their own gaps are between them."""

    rows: tuple[Row, ...]
    width: float

    @cached_property
    def height(self) -> float:
        """All rows with their gaps."""
        return sum(row.height for row in self.rows) + sum(row.gap for row in self.rows[1:])

    def cut(self, room: float) -> tuple[Stack | None, Stack | None]:
        """Cut between two rows."""
        count = sum(top + row.height <= room for row, top in self._placed(0.0))
        head, tail = self.rows[:count], self.rows[count:]
        return (replace(self, rows=head) if head else None), (replace(self, rows=tail) if tail else None)

    def draw(self, painter: QPainter, left: float, top: float, height: float) -> None:  # noqa: ARG002  not stretched
        """Draw every row as high as it is."""
        for row, y in self._placed(top):
            for piece, x in row.placed(left):
                piece.draw(painter, x, y, row.height)

    def lines(self, left: float, top: float) -> Iterator[tuple[Line, QRectF]]:
        """Every line of every row."""
        for row, y in self._placed(top):
            for piece, x in row.placed(left):
                yield from piece.lines(x, y)

    def _placed(self, top: float) -> Iterator[tuple[Row, float]]:
        for number, row in enumerate(self.rows):
            top += row.gap if number else 0.0
            yield row, top
            top += row.height


def draw_ground(painter: QPainter, rect: QRectF, fill: str, edge: str, radius: float, border: float = 0.0) -> None:
    """Draw a rounded ground; its edge, where it has one, lies within `rect` when it is thick."""
    pen = border or max(1.0, radius / 10)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(edge), pen) if edge else Qt.PenStyle.NoPen)
    inner = rect.adjusted(border / 2, border / 2, -border / 2, -border / 2)
    painter.drawRoundedRect(inner, radius, radius)


def _stack(lines: tuple[Line, ...]) -> float:
    return sum(line.height for line in lines) + sum(line.gap for line in lines[1:])
