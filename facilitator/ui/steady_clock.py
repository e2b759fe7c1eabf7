"""SteadyClock: the time by which a meeting is led. It goes on while the laptop sleeps, and nobody can set it.

While a session is open on the console the time is that of the opening, by the system's clock, and what elapsed since.
Elapsed is counted by a clock of the system that nobody sets and that goes on through sleep. So a system time that is
put right, by hand or by the network, moves no step and no end: the screens go on showing the time the meeting went by.
Where the system's clock then tells quite another time, that is news for the facilitator. A difference within half a
minute is no news; it is taken over when the session is opened again, as every other time is.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

NEWS: Final = timedelta(seconds=30)
"""By how much the system's clock differs when that is told. The network's corrections are smaller."""

ASLEEP: Final = timedelta(minutes=2)
"""A clock that is looked at every half second and was not looked at for so long: the laptop slept."""


@dataclass(frozen=True, slots=True)
class ClockSet:
    """The system's clock was set: what it tells now, and what the meeting goes by (both aware)."""

    system: datetime
    meeting: datetime


@dataclass(frozen=True, slots=True)
class Slept:
    """The laptop slept, from one moment to another (aware)."""

    since: datetime
    until: datetime


News = ClockSet | Slept


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A moment by the system's clock, and what had elapsed then, in seconds."""

    at: datetime
    elapsed: float


class SteadyClock:
    """Call it for the time (aware, UTC); any thread may. While it is not held it is the system's clock."""

    def __init__(self, wall: Callable[[], datetime], elapsed: Callable[[], float]) -> None:
        self._wall = wall
        self._elapsed = elapsed
        self._anchor: _Anchor | None = None
        self._told = timedelta()
        self._looked_at: datetime | None = None

    def __call__(self) -> datetime:
        """The time now."""
        anchor = self._anchor
        return self._wall() if anchor is None else anchor.at + timedelta(seconds=self._elapsed() - anchor.elapsed)

    def hold(self) -> None:
        """Go on from the system's time of now, whatever that clock does."""
        self._anchor = _Anchor(self._wall(), self._elapsed())
        self._told = timedelta()
        self._looked_at = self()

    def let_go(self) -> None:
        """Be the system's clock again."""
        self._anchor = None

    def look(self) -> tuple[News, ...]:
        """Tell what happened to the time since the last look. Look every half second while it is held."""
        if self._anchor is None:
            return ()
        return tuple(news for news in (self._slept(), self._was_set()) if news is not None)

    def _slept(self) -> Slept | None:
        before, now = self._looked_at, self()
        self._looked_at = now
        return Slept(before, now) if before is not None and now - before >= ASLEEP else None

    def _was_set(self) -> ClockSet | None:
        """Tell each time once. That it is as it was when the meeting was opened is no news: nothing is odd any more."""
        system, meeting = self._wall(), self()
        off = system - meeting
        if abs(off - self._told) < NEWS:
            return None
        self._told = off if abs(off) >= NEWS else timedelta()
        return ClockSet(system, meeting) if self._told else None


def system_time() -> datetime:
    """What the system's clock tells (aware, UTC)."""
    return datetime.now(UTC)


def elapsed_on(platform: str = sys.platform) -> Callable[[], float]:
    """Give the clock of a system that nobody sets and that counts sleep, in seconds from some moment.

    Linux has one of its own for it; that of macOS counts sleep where Python's `monotonic` does not; that of Windows
    does so everywhere.
    """
    names = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}
    number = getattr(time, names.get(platform, ""), None)
    if number is None:
        return time.monotonic
    return lambda: time.clock_gettime(number)
