"""A display that goes: from Qt's signal to the room's window hidden, against one frame and a bare window's `hide`."""

from __future__ import annotations

import shutil
import statistics
from datetime import UTC, datetime
from pathlib import Path

from facilitator.core.apply import fold
from facilitator.core.events import Screen, ScreenSet
from tests.bench.going import Going
from tests.bench.meetings import meeting
from tests.bench.stage import ROOM, dressed, lead
from tests.bench.telling import told

ROUNDS = 200
PLUGGED = 20
FRAME_MS = 1000 / 60
NOW = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
PROGRAM = Path(__file__).with_name("unplugged.py")


def run() -> dict[str, float]:
    """Give milliseconds; on Qt's offscreen platform, and where there is a virtual X server with displays that go."""
    found = _told("offscreen", *_offscreen())
    if shutil.which("Xvfb") and shutil.which("xrandr"):
        found |= _told("X server, really unplugged", *_on_x())
    return found


def _told(where: str, times: list[float], bare: list[float]) -> dict[str, float]:
    found = told(f"{where}: signal to hidden", times, worst=True) | told(f"{where}: bare hide", bare, worst=True)
    found[f"{where}: worst / one frame"] = max(times) / FRAME_MS
    found[f"{where}: p50 / bare"] = statistics.median(times) / statistics.median(bare)
    return found


def _offscreen() -> tuple[list[float], list[float]]:
    """Qt's own signal, sent as Qt does: nothing can be unplugged on this platform."""
    app = dressed()
    session = fold(meeting(NOW))
    assert session is not None
    leading, audience = lead(app, session, lambda: NOW)
    going = Going(app, leading)
    times, bare = [], []
    for _ in range(ROUNDS):
        bare.append(going.bare_hide(app.primaryScreen()))
        leading._displays.show_here()
        audience.resize(*ROOM)
        leading.running.do(ScreenSet, screen=Screen.LIVE)
        going.settle(0.02)
        assert audience.isVisible()
        going.begin()
        app.screenRemoved.emit(audience.screen())
        times.append(going.hidden_ms())
        going.settle(0.0)
    leading.end()
    app.processEvents()
    return times, bare


def _on_x() -> tuple[list[float], list[float]]:
    """A display that is taken away from a virtual X server, and put back."""
    from tests.virtual_displays import BEAMER, laptop_and_beamer, plug, spoken_to, unplug  # noqa: PLC0415  has pytest

    times, bare = [], []
    with laptop_and_beamer() as environment, spoken_to(PROGRAM, environment=environment) as ask:
        for _ in range(PLUGGED):
            bare.append(ask("show")["bare"])
            unplug(environment, "BEAMER")
            times.append(ask("gone")["ms"])
            plug(environment, *BEAMER)
    return times, bare
