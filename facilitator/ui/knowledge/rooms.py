"""Rooms: what the page of knowledge leads to, in the order in which it is offered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

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


def _in(package: str) -> Callable[[Knowledge], None]:
    """The way into the room of a package; it is imported when somebody goes in."""

    def enter(knowledge: Knowledge) -> None:
        import_module(f"facilitator.ui.knowledge.{package}.room").enter(knowledge)

    return enter


ROOMS: tuple[Room, ...] = (
    Room(
        "help desk",
        N_("Help desk"),
        N_("Ask a short question in your own words. You see which cards, fact checks and cases answer it, and why."),
        lambda knowledge: knowledge.ask(),
    ),
    Room("facts", N_("Facts and fables"), N_("Guess what is true, and see what the sources say."), _in("facts")),
    Room(
        "infographic",
        N_("Figures in pictures"),
        N_("How often, whom, who reports, and who does what: to look at, to show and to hand out."),
        _in("infographic"),
    ),
    Room(
        "instruments",
        N_("Instruments"),
        N_("Weigh in five questions, know when to call a specialist, or go through what prevents violence."),
        _in("walk"),
    ),
    Room(
        "frustrations",
        N_("Frustratiewijzer"),
        N_("What chafes in working together, what lies behind it, and what may help."),
        _in("frustrations"),
    ),
    Room(
        "self-study",
        N_("Learn by yourself"),
        N_("Short modules with questions that explain themselves. Stop when you like; it goes on where you were."),
        _in("self_study"),
    ),
    Room(
        "training",
        N_("Training plan"),
        N_("Who is to be trained in what, by when, and how far each team is."),
        _in("training"),
    ),
    Room(
        "review",
        N_("Due for review"),
        N_("Figures past their day, cards without a source, and what nobody held against its sources for long."),
        _in("review"),
    ),
)
"""A room stands here as soon as there is something in it."""
