"""AnswerCommands: what the keys do with what is said: show and hide it, change it, take it away, agree on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from facilitator.core.events import AnswerGroup, CaseScene
from facilitator.core.grouping import group_by_id
from facilitator.core.refusal import Refusal
from facilitator.ui.console.keys import Command
from facilitator.ui.console.reading import Mode, typed_answer
from facilitator.ui.console.tasks import Task
from facilitator.ui.console.voting import option_of_row
from facilitator.ui.widgets import Tone
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.console.console import Console


class AnswerCommands:
    """Their part of the table of commands. A command that changed nothing tells why, in a line."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._actions = console.deeds
        self.table: dict[Command, Callable[[], object]] = {
            Command.ANSWER: self._to_answers,
            Command.REVEAL: self._reveal,
            Command.REVEAL_ALL: self._reveal_all,
            Command.HIDE: self._hide,
            Command.MAKE_AGREEMENT: self._agree,
            Command.EDIT: self._edit,
            Command.REMOVE: self._remove,
        }

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
            console.commands.open_agreement(console.side.agreements.list.chosen)
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
            if not self._console.commands.is_folded(answer_id):
                self._console.commands.case.change_point(answer_id)
            return
        if answer_id and group_by_id(session, answer_id) is not None:
            if not self._console.commands.is_folded(answer_id):
                self._console.commands.ways.name_group(answer_id)
            return
        if answer_id and option_of_row(session, answer_id) is not None and session.answer(answer_id) is None:
            self._console.say(_("This belongs to the step and stays."))
            return
        answer = session.answer(answer_id) or next(reversed(session.answers_here()), None)
        if answer is not None and not self._console.commands.is_folded(answer.id):
            mode = Mode.NEED if answer.turning_point_id else Mode.ANSWER
            self._console.step.entry.begin(Task(mode, answer.id), typed_answer(session, answer))
            self._console.take_keyboard()

    def change_note(self, note_id: str) -> None:
        """Put a note right in the typing line."""
        note = self._actions.note(note_id)
        if note is not None:
            self._console.step.entry.begin(Task(Mode.NOTE, note.id), note.text)
            self._console.take_keyboard()
