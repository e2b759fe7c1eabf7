from dataclasses import replace
from datetime import UTC, date, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from facilitator.core import events as ev
from facilitator.core.pace import Division, Pace, divided_anew, pace, planned_starts, scaled_plan, seconds_per_step
from facilitator.core.refusal import Refusal
from tests.builders import DETAILS, SCRIPT, START, Table


def after(minutes: float) -> timedelta:
    return timedelta(minutes=minutes)


def test_the_full_length_is_the_script_itself() -> None:
    plan = scaled_plan(SCRIPT, SCRIPT.minutes)
    assert (plan.minutes, plan.short_by) == ((10, 20, 20, 10, 10, 30), 0)


def test_protected_steps_keep_their_minutes() -> None:
    assert scaled_plan(SCRIPT, 80).minutes == (10, 13, 13, 7, 7, 30)
    assert scaled_plan(SCRIPT, 130).minutes == (10, 30, 30, 15, 15, 30)


def test_a_plan_that_cannot_fit_is_the_least_and_says_by_how_much() -> None:
    plan = scaled_plan(SCRIPT, 60)
    assert (plan.minutes, plan.short_by) == ((10, 10, 10, 5, 5, 30), 10)


def test_steps_at_their_minimum_make_the_others_give_more() -> None:
    stubborn = replace(SCRIPT.steps[1], minimum_minutes=20)
    script = replace(SCRIPT, steps=(SCRIPT.steps[0], stubborn, *SCRIPT.steps[2:]))
    assert scaled_plan(script, 85).minutes == (10, 20, 13, 6, 6, 30)


def test_a_script_of_protected_steps_alone_never_stretches() -> None:
    script = replace(SCRIPT, steps=tuple(replace(s, protected=True) for s in SCRIPT.steps))
    assert scaled_plan(script, 200).minutes == (10, 20, 20, 10, 10, 30)


@given(
    st.lists(st.tuples(st.integers(1, 60), st.integers(0, 60), st.booleans()), min_size=1, max_size=9),
    st.integers(1, 400),
)
def test_any_plan_adds_up_and_goes_under_no_minimum(steps: list[tuple[int, int, bool]], available: int) -> None:
    assume(not all(protected for _, _, protected in steps))
    made = tuple(
        replace(SCRIPT.steps[1], id=str(i), minutes=m, minimum_minutes=min(m, least), protected=p)
        for i, (m, least, p) in enumerate(steps)
    )
    script = replace(SCRIPT, steps=made)
    plan = scaled_plan(script, available)
    assert sum(plan.minutes) == available + plan.short_by
    for step, minutes in zip(made, plan.minutes, strict=True):
        assert minutes == step.minutes if step.protected else minutes >= step.minimum_minutes


def test_planned_starts_follow_the_minutes() -> None:
    starts = planned_starts(Table().session)
    assert [(s - START) / after(1) for s in starts] == [0, 10, 30, 50, 60, 70]


@pytest.mark.parametrize(("day", "ends"), [(date(2026, 10, 25), time(2, 10)), (date(2026, 3, 29), time(4, 10))])
def test_a_night_on_which_the_clocks_change_takes_no_longer(day: date, ends: time) -> None:
    session = Table(details=replace(DETAILS, day=day, start=time(1, 30))).session
    assert session.planned_end - session.planned_start.astimezone(UTC) == after(100)
    assert session.planned_end.time() == ends
    assert planned_starts(session)[5] - session.planned_start.astimezone(UTC) == after(70)


def test_no_pace_before_the_start_and_after_the_end() -> None:
    table = Table()
    assert pace(table.session, START) is None
    table.started().do(ev.SessionClosed)
    assert pace(table.session, START) is None


def test_time_left_ahead_and_behind() -> None:
    session = Table().started().session
    early, late = pace(session, START + after(4)), pace(session, START + after(16))
    assert early is not None
    assert late is not None
    assert (early.step_left, early.behind, early.on_schedule) == (360, 0, True)
    assert (late.step_elapsed, late.step_left, late.behind, late.on_schedule) == (960, -360, 360, False)
    assert late.ends_at == session.planned_end + after(6)


def test_skipping_a_step_puts_the_session_ahead() -> None:
    table = Table().started().at_step("ronde")
    now = pace(table.session, START + after(1))
    assert now is not None
    assert now.behind == -29 * 60


def test_visits_to_a_step_add_up_and_stop_at_closing() -> None:
    table = Table().started().at_step("nodig").at_step("welkom").at_step("afspraken")
    table.do(ev.SessionClosed)
    spent = seconds_per_step(table.session, START + after(999))
    assert spent == (120, 60, 0, 0, 0, 60)


def test_nothing_is_spent_before_the_start() -> None:
    assert seconds_per_step(Table().session, START) == (0, 0, 0, 0, 0, 0)


def test_a_clock_set_back_gives_no_negative_time() -> None:
    session = Table().started().session
    assert seconds_per_step(session, START - after(60))[0] == 0


@pytest.mark.parametrize("available", [100, 90])
def test_the_promised_end_is_start_and_available_minutes(available: int) -> None:
    table = Table(details=replace(Table().session.details, available_minutes=available))
    assert table.session.planned_end == START + after(available)


def test_who_is_behind_takes_from_what_can_give_and_from_nothing_protected() -> None:
    table = Table().started()
    division = divided_anew(table.session, START + after(25))
    assert division is not None
    least = [step.minutes if step.protected else step.minimum_minutes for step in SCRIPT.steps]
    assert sum(division.minutes[1:]) == SCRIPT.minutes - 25
    assert all(minutes >= few for minutes, few in zip(division.minutes[1:], least[1:], strict=True))
    assert division.late_by == 0


def test_what_cannot_be_made_up_is_told() -> None:
    division = divided_anew(Table().started().session, START + after(60))
    assert division is not None
    assert division.minutes[1:] == tuple(s.minutes if s.protected else s.minimum_minutes for s in SCRIPT.steps[1:])
    assert division.late_by == 60 + sum(division.minutes[1:]) - SCRIPT.minutes


def test_who_is_on_time_has_nothing_to_divide() -> None:
    table = Table()
    assert divided_anew(table.session, START) is None
    assert divided_anew(table.started().session, START) is None


def test_who_is_ahead_gives_steps_back_what_they_gave() -> None:
    table = Table().started()
    table.do(ev.TimeDivided, minutes=(10, 10, 10, 10, 10, 30))
    assert table.session.plan == (10, 10, 10, 10, 10, 30)
    division = divided_anew(table.session, START)
    assert division == Division((10, 20, 20, 10, 10, 30))


def test_what_cannot_be_given_back_is_told() -> None:
    table = Table().started().at_step(SCRIPT.steps[-2].id)
    table.do(ev.TimeDivided, minutes=(10, 20, 20, 10, 6, 30))
    division = divided_anew(table.session, table.session.course.visits[-1].at)
    assert division is not None
    assert division.minutes == (10, 20, 20, 10, 10, 30)
    assert division.late_by < -50


def test_time_that_was_divided_counts_and_can_be_taken_back() -> None:
    table = Table().started()
    table.do(ev.TimeDivided, minutes=(10, 15, 20, 10, 10, 30))
    going = pace(table.session, START)
    assert going is not None
    assert going.behind == -300
    table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    assert table.session.plan == table.session.minutes
    assert table.do(ev.TimeDivided, minutes=(1,)) is Refusal.UNKNOWN
    assert table.do(ev.TimeDivided, minutes=(10, -1, 20, 10, 10, 30)) is Refusal.UNKNOWN
    assert Table().do(ev.TimeDivided, minutes=(10, 15, 20, 10, 10, 30)) is Refusal.NOT_RUNNING


@given(st.integers(0, 5), st.floats(0, 7200), st.lists(st.integers(0, 60), min_size=6, max_size=6))
def test_any_division_keeps_what_is_protected_and_ends_in_time_or_says_how_late(
    step: int, seconds: float, plan: list[int]
) -> None:
    table = Table().started()
    table.do(ev.TimeDivided, minutes=tuple(plan))
    table.at_step(SCRIPT.steps[step].id)
    now = table.session.course.visits[-1].at + timedelta(seconds=seconds)
    division = divided_anew(table.session, now)
    if division is None:
        return
    assert division.minutes[:step] == tuple(plan[:step])
    for number in range(step + 1, 6):
        one, was, made = SCRIPT.steps[number], plan[number], division.minutes[number]
        assert made == was if one.protected else min(was, one.minimum_minutes) <= made <= max(was, one.minutes)
    table.do(ev.TimeDivided, minutes=division.minutes)
    going = pace(table.session, now)
    assert going is not None
    assert abs(going.behind - 60 * division.late_by) <= 120  # whole minutes, up and down


@pytest.mark.parametrize(("minutes", "share"), [(0, 1.0), (5, 0.5), (10, 0.0), (25, 0.0)])
def test_what_is_left_of_a_step_as_a_share(minutes: int, share: float) -> None:
    going = pace(Table().started().session, START + after(minutes))
    assert going is not None
    assert going.left_share == share


@given(st.lists(st.floats(0, 20 * 60), min_size=1, max_size=6), st.lists(st.floats(0, 1), min_size=2, max_size=5))
def test_within_a_step_what_is_said_of_the_pace_does_not_waver(entered: list[float], shares: list[float]) -> None:
    table = Table().started()
    for step, seconds in zip(SCRIPT.steps, entered, strict=False):
        table.at += timedelta(seconds=seconds)
        table.at_step(step.id)
    begun = table.session.course.visits[-1].at
    first = pace(table.session, begun)
    assert first is not None
    assume(first.step_left > 0)
    for share in shares:
        later = pace(table.session, begun + share * timedelta(seconds=first.step_left))
        assert later is not None
        assert later.behind == first.behind


@pytest.mark.parametrize(("seconds", "silent", "slight"), [(14.9, True, True), (15, False, True), (60, False, False)])
def test_how_much_weight_a_deviation_has(seconds: float, silent: bool, slight: bool) -> None:
    for behind in (seconds, -seconds):
        going = Pace(0, 0, behind, START)
        assert (going.on_schedule, going.is_slight) == (silent, slight)
