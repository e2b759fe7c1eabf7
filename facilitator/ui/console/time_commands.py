"""TimeCommands: what the keys do with the minutes of a session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from facilitator.core.events import Stretch
from facilitator.core.pace import LONGER, Division, divided_anew, pace
from facilitator.core.refusal import Refusal
from facilitator.core.session import State
from facilitator.ui.console.divide import DivideDialog, outcome_words
from facilitator.ui.console.keys import Command
from facilitator.ui.console.phrases import is_far, local_clock, minutes_words, state_words
from facilitator.ui.console.time_dialogs import SleptDialog, StartDialog
from facilitator.ui.steady_clock import News, Slept
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.console.console import Console

STALE = timedelta(minutes=1)
"""A proposal that was looked at for longer is made anew."""


class TimeCommands:
    """Divide the time anew, give a step more, stand still, and put right what time that is over was.

    Attributes:
        table: the commands and what they do.
        dividing: the proposal that is open.
        correcting: the question when it began, open.
        slept: the question whether a sleep of the laptop was a pause, open.
        clock_set: that the laptop's clock was set, for who missed it; empty while it was not.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._actions = console.deeds
        self.dividing: DivideDialog | None = None
        self.correcting: StartDialog | None = None
        self.slept: SleptDialog | None = None
        self.clock_set = ""
        self.table: dict[Command, Callable[[], object]] = {
            Command.DIVIDE: self._divide,
            Command.LONGER: self._longer,
            Command.PAUSE: self._pause,
            Command.CORRECT_START: self._correct,
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
        elif going is not None and going.behind > 0 and not going.is_slight:
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

    # ---- standing still

    def _pause(self) -> None:
        """Let the meeting stand still, or go on; one that does not run says so."""
        since = self._actions.session.course.paused_since
        if self._stopped() or not self._actions.pause():
            return
        if since is None:
            self._console.say(_("The meeting stands still. Ctrl+P goes on."))
        else:
            minutes = round((self._actions.running.now() - since).total_seconds() / 60)
            stood = _("It stood still for {minutes}.").format(minutes=minutes_words(minutes)) if minutes else ""
            self._console.say(" ".join(part for part in (_("The meeting goes on."), stood) if part))

    def _stopped(self) -> bool:
        """Whether the clock of the meeting does not run; tells so."""
        state = self._actions.session.course.state
        if state is State.PLANNED:
            self._console.say(_(Refusal.NOT_RUNNING))
        elif state is not State.RUNNING:
            self._console.say(
                _("The clock of this meeting has stopped: {state}.").format(state=state_words(self._actions.session))
            )
        return state is not State.RUNNING

    # ---- what time that is over was

    def _correct(self) -> None:
        """Ask when the step or the meeting really began."""
        if self.correcting is not None or self._stopped():
            return
        running = self._actions.running
        self.correcting = StartDialog(running.session, running.now, self._console)
        self.correcting.wanted.connect(self._corrected)
        self.correcting.finished.connect(self._asked)
        running.changed.connect(self.correcting.follow)
        self.correcting.open()

    def _corrected(self, visit: int, began: datetime) -> None:
        if self._actions.correct_start(visit, began):
            clock = local_clock(self._actions.session, began)
            self._console.say(_("Put right: it began at {clock}. Ctrl+Z undoes it.").format(clock=clock))

    def tell(self, news: News) -> None:
        """Tell what happened to the laptop's clock; ask whether a sleep was a pause, where it took time of a step."""
        if not isinstance(news, Slept):
            system, meeting = (local_clock(self._actions.session, at) for at in (news.system, news.meeting))
            words = _("The laptop's clock was set: it tells {system}. The meeting keeps its own time: {meeting}.")
            self.clock_set = words.format(system=system, meeting=meeting)
            self._console.say(self.clock_set)
            return
        course = self._actions.session.course
        if course.state is not State.RUNNING or course.paused_since is not None:
            return
        since = (
            news.since if self.slept is None else self.slept.stretch.since
        )  # asleep again before there was an answer
        if self.slept is not None:
            self.slept.reject()
        self.slept = SleptDialog(self._actions.session, Stretch(since, news.until), self._console)
        self.slept.wanted.connect(self._slept_through)
        self.slept.finished.connect(self._asked)
        self._actions.running.changed.connect(self.slept.follow)
        self.slept.open()

    def _slept_through(self, stretch: Stretch) -> None:
        if self._actions.count_pause(stretch):
            minutes = minutes_words(round((stretch.until - stretch.since).total_seconds() / 60))
            self._console.say(_("{minutes} count as a pause. Ctrl+Z undoes it.").format(minutes=minutes))

    def _asked(self) -> None:
        """A question has its answer."""
        for dialog in (self.correcting, self.slept):
            if dialog is not None and not dialog.isVisible():
                self._actions.running.changed.disconnect(dialog.follow)
                dialog.deleteLater()
                self.correcting = None if dialog is self.correcting else self.correcting
                self.slept = None if dialog is self.slept else self.slept
        self._console.take_keyboard()
