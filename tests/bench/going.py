"""The moment at which a display goes, and the moment at which the room's window is off it."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.ui.audience.window import AudienceWindow
from facilitator.ui.leading import Leading


class Going:
    """Times how long after the signal the room's window was told off the screen, and a bare window beside it."""

    def __init__(self, app: QApplication, leading: Leading) -> None:
        self._app = app
        self._begun = 0.0
        self._hidden = 0.0
        audience: AudienceWindow = leading._audience
        hide = audience.hide_now

        def timed() -> None:
            hide()
            self._hidden = time.perf_counter()

        audience.hide_now = timed  # type: ignore[method-assign]  # when it is off the screen, not when all is told
        self._bare = QWidget(None, Qt.WindowType.FramelessWindowHint)

    def begin(self) -> None:
        """The signal comes now."""
        self._hidden = 0.0
        self._begun = time.perf_counter()

    def hidden_ms(self, patience: float = 0.0) -> float:
        """Milliseconds from the signal until the window was hidden; waits so many seconds for it."""
        end = time.perf_counter() + patience
        while not self._hidden and time.perf_counter() < end:
            self._app.processEvents()
        assert self._hidden, "the room's window was not hidden"
        hidden, self._hidden = self._hidden, 0.0
        return (hidden - self._begun) * 1000

    def bare_hide(self, screen: QScreen) -> float:
        """Milliseconds that hiding a bare window as large as a screen takes, the window system's part included."""
        self._bare.setGeometry(screen.geometry())
        self._bare.show()
        self.settle(0.02)
        begun = time.perf_counter()
        self._bare.hide()
        if QGuiApplication.platformName() == "xcb":
            QGuiApplication.sync()
        return (time.perf_counter() - begun) * 1000

    def settle(self, seconds: float) -> None:
        """Let the windows catch up."""
        end = time.perf_counter() + seconds
        self._app.processEvents()
        while time.perf_counter() < end:
            self._app.processEvents()
