"""An instrument: questions to walk through one at a time, without a score. The person who walks it weighs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InstrumentAnswer:
    """What can be answered. `to` is the id of a later question or of an outcome; empty is the next question."""

    text: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class InstrumentQuestion:
    """One question: what it means (Markdown), what to listen for, who can be involved, and what to write down."""

    id: str
    text: str
    help: str = ""
    listen_for: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    answers: tuple[InstrumentAnswer, ...] = ()
    note: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where a walk ends: what follows, in the words of its source (Markdown), and what to do."""

    id: str
    title: str
    text: str
    to_do: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Instrument:
    """Questions in their order, and where they lead. `stop` is when to leave them and call. Long texts are Markdown.

    One that `plans` asks at every question by what one sees it, who sees to it, and for a next step with a day.
    """

    questions: tuple[InstrumentQuestion, ...]
    outcomes: tuple[Outcome, ...] = ()
    before: str = ""
    stop: tuple[str, ...] = ()
    plans: bool = False

    def after(self, question_id: str, answer: int = 0) -> InstrumentQuestion | Outcome | None:
        """Give what follows on an answer, by its number from 0; None at the end, or for what is not there.

        A question without answers leads to the next one.
        """
        place = next((i for i, question in enumerate(self.questions) if question.id == question_id), None)
        if place is None:
            return None
        answers = self.questions[place].answers
        if answers and not 0 <= answer < len(answers):
            return None
        to = answers[answer].to if answers else ""
        if to:
            ends: tuple[InstrumentQuestion | Outcome, ...] = (*self.questions, *self.outcomes)
            return next((one for one in ends if one.id == to), None)
        return next(iter(self.questions[place + 1 :]), None)
