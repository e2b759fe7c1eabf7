"""A picture of a case on the room's screen: as large as there is room for, a page for each part of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from facilitator.core.audience import AudienceView
from facilitator.pictures import Drawing, PictureKind, case_pages
from facilitator.ui.audience.pieces import Row
from facilitator.ui.audience.shapes import Shape
from facilitator.ui.audience.sheet import Level, Sheet
from facilitator.ui.pictures.measuring import measure
from facilitator.ui.pictures.paint import paint_drawing
from facilitator.ui.theme import Theme

HEAD = 130
"""Height kept free for what stands above a further page, in pixels on a screen 1080 high."""


@dataclass(frozen=True)
class Drawn(Shape):
    """One drawing in the middle of the room it has."""

    drawing: Drawing
    theme: Theme

    def draw(self, painter: QPainter, left: float, top: float, height: float) -> None:
        """Paint it."""
        paint_drawing(painter, QRectF(left, top, self.width, height), self.drawing, self.theme)


def picture_rows(view: AudienceView, sheet: Sheet, _level: Level) -> Iterator[Row]:
    """A row that fills a page for each page of the picture."""
    if view.picture is None or view.known is None:
        return
    pages = case_pages(PictureKind(view.picture.value), view.known, measure())
    height = sheet.room if len(pages) == 1 else sheet.room - sheet.px(HEAD)
    for drawing in pages:
        yield Row((Drawn(sheet.width, height, drawing, sheet.theme),))
