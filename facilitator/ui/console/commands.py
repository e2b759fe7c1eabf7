"""Commands: what every command of the keys does on the console."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from facilitator.core.events import AnswerGroup, CaseScene, Screen
from facilitator.core.grouping import group_by_id
from facilitator.core.held import held_texts
from facilitator.core.refusal import Refusal
from facilitator.core.session import State
from facilitator.ui.console.card_commands import CardCommands
from facilitator.ui.console.card_panel import CardPanel
from facilitator.ui.console.case_commands import CaseCommands
from facilitator.ui.console.case_panel import CasePanel
from facilitator.ui.console.chafing import Chafing
from facilitator.ui.console.changed_words import changed_words
from facilitator.ui.console.confidentiality import Confidentiality
from facilitator.ui.console.figures_commands import FiguresCommands
from facilitator.ui.console.figures_panel import FiguresPanel
from facilitator.ui.console.folded import seen_by_room
from facilitator.ui.console.frustrations import Frustrations
from facilitator.ui.console.keys import Command
from facilitator.ui.console.look_back import LookBack
from facilitator.ui.console.look_back_commands import LookBackCommands
from facilitator.ui.console.programme_commands import ProgrammeCommands
from facilitator.ui.console.reading import Mode, typed_answer
from facilitator.ui.console.slide_commands import SlideCommands
from facilitator.ui.console.slide_panel import SlidePanel
from facilitator.ui.console.table_commands import TableCommands
from facilitator.ui.console.tasks import Task
from facilitator.ui.console.time_commands import TimeCommands
from facilitator.ui.console.voting import option_of_row
from facilitator.ui.console.walk_commands import WalkCommands
from facilitator.ui.console.walk_panel import WalkPanel
from facilitator.ui.console.way_commands import WayCommands
from facilitator.ui.widgets import Tone
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.console.console import Console

EVERYWHERE = frozenset(
    {
        Command.NEXT,
        Command.PREVIOUS,
        Command.PAUSE,
        Command.BLACK,
        Command.FREEZE,
        Command.NEUTRAL,
        Command.AUDIENCE,
        Command.ROOM_SCREEN,
        Command.LARGE_TYPE,
        Command.ROOM_PAGE,
        Command.ROOM_PAGE_BACK,
        Command.FOLD,
        Command.UNDO,
        Command.REDO,
        Command.KEYS,
        Command.CHECK,
    }
)
"""Commands that also work while a panel is open."""

IN_DIALOGS = EVERYWHERE - {Command.KEYS, Command.CHECK, Command.ROOM_SCREEN}
"""Commands that also work while a dialog is open: those that open nothing beneath it."""

CASE_PANELS = frozenset({Command.DECIDE, Command.WEIGH})
"""Commands that also work while one of their own panels is."""


SLIDE_PANEL = frozenset({Command.SLIDE, Command.SHOW_SLIDE})
"""Commands that also work while the panel of slides is open."""

CARD_PANEL = frozenset({Command.CARDS, Command.SHOW_CARD, Command.REVEAL, Command.REVEAL_ALL, Command.HIDE})
"""Commands that also work while the panel of knowledge cards is open."""

WALK_PANEL = frozenset({Command.WALK, Command.MAKE_AGREEMENT})
"""Commands that also work while the panel of instruments is open."""


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
        self.look_back = LookBackCommands(console)
        self.cards = CardCommands(console)
        self.walks = WalkCommands(console)
        self.figures = FiguresCommands(console)
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
            Command.ANSWER: self._to_answers,
            Command.REVEAL: self.cards.claim_first(self._actions.reveal_claim, self._reveal),
            Command.REVEAL_ALL: self.cards.claim_first(self.cards.show_guesses, self._reveal_all),
            Command.HIDE: self.cards.claim_first(self.cards.hide, self._hide),
            Command.EDIT: self._edit,
            Command.REMOVE: self._remove,
            Command.MAKE_AGREEMENT: self.walks.agree_first(self._agree),
            Command.NOTE: lambda: self._begin(Mode.NOTE),
            Command.PARK: lambda: self._begin(Mode.PARK),
            Command.AGREEMENT: self._to_agreements,
            Command.READ_BACK: self._read_back,
            Command.CHAFES: self.chafes,
            Command.FRUSTRATIONS: self._frustrations,
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
            **self.look_back.table,
            **self.cards.table,
            **self.walks.table,
            **self.figures.table,
        }

    def run(self, command: Command, which: int = 0) -> bool:
        """Do what a command says; `which` counts the steps of a jump from 0. False leaves the key to the control."""
        if self._console.panels.have_keyboard() and not self._works_in_panel(command):
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

    def _works_in_panel(self, command: Command) -> bool:
        top = self._console.panels.top
        among_own = command in CASE_PANELS and isinstance(top, CasePanel)
        its_own = command in SLIDE_PANEL and isinstance(top, SlidePanel)
        its_own |= command in CARD_PANEL and isinstance(top, CardPanel)
        its_own |= command in WALK_PANEL and isinstance(top, WalkPanel)
        closes = command is Command.CONFIDENTIALITY and isinstance(top, Confidentiality)
        closes |= command is Command.LOOK_BACK and isinstance(top, LookBack)
        closes |= command is Command.FIGURES and isinstance(top, FiguresPanel)
        closes |= command is Command.CHAFES and isinstance(top, Chafing)
        closes |= command is Command.FRUSTRATIONS and isinstance(top, Frustrations)
        return command in EVERYWHERE or among_own or its_own or closes

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

    # ---- answers

    def _to_answers(self) -> None:
        self._console.columns.show_part(self._console.step)
        self._console.step.entry.home()
        self._console.take_keyboard()

    def _reveal(self) -> None:
        chosen = self._console.step.answers.list.chosen
        if chosen and self._actions.session.turning_point(chosen) is not None:
            self._actions.toggle_scene(CaseScene.TURNING_POINT, chosen)
        elif chosen and (group := group_by_id(self._actions.session, chosen)) is not None:
            self._show_group(group)
        elif not self._actions.can_reveal:
            self._console.say(_("There is no answer to show here."))
        elif self._actions.reveal(chosen):
            self._console.step.answers.list.choose(None)

    def _show_group(self, group: AnswerGroup) -> None:
        if not self._actions.reveal_these(group.answer_ids):
            self._console.say(_("There is no answer to show here."))

    def _reveal_all(self) -> None:
        if not self._actions.can_reveal:
            self._console.say(_("There is no answer to show here."))
        elif self._actions.reveal_all() and self._actions.can_reveal:
            self._console.say(self._console.findings.refusal_words(Refusal.PERSONAL), Tone.ATTENTION)

    def _hide(self) -> None:
        if not self._actions.hide(self._console.step.answers.list.chosen):
            self._console.say(_("There is no answer on the screen."))

    def _agree(self) -> None:
        session, chosen = self._actions.session, self._console.step.answers.list.chosen
        if chosen and session.turning_point(chosen) is not None:
            chosen = next((need.id for need in reversed(session.needs_at(chosen))), None)
        if not session.answers_here() and chosen is None:
            self._console.say(_("There is no answer yet to make an agreement of."))
        elif self._actions.agreement_from(chosen):
            book = self._actions.session.notebook
            made = book.agreements[-1]
            if not book.is_held(made.id):  # what was seen in one that is held was told instead
                self._console.say(_("Agreement made: {what}").format(what=made.what))

    # ---- what is chosen

    def _edit(self) -> None:
        console = self._console
        if console.in_agreements():
            self.open_agreement(console.side.agreements.list.chosen)
        elif console.step.notes.list.hasFocus() and console.step.notes.list.chosen:
            self.change_note(console.step.notes.list.chosen)
        else:
            self.change_answer(console.step.answers.list.chosen)

    def _remove(self) -> None:
        console = self._console
        for rows, remove in (
            (console.side.parking.list, self._actions.unpark),
            (console.step.notes.list, self._actions.remove_note),
        ):
            if rows.hasFocus() and rows.chosen:
                remove(rows.chosen)
                return
        if console.in_agreements() and (chosen := console.side.agreements.list.chosen):
            self._actions.remove_agreement(chosen)
        elif chosen := console.step.answers.list.chosen:
            self._remove_here(chosen)
        else:
            console.say(_("Choose first what you want to remove, with the arrow keys."))

    def _remove_here(self, chosen: str) -> None:
        session = self._actions.session
        if session.turning_point(chosen) is not None:
            self._actions.remove_point(chosen)
        elif group_by_id(session, chosen) is not None:
            self._actions.ungroup(chosen)
        elif session.answer(chosen) is not None:
            self._actions.remove_answer(chosen)
        else:
            self._console.say(_("This belongs to the step and stays."))

    def change_answer(self, answer_id: str | None) -> None:
        """Put an answer or a turning point right in the typing line; without an id the newest answer here."""
        session = self._actions.session
        if answer_id and session.turning_point(answer_id) is not None:
            if not self.is_folded(answer_id):
                self.case.change_point(answer_id)
            return
        if answer_id and group_by_id(session, answer_id) is not None:
            if not self.is_folded(answer_id):
                self.ways.name_group(answer_id)
            return
        if answer_id and option_of_row(session, answer_id) is not None and session.answer(answer_id) is None:
            self._console.say(_("This belongs to the step and stays."))
            return
        answer = session.answer(answer_id) or next(reversed(session.answers_here()), None)
        if answer is not None and not self.is_folded(answer.id):
            mode = Mode.NEED if answer.turning_point_id else Mode.ANSWER
            self._console.step.entry.begin(Task(mode, answer.id), typed_answer(session, answer))
            self._console.take_keyboard()

    def change_note(self, note_id: str) -> None:
        """Put a note right in the typing line."""
        note = self._actions.note(note_id)
        if note is not None:
            self._console.step.entry.begin(Task(Mode.NOTE, note.id), note.text)
            self._console.take_keyboard()

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
        if panel.isVisible():
            panel.shut()
        elif self._actions.session.course.state is State.CLOSED:
            console.say(_(Refusal.CLOSED.value))
        elif not console.private:
            self.tell_folded(_("What is for you alone is folded. F12 shows it when the room does not see this screen."))
        elif not console.panels.models():
            console.say(_("There is no model of a region here."))
        else:
            chosen = console.side.agreements.list.chosen if console.in_agreements() else None
            panel.begin(agreement_id or chosen)

    def _frustrations(self) -> None:
        panel = self._console.panels.frustrations
        if panel.isVisible():
            panel.shut()
        elif self._actions.session.course.state is State.CLOSED:
            self._console.say(_(Refusal.CLOSED.value))
        elif not self._console.private:
            self.tell_folded(_("What is for you alone is folded. F12 shows it when the room does not see this screen."))
        else:
            panel.begin()

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
