"""paint_view: a view onto anything that can be painted on. Pure: the same arguments give the same picture."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from facilitator.core.audience import AudienceView, Scene, TimeBar
from facilitator.ui.audience import phrases
from facilitator.ui.audience.picture import BAR_TOP, CORNER_TOP, Picture, compose
from facilitator.ui.audience.quiet import paint_silence, seconds_left
from facilitator.ui.audience.sheet import Sheet
from facilitator.ui.audience.text import MEDIUM, SEMI_BOLD, Look
from facilitator.ui.theme import Theme

BLACK = "#000000"  # the projector's own black, whatever the variant


@dataclass(frozen=True, slots=True)
class Clock:
    """What the room sees of the time: whole minutes, so that a picture lasts a minute.

    `left` is None when no clock runs; `share` is the part of the present step that is over. `quiet` is the seconds of
    silence that are left, in steps, and None when it is not quiet.
    """

    left: int | None = None
    share: float = 0.0
    quiet: int | None = None


def clock_at(view: AudienceView, now: datetime) -> Clock:
    """Read the clock of a view at a moment, and how long it is still to be quiet."""
    return replace(clock_of(view.bar, now), quiet=seconds_left(view.silence, now))


def clock_of(bar: TimeBar | None, now: datetime) -> Clock:
    """Read the clock of a time bar at a moment."""
    if bar is None:
        return Clock()
    planned = bar.minutes[bar.current]
    if bar.since is None and not bar.stands:
        return Clock(None, min(1.0, bar.before / 60 / planned) if planned else 1.0)
    spent = (bar.before + (0.0 if bar.since is None else max(0.0, (now - bar.since).total_seconds()))) / 60
    left = max(0, math.ceil(planned - spent))
    return Clock(left, (planned - left) / planned if planned else 1.0)


def paint_view(
    painter: QPainter,
    rect: QRectF,
    view: AudienceView,
    now: datetime,
    theme: Theme,
    page: int = 0,
    *,
    large: bool = False,
) -> None:
    """Paint what the room sees at `now` into a rectangle; `page` counts from 0 and is kept within what there is."""
    picture = compose(view, rect.width(), rect.height(), theme, large=large)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setClipRect(rect)
    painter.translate(rect.topLeft())
    ground = QRectF(0, 0, rect.width(), rect.height())
    painter.fillRect(ground, QColor(BLACK if view.scene is Scene.BLACK else theme.paper))
    if view.scene is not Scene.BLACK:
        _paint_page(painter, picture, min(page, len(picture.pages) - 1))
        clock = clock_at(view, now)
        _paint_corner(painter, picture.sheet, phrases.corner(view, clock.left))
        paint_silence(painter, picture.sheet, view, clock.quiet)
        if view.bar is not None:
            _paint_bar(painter, picture.sheet, view.bar, clock.share)
    painter.restore()


def _paint_page(painter: QPainter, picture: Picture, number: int) -> None:
    sheet = picture.sheet
    picture.header.draw(painter, sheet.left, picture.header_top, picture.header.height)
    for placed, top in picture.rows(number):
        for piece, left in placed.row.placed(sheet.left):
            piece.draw(painter, left, top, placed.row.height)
    if picture.way is not None:
        picture.way.draw(painter, sheet.left, picture.way_top, picture.way.height)
    if len(picture.pages) > 1:
        look = sheet.look(28, MEDIUM, sheet.theme.soft_ink)
        painter.setFont(look.font())
        painter.setPen(QColor(look.colour))
        place = QRectF(sheet.left, sheet.px(BAR_TOP + 16), sheet.width, sheet.px(60))
        sign = f"{number + 1} / {len(picture.pages)}"
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, sign)


def corner_place(sheet: Sheet, look: Look) -> QRectF:
    """Where the words at the top right stand: beside the heading, or above it where it is narrow."""
    left = 0.0 if sheet.narrow else 0.68 * sheet.width
    return QRectF(sheet.left + left, sheet.px(CORNER_TOP), sheet.width - left, look.leading * look.size)


def _paint_corner(painter: QPainter, sheet: Sheet, words: str) -> None:
    look = sheet.look(30, SEMI_BOLD, sheet.theme.accent)
    painter.setFont(look.font())
    painter.setPen(QColor(look.colour))
    painter.drawText(corner_place(sheet, look), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)


def _paint_bar(painter: QPainter, sheet: Sheet, bar: TimeBar, share: float) -> None:
    """A segment per step in proportion to its minutes; a dot where we are."""
    thickness, between, top = sheet.px(8), sheet.px(4), sheet.px(BAR_TOP)
    minutes = [max(1, m) for m in bar.minutes]
    free = sheet.width - between * (len(minutes) - 1)
    painter.setPen(Qt.PenStyle.NoPen)
    left = sheet.left
    dot = left
    for number, planned in enumerate(minutes):
        width = max(1.0, free * planned / sum(minutes))
        done = 1.0 if number < bar.current else share if number == bar.current else 0.0
        for part, colour in ((1.0, sheet.theme.rest), (done, sheet.theme.accent)):
            if part > 0:
                painter.setBrush(QColor(colour))
                painter.drawRoundedRect(QRectF(left, top, width * part, thickness), thickness / 2, thickness / 2)
        if number == bar.current:
            dot = left + width * share
        left += width + between
    painter.setBrush(QColor(sheet.theme.attention))
    painter.drawEllipse(QPointF(dot, top + thickness / 2), sheet.px(6.5), sheet.px(6.5))
