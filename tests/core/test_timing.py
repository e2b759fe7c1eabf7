"""What takes time and what does not: pauses, starts that were put right, clocks that were set."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from facilitator.core import events as ev
from facilitator.core.audience import TimeBar, audience_view
from facilitator.core.events import Screen, Stretch
from facilitator.core.pace import pace, planned_starts, seconds_per_step
from facilitator.core.refusal import Refusal
from facilitator.core.timing import (
    Beginning,
    beginning,
    elsewhere,
    on_the_clock,
    paused,
    pauses,
    present_entry,
    running_from,
    visits,
)
from tests.builders import CASE, CASE_SCRIPT, DETAILS, OTHER_CASE, SCRIPT, START, Table
from tests.builders import step as a_step
from tests.random_sessions import tables

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def after(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def minutes_spent(table: Table, now: datetime) -> list[float]:
    return [seconds / 60 for seconds in seconds_per_step(table.session, now)]


def minutes_paused(table: Table, now: datetime) -> float:
    return paused(table.session, now) / timedelta(minutes=1)


def bar_of(table: Table) -> TimeBar:
    bar = audience_view(table.session).bar
    assert bar is not None
    return bar


def at(table: Table, minutes: float) -> Table:
    """Let what comes next happen so many minutes after the start."""
    table.at = after(minutes)
    return table


# ---- standing still


def test_a_pause_takes_no_time_of_its_step_and_moves_the_end() -> None:
    table = at(Table().started(), 4)
    table.do(ev.MeetingPaused)
    going = pace(table.session, after(10))
    assert going is not None
    assert (going.step_elapsed, going.step_left, going.behind) == (240, 360, 360)
    at(table, 10).do(ev.MeetingContinued)
    assert table.session.course.paused_since is None
    assert (minutes_spent(table, after(13))[0], minutes_paused(table, after(13))) == (7, 6)


def test_another_step_goes_on_too() -> None:
    table = at(Table().started(), 4)
    table.do(ev.MeetingPaused)
    assert table.session.course.paused_since == after(4)
    at(table, 10).at_step("nodig")
    assert table.session.course.paused_since is None
    assert minutes_spent(table, after(12))[:2] == [4, 2]


def test_a_pause_at_the_end_is_no_part_of_the_last_step() -> None:
    table = at(Table().started(), 4)
    table.do(ev.MeetingPaused)
    at(table, 9).do(ev.SessionClosed)
    assert table.session.course.paused_since is None
    assert (minutes_spent(table, after(99))[0], minutes_paused(table, after(99))) == (4, 5)


def test_what_does_not_run_cannot_stand_still_and_what_goes_on_not_go_on() -> None:
    table = Table()
    assert table.do(ev.MeetingPaused) is Refusal.NOT_RUNNING
    assert table.do(ev.PauseCounted, stretch=Stretch(after(0), after(0.5))) is Refusal.NOT_RUNNING
    assert table.do(ev.StartCorrected, visit=0, began=START) is Refusal.NOT_RUNNING
    assert table.started().do(ev.MeetingContinued) is Refusal.NOT_PAUSED
    table.do(ev.MeetingPaused)
    assert table.do(ev.MeetingPaused) is Refusal.DOUBLE


def test_the_room_sees_its_bar_stand_and_nothing_else() -> None:
    table = at(Table().started(), 4)
    before = audience_view(table.session)
    table.do(ev.MeetingPaused)
    paused_view = audience_view(table.session)
    assert replace(paused_view, bar=before.bar) == before
    assert bar_of(table) == TimeBar(table.session.plan, 0, 240, None, stands=True)
    at(table, 10).do(ev.MeetingContinued)
    assert bar_of(table) == TimeBar(table.session.plan, 0, 240, after(10))


def test_a_frozen_bar_stands_still_with_the_meeting() -> None:
    table = at(Table().started(), 4)
    table.do(ev.ScreenSet, screen=Screen.FROZEN)
    at(table, 5).at_step("nodig")
    assert bar_of(table) == TimeBar(table.session.plan, 0, 0, START)
    at(table, 6).do(ev.MeetingPaused)
    assert bar_of(table) == TimeBar(table.session.plan, 0, 360, None, stands=True)
    at(table, 9).do(ev.MeetingContinued)
    assert bar_of(table) == TimeBar(table.session.plan, 0, 360, after(9))


def test_another_case_in_a_pause_leaves_it_a_pause() -> None:
    table = at(Table(CASE_SCRIPT, CASE).started(), 5).at_step("casus")
    at(table, 10).do(ev.MeetingPaused)
    at(table, 12).do(ev.CaseSwitched, case=OTHER_CASE)
    assert table.session.course.paused_since == after(10)
    assert minutes_spent(table, after(20))[1] == 5


def test_what_is_visited_after_the_closing_takes_no_time() -> None:
    table = at(Table(CASE_SCRIPT, CASE).started(), 5).at_step("casus")
    at(table, 10).do(ev.CaseSwitched, case=OTHER_CASE)
    at(table, 15).do(ev.SessionClosed)
    at(table, 60).do(ev.SessionReopened)
    at(table, 61).do(ev.Undone, event_id=table.session.history[-1].event_id)
    assert minutes_spent(table, after(90))[1] == 10


# ---- time that counts as a pause afterwards


def test_time_that_was_slept_through_can_count_as_a_pause_and_be_taken_back() -> None:
    table = at(Table().started(), 45)
    table.do(ev.PauseCounted, stretch=Stretch(after(5), after(45)))
    assert (minutes_spent(table, after(47))[0], minutes_paused(table, after(47))) == (7, 40)
    assert running_from(table.session) == (timedelta(minutes=-40), START)
    at(table, 50).at_step("nodig")
    assert (minutes_spent(table, after(50))[0], minutes_paused(table, after(50))) == (10, 40)
    table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    assert (minutes_spent(table, after(50))[0], minutes_paused(table, after(50))) == (50, 0)


@pytest.mark.parametrize("stretch", [(5, 5), (5, 4), (5, 46)])
def test_a_pause_afterwards_is_over(stretch: tuple[float, float]) -> None:
    table = at(Table().started(), 45)
    assert table.do(ev.PauseCounted, stretch=Stretch(*map(after, stretch))) is Refusal.UNKNOWN


def test_the_same_pause_counts_once() -> None:
    table = at(Table().started(), 30)
    for since, until in ((5, 10), (8, 12), (12, 13), (20, 21), (5, 6)):
        table.do(ev.PauseCounted, stretch=Stretch(after(since), after(until)))
    assert minutes_paused(table, after(40)) == 9
    at(table, 40).do(ev.MeetingPaused)
    assert running_from(table.session) == (timedelta(minutes=31), after(40))
    at(table, 45).do(ev.PauseCounted, stretch=Stretch(after(41), after(44)))
    assert running_from(table.session) == (timedelta(minutes=31), after(40))


def test_when_it_stood_still_is_told_in_order_and_once() -> None:
    table = at(Table().started(), 4)
    assert pauses(Table().session, START) == ()
    table.do(ev.MeetingPaused)
    at(table, 10).do(ev.MeetingContinued)
    at(table, 30).do(ev.PauseCounted, stretch=Stretch(after(9), after(12)))
    at(table, 40).do(ev.MeetingPaused)
    assert pauses(table.session, after(45)) == (Stretch(after(4), after(12)), Stretch(after(40), after(45)))
    at(table, 35).do(ev.MeetingContinued)  # the clock was set back in it
    assert pauses(table.session, after(45)) == (Stretch(after(4), after(12)),)


# ---- a start that was forgotten


def test_a_meeting_that_began_before_the_key_was_pressed() -> None:
    table = at(Table().started(), 2)
    assert table.do(ev.StartCorrected, visit=0, began=after(-12)) is None
    assert minutes_spent(table, after(3))[0] == 15
    assert bar_of(table).since == after(-12)
    table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    assert minutes_spent(table, after(3))[0] == 3


def test_a_step_that_began_earlier_ends_the_one_before_it_earlier() -> None:
    table = at(Table(CASE_SCRIPT, CASE).started(), 5).at_step("casus")
    at(at(table, 10).at_step("casus", 1), 20).at_step("afspraken")
    entry = present_entry(table.session)
    table.do(ev.StartCorrected, visit=entry, began=after(8))
    assert [visit.at for visit in visits(table.session)] == [START, after(5), after(8), after(8)]
    assert minutes_spent(table, after(21)) == [5, 3, 13]
    table.do(ev.StartCorrected, visit=entry, began=after(18))
    assert table.session.notebook.put_right == ((3, after(18)),)
    assert minutes_spent(table, after(21)) == [5, 13, 3]


def test_between_which_moments_a_start_can_be_put_right() -> None:
    table = at(Table(CASE_SCRIPT, CASE).started(), 5).at_step("casus")
    at(table, 10).at_step("casus", 1)
    session = table.session
    assert present_entry(session) == 1
    assert beginning(session, 1, after(12)) == Beginning(1, after(5), START, after(10))
    assert beginning(session, 0, after(12)) == Beginning(0, START, after(-240), after(5))
    assert beginning(session, 2, after(12)) is None  # a page, and no step
    assert beginning(session, 3, after(12)) is None
    assert beginning(session, -1, after(12)) is None
    at(table, 20).at_step("afspraken")
    assert beginning(table.session, 3, after(22)) == Beginning(3, after(20), after(5), after(22))


def test_a_step_did_not_begin_before_the_pause_that_came_before_it() -> None:
    table = at(Table().started(), 5)
    table.do(ev.MeetingPaused)
    at(table, 8).do(ev.MeetingContinued)
    at(table, 12).at_step("nodig")
    assert beginning(table.session, 3, after(13)) == Beginning(3, after(12), after(8), after(13))
    at(table, 14).do(ev.MeetingPaused)
    at(table, 16).at_step("ronde")
    assert beginning(table.session, 5, after(20)) == Beginning(5, after(16), after(14), after(20))


def test_a_start_outside_its_bounds_is_refused() -> None:
    table = at(Table().started(), 5).at_step("nodig")
    for number, minutes in ((0, -241), (0, 6), (1, -1), (1, 7)):
        at(table, 6)
        assert table.do(ev.StartCorrected, visit=number, began=after(minutes)) is Refusal.NOT_THEN
    assert table.do(ev.StartCorrected, visit=2, began=after(5)) is Refusal.UNKNOWN


# ---- clocks


def test_a_start_that_is_put_right_leaves_a_clock_that_was_set_back_as_it_was() -> None:
    table = at(Table().started(), 10).at_step("nodig")
    at(table, 5).at_step("ronde")
    table.do(ev.StartCorrected, visit=0, began=after(-5))
    assert [visit.at for visit in visits(table.session)] == [after(-5), after(10), after(5)]
    assert minutes_spent(table, after(8))[:3] == [15, 0, 3]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(-7200, 7200), st.booleans()), max_size=12))
def test_whatever_the_clock_was_set_to_no_step_takes_less_than_no_time(moves: list[tuple[int, int, bool]]) -> None:
    table, back = Table().started(), 0.0
    begun = table.at = START
    for step, seconds, pausing in moves:
        before = table.session.course.visits[-1].at
        table.at = before + timedelta(seconds=seconds)
        moved = table.do(ev.MeetingPaused) if pausing else table.do(ev.StepEntered, step_id=SCRIPT.steps[step].id)
        back += 0 if moved else max(0, -seconds)
    end = table.session.course.visits[-1].at + timedelta(minutes=10)
    spent, still = seconds_per_step(table.session, end), paused(table.session, end).total_seconds()
    assert min(spent) >= 0
    assert still >= 0
    assert sum(spent) + still == (end - begun).total_seconds() + back
    going = pace(table.session, end)
    assert going is not None
    assert going.step_elapsed >= 0


@given(tables())
def test_pauses_and_starts_put_right_lose_no_time(table: Table) -> None:
    session, end = table.session, table.at
    made = visits(session)
    assume(all(session.index(visit.step_id) is not None for visit in made))  # else it was added, and that taken back
    assert len(made) == len(session.course.visits)
    assert list(made) == sorted(made, key=lambda visit: visit.at)
    spent = sum(seconds_per_step(session, end)) + paused(session, end).total_seconds()
    if made:
        until = session.course.closed_at[0] if session.course.closed_at else end
        assert spent == pytest.approx((until - made[0].at).total_seconds())


@pytest.mark.parametrize(
    ("day", "begins", "ends"),
    [(date(2026, 10, 25), time(1, 30), "02:10 +0100"), (date(2026, 3, 29), time(1, 30), "04:10 +0200")],
)
def test_a_meeting_through_a_night_on_which_the_clocks_change(day: date, begins: time, ends: str) -> None:
    table = Table(details=replace(DETAILS, day=day, start=begins))
    start = table.session.planned_start.astimezone(UTC)
    table.at = start
    table.started()
    table.at = start + timedelta(minutes=10)
    table.at_step("nodig")
    now = start + timedelta(minutes=45)  # over the hour in which the clocks are changed
    going = pace(table.session, now)
    assert going is not None
    assert (going.step_elapsed, going.behind) == (35 * 60, 15 * 60)
    told = (going.ends_at - timedelta(minutes=15)).astimezone(AMSTERDAM)
    assert f"{told:%H:%M %z}" == ends
    assert [round((at - start) / timedelta(minutes=1)) for at in planned_starts(table.session)] == [
        0,
        10,
        30,
        50,
        60,
        70,
    ]


@pytest.mark.parametrize(
    ("wall", "earliest", "latest", "found"),
    [
        (time(14, 5), after(0), after(12), after(5)),
        (time(14, 12), after(0), after(12.5), after(12)),
        (time(14, 13), after(0), after(12.5), None),
        (time(14, 0), after(0.5), after(12), after(0.5)),
        (time(13, 59), after(0.5), after(12), None),
        (time(23, 50), datetime(2026, 11, 17, 22, 0, tzinfo=UTC), datetime(2026, 11, 18, 0, 0, tzinfo=UTC),
         datetime(2026, 11, 17, 22, 50, tzinfo=UTC)),
        # 02:30 twice, and never
        (time(2, 30), datetime(2026, 10, 25, 0, 0, tzinfo=UTC), datetime(2026, 10, 25, 2, 0, tzinfo=UTC),
         datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        (time(2, 30), datetime(2026, 10, 25, 0, 0, tzinfo=UTC), datetime(2026, 10, 25, 1, 0, tzinfo=UTC),
         datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (time(2, 30), datetime(2026, 3, 29, 0, 0, tzinfo=UTC), datetime(2026, 3, 29, 3, 0, tzinfo=UTC), None),
    ],
)  # fmt: skip
def test_an_hour_of_the_clock_on_the_wall(
    wall: time, earliest: datetime, latest: datetime, found: datetime | None
) -> None:
    assert on_the_clock(wall, AMSTERDAM, earliest, latest) == found


def test_time_in_a_step_that_was_taken_back_is_not_lost() -> None:
    table = Table().started()
    table.at = START + timedelta(minutes=10)
    assert table.do(ev.StepWritten, step=a_step("extra"), before="nodig") is None
    table.at_step("extra")
    table.at = START + timedelta(minutes=18)
    table.at_step("nodig")
    table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    now = START + timedelta(minutes=30)
    assert "extra" not in {each.id for each in table.session.steps}
    assert elsewhere(table.session, now) == timedelta(minutes=7)
    assert sum(minutes_spent(table, now)) + 7 == 30
