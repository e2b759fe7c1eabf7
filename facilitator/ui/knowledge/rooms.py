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


ROOMS: tuple[Room, ...] = (
    Room(
        "help desk",
        N_("Help desk"),
        N_("Ask a short question in your own words. You see which cards, fact checks and cases answer it, and why."),
        lambda knowledge: knowledge.ask(),
    ),
)
"""A room stands here as soon as there is something in it."""
