"""A program that leads a session in whatever state is asked for, on displays that come and go.

Each line of standard input is a command and gives one line of output, what there is to see as JSON: `begin STATE` leads
a new session and brings it in that state with the room's window shown, `press KEYS` presses keys, `wait SCREENS` lets
the window system catch up until these displays are there, each named with its place. Run by tests/ui/test_any_state.py.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow

from facilitator.core.session import Session
from facilitator.ui import theme
from facilitator.ui.audience.window import AudienceWindow
from facilitator.ui.console.console import Console
from facilitator.ui.displays import Displays
from facilitator.ui.leading import Leading
from facilitator.ui.running_session import RunningSession
from tests.builders import START
from tests.ui.programs.states import STATES, State

NOW = START + timedelta(hours=1)
PLACE = (20, 20, 1280, 700)
RESOURCES = Path(__file__).resolve().parents[3] / "resources"


class Program:
    """The main window, the room's window and the displays, which stay; and a session that is led, which does not."""

    def __init__(self, app: QApplication) -> None:
        self.app = app
        self.theme = theme.apply(app, RESOURCES / "theme")
        self.window = QMainWindow()
        self.window.setGeometry(*PLACE)
        self.audience = AudienceWindow(self.theme)
        self.displays = Displays(app, self.audience)
        self.window.show()
        self.displays.set_console(self.window)
        self.clock = QTimer()
        self.numbers = count(1)
        self.leading: Leading | None = None
        self.at_signal: list[bool] = []
        app.screenRemoved.connect(lambda _screen: self.at_signal.append(self.audience.isVisible()))

    def begin(self, state: State) -> None:
        """Lead a session in this state, the room's window on the beamer."""
        self.end()
        self.window.setGeometry(*PLACE)  # a system that lost a display may have moved it
        running = RunningSession(state.session(), _keep_nothing, lambda: NOW, lambda: f"n-{next(self.numbers)}")
        self.leading = Leading(running, self.audience, self.displays, self.clock)
        self.window.setCentralWidget(self.leading.console)
        self.leading.console.show()
        self.window.activateWindow()
        self.settle()
        assert self.displays.show_audience()
        for screen in tuple(running.session.course.covers):
            running.toggle_screen(screen)  # a session that is opened begins neutral: the facilitator goes on
        state.bring(self.leading)
        self.settle()

    def end(self) -> None:
        """Let go of the session that was led."""
        if self.leading is not None:
            while isinstance(dialog := QApplication.activeModalWidget(), QDialog):
                dialog.reject()
            self.window.takeCentralWidget()
            self.leading.end()
            self.leading = None
            self.settle()

    def do(self, command: str) -> None:
        """Carry out a command."""
        verb, _space, argument = command.partition(" ")
        if verb == "begin":
            self.begin(STATES[argument])
        elif verb == "press":
            # What a window manager does: there is none here.
            (QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window).activateWindow()
            self.wait(lambda: QApplication.focusWidget() is not None)
            widget = QApplication.activePopupWidget() or QApplication.focusWidget() or self.window
            QTest.keyClick(widget, getattr(Qt.Key, f"Key_{argument}"))
            self.settle()
        elif verb == "wait":
            wanted = sorted(argument.split())
            self.wait(lambda: sorted(map(_place, QGuiApplication.screens())) == wanted)
            self.settle()

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the window system catch up until it is so."""
        end = time.monotonic() + 10
        while not until():
            assert time.monotonic() < end, "it took too long"
            self.settle(0.01)

    def settle(self, seconds: float = 0.08) -> None:
        """Let the window system catch up."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.app.processEvents()
            time.sleep(0.003)

    def tell(self) -> str:
        """Everything a test may ask."""
        assert self.leading is not None
        console = self.leading.console
        place = self.audience.geometry()
        others = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not self.audience]
        told = {
            "visible": self.audience.isVisible(),
            "at_signal": self.at_signal,
            "room": None if self.displays.room_screen is None else self.displays.room_screen.name(),
            "painted": [screen.name() for screen in QGuiApplication.screens() if self._is_painted(screen.name())],
            "scene": self.audience.view.scene,
            "testing": self.audience.testing,
            "screen": self.leading.running.session.course.screen,
            "where": console.side.room.where.text(),
            "said": _said(console),
            "geometry": [place.x(), place.y(), place.width(), place.height()],
            "open": _open(console),
            "others_on": sorted({window.screen().name() for window in others}),
        }
        self.at_signal = []
        return json.dumps(told)

    def _is_painted(self, name: str) -> bool:
        """Whether the room's window is painted on a screen: its last corner is where no other window is."""
        screen = next(screen for screen in QGuiApplication.screens() if screen.name() == name)
        image = screen.grabWindow(0).toImage()
        return image.pixelColor(image.width() - 1, image.height() - 1) != QColor("black")


def _place(screen: QScreen) -> str:
    """A display and where its left top corner is: `BEAMER+1366+0`."""
    return f"{screen.name()}+{screen.geometry().x()}+{screen.geometry().y()}"


def _open(console: Console) -> str:
    """What lies over the console: a menu, a dialog or a panel."""
    over = QApplication.activePopupWidget() or QApplication.activeModalWidget() or console.panels.top
    return "" if over is None else type(over).__name__


def _said(console: Console) -> str:
    """Everything that the console says in a line, wherever it stands in sight."""
    top = console.panels.top
    lines = [console.step.entry.strip, *([] if top is None else [top.hint])]
    return "\n".join(line.text() for line in lines if line.isVisible())


def _keep_nothing(_event: object, _session: Session) -> None:
    pass


def main() -> None:
    """Read commands until there are none."""
    program = Program(QApplication(sys.argv[:1]))
    program.settle()
    for line in sys.stdin:
        program.do(line.strip())
        print(program.tell(), flush=True)  # noqa: T201  this is how it answers
    program.end()
    program.audience.hide_now()


if __name__ == "__main__":
    main()
