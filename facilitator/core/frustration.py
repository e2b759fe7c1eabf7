"""What professionals run into when they work together: what is known of it, and how often a session names it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from facilitator.core import events as ev
from facilitator.core.card import ReadOn
from facilitator.core.notebook import Outcome
from facilitator.core.refusal import Refusal
from facilitator.core.session import Session, State
from facilitator.core.vocabulary import Frustration

LEAST_TOLD = 5
"""A number of people below this is not told: in a small meeting everybody knows who they were."""


@dataclass(frozen=True, slots=True)
class Direction:
    """A way to go that may help, and why it may: a source, or that it is our own choice. Markdown."""

    text: str
    ground: str


@dataclass(frozen=True, slots=True)
class FrustrationGuide:
    """One frustration: how it is recognised, what lies behind it, and what may help. Long texts are Markdown.

    `title` is how the Frustratiewijzer says it. `scripts` and `cards` are ids.
    """

    id: Frustration
    title: str
    recognise: tuple[str, ...]
    behind: str
    directions: tuple[Direction, ...]
    read_on: tuple[ReadOn, ...]
    checked_on: date
    scripts: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()


def count(session: Session, event: ev.FrustrationCounted) -> Outcome:
    """Note how many recognised a frustration at a step; counted again it is put right, and with no one it is gone."""
    if session.course.state is State.PLANNED:
        return Refusal.NOT_RUNNING
    if session.index(event.step_id) is None:
        return Refusal.UNKNOWN
    book = session.notebook
    others = tuple(one for one in book.frustrations if one[:2] != (event.frustration, event.step_id))
    if event.people <= 0:
        return Refusal.UNKNOWN if len(others) == len(book.frustrations) else replace(book, frustrations=others)
    return replace(book, frustrations=(*others, (event.frustration, event.step_id, event.people)))


def counted_at(session: Session, step_id: str) -> dict[Frustration, int]:
    """Give how many recognised each frustration at a step, beside what was chosen there."""
    return {frustration: people for frustration, at, people in session.notebook.frustrations if at == step_id}


def counted(session: Session) -> Counter[Frustration]:
    """Give how many recognised each frustration in a session: the most at one step, counted or chosen.

    Nobody is named, and steps are not added up: who recognises one at two of them is one person.
    """
    at_step: Counter[tuple[Frustration, str]] = Counter()
    for frustration, step_id, people in session.notebook.frustrations:
        at_step[frustration, step_id] = people
    of_choice = {
        (step.id, choice): frustration
        for step in session.steps
        for choice, frustration in zip(step.choices, step.frustrations, strict=False)
    }
    at_choice: Counter[tuple[Frustration, str]] = Counter()
    for answer in session.notebook.answers:
        chosen = of_choice.get((answer.step_id, answer.text))
        if chosen is not None:
            at_choice[chosen, answer.step_id] += 1
    found: Counter[Frustration] = Counter()
    for (frustration, _step_id), people in (*at_step.items(), *at_choice.items()):
        found[frustration] = max(found[frustration], people)
    return found
