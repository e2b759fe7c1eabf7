"""A walk through an instrument: one question at a time, what was answered and why, and where that leads. No score.

The instrument is kept with the walk, whole: when its card changes, or is taken away, the walk goes on as it began. A
walk never guesses. An answer that leads nowhere, or back, ends it and says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from typing import TypeAlias

from facilitator.core.card import Card
from facilitator.core.instrument import Instrument, InstrumentQuestion, Outcome


class End(Enum):
    """How far a walk is."""

    OPEN = auto()
    OUTCOME = auto()
    THROUGH = auto()  # all questions were answered, and the instrument names no outcome for that
    NOWHERE = auto()  # the last answer leads to what is not there, or back to what was asked


@dataclass(frozen=True, slots=True)
class Answered:
    """What was said to a question: an answer by its number from 0 (None: not yet), and why.

    Where an instrument plans, `reason` is what one sees it by, `owner` the organisation that sees to the `next_step`,
    by name, and `by` the day on which that is to be done.
    """

    question_id: str
    answer: int | None = None
    reason: str = ""
    owner: str = ""
    next_step: str = ""
    by: date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said."""
        return self == Answered(self.question_id)

    @property
    def words(self) -> str:
        """Everything that was written with it, a line each."""
        return "\n".join(part for part in (self.reason, self.owner, self.next_step) if part)


Place: TypeAlias = InstrumentQuestion | Outcome | None
"""Where somebody stands: at a question, at an outcome, or (None) past the last question without one."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk; `title` is that of its card. `stopped_id` is the question at which it was left on purpose."""

    id: str
    card_id: str
    title: str
    instrument: Instrument
    answers: tuple[Answered, ...] = ()
    stopped_id: str = ""

    def said(self, question_id: str) -> Answered:
        """What was said to a question; nothing yet where it was not."""
        return next((one for one in self.answers if one.question_id == question_id), Answered(question_id))

    @property
    def way(self) -> tuple[InstrumentQuestion, ...]:
        """The questions that were come by, the newest last: that is the one which is asked, or led to the end."""
        return _walked(self)[0]

    @property
    def end(self) -> End:
        """How far it is."""
        return _walked(self)[1]

    @property
    def has_ended(self) -> bool:
        """Whether there is nothing to ask now: it is at its end, or was left on purpose."""
        return self.end is not End.OPEN or bool(self.stopped_id)

    @property
    def outcome(self) -> Outcome | None:
        """What follows; None while it goes on, and where no outcome is named."""
        return _walked(self)[2]

    @property
    def branches(self) -> bool:
        """Whether an answer can pass over questions, so that nobody can say how many are still to come."""
        return bool(self.instrument.outcomes)

    def question(self, question_id: str) -> InstrumentQuestion | None:
        """A question on the way; None for one that is not."""
        return next((one for one in self.way if one.id == question_id), None)

    def accepts(self, said: Answered) -> bool:
        """Whether that can be said: the question lies on the way and has such an answer."""
        question = self.question(said.question_id)
        if question is None:
            return False
        return said.answer is None or 0 <= said.answer < max(1, len(question.answers))


def asks(card: Card) -> bool:
    """Whether there is something on a card to walk through."""
    return card.instrument is not None and bool(card.instrument.questions)


def instruments(cards: Iterable[Card]) -> list[Card]:
    """Give the cards among these with something to walk through."""
    return sorted(filter(asks, cards), key=lambda card: card.id)


def answered(walk: Walk, said: Answered) -> tuple[Walk, tuple[Answered, ...]]:
    """Give the walk with what was said, and what fell away because it lies on the way no longer.

    What was said to the question before is replaced. Nothing changes where it cannot be said.
    """
    if not walk.accepts(said):
        return walk, ()
    others = tuple(one for one in walk.answers if one.question_id != said.question_id)
    moved = replace(walk, answers=(*others, said), stopped_id="")
    there = {question.id for question in moved.way}
    order = {question.id: place for place, question in enumerate(moved.way)}
    fallen = tuple(one for one in others if one.question_id not in there)
    kept = sorted((one for one in moved.answers if one.question_id in there), key=lambda one: order[one.question_id])
    return replace(moved, answers=tuple(one for one in kept if not one.is_empty)), fallen


def stopped(walk: Walk) -> Walk:
    """Give the walk as it is when somebody stops at the question that is asked; one that is at its end stays so."""
    return replace(walk, stopped_id=walk.way[-1].id) if walk.end is End.OPEN else walk


def answer_words(question: InstrumentQuestion, said: Answered) -> str:
    """The answer as it reads; empty while there is none, and for a question that has none to choose from."""
    return "" if said.answer is None or not question.answers else question.answers[said.answer].text


def _walked(walk: Walk) -> tuple[tuple[InstrumentQuestion, ...], End, Outcome | None]:
    """Follow the answers from the first question on. An instrument without questions is at its end at once."""
    way: list[InstrumentQuestion] = []
    place: Place = next(iter(walk.instrument.questions), None)
    while isinstance(place, InstrumentQuestion):
        if any(place.id == one.id for one in way):
            return tuple(way), End.NOWHERE, None
        way.append(place)
        said = walk.said(place.id).answer
        if said is None:
            return tuple(way), End.OPEN, None
        ahead = walk.instrument.after(place.id, said)
        if ahead is None and _names(place, said):
            return tuple(way), End.NOWHERE, None
        place = ahead
    return tuple(way), End.THROUGH if place is None else End.OUTCOME, place


def _names(question: InstrumentQuestion, answer: int) -> bool:
    """Whether an answer says where it leads, or is not even there."""
    return bool(question.answers) and (answer >= len(question.answers) or bool(question.answers[answer].to))
