"""WalkCommands: what the keys do with instruments."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from facilitator.core.refusal import Refusal
from facilitator.core.session import State
from facilitator.core.walk import asks
from facilitator.ui.console.keys import Command
from facilitator.ui.console.walk_panel import WalkPanel
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.console.console import Console


class WalkCommands:
    """Their part of the table of commands. A command that changed nothing tells why, in a line."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self.table: dict[Command, Callable[[], object]] = {Command.WALK: self._open}

    def _open(self) -> None:
        console, panel = self._console, self._console.panels.walk
        session = console.deeds.session
        if panel.isVisible():
            panel.shut()
        elif session.course.state is State.CLOSED:
            console.say(_(Refusal.CLOSED.value))
        elif session.course.state is State.PLANNED:
            console.say(_(Refusal.NOT_RUNNING.value))
        elif not any(map(asks, console.panels.known())) and not session.notebook.walks:
            console.say(_("There is no instrument here."))
        else:
            panel.begin(private=console.private)

    def agree_first(self, usual: Callable[[], object]) -> Callable[[], object]:
        """What a key does with the instrument that is open, and what it does while none is."""

        def agree() -> None:
            panel = self._console.panels.top
            if isinstance(panel, WalkPanel):
                panel.agree()
            else:
                usual()

        return agree
