"""What stands on a page and has no words: bars, dots and lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

if TYPE_CHECKING:
    from facilitator.ui.audience.text import Line


@dataclass(frozen=True)
class Shape:
    """Something without words, `width` by `height` pixels."""

    width: float
    height: float

    def cut(self, _room: float) -> tuple[Self | None, Self | None]:
        """It is not cut: it stays with the first lines beside it."""
        return self, None

    def lines(self, _left: float, _top: float) -> Iterator[tuple[Line, QRectF]]:
        """It has no words."""
        yield from ()

    def draw(self, painter: QPainter, left: float, top: float, height: float) -> None:
        """Draw nothing: a bare shape is a space."""


@dataclass(frozen=True)
class Bar(Shape):
    """A plain bar: `share` of its width is filled."""

    share: float
    thickness: float
    colour: str
    rest: str

    def draw(self, painter: QPainter, left: float, top: float, height: float) -> None:
        """Draw it in the middle of the height of one line."""
        y = top + (min(height, self.height) - self.thickness) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        for share, colour in ((1.0, self.rest), (self.share, self.colour)):
            if share > 0:
                painter.setBrush(QColor(colour))
                width = max(self.thickness, self.width * share)
                painter.drawRoundedRect(QRectF(left, y, width, self.thickness), self.thickness / 2, self.thickness / 2)


@dataclass(frozen=True)
class Twin(Shape):
    """Two bars above each other: how it was, hollow, and how it is, solid. None leaves its half out altogether."""

    before: float | None
    now: float | None
    thickness: float
    hollow: str
    colour: str

    def draw(self, painter: QPainter, left: float, top: float, height: float) -> None:
        """Draw them about the middle of the height of one line, one alone in the middle."""
        shares = [share for share in (self.before, self.now) if share is not None]
        between = 0.3 * self.thickness
        high = len(shares) * self.thickness + (len(shares) - 1) * between
        y = top + (min(height, self.height) - high) / 2
        for share, solid in ((self.before, False), (self.now, True)):
            if share is None:
                continue
            if share > 0:
                self._beam(painter, QRectF(left, y, max(self.thickness, self.width * share), self.thickness), solid)
            y += self.thickness + between

    def _beam(self, painter: QPainter, rect: QRectF, solid: bool) -> None:
        pen = 0.18 * self.thickness
        painter.setPen(Qt.PenStyle.NoPen if solid else QPen(QColor(self.hollow), pen))
        painter.setBrush(QColor(self.colour) if solid else Qt.BrushStyle.NoBrush)
        inner = rect if solid else rect.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
        painter.drawRoundedRect(inner, self.thickness / 4, self.thickness / 4)


class Mark(Enum):
    """How a dot looks: a thin ring, a thick ring with a heart, or full."""

    RING = "ring"
    HEART = "heart"
    FULL = "full"


@dataclass(frozen=True)
class Dot(Shape):
    """A mark in the middle of the first line beside it."""

    mark: Mark
    colour: str

    def draw(self, painter: QPainter, left: float, top: float, height: float) -> None:
        """Draw it."""
        radius = self.width / 2
        middle = QPointF(left + radius, top + min(height, self.height) / 2)
        pen = radius * (0.36 if self.mark is Mark.HEART else 0.22)
        painter.setPen(QPen(QColor(self.colour), pen))
        painter.setBrush(QColor(self.colour) if self.mark is Mark.FULL else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, radius - pen / 2, radius - pen / 2)
        if self.mark is Mark.HEART:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colour))
            painter.drawEllipse(middle, radius * 0.36, radius * 0.36)


@dataclass(frozen=True)
class Rule(Shape):
    """A line from one thing to the next, in the middle of the first line beside it."""

    thickness: float
    colour: str

    def draw(self, painter: QPainter, left: float, top: float, height: float) -> None:
        """Draw it."""
        y = top + (min(height, self.height) - self.thickness) / 2
        painter.fillRect(QRectF(left, y, self.width, self.thickness), QColor(self.colour))
