"""A session on both windows at the size of a laptop and a projector, and the moment at which both are painted."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from itertools import count

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facilitator import words
from facilitator.content.locate import resource
from facilitator.core.events import Screen, ScreenSet
from facilitator.core.session import Session
from facilitator.ui import theme
from facilitator.ui.audience.window import AudienceWindow
from facilitator.ui.displays import Displays
from facilitator.ui.leading import Leading
from facilitator.ui.running_session import RunningSession

LAPTOP = 1440, 900
ROOM = 1920, 1080
PAUSE_MS = 300
"""Between two keys a person looks at what they brought; meanwhile what may come next is made ready."""

_NO_KEY = Qt.KeyboardModifier.NoModifier


def dressed() -> QApplication:
    """Give the application, in our look and language."""
    words.use(resource("i18n"))
    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    theme.apply(app, resource("theme"))
    return app


def lead(app: QApplication, session: Session, now: Callable[[], datetime]) -> tuple[Leading, AudienceWindow]:
    """Lead a session, live before the room."""
    numbers = count(1)
    running = RunningSession(session, lambda _e, _s: None, now, lambda: f"led-{next(numbers)}")
    audience = AudienceWindow(theme.current())
    displays = Displays(app, audience)
    leading = Leading(running, audience, displays, QTimer())
    leading.console.resize(*LAPTOP)
    leading.console.show()
    displays.show_here()
    audience.resize(*ROOM)
    displays.changed.emit()  # the offscreen screen is smaller: tell the console what the room's really is
    displays.say_unseen()  # there is one screen here: what is private is painted too
    running.do(ScreenSet, screen=Screen.LIVE)
    audience.set_now(now())
    leading.console.activateWindow()
    QTest.qWait(PAUSE_MS)
    return leading, audience


class Painted(QObject):
    """Notes when a window, or something in it, was painted last.

    Attributes:
        at: when, by `time.perf_counter`.
        took: how long that painting took, in seconds.
    """

    def __init__(self, *windows: QWidget) -> None:
        super().__init__()
        self.at: dict[QWidget, float] = {}
        self.took: dict[QWidget, float] = {}
        self._windows = windows
        for window in windows:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Note it."""
        if event.type() == QEvent.Type.UpdateRequest and watched in self._windows and isinstance(watched, QWidget):
            begun = time.perf_counter()
            watched.event(event)
            self.at[watched] = time.perf_counter()
            self.took[watched] = self.at[watched] - begun
            return True
        return False

    def after(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _NO_KEY, pause: int = PAUSE_MS) -> float:
        """Press a key where the keyboard is; give the milliseconds until all windows are painted, then wait a while."""
        self.at.clear()
        press = QApplication.focusWidget() or self._windows[0]
        start = time.perf_counter()
        QTest.keyClick(press, key, modifier)
        while len(self.at) < len(self._windows):
            assert time.perf_counter() - start < 10, "one of the windows was not painted"
            QApplication.processEvents()
        done = max(self.at.values())
        QTest.qWait(pause)
        return (done - start) * 1000
