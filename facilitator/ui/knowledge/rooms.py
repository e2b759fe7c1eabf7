"""Rooms: what the page of knowledge leads to, in the order in which it is offered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.ui.knowledge.facts import room as facts
from facilitator.ui.knowledge.self_study import room as self_study
from facilitator.ui.knowledge.training import room as training
from facilitator.words import N_

if TYPE_CHECKING:
    from facilitator.ui.knowledge.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Room:
    """A place to go: its name in the code, what it is called and about (msgids), and how it is entered."""

    name: str
    title: str
    about: str
    enter: Callable[[Knowledge], None]


def _infographic(knowledge: Knowledge) -> None:
    from facilitator.ui.knowledge.infographic.room import enter  # noqa: PLC0415  not needed for the page that leads here

    enter(knowledge)


def _instruments(knowledge: Knowledge) -> None:
    from facilitator.ui.knowledge.walk.room import enter  # noqa: PLC0415  not needed for the page that leads here

    enter(knowledge)


def _review(knowledge: Knowledge) -> None:
    from facilitator.ui.knowledge.review.room import enter  # noqa: PLC0415  not needed for the page that leads here

    enter(knowledge)


ROOMS: tuple[Room, ...] = (
    Room(
        "infographic",
        N_("Figures in pictures"),
        N_("How often, whom, who reports, and who does what: to look at, to show and to hand out."),
        _infographic,
    ),
    Room(
        "help desk",
        N_("Help desk"),
        N_("Ask a short question in your own words. You see which cards, fact checks and cases answer it, and why."),
        lambda knowledge: knowledge.ask(),
    ),
    Room(
        "instruments",
        N_("Instruments"),
        N_("Weigh in five questions, know when to call a specialist, or go through what prevents violence."),
        _instruments,
    ),
    Room(
        "self-study",
        N_("Learn by yourself"),
        N_("Short modules with questions that explain themselves. Stop when you like; it goes on where you were."),
        self_study.enter,
    ),
    Room(
        "training",
        N_("Training plan"),
        N_("Who is to be trained in what, by when, and how far each team is."),
        training.enter,
    ),
    Room("facts", N_("Facts and fables"), N_("Guess what is true, and see what the sources say."), facts.enter),
    Room(
        "review",
        N_("Due for review"),
        N_("Figures past their day, cards without a source, and what nobody held against its sources for long."),
        _review,
    ),
)
"""A room stands here as soon as there is something in it."""
