"""How self-study is entered from the page of knowledge."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.ui.knowledge.knowledge import Knowledge


def enter(knowledge: Knowledge) -> None:
    """Show the modules."""
    from facilitator.ui.knowledge.self_study.self_study import SelfStudy  # noqa: PLC0415  not before it is asked for

    room = knowledge.findChild(SelfStudy)
    (SelfStudy(knowledge) if room is None else room).enter()
