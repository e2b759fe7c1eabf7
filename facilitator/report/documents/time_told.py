"""How the time of a session went, on paper: planned against real per step, pauses, and what was put right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from facilitator.core.pace import seconds_per_step
from facilitator.core.session import Session
from facilitator.core.timing import elsewhere, paused, pauses, visits
from facilitator.report import dates
from facilitator.report.documents import paper
from facilitator.words import _, ngettext

NOTHING: Final = "–"
WORTH_TELLING: Final = timedelta(seconds=30)
"""A pause that was shorter is none for paper."""


@dataclass(frozen=True, slots=True)
class DoneStep:
    """A step with its planned and its real minutes, and how many more or fewer that were."""

    title: str
    planned: str
    real: str
    difference: str


def real_span(session: Session) -> str:
    """Give when it really began and was over, once that is known."""
    made, closed = visits(session), session.course.closed_at
    if not made or not closed:
        return ""
    return dates.span(paper.local(session, made[0].at), paper.local(session, closed[0]))


def _up_to(session: Session) -> datetime:
    """Give until when its time is told: one that still runs up to its last step, for no clock is read."""
    made = visits(session)
    return made[-1].at if made else session.planned_start


def done_together(session: Session) -> DoneStep:
    """All together: pauses, and what was taken back, included."""
    up_to = _up_to(session)
    others = elsewhere(session, up_to) + paused(session, up_to)
    seconds = sum(seconds_per_step(session, up_to)) + others.total_seconds()
    return _done(_("Together"), sum(session.minutes), round(seconds / 60))


def done_steps(session: Session) -> tuple[DoneStep, ...]:
    """Give each step with its minutes, what went to steps that were taken back, and what was a pause."""
    up_to = _up_to(session)
    spent = seconds_per_step(session, up_to)
    seen = {visit.step_id for visit in session.course.visits}
    planned = {step.id: minutes for step, minutes in zip(session.script.steps, session.minutes, strict=True)}
    steps = [
        _done(step.title, planned.get(step.id), round(real / 60) if step.id in seen else None)
        for step, real in zip(session.steps, spent, strict=True)
    ]
    others = ((_("In a step that was taken back"), elsewhere(session, up_to)), (_("Paused"), paused(session, up_to)))
    for name, took in others:
        if minutes := round(took.total_seconds() / 60):
            steps.append(DoneStep(name, NOTHING, _minutes(minutes), NOTHING))
    return tuple(steps)


def _done(title: str, planned: int | None, real: int | None) -> DoneStep:
    """Give a step in words. It was added in the meeting where nothing was planned, skipped where nothing is real."""
    more = 0 if planned is None or real is None else real - planned
    return DoneStep(
        title,
        _("added in the meeting") if planned is None else _minutes(planned),
        _("skipped") if real is None else _minutes(real),
        NOTHING if not more else f"+{more}" if more > 0 else f"−{-more}",
    )


def time_notes(session: Session) -> Iterator[str]:
    """Say when it stood still, and what was put right afterwards."""
    for still in pauses(session, _up_to(session)):
        if still.until - still.since >= WORTH_TELLING:
            when = dates.span(*(paper.local(session, each) for each in (still.since, still.until)))
            yield _("The meeting stood still from {when}.").format(when=when)
    titles = {step.id: step.title for step in session.steps}
    for number, began in sorted(session.notebook.put_right):
        pressed = session.course.visits[number]
        yield _("“{title}” began at {began}; that was put right afterwards, and was {pressed}.").format(
            title=titles.get(pressed.step_id, ""),
            began=dates.in_sentence(paper.local(session, began)),
            pressed=dates.in_sentence(paper.local(session, pressed.at)),
        )


def _minutes(count: int) -> str:
    return ngettext("{count} minute", "{count} minutes", count).format(count=count)
