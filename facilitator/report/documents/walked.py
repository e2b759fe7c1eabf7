"""How an instrument was walked through: what was answered, why, and where that led, in the words of the instrument."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.core.instrument import InstrumentQuestion
from facilitator.core.session import Session
from facilitator.core.walk import Answered, End, Walk, answer_words
from facilitator.report import dates
from facilitator.report.walk_words import end_words
from facilitator.words import _


@dataclass(frozen=True, slots=True)
class WalkedLine:
    """A question and what was said to it; `notes` are name and text of what was written with it."""

    question: str
    answer: str
    notes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Walked:
    """A walk. `outcome` is empty where none was reached; `ended` says why, unless the instrument has none.

    `text` and `to_do` are Markdown.
    """

    title: str
    lines: tuple[WalkedLine, ...]
    outcome: str
    text: str
    to_do: tuple[str, ...]
    ended: str
    plans: bool


def walked(walk: Walk) -> Walked:
    """Give a walk as it reads: only the questions that were come by."""
    outcome = walk.outcome
    return Walked(
        title=walk.title,
        lines=tuple(_line(walk, question) for question in walk.way if not walk.said(question.id).is_empty),
        outcome="" if outcome is None else outcome.title,
        text="" if outcome is None else outcome.text,
        to_do=() if outcome is None else outcome.to_do,
        ended="" if walk.end in {End.OUTCOME, End.THROUGH} else end_words(walk),
        plans=walk.instrument.plans,
    )


def walked_in(session: Session) -> tuple[Walked, ...]:
    """Give the walks of a session in which something was said. `session` is without what waits for a decision."""
    return tuple(walked(walk) for walk in session.notebook.walks if walk.answers)


def _line(walk: Walk, question: InstrumentQuestion) -> WalkedLine:
    said = walk.said(question.id)
    words = answer_words(question, said)
    if not words:
        words = _("read") if said.answer is not None else _("not answered yet")
    return WalkedLine(question.text, words, tuple(_notes(said, plans=walk.instrument.plans)))


def _notes(said: Answered, *, plans: bool) -> Iterator[tuple[str, str]]:
    reason = _("How you can tell") if plans else _("Why")
    by = "" if said.by is None else _("before {day}").format(day=dates.in_words(said.by))
    step = ", ".join(part for part in (said.next_step, by) if part)
    written = ((reason, said.reason), (_("Who sees to it"), said.owner), (_("Next step"), step))
    return ((name, text) for name, text in written if text)
