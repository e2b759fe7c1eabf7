"""LookBackCommands: what the key does with agreements of earlier sessions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from facilitator.core.refusal import Refusal
from facilitator.core.session import State
from facilitator.ui.console.keys import Command
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.console.console import Console


class LookBackCommands:
    """Its part of the table of commands. A command that changed nothing tells why, in a line."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self.table: dict[Command, Callable[[], object]] = {Command.LOOK_BACK: self._look_back}

    def _look_back(self) -> None:
        console = self._console
        panel, session = console.panels.look_back, console.deeds.session
        if panel.isVisible():
            panel.shut()
        elif session.course.state is State.CLOSED:
            console.say(_(Refusal.CLOSED.value))
        elif not console.private:
            console.commands.tell_folded(
                _("What was agreed before is folded. F12 shows it when the room does not see this screen.")
            )
        elif not session.course.look_back:
            console.say(_("Nothing to look back on: these partners have no open agreements of before."))
        else:
            panel.begin(private=console.private)
