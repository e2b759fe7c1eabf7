"""A step on the console: from the key to the facilitator's screen and the room's, both painted."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.core.apply import fold
from facilitator.core.events import Answer, AnswerGiven, AnswersShown
from facilitator.core.script import Answering
from facilitator.ui.audience.window import AudienceWindow
from facilitator.ui.leading import Leading
from tests.bench.meetings import meeting
from tests.bench.stage import PAUSE_MS, Painted, dressed, lead
from tests.bench.telling import told

NOW = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
STEPS = 96


def run() -> dict[str, float]:
    """Give milliseconds from PgDn or PgUp to both screens painted, with 10 and with 2,000 events, on real content."""
    app = dressed()
    found: dict[str, float] = {}
    for events in (10, 2000):
        leading, audience = _lead(app, events)
        painted = Painted(leading.console, audience)
        found |= told(f"step, {events:,} events", _steps(painted, PAUSE_MS))
        found |= told(f"step, {events:,} events, keys without a pause", _steps(painted, 0))
        found |= told(f"answer typed, {events:,} events", _answers(app, leading, audience))
        leading.end()
        app.processEvents()
    return found


def _lead(app: QApplication, events: int) -> tuple[Leading, AudienceWindow]:
    """A session of the shipped script with so many events, most of them answers of its busiest steps."""
    session = fold(meeting(NOW))
    assert session is not None
    script = session.script
    clock = [NOW]
    leading, audience = lead(app, session, lambda: clock[0])
    running = leading.running
    asking = [step.id for step in script.steps if step.answering in {Answering.FREE, Answering.PER_PARTNER}]
    for number in range(events - 3):
        text = f"Antwoord {number}: sneller weten of een signaal is opgepakt, en door wie"
        answer = Answer(f"a{number}", asking[number % len(asking)], text, f"p{number % 8}")
        running.do(AnswerGiven, answer=answer)
    running.do(AnswersShown, answer_ids=tuple(f"a{number}" for number in range(min(20, events - 3))))
    clock[0] += timedelta(minutes=1)
    QTest.qWait(PAUSE_MS)
    return leading, audience


def _steps(painted: Painted, pause: int) -> list[float]:
    keys = ([Qt.Key.Key_PageDown] * 8 + [Qt.Key.Key_PageUp] * 8) * (STEPS // 16)
    return [painted.after(key, pause=pause) for key in keys]


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
