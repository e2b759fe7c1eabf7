"""AudienceWindow: the room's screen. It shows a view and takes part in nothing else."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QScreen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from facilitator.core.audience import AudienceView, Scene
from facilitator.core.script import Form
from facilitator.ui.audience import phrases
from facilitator.ui.audience.paint import BLACK, clock_at
from facilitator.ui.audience.picture import Picture, begin_layout, compose
from facilitator.ui.audience.prints import Prints
from facilitator.ui.audience.trial import paint_trial
from facilitator.ui.audience.turning import page_after
from facilitator.ui.futures import deliver
from facilitator.ui.theme import Theme

PREPARE_MS = 30
"""So long after the last thing that happened, the pictures that may come next are made."""

_FULL = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
_ORDINARY = Qt.WindowType.Window


class AudienceWindow(QWidget):
    """A frameless full screen on the room's display, or an ordinary window when there is only one display.

    It begins neutral, shows no cursor and answers to no input: keys that arrive while it has the focus (a presenter's
    clicker, say) are handed on.

    Signals:
        key_pressed(QKeyEvent): a key that the facilitator's screen should get.
        page_changed(int, int): the page shown (from 0) and how many there are.
        shown_changed(bool): the window came on a display, or left it.
        test_changed(bool): the test picture is there, or not any more.
    """

    key_pressed = Signal(object)
    page_changed = Signal(int, int)
    shown_changed = Signal(bool)
    test_changed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, _ORDINARY)
        self._theme = theme
        self._view = AudienceView(Scene.NEUTRAL, Form.HET_GESPREK, "")
        self._now = datetime.now(UTC)  # until the first `set_now`; a view without a bar has no clock
        self._page = 0
        self._testing = False
        self._prints = Prints(theme)
        self._coming: tuple[AudienceView, ...] = ()
        self._wanted: list[AudienceView] = []
        self._idle = QTimer(self, singleShot=True, interval=PREPARE_MS)
        self._idle.timeout.connect(self._prepare_one)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        # The program ends with the facilitator's window, also while the room still sees something.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setWindowTitle(phrases.window_title())
        self.setAccessibleName(phrases.window_title())
        self.resize(960, 540)

    # ---- what it shows

    @property
    def view(self) -> AudienceView:
        """The view it shows."""
        return self._view

    @property
    def page(self) -> int:
        """The page it shows, from 0."""
        return self._page

    @property
    def page_count(self) -> int:
        """How many pages the view takes at this size."""
        return len(self._picture(self._view).pages)

    def show_view(self, view: AudienceView) -> None:
        """Show a view."""
        if view == self._view:
            return
        page = page_after(self._view, self._page, view, self._picture(view))
        self._view = view
        self.setAccessibleDescription(phrases.spoken(view))
        self._go_to(page)
        self.update()

    def set_large(self, large: bool) -> None:
        """Show everything in large type, or not."""
        if large != self._prints.large:
            self._prints.large = large
            self._go_to(min(self._page, self.page_count - 1))
            self.update()

    @property
    def testing(self) -> bool:
        """Whether a test picture lies over the view."""
        return self._testing

    def show_test(self, *, on: bool) -> None:
        """Lay a test picture over the view, or take it away. Black stays black."""
        if on != self._testing:
            self._testing = on
            self.update()
            self.test_changed.emit(on)

    def set_now(self, now: datetime) -> None:
        """Tell the time; the picture changes when its minute does."""
        changed = clock_at(self._view, now) != clock_at(self._view, self._now)
        self._now = now
        if changed:
            self.update()
            self.prepare(*self._coming)  # what comes of this step shows that minute too

    def set_page(self, page: int) -> None:
        """Show a page, kept within those there are."""
        self._go_to(max(0, min(page, self.page_count - 1)))

    def turn_page(self, by: int = 1) -> None:
        """Turn to another page; after the last comes the first."""
        self._go_to((self._page + by) % self.page_count)

    def prepare(self, *views: AudienceView) -> None:
        """Have pictures ready of what may come next, made when nothing else happens. Replaces what was asked before."""
        self._coming, self._wanted = views, list(views)
        self._idle.start()

    # ---- where it is

    def show_on(self, screen: QScreen) -> None:
        """Fill a display."""
        self.hide()
        self._dress(_FULL)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        # Without a window manager, and with some, only the geometry puts it where it should be.
        self.setGeometry(screen.geometry())

    def show_as_window(self, screen: QScreen) -> None:
        """Show it on purpose on a display that has other windows too."""
        self.hide()
        self._dress(_ORDINARY)
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.setScreen(screen)
        room = screen.availableGeometry()
        width = min(960, room.width() * 3 // 4)
        place = QRect(QPoint(0, 0), self.size().scaled(width, width, Qt.AspectRatioMode.KeepAspectRatio))
        place.moveCenter(room.center())
        self.setGeometry(place)
        self.show()

    def hide_now(self) -> None:
        """Take it off every display, within this call, and a test picture with it."""
        self.hide()
        handle = self.windowHandle()
        if handle is not None:
            handle.setVisible(False)
        if QGuiApplication.platformName() == "xcb":
            # Hiding waits in a queue for the X server; a display that went away does not wait.
            QGuiApplication.sync()
        self.show_test(on=False)

    def _dress(self, flags: Qt.WindowType) -> None:
        if self.windowFlags() & flags != flags or bool(self.windowFlags() & _FULL == _FULL) != (flags == _FULL):
            self.setWindowFlags(flags)

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Put the print on the screen."""
        painter = QPainter(self)
        if self._view.scene is Scene.BLACK:
            painter.fillRect(event.rect(), QColor(BLACK))
        elif self._testing:
            painter.drawPixmap(0, 0, self._trial_print())
        else:
            painter.drawPixmap(0, 0, self._print(self._view, self._now, self._page))
        painter.end()
        if self._wanted:
            self._idle.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Another size has other prints, and perhaps fewer pages."""
        super().resizeEvent(event)
        self._prints.forget()
        self._go_to(min(self._page, self.page_count - 1))

    def _picture(self, view: AudienceView) -> Picture:
        return compose(view, self.width(), self.height(), self._theme, large=self._prints.large)

    def _trial_print(self) -> QPixmap:
        """The test picture in the display's own pixels: its lines are one of them wide."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        painter = QPainter(pixmap)
        paint_trial(painter, pixmap.width(), pixmap.height(), self._view, self._theme, large=self._prints.large)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _print(self, view: AudienceView, now: datetime, page: int) -> QPixmap:
        return self._prints.get(view, now, self.size(), self.devicePixelRatioF(), page)

    def _prepare_one(self) -> None:
        """Make one print, and come back for the next: the facilitator never waits for more than one."""
        view = self._ready_one()
        if view is None:
            return
        self._wanted.remove(view)
        if view.scene is not Scene.BLACK:
            began = self._now if view.bar is None or view.bar.since is None else view.bar.since
            self._print(view, max(began, self._now), 0)  # what is of this step already shows its clock of now
        if self._wanted:
            self._idle.start()

    def _ready_one(self) -> AudienceView | None:
        """The next view whose print can be made; pictures of a case are laid out beside the windows first."""
        if not self.isVisible():
            return None
        for view in self._wanted:
            layout = None
            if view.picture is not None:
                size = self.width(), self.height()
                layout = begin_layout(view, *size, self._theme, large=self._prints.large)
            if layout is None or layout.done():
                return view
            deliver(layout, self._laid_out)
        return None

    def _laid_out(self, _pages: object) -> None:
        self._idle.start()

    def _go_to(self, page: int) -> None:
        count = self.page_count
        if page != self._page:
            self._page = page
            self.update()
        self.page_changed.emit(self._page, count)

    # ---- input, of which it takes none

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Hand a key on to the facilitator's screen."""
        self.key_pressed.emit(event.clone())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        """Nothing can be clicked here."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  Qt's name
        """Nothing can be scrolled here."""
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802  Qt's name
        """There is no menu here."""
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  Qt's name
        """Closing it hides it; the program goes on."""
        event.accept()

    def setVisible(self, visible: bool) -> None:  # noqa: N802  Qt's name and way
        """Tell when it comes and goes."""
        was = self.isVisible()
        super().setVisible(visible)
        if self.isVisible() != was:
            self.shown_changed.emit(self.isVisible())
