"""Turning a panel by its key: open, and away again; what is in the way is told in a line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from facilitator.core.refusal import Refusal
from facilitator.core.session import State
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.console.console import Console
    from facilitator.ui.console.panel import Panel


def private_words() -> str:
    """What is said where a panel is for the facilitator alone and the room may see this screen."""
    return _("What is for you alone is folded. F12 shows it when the room does not see this screen.")


def _nothing() -> str:
    return ""


def turn(
    console: Console,
    panel: Panel,
    begin: Callable[[], object],
    *,
    runs: bool = False,
    folded: str = "",
    lacks: Callable[[], str] = _nothing,
) -> None:
    """Close a panel, or let it begin; never in a session that is closed.

    `runs`: not before the meeting has begun either. `folded`: what is said instead where private things are folded;
    empty when it holds none. `lacks` says what is missing for it, empty when nothing is.
    """
    state = console.deeds.session.course.state
    if panel.isVisible():
        panel.give_up()
    elif state is State.CLOSED:
        console.say(_(Refusal.CLOSED.value))
    elif runs and state is State.PLANNED:
        console.say(_(Refusal.NOT_RUNNING.value))
    elif folded and not console.private:
        console.commands.tell_folded(folded)
    elif missing := lacks():
        console.say(missing)
    else:
        begin()
