"""At rest: what a running session costs while nobody touches it, on both windows, beside a bare window that ticks."""

from __future__ import annotations

import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.bench_start import reported
from tests.bench.meetings import home_with, meeting

SECONDS = 30

# Both settle first, then tell how many nanoseconds of the processor they used, all threads counted, and in how long.
_TELL = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
def settle(seconds):
    QTimer.singleShot(8_000, lambda: begin(seconds))
def begin(seconds):
    used, at = time.process_time_ns(), time.monotonic_ns()
    QTimer.singleShot(seconds * 1000, lambda: tell(used, at))
def tell(used, at):
    print(time.process_time_ns() - used, time.monotonic_ns() - at, flush=True)
    QApplication.instance().exit()
"""

BARE = (
    _TELL
    + """
from PySide6.QtWidgets import QLabel
app = QApplication([])
label = QLabel()
label.resize(1440, 900)
label.show()
timer = QTimer(interval=500)
timer.timeout.connect(lambda: label.setText(time.strftime("%H:%M")))
timer.start()
settle(int(sys.argv[1]))
sys.exit(app.exec())
"""
)

# Whatever the session was, its room is live, and all that is private is in sight.
RUNNING = (
    _TELL
    + """
from facilitator.__main__ import main
from facilitator.core.events import Screen, ScreenSet
programs = []
def ready():
    from facilitator.app import Program
    programs.extend(QApplication.instance().findChildren(Program))
    programs[0].desk.lead_requested.emit(sys.argv[3])
    look()
def look():
    led, room = programs[0].leading, programs[0].stage.audience
    if led is None:
        QTimer.singleShot(5, look)
        return
    programs[0].window.resize(1440, 900)
    programs[0].stage.displays.show_here()
    programs[0].stage.displays.say_unseen()
    room.resize(1920, 1080)
    led.running.do(ScreenSet, screen=Screen.LIVE)
    assert led.console.isVisible() and room.isVisible()
    settle(int(sys.argv[1]))
sys.exit(main(["--home", sys.argv[2]], ready))
"""
)


def run() -> dict[str, float]:
    """Measure both side by side, as percentages of one core."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as both:
        home = Path(folder)
        session_id = home_with(home, meeting(datetime.now(UTC)))
        running = both.submit(_used, RUNNING, str(SECONDS), str(home), session_id)
        bare = both.submit(_used, BARE, str(SECONDS))
        return {
            "a running session on both windows, % of a core": running.result(),
            "a bare window with a label that is set every half second, % of a core": bare.result(),
        }


def _used(code: str, *arguments: str) -> float:
    used, lasted = reported(code, *arguments)
    return 100 * used / lasted
