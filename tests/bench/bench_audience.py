"""The room's screen alone: from a key to the picture on it, made beforehand and not."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.core.audience import AudienceView, Scene, TimeBar
from facilitator.core.case_view import ShownAnswer, ShownDecision, ShownPoint, ShownWeighing
from facilitator.core.casus import Phase
from facilitator.core.script import Form
from facilitator.core.weighing import QUESTIONS, SHORT, Outcome, Verdict
from facilitator.ui import theme
from facilitator.ui.audience.window import AudienceWindow
from tests.bench.stage import dressed
from tests.bench.telling import told

NOW = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
ROUNDS, SLOW_ROUNDS = 200, 20


def run() -> dict[str, float]:
    """Give milliseconds at 1920 x 1080, p50 and p99: prepared, not prepared, and with 2,000 answers on the wall."""
    app = dressed()
    window = AudienceWindow(theme.current())
    window.show_on(app.primaryScreen())
    window.setGeometry(0, 0, 1920, 1080)
    window.set_now(NOW)
    few, many = (_view(0, count) for count in (3, 2000))
    found = {
        **told("prepared", _times(app, window, _others(few, ROUNDS), ready=True)),
        **told("unprepared", _times(app, window, _others(replace(few, page=1), ROUNDS), ready=False)),
        **told("a case lived through, unprepared", _times(app, window, _lived_through(ROUNDS), ready=False)),
        **told("prepared, 2,000 answers", _times(app, window, _others(many, SLOW_ROUNDS), ready=True)),
        **told("one answer more after 2,000", _times(app, window, _growing(many, SLOW_ROUNDS), ready=False)),
    }
    window.hide_now()
    return found


def _view(number: int, count: int) -> AudienceView:
    return AudienceView(
        Scene.PAGE,
        Form.HET_GESPREK,
        "Wijk Noord",
        title=f"Wat kun je en mag je van elkaar verwachten? ({number})",
        text="Noem **één ding** dat je van een ander aan tafel nodig hebt, en één ding dat je zelf kunt bieden.",
        answers=tuple(ShownAnswer(f"Sneller weten of signaal {n} is opgepakt", "Politie") for n in range(count)),
        bar=TimeBar((10, 15, 20, 20, 15, 10), 3, 660.0, NOW),
    )


def _others(view: AudienceView, count: int) -> Iterator[AudienceView]:
    for number in range(count):
        yield replace(view, title=f"{view.title} {number}")


def _lived_through(count: int) -> Iterator[AudienceView]:
    """A turning point, what to decide and a weighing question, over and over with other words."""
    base = replace(_view(0, 0), form=Form.LEERBIJEENKOMST, case_title="Stil in de klas", text="", pages=4)
    for number in range(count):
        reason = f"Wachten maakt het niet veiliger ({number})"
        needs = _view(number, 3).answers
        weighing = ShownWeighing(2, QUESTIONS[2], SHORT[2], Verdict.YES, reason, (), Outcome.REPORT_UNSAFE)
        yield (
            replace(base, scene=Scene.TURNING_POINT, point=ShownPoint(reason, needs)),
            replace(base, scene=Scene.DECISION, decision=ShownDecision(Phase.RECOVERY, 2, None, 4, reason)),
            replace(base, scene=Scene.WEIGHING, weighing=weighing),
        )[number % 3]


def _growing(view: AudienceView, count: int) -> Iterator[AudienceView]:
    for number in range(count):
        view = replace(view, answers=(*view.answers, ShownAnswer(f"Nog een antwoord, nummer {number}")))
        yield view


def _times(app: QApplication, window: AudienceWindow, views: Iterator[AudienceView], *, ready: bool) -> list[float]:
    """Milliseconds from a key, through the view that it brings, to the end of its painting."""
    times: list[float] = []
    coming: list[AudienceView] = []
    window.key_pressed.connect(lambda _event: window.show_view(coming[0]))
    for view in views:
        coming[:] = [view]
        if ready:
            window.prepare(view)
            window._prepare_one()  # what its idle timer does
        app.processEvents()
        start = time.perf_counter()
        QTest.keyClick(window, Qt.Key.Key_PageDown)
        window.repaint()
        times.append((time.perf_counter() - start) * 1000)
    window.key_pressed.disconnect()
    return times
