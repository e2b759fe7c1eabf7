"""Studio: the program over a home of its own, with a laptop and a projector, and a clock that stands still."""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.app import Program, World
from facilitator.core.events import Event, Screen, ScreenSet
from facilitator.core.session import Session
from facilitator.storage import keys
from facilitator.storage.key_store import NoKeyStore
from facilitator.ui.leading import Leading
from facilitator.ui.main_window import MainWindow

CLOCK = datetime(2026, 11, 17, 14, 27, tzinfo=UTC)
"""In the middle of the example session; a learning session is seen on its own day."""

COLOURS = 256
"""So many are enough for a window, and a picture of them is a third of the size."""

Played = list[tuple[Event, Session]]

_DISPLAYS = {
    "synchronousWindowSystemEvents": False,
    "windowFrameMargins": False,
    "screens": [
        {"name": name, "x": x, "y": 0, "width": w, "height": h, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1.0}
        for name, x, w, h in (("laptop", 0, 1440, 900), ("beamer", 1440, 1920, 1080))
    ],
}
"""A laptop and a projector, as in a real room."""


def set_up_displays() -> None:
    """Let Qt have a laptop and a projector; before there is an application."""
    file = Path(tempfile.mkdtemp(prefix="facilitator-displays-")) / "displays.json"
    file.write_text(json.dumps(_DISPLAYS))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"


def save(picture: Image.Image, path: Path) -> None:
    """Save a picture with few colours."""
    picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


class Studio:
    """The program over a home of its own, and a folder for its pictures.

    Attributes:
        now: what the clock says.
    """

    def __init__(self, home: Path, pictures: Path) -> None:
        self.now = CLOCK
        self._pictures = pictures
        self._numbers = count(1)
        keys.create(home, NoKeyStore())
        keys.recovery_noted(home)
        world = World(home, home, NoKeyStore(), lambda: self.now, lambda: f"shot-{next(self._numbers)}")
        self.program = Program(world)
        self.program.open()
        self.wait(lambda: self.program.desk is not None)

    @property
    def desk(self) -> MainWindow:
        """The main window."""
        desk = self.program.desk
        if desk is None:
            raise SystemExit("the desk did not open")
        return desk

    def wait(self, done: Callable[[], bool]) -> None:
        """Let the windows work until it is so, and then until they are quiet."""
        deadline = time.monotonic() + 20
        while not done() and time.monotonic() < deadline:
            QApplication.processEvents()
        quiet = time.monotonic() + 0.4
        while time.monotonic() < quiet:
            QApplication.processEvents()

    def lead(self, played: Played) -> Leading:
        """Keep what happened, and open the session where it stopped, before the room."""
        store = self.program.services.store
        for event, session in played:
            store.append(event, session)
        store.ask(lambda _connection: None).result(20)
        self.desk.lead_requested.emit(played[-1][1].id)
        self.wait(lambda: self.program.leading is not None)
        led = self.program.leading
        if led is None:
            raise SystemExit("the session did not open")
        self.program.stage.displays.show_audience()
        led.running.do(ScreenSet, screen=Screen.LIVE)
        self.wait(lambda: True)
        return led

    def leave(self, led: Leading) -> None:
        """Leave the session."""
        led.left.emit()
        self.wait(lambda: self.program.leading is None)

    def room(self, name: str) -> None:
        """Save a picture of the room's screen."""
        self.take(self.program.stage.audience, name, 1920, 1080)

    def take(self, widget: QWidget, name: str, width: int, height: int) -> None:
        """Save a picture of a window at a size."""
        widget.resize(width, height)
        self.wait(lambda: True)
        path = self._pictures / f"{name}.png"
        widget.grab().save(str(path))
        with Image.open(path) as picture:
            save(picture, path)

    def close(self) -> None:
        """End the program."""
        self.program.close()
