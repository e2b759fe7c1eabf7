"""What the room sees of the time: the steps in proportion, and how far the present one is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from facilitator.core.session import Session, State
from facilitator.core.timing import running_from, spent


@dataclass(frozen=True, slots=True)
class TimeBar:
    """All steps in proportion to their minutes, and the present one with the visits it had.

    `before` is the seconds already spent in the present step before `since`, the moment it was entered last; with a
    pause since then it is so much less. `since` is None when no clock runs, and it `stands` when that is a pause.
    """

    minutes: tuple[int, ...]
    current: int
    before: float
    since: datetime | None
    stands: bool = False


def time_bar(session: Session) -> TimeBar | None:
    """Give the bar; None while the meeting has not begun: a welcome stands before the room before the clock runs."""
    course = session.course
    if not course.visits:
        return None
    if course.state is not State.RUNNING:
        before = spent(session, course.visits[-1].at)[session.step_number]
        return TimeBar(session.plan, session.step_number, before.total_seconds(), None)
    before, since = running_from(session)
    stands = course.paused_since is not None
    return TimeBar(session.plan, session.step_number, before.total_seconds(), None if stands else since, stands)
