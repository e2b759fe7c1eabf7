"""Who can have the floor in a step where one after the other speaks, and who has not had it yet."""

from __future__ import annotations

from facilitator.core.script import Way
from facilitator.core.session import Session


def who_can_speak(session: Session) -> tuple[str, ...]:
    """Those who take turns here: the roles of the case in a round of perspectives, otherwise partners by id."""
    if session.step.way is Way.PERSPECTIVES and session.case is not None:
        return session.case.roles
    return tuple(partner.id for partner in session.notebook.partners)


def spoke_here(session: Session) -> tuple[str, ...]:
    """Those who had the floor at this step (and moment) already, in their order."""
    moment = session.moment
    here = (session.step.id, None if moment is None else moment.id)
    return tuple(turn.whose for turn in session.course.turns if (turn.step_id, turn.moment_id) == here)


def waiting(session: Session) -> tuple[str, ...]:
    """Those who did not have the floor here yet, in their order; who only listens does not wait for it."""
    spoke = spoke_here(session)
    listens = session.course.presenter if session.step.way.has_presenter else None
    return tuple(whose for whose in who_can_speak(session) if whose not in spoke and whose != listens)


def turn_name(session: Session, whose: str | None) -> str:
    """The name to show for one who has the floor: an organisation's or a role's; empty for nobody who is there."""
    partner = session.partner(whose)
    if partner is not None:
        return partner.name
    return whose if whose and session.case is not None and whose in session.case.roles else ""
