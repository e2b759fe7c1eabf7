"""Eight simulated hours of a meeting, by keys in the real program; prints what it holds each half hour, as JSON."""

from __future__ import annotations

import gc
import json
import os
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import count, cycle
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator import words
from facilitator.app import Program, World
from facilitator.content.library import read_library
from facilitator.content.locate import content_folder, resource
from facilitator.core.casus import Case
from facilitator.core.events import Screen, ScreenSet
from facilitator.storage.key_store import NoKeyStore
from tests.bench.meetings import home_with, meeting

START = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
HOURS = 8
SAMPLES = 16
SCRIPT = "leerbijeenkomst-casus-en-afspraken"

ROUND = (
    "PageDown",
    *("text Eerder weten of een signaal is opgepakt, ronde {n}", "Return", "F8"),
    *("text @organisatie 3 en een vaste contactpersoon {n}", "Return", "F8", "Ctrl+F8"),
    *("Ctrl+Z", "Ctrl+Shift+Z"),
    *("F2", "text Let op de tijd {n}", "Return"),
    *("F3", "text Later: wie belt de school {n}", "Return"),
    *("Alt+1", "Alt+1", "Alt+2", "Alt+2", "Alt+3", "Alt+3"),
    *("Alt+Down", "Alt+Up", "Ctrl+B", "Ctrl+Shift+B"),
    *("F4", "text @organisatie 1 belt binnen een week terug {n}", "Return", "Escape", "Escape"),
    *("Ctrl+Z", "Ctrl+Z", "Ctrl+Z"),
    *("Ctrl+M", "text Hier had het anders gekund {n}", "Return", "Escape", "Ctrl+Z"),
    *("Ctrl+O", "Ctrl+A", "text Vijf minuten stil {n}", "Return", "Escape", "Escape"),
    *("F5", "F5", "F6", "F6", "F7", "F7"),
    *("Ctrl+D", "Escape", "Ctrl+W", "Escape", "F10", "Escape", "F1", "Escape", "Ctrl+R", "Escape", "Escape"),
    *("Ctrl+Shift+J", "Ctrl+Z", "PageDown", "PageUp", "PageDown"),
)
"""One round of it; `{n}` is its number. Most of what is added is taken back: only what is said and kept may grow."""

_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


class LongMeeting:
    """The program with a session on both windows, and a clock that moves when it is told."""

    def __init__(self, home: Path, case: Case) -> None:
        self.app = QApplication([sys.argv[0], "-style", "fusion"])
        words.use(resource("i18n"))
        numbers = count(1)
        self.clock = START
        session_id = home_with(home, meeting(START, SCRIPT, case))
        self.program = Program(World(home, home, NoKeyStore(), lambda: self.clock, lambda: f"n-{next(numbers)}"))
        self.program.open()
        self._wait("desk")
        assert self.program.desk is not None
        self.program.desk.resize(1440, 900)
        self.program.desk.lead_requested.emit(session_id)
        self._wait("leading")
        assert self.program.leading is not None
        self.leading = self.program.leading
        stage = self.program.stage
        stage.displays.show_here()
        stage.displays.say_unseen()
        stage.audience.resize(1920, 1080)
        self.leading.running.do(ScreenSet, screen=Screen.LIVE)
        self.events = 0
        self._seconds = 0.0
        self.leading.running.changed.connect(self._count)
        self.leading.console.window().activateWindow()
        QTest.qWait(300)

    def _wait(self, what: str) -> None:
        for _ in range(1_000):
            if getattr(self.program, what) is not None:
                return
            QTest.qWait(10)
        raise AssertionError(f"no {what} after ten seconds")

    def _count(self, _session: object) -> None:
        self.events += 1
        self.clock += timedelta(seconds=self._seconds)

    def play(self, events: int, seconds: float) -> None:
        """Play rounds until so many events happened, each after so many seconds of the simulated clock."""
        self._seconds = seconds
        for number in cycle(range(1, 100)):
            before = self.events
            for key in ROUND:
                self.press(key.format(n=number))
                if self.events >= events:
                    return
            assert self.events > before, f"stuck at {QApplication.focusWidget()}"

    def press(self, key: str) -> None:
        """Press a key, or type a text, wherever the keyboard is."""
        if key == "PageDown" and self.leading.running.session.next_place is None:
            key = "Ctrl+1"  # after the last step comes the first again, and not the end
        kind, _space, text = key.partition(" ")
        at = QApplication.focusWidget() or self.leading.console
        if kind == "text":
            QTest.keyClicks(at, text)
        else:
            *held, name = key.split("+")
            modifier = Qt.KeyboardModifier.NoModifier
            for each in held:
                modifier |= _MODIFIERS[each]
            QTest.keyClick(at, getattr(Qt.Key, f"Key_{name}"), modifier)
        self.app.processEvents()

    def held(self) -> dict[str, float]:
        """What the process holds now, after garbage was collected."""
        QTest.qWait(150)  # what may come next is made ready, what was let go is gone
        for _ in range(3):
            gc.collect()
        book, session = self.leading.running.session.notebook, self.leading.running.session
        tops = self.app.topLevelWidgets()
        objects = {id(each) for top in tops for each in (top, *top.findChildren(QObject))}
        return {
            "hours": (self.clock - START).total_seconds() / 3600,
            "events": self.events,
            "MB": _resident() / 2**20,
            "Python objects": len(gc.get_objects()),
            "Qt objects": len(objects) + len(self.program.findChildren(QObject)),
            "widgets": len(self.app.allWidgets()),
            "said": len(book.answers) + len(book.notes) + len(book.agreements) + len(book.parked) + len(book.slides),
            "changes to undo": len(session.history) + len(session.undone),
        }


def kinds() -> Counter[str]:
    """How many Python objects of each kind there are: for whoever looks for what grows."""
    return Counter(type(each).__qualname__ for each in gc.get_objects())


def _resident() -> int:
    """Bytes in memory now."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    """Play so many events as asked, in eight simulated hours."""
    home, events = Path(sys.argv[1]), int(sys.argv[2])
    case = next(case for case in read_library(content_folder()).cases if len(case.moments) > 1)
    played = LongMeeting(home, case)
    before = kinds()
    for sample in range(1, SAMPLES + 1):
        played.play(events * sample // SAMPLES, HOURS * 3600 / events)
        print(json.dumps(played.held()), flush=True)  # noqa: T201  this is how it answers
        if sample == SAMPLES // 4:
            before = kinds()
    if len(sys.argv) > 3:
        print((kinds() - before).most_common(25), file=sys.stderr)  # noqa: T201
    played.leading.left.emit()
    played.program.close()


if __name__ == "__main__":
    main()
