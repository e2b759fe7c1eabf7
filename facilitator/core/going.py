"""What events do to the course of a session: starting, moving, screens, closing. Undo leaves these alone."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core.course import Course, Silence, Stood, Visit
from facilitator.core.events import (
    AgreementReadBack,
    PlanChanged,
    QuestionChosen,
    Screen,
    ScreenBack,
    ScreenSet,
    SessionClosed,
    SessionReopened,
    SessionStarted,
    SilenceBegun,
    SilenceEnded,
    StepEntered,
)
from facilitator.core.refusal import Refusal
from facilitator.core.session import Session, State


def start(session: Session, event: SessionStarted) -> Session | Refusal:
    """Begin at the first step. What was prepared stands: undo in the meeting does not reach back to it."""
    if session.course.state is not State.PLANNED:
        return Refusal.BEGUN
    before = session.course
    first = session.steps[0].id
    moment = session.moment_at(0, 0)
    visit = Visit(first, 0, event.at, None if moment is None else moment.id)
    course = Course(
        State.RUNNING,
        first,
        visits=(visit,),
        covers=before.covers,
        held=before.held,
        look_back=before.look_back,
        handed_out=before.handed_out,
        cards_shown=before.cards_shown,
        guesses_shown=before.guesses_shown,
        revealed=before.revealed,
    )
    return replace(session, course=course, history=(), undone=())


def change_plan(session: Session, event: PlanChanged) -> Session | Refusal:
    """Give every step other minutes, while the meeting has not begun."""
    if session.course.state is not State.PLANNED:
        return Refusal.BEGUN
    if len(event.minutes) != len(session.script.steps):
        return Refusal.UNKNOWN
    return replace(session, minutes=event.minutes)


def enter(session: Session, event: StepEntered) -> Session | Refusal:
    """Go to a step and page. A reopened session moves without its clock."""
    course = session.course
    if course.state is State.PLANNED:
        return Refusal.NOT_RUNNING
    step = session.index(event.step_id)
    if step is None or not 0 <= event.page < session.pages(step):
        return Refusal.UNKNOWN
    moment = session.moment_at(step, event.page)
    visit = Visit(event.step_id, event.page, event.at, None if moment is None else moment.id)
    visits = (*course.visits, visit) if course.state is State.RUNNING else course.visits
    here = replace(course.bare, step_id=event.step_id, page=event.page, visits=visits)
    return replace(session, course=replace(here, question_id=None, turn=None, silence=None))


def begin_silence(session: Session, event: SilenceBegun) -> Session | Refusal:
    """Let it be quiet for a while, or for longer than was said at first."""
    course = session.course
    if course.state is not State.RUNNING:
        return Refusal.NOT_RUNNING
    if event.minutes < 1:
        return Refusal.UNKNOWN
    since = event.at if course.silence is None or course.silence.ended else course.silence.since
    return replace(session, course=replace(course, silence=Silence(since, event.minutes)))


def end_silence(session: Session, _event: SilenceEnded) -> Session | Refusal:
    """End the silence, before or after its time."""
    silence = session.course.silence
    if silence is None or silence.ended:
        return Refusal.NO_SILENCE
    return replace(session, course=replace(session.course, silence=replace(silence, ended=True)))


def choose_question(session: Session, event: QuestionChosen) -> Session | Refusal:
    """Put a guiding question of this page to the room."""
    if event.question_id is not None and all(q.id != event.question_id for q in session.questions):
        return Refusal.UNKNOWN
    if event.question_id is not None and session.notebook.is_held(event.question_id):
        return Refusal.PERSONAL
    return replace(session, course=replace(session.course, question_id=event.question_id))


def set_screen(session: Session, event: ScreenSet) -> Session | Refusal:
    """Put something over the room's screen, or take away all that lies there.

    Freezing holds the session as the room sees it now, black or neutral included.
    """
    if event.screen is Screen.LIVE:
        return _covered(session, ())
    course = session.course
    if event.screen is course.screen:
        return session
    if event.screen is Screen.FROZEN:
        session = replace(session, course=replace(course, held=None))  # what was frozen before is not what they see
    others = tuple(cover for cover in course.covers if cover is not event.screen)
    return _covered(session, (*others, event.screen))


def uncover(session: Session, _event: ScreenBack) -> Session | Refusal:
    """Take away what came over the room's screen last."""
    return _covered(session, session.course.covers[:-1])


def _covered(session: Session, covers: tuple[Screen, ...]) -> Session:
    course = session.course
    if covers == course.covers:
        return session
    held = (course.held or session) if Screen.FROZEN in covers else None
    return replace(session, course=replace(course, covers=covers, held=held))


def read_back(session: Session, event: AgreementReadBack) -> Session | Refusal:
    """Show an agreement to the room, or stop doing so."""
    if event.agreement_id is not None and session.agreement(event.agreement_id) is None:
        return Refusal.UNKNOWN
    if event.agreement_id is not None and session.notebook.is_held(event.agreement_id):
        return Refusal.PERSONAL
    course = session.course if event.agreement_id is None else session.course.bare_but_case
    return replace(session, course=replace(course, read_back=event.agreement_id))


def close(session: Session, event: SessionClosed) -> Session | Refusal:
    """End the meeting."""
    course = session.course
    if course.state is State.CLOSED:
        return Refusal.CLOSED
    if course.state is State.PLANNED:
        return Refusal.NOT_RUNNING
    ended = replace(
        course.bare_but_case,
        state=State.CLOSED,
        closed_at=(*course.closed_at, event.at),
        editions=(*course.editions, _as_it_stands(session)),
        next_meetings=(*course.next_meetings, session.details.next_meeting),
        covers=(Screen.NEUTRAL,),
        held=None,
        silence=None,
    )
    return replace(session, course=ended)


def _as_it_stands(session: Session) -> tuple[Stood, ...]:
    """What is agreed now, as far as it may stand in documents."""
    book = session.notebook
    return tuple(
        Stood(
            *(agreement.id, agreement.version, agreement.owner_id, agreement.deadline, agreement.parties),
            evaluate_on=agreement.evaluate_on,
        )
        for agreement in book.agreements
        if not book.is_held(agreement.id)
    )


def reopen(session: Session, _event: SessionReopened) -> Session | Refusal:
    """Open a closed session to correct it."""
    if session.course.state is not State.CLOSED:
        return Refusal.NOT_CLOSED
    if session.read_from is not None:
        return Refusal.HELD_ELSEWHERE
    return replace(session, course=replace(session.course, state=State.REOPENED))
