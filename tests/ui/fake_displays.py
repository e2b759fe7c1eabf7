"""Displays that do what no virtual X server can: sleep, mirror, tell their serial, be rearranged by a system."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QObject, QRect, QSize, Signal
from PySide6.QtWidgets import QWidget

from facilitator.ui.display_memory import DisplayId

LAPTOP = DisplayId("", "", "", "eDP-1")
BEAMER = DisplayId("Epson", "EB-L200", "X1", "HDMI-1")
AT_LAPTOP, AT_BEAMER = QRect(0, 0, 1366, 768), QRect(1366, 0, 1920, 1080)


class FakeScreen(QObject):
    """A screen as Qt tells of it."""

    geometryChanged = Signal(QRect)  # noqa: N815  Qt's name

    def __init__(self, known: DisplayId, place: QRect, ratio: float = 1.0) -> None:
        super().__init__()
        self.known, self.place, self.ratio = known, place, ratio

    def manufacturer(self) -> str:
        return self.known.manufacturer

    def model(self) -> str:
        return self.known.model

    def serialNumber(self) -> str:  # noqa: N802  Qt's name
        return self.known.serial

    def name(self) -> str:
        return self.known.name

    def geometry(self) -> QRect:
        return self.place

    def size(self) -> QSize:
        return self.place.size()

    def devicePixelRatio(self) -> float:  # noqa: N802  Qt's name
        return self.ratio


class FakeApp(QObject):
    """The application: it knows the screens. The first is the primary one."""

    screenAdded = Signal(object)  # noqa: N815  Qt's name
    screenRemoved = Signal(object)  # noqa: N815  Qt's name
    primaryScreenChanged = Signal(object)  # noqa: N815  Qt's name

    def __init__(self, *screens: FakeScreen, platform: str = "windows") -> None:
        super().__init__()
        self.all = list(screens)
        self.platform = platform
        self.windows: list[FakeConsole | FakeAudience] = []

    def screens(self) -> list[FakeScreen]:
        return list(self.all)

    def primaryScreen(self) -> FakeScreen | None:  # noqa: N802  Qt's name
        return self.all[0] if self.all else None

    def platformName(self) -> str:  # noqa: N802  Qt's name
        return self.platform

    # ---- what a system does

    def plug(self, screen: FakeScreen, at: int | None = None) -> FakeScreen:
        self.all.insert(len(self.all) if at is None else at, screen)
        self.screenAdded.emit(screen)
        return screen

    def unplug(self, screen: FakeScreen) -> None:
        """Take a screen away. Qt tells of it, and moves the windows that were on it to the first that is left."""
        self.all.remove(screen)
        self.screenRemoved.emit(screen)
        for window in self.windows:
            if window.on is screen and self.all:
                window.move_to(self.all[0])

    def place(self, screen: FakeScreen, place: QRect) -> None:
        screen.place = place
        screen.geometryChanged.emit(place)


class FakeHandle(QObject):
    screenChanged = Signal(object)  # noqa: N815  Qt's name


class FakeConsole(QObject):
    """The facilitator's window, in the middle of a screen."""

    def __init__(self, app: FakeApp, on: FakeScreen) -> None:
        super().__init__()
        self.on = on
        self.handle = FakeHandle()
        app.windows.append(self)
        self._at = QRect(0, 0, 800, 600)
        self._at.moveCenter(on.place.center())

    def window(self) -> FakeConsole:
        return self

    def winId(self) -> int:  # noqa: N802  Qt's name
        return 1

    def windowHandle(self) -> FakeHandle:  # noqa: N802  Qt's name
        return self.handle

    def screen(self) -> FakeScreen:
        return self.on

    def frameGeometry(self) -> QRect:  # noqa: N802  Qt's name
        return self._at

    def move_to(self, screen: FakeScreen) -> None:
        """A hand, or the system, puts it on another screen."""
        self.on = screen
        self._at.moveCenter(screen.place.center())
        self.handle.screenChanged.emit(screen)


class FakeAudience(QWidget):
    """The room's window: notes where it is, and shows nothing really."""

    shown_changed = Signal(bool)
    test_changed = Signal(bool)
    testing = False

    def __init__(self, app: FakeApp) -> None:
        super().__init__()
        self.on: FakeScreen = app.all[0]
        self.full = self.seen = self.large = False
        app.windows.append(self)

    def isVisible(self) -> bool:  # noqa: N802  Qt's name
        return self.seen

    def isFullScreen(self) -> bool:  # noqa: N802  Qt's name
        return self.full

    def screen(self) -> Any:
        return self.on

    def setGeometry(self, place: QRect) -> None:  # type: ignore[override]  # noqa: N802  Qt's name
        self.at = place

    def set_large(self, large: bool) -> None:
        self.large = large

    def show_on(self, screen: FakeScreen) -> None:
        self.on, self.full = screen, True
        self._see(True)

    def show_as_window(self, screen: FakeScreen) -> None:
        self.on, self.full = screen, False
        self._see(True)

    def hide_now(self) -> None:
        self._see(False)
        if self.testing:
            self.testing = False
            self.test_changed.emit(False)

    def move_to(self, screen: FakeScreen) -> None:
        self.on = screen

    def _see(self, seen: bool) -> None:
        if seen != self.seen:
            self.seen = seen
            self.shown_changed.emit(seen)


def qt(fake: object) -> Any:
    """A fake in the place of what Qt has."""
    return cast("Any", fake)
