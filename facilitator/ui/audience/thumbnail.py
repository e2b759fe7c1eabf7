"""Thumbnail: what the room sees, small, for the facilitator. The same picture as the room's, only scaled down."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.core.audience import AudienceView, Scene
from facilitator.core.script import Form
from facilitator.ui.audience import phrases
from facilitator.ui.audience.paint import Clock, clock_at, paint_view
from facilitator.ui.audience.picture import Picture, compose, timeless
from facilitator.ui.audience.trial import paint_trial
from facilitator.ui.audience.turning import page_after
from facilitator.ui.theme import Theme
from facilitator.words import _


class Thumbnail(QWidget):
    """A live copy of the room's picture. It lays out at the room's size, so that it has the room's pages.

    Signals:
        page_changed(int, int): the page shown (from 0) and how many there are.
    """

    page_changed = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._room = QSize(1920, 1080)
        self._view = AudienceView(Scene.NEUTRAL, Form.HET_GESPREK, "")
        self._now = datetime.now(UTC)  # until the first `set_now`; a view without a bar has no clock
        self._page = 0
        self._large = False
        self._testing = False
        self._print: tuple[object, QPixmap] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("What the audience sees"))

    @property
    def large(self) -> bool:
        """Whether it shows large type."""
        return self._large

    @property
    def now(self) -> datetime:
        """The time it shows."""
        return self._now

    @property
    def page(self) -> int:
        """The page it shows, from 0."""
        return self._page

    @property
    def page_count(self) -> int:
        """How many pages the view takes on the room's screen."""
        return len(self._picture(self._view).pages)

    def show_view(self, view: AudienceView) -> None:
        """Show a view."""
        if view == self._view:
            return
        page = page_after(self._view, self._page, view, self._picture(view))
        self._view = view
        said = (phrases.headline(view), phrases.results(view))
        self.setAccessibleDescription(" ".join(part for part in said if part))
        self.set_page(page)
        self.update()

    def set_now(self, now: datetime) -> None:
        """Tell the time."""
        changed = clock_at(self._view, now) != clock_at(self._view, self._now)
        self._now = now
        if changed:
            self.update()

    def set_room(self, size: QSize) -> None:
        """Tell how large the room's screen is, in logical pixels."""
        if size != self._room and not size.isEmpty():
            self._room = size
            self.updateGeometry()
            self.set_page(self._page)
            self.update()

    def set_manner(self, *, large: bool, testing: bool) -> None:
        """Tell whether the room reads large type, and whether it sees the test picture now."""
        if (large, testing) != (self._large, self._testing):
            self._large, self._testing = large, testing
            self.set_page(self._page)

    def set_page(self, page: int) -> None:
        """Show a page, kept within those there are."""
        count = self.page_count
        self._page = max(0, min(page, count - 1))
        self.page_changed.emit(self._page, count)
        self.update()

    def turn_page(self, by: int = 1) -> None:
        """Turn to another page; after the last comes the first."""
        self.set_page((self._page + by) % self.page_count)

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        """It keeps the proportions of the room's screen."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        """As high as the room's screen would be at this width."""
        return round(width * self._room.height() / self._room.width())

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Small, but large enough to recognise a page."""
        return QSize(300, self.heightForWidth(300))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Put the print on the screen, within round corners."""
        size = self._room.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(
            (self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(), size.height()
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corners = QPainterPath()
        corners.addRoundedRect(place, self._theme.radius_control, self._theme.radius_control)
        painter.setClipPath(corners)
        painter.drawPixmap(place.topLeft(), self._printed(size))
        painter.end()

    def _picture(self, view: AudienceView) -> Picture:
        return compose(view, self._room.width(), self._room.height(), self._theme, large=self._large)

    def _printed(self, size: QSize) -> QPixmap:
        ratio = self.devicePixelRatioF()
        clock: Clock = clock_at(self._view, self._now)
        current = None if self._view.bar is None else self._view.bar.current
        testing = self._testing and self._view.scene is not Scene.BLACK
        key = (timeless(self._view), current, clock, self._page, self._room, size, ratio, self._large, testing)
        if self._print is None or self._print[0] != key:
            pixmap = QPixmap(size * ratio)
            pixmap.setDevicePixelRatio(ratio)
            painter = QPainter(pixmap)
            painter.scale(size.width() / self._room.width(), size.height() / self._room.height())
            room = QRectF(0, 0, self._room.width(), self._room.height())
            if testing:
                paint_trial(
                    painter, self._room.width(), self._room.height(), self._view, self._theme, large=self._large
                )
            else:
                paint_view(painter, room, self._view, self._now, self._theme, self._page, large=self._large)
            painter.end()
            self._print = (key, pixmap)
        return self._print[1]
