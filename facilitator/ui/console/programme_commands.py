"""ProgrammeCommands: what the keys do with the programme of a meeting that runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from facilitator.core.casus import Case
from facilitator.core.events import Screen
from facilitator.core.pace import pace
from facilitator.core.refusal import Refusal
from facilitator.core.script import Step
from facilitator.core.session import State
from facilitator.ui.console.add_dialog import AddDialog, WantedStep
from facilitator.ui.console.keys import Command
from facilitator.ui.console.menus import Choice
from facilitator.ui.console.phrases import local_clock, shown_title
from facilitator.ui.console.programme_deeds import ProgrammeDeeds
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.console.console import Console

MOVES = {Command.QUESTION_NEXT: 1, Command.QUESTION_PREVIOUS: -1}
MINUTES = {Command.VOTE: 1, Command.VOTE_BACK: -1}
MORE = 5
"""Minutes that the menu gives or takes."""


class ProgrammeCommands:
    """Their part of the table of commands. In the list of steps some keys are about the step that is chosen.

    Attributes:
        table: the commands and what they do.
        adding: the dialog that is open.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self.deeds = ProgrammeDeeds(console.deeds.running)
        self.adding: AddDialog | None = None
        self._cases: Callable[[], Sequence[Case]] = tuple
        self.table: dict[Command, Callable[[], object]] = {Command.PROGRAMME: self._programme, Command.ADD: self._add}

    def offer(self, cases: Callable[[], Sequence[Case]]) -> None:
        """Know which cases another one can be chosen from; they are read when they are asked for."""
        self._cases = cases

    # ---- a step that is chosen in the list

    def takes(self, command: Command) -> bool:
        """Do with the chosen step what a key says; False where the list does not have the keyboard."""
        step_id = self._console.programme.chosen
        if step_id is None or not self._running:
            return False
        if command in MOVES:
            self._later(step_id, MOVES[command])
        elif command in MINUTES:
            self._give(step_id, MINUTES[command])
        elif command is Command.REMOVE:
            self._drop(step_id)
        elif command is Command.EDIT:
            self._change(step_id)
        else:
            return False
        return True

    def go(self, number: int, page: int = 0) -> None:
        """Go to a step and page. One that was dropped is taken up again first, so that it has its time and shows."""
        session = self._console.deeds.session
        known = self._running and 0 <= number < len(session.steps)
        taken_up = known and session.is_dropped(number) and self.deeds.drop(session.steps[number].id)
        self._console.deeds.jump(number, page)
        if taken_up:
            self._tell_dropped(session.steps[number].id)

    def move(self, step_id: str, place: int) -> None:
        """Let a step come at another place, and keep it chosen."""
        if self.deeds.move(step_id, place):
            self._tell_moved(step_id)

    def menu(self, step_id: str, at: QPoint) -> None:
        """What can be done with a step, for the hand."""
        session = self._console.deeds.session
        number = session.index(step_id)
        if number is None:
            return
        choices: list[Choice] = [(_("Go to this step"), lambda: self.go(number))]
        if self._running:
            dropped = session.is_dropped(number)
            choices += [
                (_("One place up"), lambda: self._later(step_id, -1)),
                (_("One place down"), lambda: self._later(step_id, 1)),
                (_("5 minutes more"), lambda: self._give(step_id, MORE)),
                (_("5 minutes less"), lambda: self._give(step_id, -MORE)),
                (_("Take it up again") if dropped else _("Drop this step"), lambda: self._drop(step_id)),
            ]
            if session.script.index(step_id) is None:
                choices.append((_("Change its words"), lambda: self._change(step_id)))
        self._console.menus.choose(choices, at)

    @property
    def _running(self) -> bool:
        return self._console.deeds.session.course.state is State.RUNNING

    def _later(self, step_id: str, by: int) -> None:
        if self.deeds.later(step_id, by):
            self._tell_moved(step_id)

    def _tell_moved(self, step_id: str) -> None:
        self._console.programme.keep(step_id)
        self._console.say(_("{title} has another place now. Ctrl+Z undoes it.").format(title=self._title(step_id)))

    def _give(self, step_id: str, by: int) -> None:
        if self.deeds.give(step_id, by):
            minutes = dict(zip(self._ids, self._console.deeds.session.plan, strict=True))[step_id]
            words = _("{title} now has {minutes} minutes.").format(title=self._title(step_id), minutes=minutes)
            self._console.say(f"{words} {self._ends()}")

    def _drop(self, step_id: str) -> None:
        if self.deeds.drop(step_id):
            self._tell_dropped(step_id)

    def _tell_dropped(self, step_id: str) -> None:
        dropped = step_id in self._console.deeds.session.notebook.dropped
        words = _("{title} is dropped.") if dropped else _("{title} is taken up again.")
        self._console.say(f"{words.format(title=self._title(step_id))} {self._ends()}")

    def _ends(self) -> str:
        """When the meeting ends now, and that it can be taken back."""
        running = self._console.deeds.running
        going = pace(running.session, running.now())
        if going is None:
            return _("Ctrl+Z undoes it.")
        clock = local_clock(running.session, going.ends_at)
        return _("The meeting ends at {clock} then. Ctrl+Z undoes it.").format(clock=clock)

    @property
    def _ids(self) -> tuple[str, ...]:
        return tuple(step.id for step in self._console.deeds.session.steps)

    def _step(self, step_id: str) -> Step:
        return next(step for step in self._console.deeds.session.steps if step.id == step_id)

    def _title(self, step_id: str) -> str:
        console = self._console
        return shown_title(console.deeds.session, self._step(step_id), private=console.private)

    # ---- going, and adding

    def _programme(self) -> None:
        console = self._console
        console.columns.show_part(console.columns.left)
        console.programme.take_keyboard()
        if self._running:
            console.say(_("Enter goes there. Alt+↑ ↓ moves a step, + and − its minutes, Ctrl+Del drops it."))

    def _add(self) -> None:
        if not self._running:
            self._console.say(_(Refusal.NOT_RUNNING.value))
        elif self.adding is None:
            self._open(AddDialog(self._console.deeds.session, self._cases(), self._console))

    def _change(self, step_id: str) -> None:
        session = self._console.deeds.session
        if session.script.index(step_id) is not None:
            self._console.say(_("The words of this step are those of the script."))
        elif self.adding is None and not self._console.commands.is_folded(step_id):
            dialog = AddDialog(session, (), self._console)
            dialog.change(self._step(step_id))
            self._open(dialog)

    def _open(self, dialog: AddDialog) -> None:
        self.adding = dialog
        dialog.question_wanted.connect(self._ask)
        dialog.step_wanted.connect(self._insert)
        dialog.case_wanted.connect(self._switch)
        dialog.finished.connect(self._answered)
        dialog.open()

    def _answered(self) -> None:
        dialog, self.adding = self.adding, None
        if dialog is not None:
            dialog.deleteLater()
        self._console.take_keyboard()

    def _ask(self, text: str) -> None:
        if self.deeds.write_question(text) and not self._is_held(self._console.deeds.session.notebook.asked[-1]):
            self._console.say(_("The question is with the others. Put it to the room when you want."))

    def _insert(self, wanted: WantedStep) -> None:
        if not self.deeds.write_step(wanted.kind, wanted.title, wanted.text, wanted.minutes, wanted.step_id):
            return
        if wanted.step_id is None and not self._is_held(self._added):
            words = _("Added after this step: {title}.").format(title=wanted.title.strip())
            self._console.say(f"{words} {self._ends()}")

    @property
    def _added(self) -> str:
        """The id of the step that was added behind the present one."""
        session = self._console.deeds.session
        return session.steps[session.step_number + 1].id

    def _is_held(self, subject_id: str) -> bool:
        """Whether a text is held back; what was seen in it is told instead of what was done."""
        return self._console.deeds.session.notebook.is_held(subject_id)

    def _switch(self, case: Case) -> None:
        """Take another case. In the middle of one the room waits before a neutral slide."""
        deeds = self._console.deeds
        telling = deeds.session.moment is not None
        if telling and deeds.session.course.screen is Screen.LIVE and self.deeds.can_switch(case):
            deeds.screen(Screen.NEUTRAL)
        if not self.deeds.switch_case(case):
            return
        words = _("From the next step that tells a case: {title}. Deal the roles anew. Ctrl+Z undoes it.")
        if telling:
            words = _(
                "From here on: {title}. Deal the roles anew; F7 shows the room the first moment. Ctrl+Z undoes it."
            )
        self._console.say(words.format(title=case.title))
