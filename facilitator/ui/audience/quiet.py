"""A silence before the room: a ring that empties, and how long it still lasts.

It moves in steps of some seconds, never in between: calm for everybody, and nothing to switch off for whom movement
disturbs. At the end it says so, and nothing else happens.
"""

from __future__ import annotations

import math
from datetime import datetime

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from facilitator.core.audience import AudienceView, ShownSilence
from facilitator.ui.audience import phrases
from facilitator.ui.audience.sheet import Sheet
from facilitator.ui.audience.text import NORMAL, SEMI_BOLD

STEP = 5
"""Seconds between two steps of the ring."""
ROOM = 170
"""The height that is kept free for it, in pixels on a screen 1080 high."""
RING = 112


def seconds_left(silence: ShownSilence | None, now: datetime) -> int | None:
    """How many seconds it is still to be quiet, in steps; 0 when the time is over, None when it is not quiet."""
    if silence is None:
        return None
    whole = 60 * silence.minutes
    spent = (now - silence.since).total_seconds()
    return min(whole, max(0, STEP * math.ceil((whole - spent) / STEP)))


def paint_silence(painter: QPainter, sheet: Sheet, view: AudienceView, left: int | None) -> None:
    """Paint the ring and the words beside it, in the room that is kept free under the page."""
    if view.silence is None or left is None:
        return
    theme, width = sheet.theme, sheet.px(14 * sheet.zoom)
    top = sheet.top + sheet.room + sheet.px((ROOM - RING) * sheet.zoom)
    ring = QRectF(sheet.left, top, sheet.px(RING * sheet.zoom), sheet.px(RING * sheet.zoom)).adjusted(
        width / 2, width / 2, -width / 2, -width / 2
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.rest), width))
    painter.drawEllipse(ring)
    share = left / (60 * view.silence.minutes)
    if share > 0:
        painter.setPen(QPen(QColor(theme.accent), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(ring, 90 * 16, round(share * 360 * 16))
    strong, soft = phrases.silence(view.silence.minutes, left)
    x = sheet.left + sheet.px((RING + 34) * sheet.zoom)
    middle = top + sheet.px(RING * sheet.zoom) / 2
    for words, look, above in (
        (strong, sheet.look(44, SEMI_BOLD, theme.accent), True),
        (soft, sheet.look(32, NORMAL, theme.soft_ink), False),
    ):
        height = look.leading * look.size
        y = middle - height if above and soft else middle - height / 2 if above else middle
        painter.setFont(look.font())
        painter.setPen(QColor(look.colour))
        place = QRectF(x, y, sheet.left + sheet.width - x, height)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
