"""The room's screen alone: a key to the picture on it, made beforehand and not."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

ROUNDS = 120
QUICK = {"rounds": 12}
SIZE = (1920, 1080)


def run() -> dict[str, float]:
    """Give milliseconds, p50 and p99: prepared beforehand, not prepared, and with 2,000 answers on the wall."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  the platform is chosen first

    from facilitator.ui import theme  # noqa: PLC0415  needs Qt
    from facilitator.ui.audience.window import AudienceWindow  # noqa: PLC0415  needs Qt

    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    window = AudienceWindow(theme.apply(app, Path(__file__).resolve().parents[2] / "resources" / "theme"))
    window.show_on(app.primaryScreen())
    window.setGeometry(0, 0, *SIZE)
    window.set_now(datetime(2026, 11, 24, 13, 0, tzinfo=UTC))
    app.processEvents()
    found = {}
    for name, count, ready in (("prepared", 3, True), ("unprepared", 3, False), ("prepared 2,000 answers", 2000, True)):
        found |= _told(name, _measure(app.processEvents, window, count, ready=ready))
    found |= _told("one more answer after 2,000", _measure_growing(app.processEvents, window))
    window.hide_now()
    return found


def _told(name: str, times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    p99 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return {f"{name}, p50 ms": statistics.median(ordered), f"{name}, p99 ms": p99}


def _view(number: int, count: int) -> object:
    from facilitator.core.audience import AudienceView, Scene, ShownAnswer, TimeBar  # noqa: PLC0415  beside its use
    from facilitator.core.script import Form  # noqa: PLC0415  beside its use

    since = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
    return AudienceView(
        Scene.PAGE,
        Form.HET_GESPREK,
        "Wijk Noord",
        title=f"Wat kun je en mag je van elkaar verwachten? ({number})",
        text="Noem **één ding** dat je van een ander aan tafel nodig hebt, en één ding dat je zelf kunt bieden.",
        answers=tuple(ShownAnswer(f"Sneller weten of signaal {n} is opgepakt", "Politie") for n in range(count)),
        bar=TimeBar((10, 15, 20, 20, 15, 10), 3, 660.0, since),
    )


def _measure(settle: Callable[[], None], window: object, count: int, *, ready: bool) -> list[float]:
    """Milliseconds from the view that changed to the end of its painting."""
    times = []
    for number in range(ROUNDS if count < 100 else ROUNDS // 6):
        view = _view(number + (0 if ready else 10_000) + count * 100_000, count)
        if ready:
            window.prepare(view)  # type: ignore[attr-defined]
            window._prepare_one()  # type: ignore[attr-defined]
        settle()
        start = time.perf_counter()
        window.show_view(view)  # type: ignore[attr-defined]
        window.repaint()  # type: ignore[attr-defined]
        times.append((time.perf_counter() - start) * 1000)
    return times


def _measure_growing(settle: Callable[[], None], window: object) -> list[float]:
    """Milliseconds for one answer more on a wall that holds 2,000."""
    view = _view(0, 2000)
    window.show_view(view)  # type: ignore[attr-defined]
    times = []
    for number in range(ROUNDS // 6):
        one = replace(view.answers[0], text=f"Nog een antwoord, nummer {number}")  # type: ignore[attr-defined]
        view = replace(view, answers=(*view.answers, one))  # type: ignore[attr-defined, type-var]
        settle()
        start = time.perf_counter()
        window.show_view(view)  # type: ignore[attr-defined]
        window.repaint()  # type: ignore[attr-defined]
        times.append((time.perf_counter() - start) * 1000)
    return times
