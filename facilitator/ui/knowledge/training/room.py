"""How the training plan is entered from the page of knowledge."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.ui.knowledge.knowledge import Knowledge


def enter(knowledge: Knowledge) -> None:
    """Show the plan."""
    from facilitator.ui.knowledge.training.training import Training  # noqa: PLC0415  not before it is asked for

    room = knowledge.findChild(Training)
    (Training(knowledge) if room is None else room).enter()
