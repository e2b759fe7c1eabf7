"""What events do to walks through an instrument: to the notebook, and to what the room sees of them."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Origin
from facilitator.core.course import OpenWalk
from facilitator.core.kept import add, drop, put
from facilitator.core.notebook import Notebook, Outcome
from facilitator.core.refusal import Refusal
from facilitator.core.session import Session, State
from facilitator.core.spotting import walk_subject
from facilitator.core.text import fold
from facilitator.core.vocabulary import AgreementKind
from facilitator.core.walk import Walk, answered, stopped

# ---- the notebook


def begin(session: Session, event: ev.WalkBegun) -> Outcome:
    """Begin a walk."""
    walk, book = event.walk, session.notebook
    if session.course.state is State.PLANNED:
        return Refusal.NOT_RUNNING
    if not walk.instrument.questions:
        return Refusal.EMPTY
    walks = add(book.walks, replace(walk, answers=(), stopped_id=""))
    return walks if isinstance(walks, Refusal) else replace(book, walks=walks)


def answer(session: Session, event: ev.WalkAnswered) -> Outcome:
    """Note what was said to a question on the way. Later answers that lie on it no longer go, with their reasons."""
    walk = walk_of(session, event.walk_id)
    if walk is None or not walk.accepts(event.said):
        return Refusal.UNKNOWN
    moved, fallen = answered(walk, event.said)
    gone = {walk_subject(walk.id, one.question_id) for one in fallen}
    return _without_flags(_put(session.notebook, moved), gone)


def stop(session: Session, event: ev.WalkStopped) -> Outcome:
    """Note that a walk was left on purpose."""
    walk = walk_of(session, event.walk_id)
    if walk is None or stopped(walk) == walk:
        return Refusal.UNKNOWN
    return _put(session.notebook, stopped(walk))


def remove(session: Session, event: ev.WalkRemoved) -> Outcome:
    """Take a walk away. What was agreed from it stays."""
    walk, book = walk_of(session, event.walk_id), session.notebook
    walks = drop(book.walks, event.walk_id)
    if walk is None or isinstance(walks, Refusal):
        return Refusal.UNKNOWN
    return _without_flags(replace(book, walks=walks), {walk_subject(walk.id, one.question_id) for one in walk.answers})


def walk_of(session: Session, walk_id: str | None) -> Walk | None:
    """Find a walk by id."""
    return next((walk for walk in session.notebook.walks if walk.id == walk_id), None)


def _put(book: Notebook, walk: Walk) -> Notebook:
    walks = put(book.walks, walk.id, lambda _old: walk)
    return book if isinstance(walks, Refusal) else replace(book, walks=walks)


def _without_flags(book: Notebook, subjects: set[str]) -> Notebook:
    return replace(book, flags=tuple(flag for flag in book.flags if flag.subject_id not in subjects))


# ---- what is agreed from it


def agreement_from(session: Session, walk: Walk, question_id: str, new_id: str, what: str = "") -> Agreement | None:
    """Give the agreement that the next step with a question makes, or that `what` makes at the end of a walk.

    It is tied to the organisation of that name at the table, if there is one. None where there is nothing to agree.
    """
    said, question = walk.said(question_id), walk.question(question_id)
    words = what or said.next_step
    if not words:
        return None
    owner = next((one.id for one in session.notebook.partners if fold(one.name) == fold(said.owner)), None)
    moment, outcome = session.moment, walk.outcome
    why = question.text if question is not None else "" if outcome is None else outcome.title
    return Agreement(
        new_id,
        words,
        owner_id=owner,
        deadline=said.by,
        why=why,
        kind=AgreementKind.PREVENTION if walk.instrument.plans else None,
        origin=Origin(
            session.step.id, None if moment is None else moment.id, subject_id=walk_subject(walk.id, question_id)
        ),
    )


def agreed_from(session: Session, walk: Walk, question_id: str) -> tuple[Agreement, ...]:
    """Give what was agreed from a question of a walk, or from its end."""
    subject = walk_subject(walk.id, question_id)
    return tuple(each for each in session.notebook.agreements if each.origin.subject_id == subject)


# ---- the course


def show(session: Session, event: ev.WalkShown) -> Session | Refusal:
    """Put a question on the way before the room, or the end that was reached, in place of what stood there."""
    course = session.course
    if event.walk_id is None:
        return replace(session, course=replace(course, walk=None))
    walk = walk_of(session, event.walk_id)
    if course.state is State.PLANNED:
        return Refusal.NOT_RUNNING
    there = walk is not None and (walk.question(event.question_id) if event.question_id else walk.has_ended)
    if walk is None or not there:
        return Refusal.UNKNOWN
    alone = replace(course.bare, walk=OpenWalk(walk.id, event.question_id, event.notes))
    return replace(session, course=alone)
