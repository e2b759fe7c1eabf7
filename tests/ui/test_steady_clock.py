"""The clock of a meeting: through sleep, and whatever the system's clock is set to."""

from __future__ import annotations

import sys
import time
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.ui.steady_clock import ClockSet, Slept, SteadyClock, elapsed_on, system_time
from tests.builders import START


def after(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


class Laptop:
    """A laptop of which time passes, asleep or not, and whose clock can be set."""

    def __init__(self) -> None:
        self.elapsed = 1000.0
        self.set_by = timedelta()
        self.clock = SteadyClock(self.wall, lambda: self.elapsed)
        self.clock.hold()

    def wall(self) -> datetime:
        return START + timedelta(seconds=self.elapsed - 1000) + self.set_by

    def work(self, minutes: float) -> list[object]:
        """Work for so long, looking at the clock as the program does."""
        told: list[object] = []
        for _second in range(round(minutes * 60)):
            self.elapsed += 1
            told += self.clock.look()
        return told

    def sleep(self, minutes: float) -> tuple[object, ...]:
        self.elapsed += minutes * 60
        return self.clock.look()


def test_time_goes_on_through_sleep_and_that_is_told_once() -> None:
    laptop = Laptop()
    assert laptop.work(5) == []
    assert laptop.sleep(40) == (Slept(after(5), after(45)),)
    assert laptop.work(1) == []
    assert laptop.clock() == after(46)


def test_a_moment_is_no_sleep() -> None:
    laptop = Laptop()
    assert laptop.sleep(1.9) == ()
    assert laptop.sleep(2) == (Slept(after(1.9), after(3.9)),)


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_system_time_that_is_set_moves_nothing_and_is_told_once(hours: int) -> None:
    laptop = Laptop()
    laptop.work(10)
    laptop.set_by = timedelta(hours=hours)
    first, *more = laptop.work(1)
    assert first == ClockSet(after(10) + timedelta(seconds=1, hours=hours), after(10) + timedelta(seconds=1))
    assert more == []
    assert laptop.clock() == after(11)
    laptop.set_by = timedelta()
    assert laptop.work(1) == []  # it is as it was: nothing is odd any more
    laptop.set_by = timedelta(hours=hours)
    assert len(laptop.work(1)) == 1


def test_small_corrections_of_the_network_are_no_news() -> None:
    laptop = Laptop()
    laptop.set_by = timedelta(seconds=29)
    assert laptop.work(1) == []
    laptop.set_by = timedelta(seconds=-29)
    assert laptop.work(1) == []


def test_the_clock_of_the_next_meeting_is_that_of_the_system() -> None:
    laptop = Laptop()
    laptop.set_by = timedelta(hours=1)
    laptop.clock.let_go()
    assert (laptop.clock(), laptop.clock.look()) == (after(60), ())
    laptop.elapsed += 3600
    laptop.clock.hold()
    assert (laptop.clock(), laptop.clock.look()) == (after(120), ())


@given(st.lists(st.tuples(st.floats(0, 3600), st.integers(-90_000, 90_000)), max_size=20))
def test_whatever_happens_to_the_system_it_never_goes_back(steps: list[tuple[float, int]]) -> None:
    laptop = Laptop()
    for seconds, set_by in steps:
        before = laptop.clock()
        laptop.elapsed += seconds
        laptop.set_by = timedelta(seconds=set_by)
        laptop.clock.look()
        assert abs(laptop.clock() - before - timedelta(seconds=seconds)) < timedelta(milliseconds=1)


@pytest.mark.parametrize(("system", "name"), [("linux", "CLOCK_BOOTTIME"), ("darwin", "CLOCK_MONOTONIC")])
def test_each_system_has_a_clock_that_counts_sleep(system: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, name, 12345, raising=False)
    monkeypatch.setattr(time, "clock_gettime", float, raising=False)
    assert elapsed_on(system)() == 12345
    assert elapsed_on("win32") is time.monotonic


@pytest.mark.skipif(sys.platform == "win32", reason="there it is the same clock")
def test_the_clock_of_this_system_is_that_which_counts_sleep() -> None:
    assert elapsed_on() is not time.monotonic
    assert elapsed_on()() <= elapsed_on()()


def test_the_systems_time_is_told_in_full() -> None:
    assert system_time().utcoffset() == timedelta()
