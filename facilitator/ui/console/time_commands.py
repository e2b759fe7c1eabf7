"""TimeCommands: what the keys do with the minutes of a session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from facilitator.core.pace import LONGER, Division, divided_anew, pace
from facilitator.ui.console.divide import DivideDialog, outcome_words
from facilitator.ui.console.keys import Command
from facilitator.ui.console.phrases import is_far
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.console.console import Console

STALE = timedelta(minutes=1)
"""A proposal that was looked at for longer is made anew."""


class TimeCommands:
    """Divide the time anew, and give a step more.

    Attributes:
        table: the commands and what they do.
        dividing: the proposal that is open.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._actions = console.deeds
        self.dividing: DivideDialog | None = None
        self.table: dict[Command, Callable[[], object]] = {
            Command.DIVIDE: self._divide,
            Command.LONGER: self._longer,
        }

    def _divide(self) -> None:
        """Propose other minutes for what is to come; they hold once they were seen and wanted."""
        if self.dividing is not None:
            return
        running, now = self._actions.running, self._actions.running.now()
        going, division = pace(running.session, now), divided_anew(running.session, now)
        if going is not None and is_far(going):
            self._console.say(_("The meeting was planned for quite another time."))
        elif division is not None:
            self._propose(division, now)
        elif going is not None and going.behind > 0 and not going.on_schedule:
            self._console.say(outcome_words(running.session, ceil(going.behind / 60)))
        else:
            self._console.say(_("There is nothing to divide."))

    def _propose(self, division: Division, now: datetime) -> None:
        running = self._actions.running
        self.dividing = DivideDialog(running.session, division, self._console)
        self.dividing.wanted.connect(lambda minutes: self._divided(minutes, now))
        self.dividing.finished.connect(self._answered)
        running.changed.connect(self.dividing.follow)
        self.dividing.open()

    def _answered(self) -> None:
        dialog, self.dividing = self.dividing, None
        if dialog is not None:
            self._actions.running.changed.disconnect(dialog.follow)
            dialog.deleteLater()
        self._console.take_keyboard()

    def _divided(self, minutes: tuple[int, ...], at: datetime) -> None:
        if self._actions.running.now() - at > STALE:
            QTimer.singleShot(0, self._console, self._divide)  # time went on: what was seen would not end then
        elif self._actions.divide(minutes):
            self._console.say(_("The time is divided anew. Ctrl+Z undoes it."))

    def _longer(self) -> None:
        if self._actions.longer(LONGER):
            minutes = self._actions.session.plan[self._actions.session.step_number]
            self._console.say(_("This step now has {minutes} minutes. Ctrl+Z undoes it.").format(minutes=minutes))
