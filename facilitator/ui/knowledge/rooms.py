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


def _infographic(knowledge: Knowledge) -> None:
    from facilitator.ui.knowledge.infographic.infographic_page import InfographicPage  # noqa: PLC0415  when entered
    from facilitator.ui.knowledge.infographic.panels import panels_today  # noqa: PLC0415

    page = InfographicPage(knowledge.services, panels_today(knowledge.services))
    page.left.connect(knowledge.back_wanted)
    page.failed.connect(knowledge.failed)
    knowledge.page_wanted.emit(page)


ROOMS: tuple[Room, ...] = (
    Room(
        "infographic",
        N_("Figures in pictures"),
        N_("How often, whom, who reports, and who does what: to look at, to show and to hand out."),
        _infographic,
    ),
)
"""A room stands here as soon as there is something in it."""
