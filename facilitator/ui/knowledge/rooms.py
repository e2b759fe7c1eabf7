"""Rooms: what the page of knowledge leads to, in the order in which it is offered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.ui.knowledge.facts import room as facts
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


ROOMS: tuple[Room, ...] = (
    Room("facts", N_("Facts and fables"), N_("Guess what is true, and see what the sources say."), facts.enter),
)
"""A room stands here as soon as there is something in it."""
