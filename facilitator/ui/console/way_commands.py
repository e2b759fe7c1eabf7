"""WayCommands: what the commands do for counting, putting together and being quiet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from facilitator.core.grouping import can_be_grouped, group_by_id, group_of, groups_here
from facilitator.core.options import options_here
from facilitator.core.script import Answering
from facilitator.ui.console.keys import Command
from facilitator.ui.console.reading import Mode, Reading
from facilitator.ui.console.tasks import Task
from facilitator.ui.console.voting import option_of_row, row_of_option
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.console.console import Console


class WayCommands:
    """Their part of the table. A command that changed nothing tells why, in a line."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._actions = console.deeds
        self.table: dict[Command, Callable[[], object]] = {
            Command.VOTE: lambda: self._vote(1),
            Command.VOTE_BACK: lambda: self._vote(-1),
            Command.SILENCE: self._actions.toggle_silence,
            Command.GROUP: self._group,
        }

    # ---- votes and dots

    def _vote(self, by: int) -> None:
        session, chosen = self._actions.session, self._console.step.answers.list.chosen
        option, answer = option_of_row(session, chosen), session.answer(chosen)
        if session.step.answering is Answering.DOTS:
            if option is None:
                self._console.say(_("Choose first what gets a dot, with the arrow keys."))
            else:
                self._actions.count_dots(option, self._actions.dots_at(option) + by)
        elif session.step.answering is not Answering.PROPOSALS:
            self._console.say(_("In this step nothing is voted on."))
        elif answer is None:
            self._console.say(_("Choose first the proposal that gets a vote, with the arrow keys."))
        else:
            self._actions.vote(answer.id, answer.votes + by)

    def count(self, reading: Reading) -> bool:
        """Note the dots of a typed line: at the option it names, or at the chosen one, and then choose the next."""
        rows, session = self._console.step.answers.list, self._actions.session
        assert reading.dots is not None  # noqa: S101  the caller looked
        option = option_of_row(session, reading.dots.option or rows.chosen)
        if option is None:
            self._console.say(_("Choose first with ↑ what you count, or type its number too: 2 14."))
            return False
        if not self._actions.count_dots(option, reading.dots.dots):
            return False
        if not reading.dots.option:
            following = next((each for each in options_here(session) if each.number > option.number), None)
            rows.choose(None if following is None else row_of_option(session, following))
        return True

    # ---- groups

    def _group(self) -> None:
        """Begin the line for the name of the group that the chosen answer goes to, or of the chosen group."""
        console, session = self._console, self._actions.session
        chosen, entry = console.step.answers.list.chosen, console.step.entry
        answer = session.answer(chosen)
        if entry.task.mode is Mode.GROUP:
            entry.home()
        elif chosen and group_by_id(session, chosen) is not None:
            self.name_group(chosen)
        elif answer is None:
            console.say(_("Choose first the answer that you want to put in a group, with the arrow keys."))
        elif not can_be_grouped(session, answer):
            console.say(_("In this step there is nothing to put together."))
        else:
            console.columns.show_part(console.step)
            entry.begin(Task(Mode.GROUP, about=answer.id), fresh=True)
            console.take_keyboard()
            mine = group_of(session, answer.id)
            entry.offer_texts(tuple(group.name for group in groups_here(session) if group.name and group != mine))

    def name_group(self, group_id: str) -> None:
        """Put the name of a group right in the typing line."""
        group = group_by_id(self._actions.session, group_id)
        if group is not None:
            self._console.step.entry.begin(Task(Mode.GROUP, group.id), group.name)
            self._console.take_keyboard()

    def take_name(self, task: Task, name: str) -> bool:
        """What was typed as the name of a group."""
        return (
            self._actions.name_group(task.changes, name) if task.changes else self._actions.group_as(task.about, name)
        )

    def take_out(self) -> None:
        """Enter without a name: the answer leaves its group."""
        entry = self._console.step.entry
        answer_id = entry.task.about
        entry.home()
        if answer_id and not self._actions.leave_group(answer_id):
            self._console.say(_("This answer is in no group."))

    def dropped(self, moved_id: str, target_id: str) -> None:
        """An answer was dragged onto another, onto the heading of a group, or next to everything (empty)."""
        session = self._actions.session
        answer, target = session.answer(moved_id), session.answer(target_id)
        if answer is None or not can_be_grouped(session, answer):
            return
        if not target_id:
            self._actions.leave_group(moved_id)
        elif group_by_id(session, target_id) is not None:
            self._actions.join(moved_id, target_id)
        elif target is not None and (made := self._actions.group_with(moved_id, target_id)):
            self.name_group(made)
