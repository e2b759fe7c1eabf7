"""What events do to a case that is lived through: to the notebook, and to the course of the session."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core import events as ev
from facilitator.core.course import Turn
from facilitator.core.events import CaseScene
from facilitator.core.notebook import Outcome
from facilitator.core.refusal import Refusal
from facilitator.core.session import Session, State
from facilitator.core.turns import who_can_speak
from facilitator.core.vocabulary import MELDCODE
from facilitator.core.weighing import QUESTIONS

# ---- the notebook


def deal_roles(session: Session, event: ev.RolesDealt) -> Outcome:
    """Give the roles of the case to those at the table."""
    known = set(() if session.case is None else session.case.roles)
    people = [deal.participant_id for deal in event.deals]
    if any(session.participant(person) is None for person in people):
        return Refusal.UNKNOWN
    if len(set(people)) < len(people):
        return Refusal.DOUBLE
    if any(role not in known for deal in event.deals for role in deal.roles):
        return Refusal.UNKNOWN
    tidy = tuple(replace(deal, roles=tuple(dict.fromkeys(deal.roles))) for deal in event.deals if deal.roles)
    return replace(session.notebook, deals=tidy)


def mark_turning_point(session: Session, event: ev.TurningPointMarked) -> Outcome:
    """Mark a turning point, or put its words right."""
    point, points = event.point, session.notebook.turning_points
    if bad := _no_place(session, point.moment_id):
        return bad
    if not point.text.strip():
        return Refusal.EMPTY
    if session.turning_point(point.id) is None:
        return replace(session.notebook, turning_points=(*points, point))
    return replace(session.notebook, turning_points=tuple(point if p.id == point.id else p for p in points))


def remove_turning_point(session: Session, event: ev.TurningPointRemoved) -> Outcome:
    """Take a turning point away; what was needed there stays said."""
    book = session.notebook
    if session.turning_point(event.point_id) is None:
        return Refusal.UNKNOWN
    loose = tuple(
        replace(a, turning_point_id=None) if a.turning_point_id == event.point_id else a for a in book.answers
    )
    points = tuple(p for p in book.turning_points if p.id != event.point_id)
    return replace(book, answers=loose, turning_points=points)


def judge_moment(session: Session, event: ev.MomentJudged) -> Outcome:
    """Note where the group would put a moment; an empty judgement takes it back."""
    judgement = event.judgement
    step = judgement.meldcode_step
    if bad := _no_place(session, judgement.moment_id):
        return bad
    if step is not None and step not in MELDCODE:
        return Refusal.UNKNOWN
    others = tuple(j for j in session.notebook.judgements if j.moment_id != judgement.moment_id)
    empty = judgement.phase is None and step is None and not judgement.reason.strip()
    return replace(session.notebook, judgements=others if empty else (*others, judgement))


def weigh_question(session: Session, event: ev.QuestionWeighed) -> Outcome:
    """Note what the group says to a weighing question; neither verdict nor reason takes it back."""
    weighed, book = event.weighed, session.notebook
    if bad := _no_place(session, weighed.moment_id):
        return bad
    if weighed.question not in QUESTIONS:
        return Refusal.UNKNOWN
    place = (weighed.moment_id, weighed.question)
    others = tuple(w for w in book.weighings if (w.moment_id, w.question) != place)
    empty = weighed.verdict is None and not weighed.reason.strip()
    return replace(book, weighings=others if empty else (*others, weighed))


def _no_place(session: Session, moment_id: str) -> Refusal | None:
    """Why a group says nothing of this moment: it has not begun, or no step tells such a moment."""
    if session.course.state is State.PLANNED:
        return Refusal.NOT_RUNNING
    told = (moment.id for step in range(len(session.steps)) for moment in session.moments_of(step))
    return None if moment_id in told else Refusal.UNKNOWN


# ---- the course


def show_case(session: Session, event: ev.CaseShown) -> Session | Refusal:
    """Put something of the case before the room, or take it away."""
    if event.scene is not None and not _can_be_shown(session, event.scene, event.item):
        return Refusal.UNKNOWN
    if event.scene is CaseScene.TURNING_POINT and session.notebook.is_held(event.item):
        return Refusal.PERSONAL
    course = session.course
    if event.scene is None:
        return replace(session, course=replace(course, case_scene=None, case_item=""))
    # an agreement that is read back lies over it
    shown = replace(course.bare, case_scene=event.scene, case_item=event.item, read_back=course.read_back)
    return replace(session, course=shown)


def _can_be_shown(session: Session, scene: CaseScene, item: str) -> bool:
    if session.case is None or session.moments_told == 0:
        return False
    if scene is CaseScene.TURNING_POINT:
        return session.turning_point(item) is not None
    if scene is CaseScene.WEIGHING:
        return session.moment is not None and item in {str(number) for number in QUESTIONS}
    return session.moment is not None or scene is not CaseScene.DECISION


def choose_presenter(session: Session, event: ev.PresenterChosen) -> Session | Refusal:
    """Note who only listens; whoever that is does not have the floor."""
    course = session.course
    if event.whose is not None and event.whose not in who_can_speak(session):
        return Refusal.UNKNOWN
    turn = None if event.whose == course.turn else course.turn
    return replace(session, course=replace(course, presenter=event.whose, turn=turn))


def give_turn(session: Session, event: ev.TurnGiven) -> Session | Refusal:
    """Give the floor; that it was had is kept, so that nobody is forgotten."""
    course, moment = session.course, session.moment
    if event.whose is None:
        return replace(session, course=replace(course, turn=None))
    if event.whose not in who_can_speak(session):
        return Refusal.UNKNOWN
    turn = Turn(session.step.id, None if moment is None else moment.id, event.whose)
    turns = course.turns if turn in course.turns else (*course.turns, turn)
    return replace(session, course=replace(course, turn=event.whose, turns=turns))
