"""Rooms: what the page of knowledge leads to, in the order in which it is offered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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


def _instruments(knowledge: Knowledge) -> None:
    from facilitator.ui.knowledge.walk.room import enter  # noqa: PLC0415  not needed for the page that leads here

    enter(knowledge)


def _review(knowledge: Knowledge) -> None:
    from facilitator.ui.knowledge.review.room import enter  # noqa: PLC0415  not needed for the page that leads here

    enter(knowledge)


ROOMS: tuple[Room, ...] = (
    Room(
        "instruments",
        N_("Instruments"),
        N_("Weigh in five questions, know when to call a specialist, or go through what prevents violence."),
        _instruments,
    ),
    Room(
        "review",
        N_("Due for review"),
        N_("Figures past their day, cards without a source, and what nobody held against its sources for long."),
        _review,
    ),
)
"""A room stands here as soon as there is something in it."""
