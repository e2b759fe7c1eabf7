"""The real program with a session on its console: does what it reads, and tells what there is to see as JSON.

Each line of standard input is a command and gives one line of output: `press F7` presses a key, `enter TEXT` types a
line, `check` asks to check the projector and `answer` answers its questions, anything else only looks. Run by
tests/journeys/test_displays.py.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator import words
from facilitator.app import Program, World
from facilitator.content.locate import resource
from facilitator.core.vocabulary import Form
from facilitator.storage.key_store import NoKeyStore
from facilitator.ui.console.console import Console
from facilitator.ui.leading import Leading
from facilitator.ui.prepare.prepare_page import PreparePage
from facilitator.ui.projector_check import ProjectorCheck
from facilitator.ui.threshold.recovery_page import RecoveryPage

PAPER_POINTS = 20
"""So many points of the room's own paper on a display say that its window is there."""


class Led:
    """The program, past the doorstep, with a session that can begin."""

    def __init__(self, app: QApplication, home: Path) -> None:
        self.app = app
        numbers = count(1)
        self.program = Program(World(home, home, NoKeyStore(), lambda: datetime.now(UTC), lambda: f"n-{next(numbers)}"))
        self.program.open()
        self.wait(lambda: isinstance(self.program.window.centralWidget(), RecoveryPage))
        page = self.program.window.centralWidget()
        assert isinstance(page, RecoveryPage)
        page.sure.setChecked(True)
        page.go_on.click()
        self.wait(lambda: self.program.desk is not None)
        self._prepare()
        self.wait(lambda: self.program.leading is not None)

    def _prepare(self) -> None:
        desk = self.program.desk
        assert desk is not None
        desk.setGeometry(20, 20, 1280, 720)
        desk.prepare(Form.HET_GESPREK)
        page = desk.stack.currentWidget()
        assert isinstance(page, PreparePage)
        page.change(place="Wijk Noord", organisations=("Politie", "Veilig Thuis"))
        page.begin.click()

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the program work until it is so."""
        end = time.monotonic() + 20
        while not until():
            assert time.monotonic() < end, "it took too long"
            self.settle(0.02)

    def settle(self, seconds: float = 0.25) -> None:
        """Let the program and the window system catch up."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.app.processEvents()
            time.sleep(0.005)

    @property
    def leading(self) -> Leading:
        """The session on the console."""
        assert self.program.leading is not None
        return self.program.leading

    @property
    def check(self) -> ProjectorCheck:
        """The questions about the projector, which are open."""
        assert self.leading.dialog is not None
        return next(check for check in self.leading.dialog.findChildren(ProjectorCheck) if check.isVisible())

    def do(self, command: str) -> None:
        """Carry out a command."""
        verb, _space, argument = command.partition(" ")
        field = self.leading.console.step.entry.field
        if verb == "press":
            *held, key = argument.split("+")
            keys = Qt.KeyboardModifier.ControlModifier if "Ctrl" in held else Qt.KeyboardModifier.NoModifier
            QTest.keyClick(field, getattr(Qt.Key, f"Key_{key}"), keys)
        elif verb == "check":
            self.leading.console.side.room.check.click()
        elif verb == "answer":
            QTest.keyClick(self.check, Qt.Key.Key_Return)
        elif verb == "enter":
            QTest.keyClicks(field, argument)
            QTest.keyClick(field, Qt.Key.Key_Return)

    def tell(self) -> str:
        """Everything a test may ask."""
        console, audience = self.leading.console, self.program.stage.audience
        room = console.side.room
        told = {
            "screens": sorted(screen.name() for screen in QGuiApplication.screens()),
            "visible": audience.isVisible(),
            "paper_on": [screen.name() for screen in self._other_screens() if _shows(screen, self.program.theme.paper)],
            "screen": self.leading.running.session.course.screen,
            "scene": audience.view.scene,
            "answers": [answer.text for answer in audience.view.answers],
            "said": console.step.entry.strip.text(),
            "where": console.side.room.where.text(),
            "checked": [part.text() for part in (room.check, room.checked) if part.isVisible()],
            "testing": audience.testing,
            "large": room.thumbnail.large,
            "private": private_things(console),
        }
        return json.dumps(told)

    def _other_screens(self) -> list[QScreen]:
        """The screens that the console is not on; its own paper is the same."""
        console = self.program.stage.displays.console_screen
        return [screen for screen in QGuiApplication.screens() if screen is not console]


def _shows(screen: QScreen, paper: str) -> bool:
    image = screen.grabWindow(0).toImage()
    points = ((x, y) for x in range(2, image.width(), 40) for y in range(2, image.height(), 40))
    return sum(image.pixel(x, y) == QColor(paper).rgb() for x, y in points) > PAPER_POINTS


def private_things(console: Console) -> list[str]:
    """Which private things are in sight on the console."""
    parts = {
        "guidance": console.step.guidance,
        "notes": console.step.notes,
        "parked": console.side.parking,
        "people": console.panels.people,
    }
    return [name for name, part in parts.items() if part.isVisible()]


def main() -> None:
    """Read commands until there are none."""
    words.use(resource("i18n"))
    led = Led(QApplication(sys.argv[:1]), Path(sys.argv[1]))
    led.settle()
    for line in sys.stdin:
        led.do(line.strip())
        led.settle()
        print(led.tell(), flush=True)  # noqa: T201  this is how it answers
    led.program.close()


if __name__ == "__main__":
    main()
