"""What the room may see of a walk through an instrument: the question and its answers, or what follows."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.core.course import OpenWalk
from facilitator.core.session import Session
from facilitator.core.spotting import walk_subject
from facilitator.core.walk import Answered, End, Walk
from facilitator.core.walking import walk_of


@dataclass(frozen=True, slots=True)
class ShownWalk:
    """A question, or the outcome where there is none to ask. `chosen` is the number of the answer from 0.

    `notes` is what was written with it, where that is shown on purpose; `text` is Markdown, as `to_do` is.
    `total` is 0 where an answer can pass over questions. `end` says why there is no outcome where there is none;
    `asked` is the question at which it was left, if it was.
    """

    title: str
    question: str = ""
    answers: tuple[str, ...] = ()
    chosen: int | None = None
    number: int = 0
    total: int = 0
    notes: tuple[str, ...] = ()
    outcome: str = ""
    text: str = ""
    to_do: tuple[str, ...] = ()
    end: End = End.OUTCOME
    asked: str = ""


def shown_walk(session: Session) -> ShownWalk | None:
    """Give what stands before the room of a walk; None where that is no longer there."""
    opened = session.course.walk
    walk = None if opened is None else walk_of(session, opened.walk_id)
    if opened is None or walk is None:
        return None
    return _question(session, walk, opened) if opened.question_id else _end(walk)


def _end(walk: Walk) -> ShownWalk | None:
    if not walk.has_ended:  # undo took away what led there
        return None
    outcome = walk.outcome
    if outcome is None:
        left = walk.way[-1].text if walk.end is End.OPEN else ""
        return ShownWalk(walk.title, end=walk.end, asked=left)
    return ShownWalk(walk.title, outcome=outcome.title, text=outcome.text, to_do=outcome.to_do)


def _question(session: Session, walk: Walk, opened: OpenWalk) -> ShownWalk | None:
    question, said = walk.question(opened.question_id), walk.said(opened.question_id)
    if question is None:  # undo took it off the way
        return None
    held = session.notebook.is_held(walk_subject(walk.id, question.id))
    return ShownWalk(
        walk.title,
        question.text,
        tuple(answer.text for answer in question.answers),
        said.answer,
        walk.way.index(question) + 1,
        0 if walk.branches else len(walk.instrument.questions),
        _notes(said) if opened.notes and not held else (),
    )


def _notes(said: Answered) -> tuple[str, ...]:
    return tuple(part for part in (said.reason, said.owner, said.next_step) if part)
