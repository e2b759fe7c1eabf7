"""Minutes: the plan of a session, and how it goes against it. Times are aware datetimes, durations in seconds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from math import ceil, floor

from facilitator.core.script import Script, Step
from facilitator.core.session import Session, State
from facilitator.core.timing import spent

SOON, LAST = 0.2, 0.05
"""What is left of a step when it is time to think of its end, and when to round it off."""

LONGER = 5
"""Minutes that a step gets when it is given more."""

SILENT_SECONDS = 15
"""A deviation smaller than this is not worth a word: the session is on schedule."""

SLIGHT_SECONDS = 60
"""A deviation smaller than this has a word and no weight: there is nothing to be done about it."""


@dataclass(frozen=True, slots=True)
class ScaledPlan:
    """Minutes per step. `short_by` is how many minutes the time available falls short of the least possible."""

    minutes: tuple[int, ...]
    short_by: int = 0


@dataclass(frozen=True, slots=True)
class Pace:
    """How a session goes at one moment.

    `step_left` and `behind` are in seconds; `step_left` is negative when the step runs over, `behind` when the session
    is ahead. `ends_at` is when it will end if every step still to come takes its planned minutes, and where the meeting
    stands still (since `paused_since`), if it went on now.
    """

    step_elapsed: float
    step_left: float
    behind: float
    ends_at: datetime
    paused_since: datetime | None = None

    @property
    def left_share(self) -> float:
        """How much of the present step is left, from 1 to 0; 0 as well when it runs over."""
        return max(0.0, self.step_left) / max(1.0, self.step_elapsed + self.step_left)

    @property
    def on_schedule(self) -> bool:
        """Whether the deviation is too small for a word."""
        return abs(self.behind) < SILENT_SECONDS

    @property
    def is_slight(self) -> bool:
        """Whether the deviation is too small to do something about."""
        return abs(self.behind) < SLIGHT_SECONDS


@dataclass(frozen=True, slots=True)
class Division:
    """Other minutes per step, and by how many minutes the session would still end late; less than 0 is early."""

    minutes: tuple[int, ...]
    late_by: int = 0


def scaled_plan(script: Script, available: int) -> ScaledPlan:
    """Fit a script's steps to the minutes available.

    Protected steps keep theirs, no other goes under its minimum; the rest is shared in proportion to the minutes on
    paper. When even the minimum does not fit, the plan is the minimum and says by how much it is too long.
    """
    if available < script.minimum_minutes:
        least = tuple(s.minutes if s.protected else s.minimum_minutes for s in script.steps)
        return ScaledPlan(least, script.minimum_minutes - available)
    fixed = {i: step.minutes for i, step in enumerate(script.steps) if step.protected}
    while True:
        shares = _shares(script.steps, available, fixed)
        under = {i: script.steps[i].minimum_minutes for i, m in shares.items() if m < script.steps[i].minimum_minutes}
        if not under:
            break
        fixed |= under
    return ScaledPlan(_whole(script.steps, fixed, shares, available))


def _shares(steps: tuple[Step, ...], available: int, fixed: dict[int, int]) -> dict[int, float]:
    """Share what the fixed steps leave over the others, in proportion to their minutes on paper."""
    free = {i: step.minutes for i, step in enumerate(steps) if i not in fixed}
    total = sum(free.values())
    left = available - sum(fixed.values())
    return {i: minutes * left / total for i, minutes in free.items()}


def _whole(steps: tuple[Step, ...], fixed: dict[int, int], shares: dict[int, float], available: int) -> tuple[int, ...]:
    """Round to whole minutes, so that they add up to what is available."""
    whole = _rounded(tuple(shares.values()), available - sum(fixed.values()))
    minutes = {**fixed, **dict(zip(shares, whole, strict=True))}
    return tuple(minutes[i] for i in range(len(steps)))


def _rounded(shares: Sequence[float], amount: int) -> tuple[int, ...]:
    """Round to whole minutes that add up to an amount, by largest remainder."""
    minutes = [int(share) for share in shares]
    by_remainder = sorted(range(len(shares)), key=lambda number: (minutes[number] - shares[number], number))
    for number in by_remainder[: amount - sum(minutes)]:
        minutes[number] += 1
    return tuple(minutes)


def planned_starts(session: Session) -> tuple[datetime, ...]:
    """When each step is planned to begin."""
    before = accumulate(session.minutes[:-1], initial=0)
    return tuple(session.planned_after(minutes) for minutes in before)


def seconds_per_step(session: Session, now: datetime) -> tuple[float, ...]:
    """Real seconds spent in each step, all visits together, up to `now` or the first closing, without pauses."""
    return tuple(took.total_seconds() for took in spent(session, now))


def pace(session: Session, now: datetime) -> Pace | None:
    """How a running session goes at `now`, measured against the end that was promised; None when it is not running."""
    if session.course.state is not State.RUNNING:
        return None
    current, took = session.step_number, spent(session, now)
    left = timedelta(minutes=session.plan[current]) - took[current]
    later = zip(session.plan[current + 1 :], took[current + 1 :], strict=True)
    to_come = sum((max(timedelta(), timedelta(minutes=minutes) - already) for minutes, already in later), timedelta())
    ends_at = now + max(timedelta(), left) + to_come
    behind = (ends_at - session.planned_end).total_seconds()
    return Pace(took[current].total_seconds(), left.total_seconds(), behind, ends_at, session.course.paused_since)


def divided_anew(session: Session, now: datetime) -> Division | None:
    """Propose minutes with which a running session ends as planned; None where there is nothing to divide.

    Steps that were passed keep theirs, and so do protected ones. The present step keeps at least what it took so far,
    no other goes under its least. Behind, every step gives in proportion to what it can spare; ahead, steps get back
    what they have less than on paper.
    """
    going = pace(session, now)
    if going is None or going.is_slight:
        return None
    plan, current = session.plan, session.step_number
    taken = ceil(going.step_elapsed / 60)
    minutes = (*plan[:current], max(plan[current], taken), *plan[current + 1 :])
    left = floor((session.planned_end - now).total_seconds() / 60)
    over = sum(minutes[current:]) - taken - left
    room = [0] * len(plan)
    for number, step in enumerate(session.steps):
        if number < current or step.protected or session.is_dropped(number):
            continue
        least = max(step.minimum_minutes, taken if number == current else 0)
        room[number] = max(0, minutes[number] - least if over > 0 else step.minutes - minutes[number])
    moved = _in_proportion(room, min(abs(over), sum(room)))
    sign = -1 if over > 0 else 1
    made = tuple(planned + sign * by for planned, by in zip(minutes, moved, strict=True))
    return None if made == minutes else Division(made, over + sign * sum(moved))


def _in_proportion(room: Sequence[int], amount: int) -> tuple[int, ...]:
    """Share whole minutes in proportion to the room there is. `amount` is at most all of it."""
    total = sum(room) or 1
    return _rounded([space * amount / total for space in room], amount)
