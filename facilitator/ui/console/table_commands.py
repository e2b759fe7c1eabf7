"""TableCommands: what the keys do with who sits at the table: the order, who has not spoken, confidentiality."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from facilitator.core.refusal import Refusal
from facilitator.core.session import State
from facilitator.core.turns import by_role, least_heard
from facilitator.ui.console.keys import Command
from facilitator.ui.console.turning import turn
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.console.console import Console

MOVES = {Command.QUESTION_NEXT: 1, Command.QUESTION_PREVIOUS: -1}
"""The keys of the guiding questions; in the table's list they move whoever is chosen."""


class TableCommands:
    """Their part of the table of commands. A command that changed nothing tells why, in a line."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._actions = console.deeds
        self.table: dict[Command, Callable[[], object]] = {
            Command.WHO_NOT_YET: self._who_not_yet,
            Command.CONFIDENTIALITY: self._confidentiality,
        }

    def moves(self, command: Command) -> bool:
        """Move whoever is chosen at the table, where its list has the keyboard; says whether the key was for that."""
        rows = self._console.table.list
        if command not in MOVES or not rows.hasFocus() or rows.chosen is None:
            return False
        if by_role(self._actions.session):
            self._console.say(_("Here the roles of the case speak, in the order of the case."))
        else:
            self._actions.move_seat(rows.chosen, MOVES[command])
        return True

    def _who_not_yet(self) -> None:
        console = self._console
        if not console.private:
            console.commands.tell_folded(
                _("Who was heard is folded. F12 shows it when the room does not see this screen.")
            )
        elif self._actions.session.course.state is not State.RUNNING:
            console.say(_(Refusal.NOT_RUNNING.value))
        elif not least_heard(self._actions.session):
            console.say(_("There is nobody at the table to give the floor to."))
        else:
            console.panels.who_not_yet.begin()

    def _confidentiality(self) -> None:
        console, panel = self._console, self._console.panels.confidentiality
        turn(console, panel, lambda: panel.begin(private=console.private), runs=True)
