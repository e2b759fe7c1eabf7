"""A picture of a case on the room's screen: as large as there is room for, a page for each part of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from facilitator.core.audience import AudienceView
from facilitator.pictures import Drawing, PictureKind, Room, case_pages
from facilitator.ui.audience.pieces import Panel, Row
from facilitator.ui.audience.shapes import Shape
from facilitator.ui.audience.sheet import SMALLEST, Level, Sheet, smallest
from facilitator.ui.audience.text import BOLD, elided, plain
from facilitator.ui.pictures.measuring import measure
from facilitator.ui.pictures.paint import paint_drawing
from facilitator.ui.theme import Theme

GAP = 14
"""Between the words above a page and its drawing, in pixels on a screen 1080 high."""


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
    # On a screen that stands upright the width decides how far away people sit.
    least = smallest(min(sheet.scale, (sheet.width + 2 * sheet.left) / 1080) * sheet.zoom)
    head = _caption("", sheet).height + sheet.px(GAP)
    room = Room(sheet.width, sheet.room, least, head)
    for drawing in case_pages(PictureKind(view.picture.value), view.known, measure(), room):
        if drawing.caption:
            yield _caption(drawing.caption, sheet)
        height = sheet.room - head if drawing.caption else sheet.room
        yield Row((Drawn(sheet.width, height, drawing, sheet.theme),), gap=sheet.px(GAP))


def _caption(words: str, sheet: Sheet) -> Row:
    """Give the words above a page: which part of the picture it is."""
    look = sheet.look(SMALLEST, BOLD, sheet.theme.accent)
    return Row((Panel(plain(elided(words, look, sheet.width), look), sheet.width),))
