"""What events do to the programme of a meeting that runs: its steps, their order and questions, and its case."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from facilitator.core import events as ev
from facilitator.core.casus import Case
from facilitator.core.course import Visit
from facilitator.core.notebook import Outcome
from facilitator.core.refusal import Refusal
from facilitator.core.script import Question
from facilitator.core.session import Session, State


def change_programme(session: Session, event: ev.ProgrammeChanged) -> Outcome:
    """Put the steps in another order, and drop some or take them up again; the present one cannot be dropped.

    Undo may have dropped it all the same: that stands in the way of nothing else.
    """
    steps = {step.id: step for step in session.steps}
    if bad := _not_now(session):
        return bad
    if sorted(event.order) != sorted(steps) or len(event.minutes) != len(steps) or min(event.minutes) < 0:
        return Refusal.UNKNOWN
    if not steps.keys() >= set(event.dropped):
        return Refusal.UNKNOWN
    if session.step.id in event.dropped and not session.is_dropped(session.step_number):
        return Refusal.PRESENT_STEP
    dropped = tuple(step_id for step_id in event.order if step_id in event.dropped)
    order = tuple(steps[step_id] for step_id in event.order)
    pairs = zip(event.order, event.minutes, strict=True)
    minutes = tuple(0 if step_id in dropped else planned for step_id, planned in pairs)
    return replace(session.notebook, steps=order, divided=minutes, dropped=dropped)


def write_step(session: Session, event: ev.StepWritten) -> Outcome:
    """Insert a step before another (at the end where there is none), or put right one that was inserted."""
    step, steps = event.step, session.steps
    if bad := _not_now(session):
        return bad
    if not step.title.strip() or not step.audience_title.strip():
        return Refusal.EMPTY
    known = session.index(step.id)
    if known is not None:
        if session.script.index(step.id) is not None:
            return Refusal.DOUBLE
        return replace(session.notebook, steps=(*steps[:known], step, *steps[known + 1 :]))
    place = len(steps) if event.before is None else session.index(event.before)
    if place is None:
        return Refusal.UNKNOWN
    plan = session.plan
    return replace(
        session.notebook,
        steps=(*steps[:place], step, *steps[place:]),
        divided=(*plan[:place], step.minutes, *plan[place:]),
    )


def write_question(session: Session, event: ev.QuestionWritten) -> Outcome:
    """Ask something that the script does not: at a moment of the case, or at a step. Or put its words right."""
    if bad := _not_now(session):
        return bad
    if not event.question.text.strip():
        return Refusal.EMPTY
    there = session.questions_for(event.step_id, event.moment_id)
    if there is None:
        return Refusal.UNKNOWN
    book, question = session.notebook, event.question
    if question.id not in book.asked and any(question.id == each.id for each in there):
        return Refusal.DOUBLE
    asked = tuple(dict.fromkeys((*book.asked, question.id)))
    if book.case is not None and event.moment_id is not None:  # a case that was put aside may have been asked it
        case, *before = (_asked_at(each, event.moment_id, question) for each in (book.case, *book.cases_before))
        return replace(book, asked=asked, case=case, cases_before=tuple(before))
    steps = tuple(
        replace(step, questions=_put(step.questions, question)) if step.id == event.step_id else step
        for step in session.steps
    )
    return replace(book, asked=asked, steps=steps)


def _put(questions: tuple[Question, ...], question: Question) -> tuple[Question, ...]:
    if question.id in {each.id for each in questions}:
        return tuple(question if each.id == question.id else each for each in questions)
    return (*questions, question)


def _asked_at(case: Case, moment_id: str, question: Question) -> Case:
    moments = tuple(
        replace(moment, questions=_put(moment.questions, question)) if moment.id == moment_id else moment
        for moment in case.moments
    )
    return replace(case, moments=moments)


def switch_case(session: Session, event: ev.CaseSwitched) -> Outcome:
    """Study another case from here on. What was said of the one before stays with it; roles are dealt anew.

    A case that was put aside comes back as it was left.
    """
    book, case = session.notebook, event.case
    if bad := _not_now(session):
        return bad
    if book.case is None:
        return Refusal.NO_CASE
    if case.id == book.case.id:
        return Refusal.DOUBLE
    before = tuple(each for each in book.cases_before if each.id != case.id)
    back = next((each for each in book.cases_before if each.id == case.id), case)
    told = {moment.id for each in (*before, book.case) for moment in each.moments}
    if told & {moment.id for moment in back.moments}:
        return Refusal.SAME_MOMENTS
    return replace(book, case=back, cases_before=(*before, book.case), deals=())


def _not_now(session: Session) -> Refusal | None:
    return None if session.course.state is State.RUNNING else Refusal.NOT_RUNNING


def in_step(before: Session, after: Session, at: datetime, *, back: bool = False) -> Session:
    """Let the course follow the notebook: where another case is studied, the page begins anew.

    Undo and redo go `back` to the moment of that case at which this step was left.
    """
    old, new = before.case, after.case
    if old is None or new is None or old.id == new.id:
        return after
    page = _left_at(after) if back else 0
    course = replace(
        after.course, page=page, question_id=None, case_scene=None, case_item="", turn=None, presenter=None
    )
    moment = after.moment_at(after.step_number, page)
    if moment is not None and course.visits:
        still = course.visits[-1].paused
        course = replace(course, visits=(*course.visits, Visit(course.step_id, page, at, moment.id, still)))
    return replace(after, course=course)


def _left_at(session: Session) -> int:
    """The page of the present step at which the present case was left; the first where it was never told there."""
    pages = {moment.id: page for page, moment in enumerate(session.moments_of(session.step_number))}
    visits = (visit for visit in reversed(session.course.visits) if visit.step_id == session.course.step_id)
    return next((pages[visit.moment_id] for visit in visits if visit.moment_id in pages), 0)
