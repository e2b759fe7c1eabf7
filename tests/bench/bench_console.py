"""A step on the console: from the key to the facilitator's screen and the room's, both painted."""

from __future__ import annotations

import statistics
import time
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time
from itertools import count

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.content.library import read_library
from facilitator.content.locate import content_folder, resource
from facilitator.core.apply import fold
from facilitator.core.events import (
    Answer,
    AnswerGiven,
    AnswersShown,
    Details,
    Screen,
    ScreenSet,
    SessionPlanned,
    SessionStarted,
)
from facilitator.core.people import Partner
from facilitator.core.script import Answering
from facilitator.ui import theme
from facilitator.ui.audience.window import AudienceWindow
from facilitator.ui.displays import Displays
from facilitator.ui.leading import Leading
from facilitator.ui.running_session import RunningSession

NOW = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
STEPS = 96
PAUSE_MS = 300
"""Between two keys a person looks at what they brought; meanwhile what may come next is made ready."""


def run() -> dict[str, float]:
    """Give milliseconds from PgDn or PgUp to both screens painted, with 10 and with 2,000 events, on real content."""
    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    theme.apply(app, resource("theme"))
    found: dict[str, float] = {}
    for events in (10, 2000):
        leading, audience = _lead(app, events)
        found |= _told(f"step, {events:,} events", _steps(app, leading.console, audience, PAUSE_MS))
        found |= _told(f"step, {events:,} events, keys without a pause", _steps(app, leading.console, audience, 0))
        found |= _told(f"answer typed, {events:,} events", _answers(app, leading, audience))
        leading.end()
        app.processEvents()
    return found


class _Painted(QObject):
    """Notes when a window, or something in it, was painted last."""

    def __init__(self, *windows: QWidget) -> None:
        super().__init__()
        self.at: dict[QWidget, float] = {}
        self._windows = windows
        for window in windows:
            for widget in (window, *window.findChildren(QWidget)):
                widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Note it."""
        if event.type() == QEvent.Type.UpdateRequest and watched in self._windows and isinstance(watched, QWidget):
            watched.event(event)
            self.at[watched] = time.perf_counter()
            return True
        return False


def _told(name: str, times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    p99 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return {f"{name}, p50 ms": statistics.median(ordered), f"{name}, p99 ms": p99}


def _lead(app: QApplication, events: int) -> tuple[Leading, AudienceWindow]:
    """A session of the shipped script with so many events, most of them answers of its busiest steps."""
    script = read_library(content_folder()).script("het-gesprek-kennismaken")
    assert script is not None
    details = Details("Wijk Noord", date(2026, 11, 24), clock_time(14), script.minutes, "Voorbeeldstad")
    partners = tuple(Partner(f"p{number}", f"Organisatie {number}") for number in range(8))
    minutes = tuple(step.minutes for step in script.steps)
    planned = SessionPlanned(
        id="e0", at=NOW, session_id="s", script=script, details=details, minutes=minutes, partners=partners
    )
    session = fold((planned, SessionStarted(id="e1", at=NOW)))
    assert session is not None
    numbers, clock = count(1), [NOW]
    running = RunningSession(session, lambda _e, _s: None, lambda: clock[0], lambda: f"i{next(numbers)}")
    asking = [step.id for step in script.steps if step.answering in {Answering.FREE, Answering.PER_PARTNER}]
    for number in range(events - 3):
        text = f"Antwoord {number}: sneller weten of een signaal is opgepakt, en door wie"
        answer = Answer(f"a{number}", asking[number % len(asking)], text, f"p{number % 8}")
        running.do(AnswerGiven, answer=answer)
    running.do(AnswersShown, answer_ids=tuple(f"a{number}" for number in range(min(20, events - 3))))
    clock[0] += timedelta(minutes=1)
    audience = AudienceWindow(theme.current())
    leading = Leading(running, audience, Displays(app, audience), QTimer())
    leading.console.resize(1440, 900)
    leading.console.show()
    audience.show_on(app.primaryScreen())
    audience.setGeometry(0, 0, 1920, 1080)
    running.do(ScreenSet, screen=Screen.LIVE)
    leading.console.activateWindow()
    QTest.qWait(300)
    return leading, audience


def _time_key(app: QApplication, painted: _Painted, press: QWidget, key: Qt.Key, pause: int) -> float:
    painted.at.clear()
    start = time.perf_counter()
    QTest.keyClick(press, key)
    while len(painted.at) < 2:
        assert time.perf_counter() - start < 2, "one of the screens was not painted"
        app.processEvents()
    done = max(painted.at.values())
    QTest.qWait(pause)
    return (done - start) * 1000


def _steps(app: QApplication, console: QWidget, audience: AudienceWindow, pause: int) -> list[float]:
    field = QApplication.focusWidget() or console
    painted = _Painted(console, audience)
    keys = ([Qt.Key.Key_PageDown] * 8 + [Qt.Key.Key_PageUp] * 8) * (STEPS // 16)
    return [_time_key(app, painted, field, key, pause) for key in keys]


def _answers(app: QApplication, leading: Leading, audience: AudienceWindow) -> list[float]:
    """Milliseconds from Enter to the answer in the list."""
    leading.console.deeds.jump(4)
    field = leading.console.step.entry.field
    times = []
    for number in range(30):
        field.setText(f"@organisatie {number % 8} en nog een antwoord")
        QTest.qWait(20)
        start = time.perf_counter()
        QTest.keyClick(field, Qt.Key.Key_Return)
        leading.console.repaint()
        leading.console.step.answers.list.viewport().repaint()
        times.append((time.perf_counter() - start) * 1000)
        QTest.qWait(90)
    assert audience.isVisible()
    return times
