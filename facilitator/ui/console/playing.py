"""Who can be named, asked and given the floor at the present page of a session. Pure."""

from __future__ import annotations

from facilitator.core.events import Answer, CaseScene
from facilitator.core.script import Question, Way
from facilitator.core.session import Session


def roles_here(session: Session) -> tuple[str, ...]:
    """The roles that an answer can be given from: where a moment of a case is told, and in a round of perspectives."""
    if session.case is None or (session.moment is None and session.step.way is not Way.PERSPECTIVES):
        return ()
    return session.case.roles


def questions_in_order(session: Session) -> tuple[Question, ...]:
    """The guiding questions: first those of the role that has the floor, then those for all, then role by role."""
    roles = () if session.case is None else session.case.roles
    floor = session.course.turn

    def place(question: Question) -> int:
        if question.role and question.role == floor:
            return -2
        return roles.index(question.role) if question.role in roles else -1

    return tuple(sorted(session.questions, key=place))


def before_the_room(session: Session) -> tuple[Answer, ...]:
    """The answers that belong to what the room sees: those of the page, or what was needed at a turning point."""
    course = session.course
    if course.case_scene is CaseScene.TURNING_POINT:
        return session.needs_at(course.case_item)
    return tuple(answer for answer in session.answers_here() if not answer.turning_point_id)
