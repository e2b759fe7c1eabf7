"""A program with a console and an audience window that does what it reads, and tells what it sees as JSON.

Each line of standard input is a command; each gives one line of output. Run by tests/ui/test_displays.py on a
platform with two displays.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QGuiApplication, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.core.audience import AudienceView, Scene, TimeBar
from facilitator.core.script import Form
from facilitator.ui import theme
from facilitator.ui.audience.window import AudienceWindow
from facilitator.ui.display_memory import DisplayId, DisplayMemory
from facilitator.ui.displays import Displays

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
VIEW = AudienceView(Scene.PAGE, Form.HET_GESPREK, "Noord", title="W" * 20, bar=TimeBar((9,), 0, 0.0, datetime.now(UTC)))


class Program:
    """The two windows, and the commands."""

    def __init__(self, app: QApplication, console_at: QRect, remembered: str) -> None:
        self.app = app
        self.theme = theme.apply(app, RESOURCES / "theme")
        self.console = QWidget()
        self.console.setStyleSheet("background: #102030")
        self.console.setGeometry(console_at)
        self.console.show()
        self.audience = AudienceWindow(self.theme)
        self.audience.show_view(VIEW)
        room = DisplayId("", "", "", remembered) if remembered else None
        self.said: list[str] = []
        self.displays = Displays(app, self.audience, DisplayMemory(room), self._remember)
        self.displays.set_console(self.console)
        self.displays.lost.connect(lambda: self.said.append(f"lost visible={self.audience.isVisible()}"))
        self.displays.returned.connect(lambda: self.said.append("returned"))
        app.screenRemoved.connect(lambda _screen: self.said.append(f"removed visible={self.audience.isVisible()}"))

    def _remember(self, memory: DisplayMemory) -> None:
        self.said.append(f"kept {memory.room.name if memory.room else None}")

    def do(self, command: str) -> None:
        """Carry out a command."""
        verb, _space, argument = command.partition(" ")
        match verb:
            case "show":
                self.said.append(f"shown {self.displays.show_audience()}")
            case "here":
                self.displays.show_here()
            case "hide":
                self.displays.hide_audience()
            case "unseen":
                self.displays.say_unseen()
            case "choose":
                found = next(d.id for d in self.displays.displays() if d.id.name == argument)
                self.said.append(f"chosen {self.displays.choose(found)}")
            case "console":
                self.console.setGeometry(QRect(*(int(part) for part in argument.split(","))))

    def settle(self) -> None:
        """Let the window system catch up."""
        end = time.monotonic() + 0.25
        while time.monotonic() < end:
            self.app.processEvents()
            time.sleep(0.01)

    def tell(self) -> str:
        """Everything a test may ask."""
        paper = QColor(self.theme.paper).rgb()
        place = self.audience.geometry()
        told = {
            "said": self.said,
            "visible": self.audience.isVisible(),
            "audience": self.audience.screen().name(),
            "room": None if self.displays.room_screen is None else self.displays.room_screen.name(),
            "screens": sorted(screen.name() for screen in QGuiApplication.screens()),
            "private": self.displays.private_allowed,
            "geometry": [place.x(), place.y(), place.width(), place.height()],
            "paper_on": [screen.name() for screen in QGuiApplication.screens() if _shows(screen.grabWindow(0), paper)],
        }
        self.said = []
        return json.dumps(told)


def _shows(grabbed: QPixmap, colour: int) -> bool:
    image = grabbed.toImage()
    points = ((x, y) for x in range(2, image.width(), 40) for y in range(2, image.height(), 40))
    return sum(image.pixel(x, y) == colour for x, y in points) > 20


def main() -> None:
    """Read commands until there are none."""
    app = QApplication(sys.argv[:1])
    program = Program(app, QRect(*(int(part) for part in sys.argv[1].split(","))), sys.argv[2])
    program.settle()
    for line in sys.stdin:
        program.do(line.strip())
        program.settle()
        print(program.tell(), flush=True)  # noqa: T201  this is how it answers
    program.audience.hide_now()


if __name__ == "__main__":
    main()
