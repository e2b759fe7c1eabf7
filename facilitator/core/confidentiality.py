"""Confidentiality: a text that is read aloud, and who agreed to it. It asks; it never stops a meeting."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core.events import ConfidentialityPledged, ConfidentialityShown
from facilitator.core.notebook import Outcome
from facilitator.core.people import Participant, Pledge
from facilitator.core.refusal import Refusal
from facilitator.core.session import Session, State


def show(session: Session, event: ConfidentialityShown) -> Session | Refusal:
    """Put a text before the room, over the page that stands there, or take it away."""
    if session.course.state is State.PLANNED:
        return Refusal.NOT_RUNNING
    if event.text is not None and not event.text.strip():
        return Refusal.EMPTY
    course = session.course
    if event.text is None:
        return replace(session, course=replace(course, confidentiality=""))
    # an agreement that is read back stands there again after it
    shown = replace(course.bare_but_case, confidentiality=event.text, read_back=course.read_back)
    return replace(session, course=shown)


def pledge(session: Session, event: ConfidentialityPledged) -> Outcome:
    """Note that persons agreed to a text, or take that back; agreeing anew replaces what was agreed before."""
    book, whose = session.notebook, event.participant_ids
    if session.course.state is State.PLANNED:
        return Refusal.NOT_RUNNING
    if not whose or any(session.participant(person) is None for person in whose):
        return Refusal.UNKNOWN
    others = tuple(one for one in book.pledges if one.participant_id not in whose)
    if not event.pledged:
        return Refusal.UNKNOWN if others == book.pledges else replace(book, pledges=others)
    if not event.text.strip():
        return Refusal.EMPTY
    made = tuple(Pledge(person, event.text, event.at) for person in dict.fromkeys(whose))
    return replace(book, pledges=(*others, *made))


def pledge_of(session: Session, participant_id: str) -> Pledge | None:
    """What a person agreed to, and when."""
    return next((one for one in session.notebook.pledges if one.participant_id == participant_id), None)


def to_ask(session: Session) -> tuple[Participant, ...]:
    """Who is in the room and did not agree."""
    agreed = {one.participant_id for one in session.notebook.pledges}
    return tuple(person for person in session.notebook.participants if person.present and person.id not in agreed)


def came_later(session: Session) -> tuple[Participant, ...]:
    """Who is still to be asked once others were; nobody while the text was read to nobody."""
    return to_ask(session) if session.notebook.pledges else ()
