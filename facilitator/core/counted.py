"""What the room may see of what is counted: the choices, the marks beside those of before, and what was voted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.core.case_view import may_be_seen
from facilitator.core.events import Answer
from facilitator.core.options import (
    Choosable,
    DotRow,
    Ranked,
    dot_rows,
    dots_at,
    dots_shown_here,
    options_here,
    ranked,
)
from facilitator.core.script import Answering
from facilitator.core.session import Session


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each choice or mark was given, in the order of the step; `before` at the step it is compared with."""

    label: str
    count: int
    before: int = 0


@dataclass(frozen=True, slots=True)
class ShownChoice:
    """Something that can be chosen, or an end of a scale: what is called out, and what it means."""

    mark: str
    means: str


@dataclass(frozen=True, slots=True)
class Voted:
    """What a group said of the options of a step: how its dots lie, or in which order it puts them, of so many orders.

    Only one of the two is there.
    """

    dots: tuple[DotRow, ...] = ()
    ranking: tuple[Ranked, ...] = ()
    orders: int = 0


def _options(session: Session, shown: tuple[Answer, ...]) -> tuple[Choosable, ...]:
    """The options that the room may know: all choices of the step, of its proposals those that were shown."""
    seen = {answer.id for answer in shown}
    return tuple(each for each in options_here(session) if session.step.choices or each.key in seen)


def shown_votes(session: Session, shown: tuple[Answer, ...]) -> Voted | None:
    """What the room may know of what was voted; None until something of it was shown."""
    step, moment = session.step, session.moment
    options = _options(session, shown)
    if step.answering is Answering.DOTS and options and dots_shown_here(session):
        dots = dots_at(session.notebook, step.id, None if moment is None else moment.id)
        return Voted(dots=dot_rows(options, dots))
    orders = tuple(answer.order for answer in shown if answer.order)
    if step.answering is Answering.RANKING and options and orders:
        return Voted(ranking=ranked(options, orders), orders=len(orders))
    return None


def shown_choices(session: Session, shown: tuple[Answer, ...]) -> tuple[ShownChoice, ...]:
    """What can be chosen, by number; of a scale what its ends mean."""
    step = session.step
    if step.answering.of_options:
        return tuple(ShownChoice(str(each.number), each.text) for each in _options(session, shown))
    if shown:
        return ()
    if step.answering is Answering.SCALE:
        ends = ((step.marks[0], step.scale_low), (step.marks[-1], step.scale_high))
        return tuple(ShownChoice(mark, means) for mark, means in ends if means)
    return tuple(ShownChoice(str(number), choice) for number, choice in enumerate(step.marks, 1))


def shown_tally(session: Session, shown: tuple[Answer, ...]) -> tuple[Tally, ...]:
    """How often each mark or choice was given among what the room sees; nothing while it sees none."""
    step = session.step
    if not shown:
        return ()
    counts = Counter(answer.text for answer in shown)
    before = Counter(marks_before(session))
    return tuple(Tally(label, counts[label], before[label]) for label in step.marks)


def marks_before(session: Session) -> Iterator[str]:
    """The marks the room saw at the step that the present one is compared with."""
    step_id = session.step.compare_with
    return (a.text for a in session.notebook.answers if a.step_id == step_id and may_be_seen(session, a))
