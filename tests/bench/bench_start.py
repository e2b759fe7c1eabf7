"""Opening the program: spawn to a usable start page and to a resumed session, against a bare PySide6 window."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench.meetings import home_with_meeting

ROUNDS = 9

BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, done)
def done():
    print(time.monotonic_ns(), flush=True)
    app.exit()
app = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
sys.exit(app.exec())
"""

# The start page counts when it was painted with what the store said; the session when console and room are painted.
START = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from facilitator.__main__ import main
def done():
    print(time.monotonic_ns(), flush=True)
    QApplication.instance().exit()
def ready():
    QTimer.singleShot(0, look)
def look():
    window = QApplication.instance().activeWindow() or next(w for w in QApplication.topLevelWidgets() if w.isVisible())
    if window.is_filled():
        window.repaint()
        done()
    else:
        QTimer.singleShot(1, look)
sys.exit(main(["--home", sys.argv[1]], ready))
"""

RESUMED = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from facilitator.__main__ import main
def look():
    led = programs[0].leading
    if led is None:
        QTimer.singleShot(1, look)
        return
    room = programs[0].stage.audience
    room.show()
    led.console.repaint()
    room.repaint()
    print(time.monotonic_ns(), flush=True)
    QApplication.instance().exit()
programs = []
def ready():
    from facilitator.app import Program
    programs.extend(o for o in QApplication.instance().findChildren(Program))
    programs[0].desk.lead_requested.emit(sys.argv[2])
    look()
sys.exit(main(["--home", sys.argv[1]], ready))
"""

# The same after the start page was looked at for two seconds; counted from the key press on.
_PRESSED = (
    RESUMED.replace(
        "programs[0].desk.lead_requested.emit(sys.argv[2])\n    look()",
        "QTimer.singleShot(2000, press)\ndef press():\n    begun.append(time.monotonic_ns())\n"
        "    programs[0].desk.lead_requested.emit(sys.argv[2])\n    look()",
    )
    .replace("programs = []", "programs = []\nbegun = []")
    .replace("print(time.monotonic_ns()", "print(begun[0], time.monotonic_ns()")
)


def run() -> dict[str, float]:
    """Measure, interleaved; times in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        session_id = home_with_meeting(home)
        ways: dict[str, Callable[[], float]] = {
            "bare window": lambda: _spawned(BARE),
            "start page": lambda: _spawned(START, str(home)),
            "resumed session": lambda: _spawned(RESUMED, str(home), session_id),
        }
        pressed = [_pressed(_PRESSED, str(home), session_id) for _ in range(ROUNDS)]
        times: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(ROUNDS):
            for name, way in ways.items():
                times[name].append(way())
    medians = {name: statistics.median(found[1:]) for name, found in times.items()}
    found = {f"spawn to {name} painted, ms": value for name, value in medians.items()}
    found["from Resume to painted, two seconds after the start page, ms"] = statistics.median(pressed[1:])
    for name in ("start page", "resumed session"):
        found[f"{name} / bare window"] = medians[name] / medians["bare window"]
    return found


def _spawned(code: str, *arguments: str) -> float:
    """Milliseconds from starting a Python to the moment the child reports."""
    begun = time.monotonic_ns()
    return (reported(code, *arguments)[-1] - begun) / 1e6


def _pressed(code: str, *arguments: str) -> float:
    """Milliseconds between the two moments that the child reports."""
    begun, done = reported(code, *arguments)
    return (done - begun) / 1e6


def reported(code: str, *arguments: str) -> list[int]:
    """The whole numbers that a child prints."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=60,
    )
    return [int(word) for word in done.stdout.split()]
