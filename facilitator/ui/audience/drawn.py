"""A picture of a case, or a panel of the infographic, on the screen of the room: a page for each part of it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from facilitator.core.audience import AudienceView
from facilitator.pictures import Drawing, PictureKind, Room
from facilitator.pictures.infographic import panel_pages
from facilitator.ui.audience.pieces import Panel, Row
from facilitator.ui.audience.shapes import Shape
from facilitator.ui.audience.sheet import SMALLEST, Level, Sheet, smallest
from facilitator.ui.audience.text import BOLD, elided, plain
from facilitator.ui.pictures.ahead import Pages, pages_ahead
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
    begun = begun_pages(view, sheet)
    if begun is not None:
        pages = begun.result()
    elif view.panel is not None:
        pages = panel_pages(view.panel, measure(), _room(sheet))
    else:
        return
    head = _head(sheet)
    for drawing in pages:
        if drawing.caption:
            yield _caption(drawing.caption, sheet)
        height = sheet.room - head if drawing.caption else sheet.room
        yield Row((Drawn(sheet.width, height, drawing, sheet.theme),), gap=sheet.px(GAP))


def begun_pages(view: AudienceView, sheet: Sheet) -> Future[Pages] | None:
    """Begin to lay the picture of a view out, beside the windows; None where it has none."""
    if view.picture is None or view.known is None:
        return None
    return pages_ahead(PictureKind(view.picture.value), view.known, _room(sheet))


def _room(sheet: Sheet) -> Room:
    """How much room there is, and how large words must be in it."""
    # On a screen that stands upright the width decides how far away people sit.
    least = smallest(min(sheet.scale, (sheet.width + 2 * sheet.left) / 1080) * sheet.zoom)
    return Room(sheet.width, sheet.room, least, _head(sheet))


def _head(sheet: Sheet) -> float:
    """How high the words above a page are, with what is between them and the drawing."""
    return _caption("", sheet).height + sheet.px(GAP)


def _caption(words: str, sheet: Sheet) -> Row:
    """Give the words above a page: which part of the picture it is."""
    look = sheet.look(SMALLEST, BOLD, sheet.theme.accent)
    return Row((Panel(plain(elided(words, look, sheet.width), look), sheet.width),))
