"""Prints: pictures of views as pixmaps, made once and kept while they may be shown again."""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from facilitator.core.audience import AudienceView
from facilitator.ui.audience.paint import Clock, clock_at, paint_view
from facilitator.ui.audience.picture import Timeless, timeless
from facilitator.ui.theme import Theme

MOST_BYTES = 48 * 2**20
"""What the prints of one window may take: six at 1920 x 1080, two at 3840 x 2160."""

_Key = tuple[Timeless, tuple[int, ...], int, Clock, QSize, float, int, bool]


class Prints:
    """The prints of one window. A print is good for one minute of one page of one view at one size.

    Attributes:
        large: whether they are in large type.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.large = False
        self._kept: OrderedDict[_Key, QPixmap] = OrderedDict()

    def get(self, view: AudienceView, now: datetime, size: QSize, ratio: float, page: int) -> QPixmap:
        """A view at a moment; `size` in logical pixels, `ratio` device pixels in each. Made when there is none."""
        bar = view.bar
        minutes, current = ((), 0) if bar is None else (bar.minutes, bar.current)
        key = (timeless(view), minutes, current, clock_at(view, now), size, ratio, page, self.large)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        made = self._make(view, now, size, ratio, page)
        self._kept[key] = made
        while len(self._kept) > 2 and sum(map(_bytes, self._kept.values())) > MOST_BYTES:
            self._kept.popitem(last=False)
        return made

    def forget(self) -> None:
        """Let go of all prints."""
        self._kept.clear()

    def _make(self, view: AudienceView, now: datetime, size: QSize, ratio: float, page: int) -> QPixmap:
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        # Whatever part of a pixel the size falls short of at an uneven ratio belongs to the picture too.
        whole = QRectF(0, 0, pixmap.width() / ratio, pixmap.height() / ratio)
        paint_view(painter, whole, view, now, self._theme, page, large=self.large)
        painter.end()
        return pixmap


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
