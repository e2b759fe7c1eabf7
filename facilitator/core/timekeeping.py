"""What events do to the time of a meeting: standing still and going on, and what is put right afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from facilitator.core.events import MeetingContinued, MeetingPaused, PauseCounted, StartCorrected
from facilitator.core.notebook import Outcome
from facilitator.core.refusal import Refusal
from facilitator.core.session import Session, State
from facilitator.core.timing import beginning


def pause(session: Session, event: MeetingPaused) -> Session | Refusal:
    """Let the meeting stand still where it is."""
    if session.course.state is not State.RUNNING:
        return Refusal.NOT_RUNNING
    if session.course.paused_since is not None:
        return Refusal.DOUBLE
    return _visited(session, event.at, paused=True)


def go_on(session: Session, event: MeetingContinued) -> Session | Refusal:
    """Let it go on; what stands before the room stays there."""
    if session.course.paused_since is None:
        return Refusal.NOT_PAUSED
    return _visited(session, event.at, paused=False)


def _visited(session: Session, at: datetime, *, paused: bool) -> Session:
    """Be at the same place, standing still or not."""
    visit = replace(session.course.visits[-1], at=at, paused=paused)
    return replace(session, course=replace(session.course, visits=(*session.course.visits, visit)))


def count_pause(session: Session, event: PauseCounted) -> Outcome:
    """Count time that is over as a pause."""
    if session.course.state is not State.RUNNING:
        return Refusal.NOT_RUNNING
    if not event.stretch.since < event.stretch.until <= event.at:
        return Refusal.UNKNOWN
    return replace(session.notebook, pauses=(*session.notebook.pauses, event.stretch))


def correct_start(session: Session, event: StartCorrected) -> Outcome:
    """Put right when a step began; putting it right again replaces what was said before."""
    if session.course.state is not State.RUNNING:
        return Refusal.NOT_RUNNING
    bounds = beginning(session, event.visit, event.at)
    if bounds is None:
        return Refusal.UNKNOWN
    if not bounds.earliest <= event.began <= bounds.latest:
        return Refusal.NOT_THEN
    others = tuple(each for each in session.notebook.put_right if each[0] != event.visit)
    return replace(session.notebook, put_right=(*others, (event.visit, event.began)))
