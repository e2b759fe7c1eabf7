"""Commands: what every command of the keys does on the console."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from facilitator.core.events import Screen
from facilitator.core.held import held_texts
from facilitator.core.session import State
from facilitator.ui.console.answer_commands import AnswerCommands
from facilitator.ui.console.case_commands import CaseCommands
from facilitator.ui.console.changed_words import changed_words
from facilitator.ui.console.folded import seen_by_room
from facilitator.ui.console.keys import Command
from facilitator.ui.console.knowledge_commands import KnowledgeCommands
from facilitator.ui.console.programme_commands import ProgrammeCommands
from facilitator.ui.console.reading import Mode
from facilitator.ui.console.slide_commands import SlideCommands
from facilitator.ui.console.table_commands import TableCommands
from facilitator.ui.console.tasks import Task
from facilitator.ui.console.time_commands import TimeCommands
from facilitator.ui.console.turning import private_words, turn
from facilitator.ui.console.way_commands import WayCommands
from facilitator.ui.console.while_open import IN_DIALOGS, works_over
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.console.console import Console


class Commands:
    """Runs commands. `run` says whether the key was taken; a command that changed nothing tells why, in a line."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._actions = console.deeds
        self.case = CaseCommands(console)
        self.time = TimeCommands(console)
        self.at_table = TableCommands(console)
        self.ways = WayCommands(console)
        self.programme = ProgrammeCommands(console)
        self.slides = SlideCommands(console)
        self.answers = AnswerCommands(console)
        self.knowledge = KnowledgeCommands(console, self.answers.table)
        self._table: dict[Command, Callable[[], object]] = {
            Command.NEXT: lambda: self._step(1),
            Command.PREVIOUS: lambda: self._step(-1),
            Command.QUESTION_NEXT: lambda: self._actions.turn_question(1),
            Command.QUESTION_PREVIOUS: lambda: self._actions.turn_question(-1),
            Command.READ_ON: lambda: console.step.guidance.read(1),
            Command.READ_BACKWARD: lambda: console.step.guidance.read(-1),
            Command.BLACK: lambda: self._actions.screen(Screen.BLACK),
            Command.FREEZE: lambda: self._actions.screen(Screen.FROZEN),
            Command.NEUTRAL: lambda: self._actions.screen(Screen.NEUTRAL),
            Command.AUDIENCE: console.audience_requested.emit,
            Command.ROOM_SCREEN: console.room_screen_requested.emit,
            Command.LARGE_TYPE: console.large_type_requested.emit,
            Command.ROOM_PAGE: lambda: console.side.room.turn_page(1),
            Command.ROOM_PAGE_BACK: lambda: console.side.room.turn_page(-1),
            Command.FOLD: console.privacy.press,
            Command.NOTE: lambda: self._begin(Mode.NOTE),
            Command.PARK: lambda: self._begin(Mode.PARK),
            Command.AGREEMENT: self._to_agreements,
            Command.READ_BACK: self._read_back,
            Command.CHAFES: self.chafes,
            Command.LOOK_BACK: self._look_back,
            Command.PEOPLE: self._people,
            Command.CHECK: self.check,
            Command.APPEARANCE: console.appearance_requested.emit,
            Command.UNDO: self._undo,
            Command.REDO: self._redo,
            Command.KEYS: self._keys,
            **self.case.table,
            **self.time.table,
            **self.at_table.table,
            **self.ways.table,
            **self.programme.table,
            **self.slides.table,
            **self.answers.table,
            **self.knowledge.table,  # last: it has a say before answers have
        }

    def run(self, command: Command, which: int = 0) -> bool:
        """Do what a command says; `which` counts the steps of a jump from 0. False leaves the key to the control."""
        if self._console.panels.have_keyboard() and not works_over(self._console.panels.top, command):
            return False
        if QApplication.activeModalWidget() is not None and command not in IN_DIALOGS:
            return False
        if command is Command.REMOVE and self._console.typed_text():
            return False
        if command is Command.GO_TO:
            self.programme.go(which)
        elif not (self.at_table.moves(command) or self.programme.takes(command)):
            self._table[command]()
        return True

    # ---- going

    def _step(self, by: int) -> None:
        panel = self._console.panels.top
        if panel is not None and panel.step(by):
            return
        if self._actions.session.course.state is State.CLOSED:
            self._console.say(_("The session is closed. Reopen it to change something."))
        elif by < 0:
            self._actions.previous()
        elif (
            not self._actions.next()
            and self._actions.session.next_place is None
            and not QApplication.activeModalWidget()
        ):
            self._read_back()

    def _keys(self) -> None:
        sheet = self._console.panels.sheet
        sheet.shut() if sheet.isVisible() else sheet.open()

    # ---- agreements, and what is folded

    def open_agreement(self, agreement_id: str | None, *, at_missing: bool = False) -> None:
        """Complete an agreement in the form; without an id the newest one. `at_missing` begins at what it lacks."""
        session = self._actions.session
        agreement = session.agreement(agreement_id) or next(reversed(session.notebook.agreements), None)
        if agreement is not None and not self.is_folded(agreement.id):
            self._console.panels.form.edit(session, agreement, at_missing=at_missing)

    def complete_agreement(self, agreement_id: str) -> None:
        """Complete an agreement, at what it lacks."""
        self.open_agreement(agreement_id, at_missing=True)

    def is_folded(self, subject_id: str) -> bool:
        """Whether a text is held back and the room may see this screen; tells so."""
        folded = not self._console.private and self._actions.session.notebook.is_held(subject_id)
        if folded:
            self._say_folded()
        return folded

    def _say_folded(self) -> None:
        self.tell_folded(_("What is to be checked is folded. F12 shows it when the room does not see this screen."))

    def tell_folded(self, words: str) -> None:
        """Say that something is folded; where the room sees this screen, what to do with the key."""
        self._console.say(seen_by_room() if self._console.privacy.room_sees else words)

    # ---- other lines and panels

    def _begin(self, mode: Mode) -> None:
        console = self._console
        if not console.private:
            self.tell_folded(
                _("Notes and the parking lot are folded. F12 shows them when the room does not see this screen.")
            )
            return
        console.columns.show_part(console.step)
        console.step.entry.begin(Task(mode))
        console.take_keyboard()

    def _to_agreements(self) -> None:
        self._console.columns.show_part(self._console.side)
        self._console.side.agreements.entry.field.setFocus()

    def _read_back(self) -> None:
        self._console.panels.read_back.begin(private=self._console.private)

    def chafes(self, agreement_id: str | None = None) -> None:
        """Say that a paragraph of the regional agreement chafes or works; at this agreement, or the chosen one."""
        console, panel = self._console, self._console.panels.chafing
        chosen = console.side.agreements.list.chosen if console.in_agreements() else None
        begin = partial(panel.begin, agreement_id or chosen)
        turn(console, panel, begin, folded=private_words(), lacks=self._lacks_models)

    def _lacks_models(self) -> str:
        return "" if self._console.panels.models() else _("There is no model of a region here.")

    def _look_back(self) -> None:
        console, panel = self._console, self._console.panels.look_back
        folded = _("What was agreed before is folded. F12 shows it when the room does not see this screen.")
        turn(console, panel, lambda: panel.begin(private=console.private), folded=folded, lacks=self._lacks_look_back)

    def _lacks_look_back(self) -> str:
        words = _("Nothing to look back on: these partners have no open agreements of before.")
        return "" if self._actions.session.course.look_back else words

    def _people(self) -> None:
        if self._console.private:
            self._console.panels.people.begin()
        else:
            self.tell_folded(_("Names are folded. F12 shows them when the room does not see this screen."))

    def check(self, subject_id: str | None = None) -> None:
        """Check what looks like personal data, beginning at this text, the chosen one or the newest that was told."""
        console, panel = self._console, self._console.panels.check
        if panel.isVisible():
            panel.shut()
        elif not console.private:
            self._say_folded()
        elif not held_texts(self._actions.session):
            console.say(_("There is nothing to check."))
        else:
            panel.begin(self._actions.session, subject_id or console.findings.at_hand())

    # ---- undo

    def _undo(self) -> None:
        before = self._actions.session.notebook
        if self._actions.undo():
            what = changed_words(before, self._actions.session.notebook)
            self._console.say(_("Taken back: {what}").format(what=what))

    def _redo(self) -> None:
        before = self._actions.session.notebook
        if self._actions.redo():
            what = changed_words(before, self._actions.session.notebook)
            self._console.say(_("Made again: {what}").format(what=what))
