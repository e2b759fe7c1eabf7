"""FiguresCommands: what the keys do with the infographic."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from facilitator.core.refusal import Refusal
from facilitator.core.session import State
from facilitator.ui.console.figures_panel import Drawn
from facilitator.ui.console.keys import Command
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.console.console import Console


class FiguresCommands:
    """Their part of the table of commands. A command that changed nothing tells why, in a line."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self.table: dict[Command, Callable[[], object]] = {Command.FIGURES: self._open}

    def offer(self, drawn: Drawn) -> None:
        """Take the panels there are from here."""
        self._console.panels.drawn = drawn

    def _open(self) -> None:
        console, panel = self._console, self._console.panels.figures
        if panel.isVisible():
            panel.shut()
        elif console.deeds.session.course.state is State.CLOSED:
            console.say(_(Refusal.CLOSED.value))
        elif not console.panels.drawn():
            console.say(_("No panel could be made of the cards."))
        else:
            panel.begin()
