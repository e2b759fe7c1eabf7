"""What events do to answers. Each function gives the new notebook, or why not."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core import events as ev
from facilitator.core import grouping
from facilitator.core.events import Answer
from facilitator.core.kept import add, drop, id_of, put
from facilitator.core.notebook import Outcome
from facilitator.core.options import not_an_option
from facilitator.core.refusal import Refusal
from facilitator.core.script import Answering, Reveal, Step
from facilitator.core.session import Session, State
from facilitator.core.spotting import would_hold


def _has_place(session: Session, answer: Answer) -> bool:
    """Whether step, moment, question and partner are there: elsewhere nobody would ever see it."""
    questions = session.questions_for(answer.step_id, answer.moment_id)
    if questions is None or answer.question_id not in {None, *map(id_of, questions)}:
        return False
    if answer.partner_id is not None and session.partner(answer.partner_id) is None:
        return False
    if answer.turning_point_id is not None and session.turning_point(answer.turning_point_id) is None:
        return False
    return not answer.role or any(answer.role in case.roles for case in session.cases)


def _bad_answer(session: Session, answer: Answer) -> Refusal | None:
    if not _has_place(session, answer):
        return Refusal.UNKNOWN
    if not answer.text.strip():
        return Refusal.EMPTY
    if answer.turning_point_id is not None:  # what was needed there is said in words, whatever the step takes
        return Refusal.NOT_AN_ORDER if answer.order else None
    step = _step_of(session, answer)
    return not_an_option(session, step, answer) if step.answering.of_options else _not_taken(step, answer)


def _not_taken(step: Step, answer: Answer) -> Refusal | None:
    if answer.order:
        return Refusal.NOT_AN_ORDER
    if step.answering is Answering.NONE:
        return Refusal.NO_ANSWERS
    if step.marks and answer.text not in step.marks:
        return Refusal.NOT_ON_SCALE if step.answering is Answering.SCALE else Refusal.NOT_A_CHOICE
    return None


def _step_of(session: Session, answer: Answer) -> Step:
    return next(step for step in session.steps if step.id == answer.step_id)


def give_answer(session: Session, event: ev.AnswerGiven) -> Outcome:
    """Write an answer down; a step that shows answers at once shows this one."""
    if session.course.state is State.PLANNED:
        return Refusal.NOT_RUNNING
    if bad := _bad_answer(session, event.answer):
        return bad
    at_once = _step_of(session, event.answer).reveal is Reveal.AT_ONCE
    held = would_hold(session.notebook, event)
    answer = replace(event.answer, shown=at_once and not held, waits=at_once and held)
    answers = add(session.notebook.answers, answer)
    return answers if isinstance(answers, Refusal) else replace(session.notebook, answers=answers)


def change_answer(session: Session, event: ev.AnswerChanged) -> Outcome:
    """Put the words or the partner of an answer right. One that only personal data kept from the room is shown then."""
    answer, book = session.answer(event.answer_id), session.notebook
    if answer is None:
        return Refusal.UNKNOWN
    at_once, held = _step_of(session, answer).reveal is Reveal.AT_ONCE, would_hold(book, event)
    seen = answer.shown or answer.waits
    changed = replace(
        answer,
        text=event.text,
        partner_id=event.partner_id,
        role=event.role,
        order=event.order or answer.order,
        shown=seen and not held,
        waits=seen and held and at_once,
    )
    if bad := _bad_answer(session, changed):
        return bad
    answers = put(session.notebook.answers, answer.id, lambda _: changed)
    return answers if isinstance(answers, Refusal) else replace(session.notebook, answers=answers)


def remove_answer(session: Session, event: ev.AnswerRemoved) -> Outcome:
    """Take an answer away."""
    answers = drop(session.notebook.answers, event.answer_id)
    if isinstance(answers, Refusal):
        return answers
    return grouping.without(replace(session.notebook, answers=answers), (event.answer_id,))


def show_answers(session: Session, event: ev.AnswersShown) -> Outcome:
    """Reveal answers to the room, or hide them again. Answers of a step that never shows them stay hidden."""
    book, wanted = session.notebook, set(event.answer_ids)
    found = [answer for answer in book.answers if answer.id in wanted]
    if not wanted or len(found) != len(wanted):
        return Refusal.UNKNOWN
    if event.shown and any(_step_of(session, a).reveal is Reveal.NEVER for a in found):
        return Refusal.NEVER_SHOWN
    if event.shown and any(book.is_held(a.id) for a in found):
        return Refusal.PERSONAL
    answers = tuple([replace(a, shown=event.shown, waits=False) if a.id in wanted else a for a in book.answers])
    return replace(book, answers=answers)


def count_votes(session: Session, event: ev.VotesCounted) -> Outcome:
    """Note how many chose an answer, where a group chooses between proposals."""
    answer = session.answer(event.answer_id)
    if answer is None or event.votes < 0:
        return Refusal.UNKNOWN
    if _step_of(session, answer).answering is not Answering.PROPOSALS:
        return Refusal.NO_VOTES
    answers = put(session.notebook.answers, answer.id, lambda a: replace(a, votes=event.votes))
    return answers if isinstance(answers, Refusal) else replace(session.notebook, answers=answers)
