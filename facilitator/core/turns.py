"""Who can have the floor in a step where one after the other speaks, and who has not had it yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator

from facilitator.core.script import Way
from facilitator.core.session import Session


def by_role(session: Session) -> bool:
    """Whether the roles of a case take turns here, and not those who sit at the table."""
    return session.step.way is Way.PERSPECTIVES and session.case is not None


def who_can_speak(session: Session) -> tuple[str, ...]:
    """Those who take turns here: the roles of the case in a round of perspectives, otherwise partners by id."""
    if by_role(session) and session.case is not None:
        return session.case.roles
    return tuple(partner.id for partner in session.notebook.partners)


def spoke_here(session: Session) -> tuple[str, ...]:
    """Those who had the floor at this step (and moment) already, in their order."""
    moment = session.moment
    here = (session.step.id, None if moment is None else moment.id)
    return tuple(turn.whose for turn in session.course.turns if (turn.step_id, turn.moment_id) == here)


def waiting(session: Session) -> tuple[str, ...]:
    """Those who did not have the floor here yet, in their order.

    Who only listens does not wait for it, nor does an organisation of which everybody is out of the room.
    """
    spoke = spoke_here(session)
    return tuple(whose for whose in _taking_part(session) if whose not in spoke)


def is_away(session: Session, whose: str) -> bool:
    """Whether everybody of an organisation is out of the room; one that came without names is there."""
    members = session.members_of(whose)
    return bool(members) and not any(member.present for member in members)


def _taking_part(session: Session) -> Iterator[str]:
    listens = session.course.presenter if session.step.way.has_presenter else None
    return (whose for whose in who_can_speak(session) if whose != listens and not is_away(session, whose))


def least_heard(session: Session, passed_over: Container[str] = ()) -> tuple[str, ...]:
    """Those who said the least, as equals: whoever said nothing at this step, and of those the least in the meeting.

    What counts is an answer tied to them, a turn they had and an agreement they took on. `passed_over` are those who
    were proposed already.
    """
    here, ever = _heard(session, here=True), _heard(session, here=False)
    asked = [whose for whose in _taking_part(session) if whose not in passed_over and whose != session.course.turn]
    least = min(((here[whose], ever[whose]) for whose in asked), default=None)
    return tuple(whose for whose in asked if (here[whose], ever[whose]) == least)


def heard(session: Session, whose: str) -> tuple[int, int]:
    """How often one was heard at this step (and moment), and in the whole meeting."""
    return _heard(session, here=True)[whose], _heard(session, here=False)[whose]


def _heard(session: Session, *, here: bool) -> Counter[str]:
    book, moment = session.notebook, session.moment
    place = (session.step.id, None if moment is None else moment.id)
    roles = by_role(session)
    said: list[tuple[tuple[str | None, str | None], str | None]] = [
        *(((a.step_id, a.moment_id), a.role if roles else a.partner_id) for a in book.answers),
        *(((turn.step_id, turn.moment_id), turn.whose) for turn in session.course.turns),
        *(((a.origin.step_id, a.origin.moment_id), a.owner_id) for a in book.agreements if not roles),
    ]
    return Counter(whose for where, whose in said if whose and (not here or where == place))


def turn_name(session: Session, whose: str | None) -> str:
    """The name to show for one who has the floor: an organisation's or a role's; empty for nobody who is there."""
    partner = session.partner(whose)
    if partner is not None:
        return partner.name
    return whose if whose and session.case is not None and whose in session.case.roles else ""
