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
)
"""A room stands here as soon as there is something in it."""
