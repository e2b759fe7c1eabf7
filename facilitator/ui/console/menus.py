"""Menus: what can be done with one row, for the hand. Everything in them can be done with keys as well."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QSpinBox, QWidget, QWidgetAction

from facilitator.core.grouping import can_be_grouped, group_by_id, group_of, groups_here
from facilitator.core.options import Choosable
from facilitator.core.script import Answering
from facilitator.core.turns import by_role
from facilitator.ui.console.keys import Command, key_of
from facilitator.ui.console.playing import roles_here
from facilitator.ui.console.voting import option_of_row
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.console.console import Console

Choice = tuple[str, Callable[[], object]]

MOST_VOTES = 999


class RowMenu(QMenu):
    """A menu that leaves the keys of the console alone: they close it and are done.

    Attributes:
        handle: called with a key before the menu looks at it; says whether it was a command.
    """

    def __init__(self, choices: Sequence[Choice], handle: Callable[[QKeyEvent], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._handle = handle
        for text, act in choices:
            self.addAction(text.replace("&", "&&")).triggered.connect(lambda _on=False, act=act: act())
        self.aboutToHide.connect(self.deleteLater)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """A command counts here too: the panic key above all."""
        if self._handle(event):
            self.close()
        else:
            super().keyPressEvent(event)

    def ask(self, at: QPoint) -> None:
        """Open at a global position, without waiting for it."""
        self.popup(at)


class Menus:
    """The menus of the time, of answers, notes, agreements and what is parked.

    Attributes:
        last: the menu that was asked for last; it is gone once it was closed.
    """

    last: RowMenu

    def __init__(self, console: Console) -> None:
        self._console = console
        self._actions = console.deeds

    def wire(self) -> None:
        """Listen to the lists."""
        self._console.top.time_asked.connect(self.time)
        self._console.step.answers.asked.connect(self.answer)
        self._console.step.notes.asked.connect(self.note)
        self._console.table.asked.connect(self.at_table)
        self._console.side.agreements.asked.connect(self.agreement)
        self._console.side.parking.asked.connect(self.parked)

    def time(self, at: QPoint) -> None:
        """Stand still or go on, when it began, the minutes, and the sound."""
        run, still = self._console.commands.run, self._actions.session.course.paused_since is not None
        rows = (
            (Command.PAUSE, _("Go on") if still else _("Pause: let the meeting stand still")),
            (Command.CORRECT_START, _("Put right when it began")),
            (Command.DIVIDE, _("Divide the time anew")),
            (Command.LONGER, _("Five minutes more for this step")),
        )
        menu = self._menu([(f"{words}\t{key_of(one).sign}", partial(run, one)) for one, words in rows])
        menu.addSeparator()
        sound = menu.addAction(_("A sound when a step nears its end"))
        sound.setCheckable(True)
        sound.setChecked(self._console.bell.on)
        sound.triggered.connect(lambda on: self._console.bell.turn(on=on))
        if words := self._console.commands.time.clock_set:
            menu.addSeparator()
            menu.addAction(words).setEnabled(False)
        menu.ask(at)

    def answer(self, answer_id: str, at: QPoint) -> None:
        """Show, agree, change, tie to another organisation, remove."""
        session = self._actions.session
        answer = session.answer(answer_id)
        if answer is None:
            self._counted(answer_id, at)
            return
        show = _("Hide from the room") if answer.shown else _("Show to the room")
        choices: list[Choice] = [
            (show, lambda: self._actions.toggle_shown(answer_id)),
            (_("Make an agreement of it"), lambda: self._actions.agreement_from(answer_id)),
            (_("Change"), lambda: self._console.commands.answers.change_answer(answer_id)),
            (_("Remove"), lambda: self._actions.remove_answer(answer_id)),
        ]
        menu = self._menu(choices)
        partners = [(None, _("nobody")), *((p.id, p.name) for p in session.notebook.partners)]
        _submenu(menu, _("Tie to"), partners, answer.partner_id, lambda one: self._actions.tie(answer_id, one))
        if roles := roles_here(session):
            played = [("", _("no role")), *((role, role) for role in roles)]
            _submenu(menu, _("Said as"), played, answer.role, lambda role: self._actions.play(answer_id, role or ""))
        if session.step.answering is Answering.PROPOSALS:
            _number(menu, _("Votes"), answer.votes, lambda votes: self._actions.vote(answer_id, votes))
        option = option_of_row(session, answer_id)
        if option is not None and session.step.answering is Answering.DOTS:
            self._dots(menu, option)
        if can_be_grouped(session, answer):
            groups = [("", _("no group")), *((g.id, g.name) for g in groups_here(session) if g.name)]
            mine = group_of(session, answer_id)
            _submenu(menu, _("Group"), groups, mine.id if mine else "", lambda one: self._put_in(answer_id, one))
        menu.ask(at)

    def _put_in(self, answer_id: str, group_id: str | None) -> None:
        self._actions.join(answer_id, group_id) if group_id else self._actions.leave_group(answer_id)

    def _counted(self, row_id: str, at: QPoint) -> None:
        """A choice over which dots are divided, a group, or a turning point."""
        session = self._actions.session
        option = option_of_row(session, row_id)
        if option is not None and session.step.answering is Answering.DOTS:
            menu = self._menu([])
            self._dots(menu, option)
            menu.ask(at)
        elif group_by_id(session, row_id) is not None:
            self._menu(
                [
                    (_("Change the name"), lambda: self._console.commands.ways.name_group(row_id)),
                    (_("Take the group apart"), lambda: self._actions.ungroup(row_id)),
                ]
            ).ask(at)
        else:
            self._point(row_id, at)

    def _dots(self, menu: RowMenu, option: Choosable) -> None:
        _number(menu, _("Dots"), self._actions.dots_at(option), lambda dots: self._actions.count_dots(option, dots))

    def _point(self, point_id: str, at: QPoint) -> None:
        """Before the room, what was needed, change, remove."""
        if self._actions.session.turning_point(point_id) is None:
            return
        self._menu(
            [
                (_("Before the room, or away"), lambda: self._actions.toggle_in_room(point_id)),
                (_("Ask what was needed"), lambda: self._console.commands.case.ask_needs(point_id)),
                (_("Change"), lambda: self._console.commands.answers.change_answer(point_id)),
                (_("Remove"), lambda: self._actions.remove_point(point_id)),
            ]
        ).ask(at)

    def at_table(self, whose: str, at: QPoint) -> None:
        """The floor, only listening, and who is there."""
        session = self._actions.session
        choices: list[Choice] = []
        if session.step.way.in_turn:
            choices.append((_("Give the floor"), lambda: self._actions.give_floor(whose)))
        if session.step.way.has_presenter:
            listens = session.course.presenter == whose
            words = _("Takes part again") if listens else _("Only listens")
            choices.append((words, lambda: self._actions.toggle_presenter(whose)))
        if session.partner(whose) is not None:
            if not by_role(session):
                choices.append((_("One place up"), lambda: self._actions.move_seat(whose, -1)))
                choices.append((_("One place down"), lambda: self._actions.move_seat(whose, 1)))
            choices.append((_("Who is at the table"), lambda: self._console.open_people(whose)))
        if choices:
            self._menu(choices).ask(at)

    def note(self, note_id: str, at: QPoint) -> None:
        """Change, put in the report or take out, remove."""
        note = self._actions.note(note_id)
        if note is None:
            return
        report = _("Take out of the report") if note.released else _("Put in the report")
        self._menu(
            [
                (_("Change"), lambda: self._console.commands.answers.change_note(note_id)),
                (report, lambda: self._actions.toggle_released(note_id)),
                (_("Remove"), lambda: self._actions.remove_note(note_id)),
            ]
        ).ask(at)

    def agreement(self, agreement_id: str, at: QPoint) -> None:
        """Complete, confirm or take that back, remove."""
        agreement = self._actions.session.agreement(agreement_id)
        if agreement is None:
            return
        confirmed = agreement.confirmed
        yes = _("Take the yes back") if confirmed else _("Confirmed")
        self._menu(
            [
                (_("Complete"), lambda: self._console.commands.open_agreement(agreement_id)),
                (yes, lambda: self._actions.confirm(agreement_id, confirmed=not confirmed)),
                (_("Its regional agreement chafes or works"), lambda: self._console.commands.chafes(agreement_id)),
                (_("Remove"), lambda: self._actions.remove_agreement(agreement_id)),
            ]
        ).ask(at)

    def parked(self, item_id: str, at: QPoint) -> None:
        """Make an agreement of it, or take it off."""
        item = next((i for i in self._actions.session.notebook.parked if i.id == item_id), None)
        if item is None:
            return
        self._menu(
            [
                (_("Make an agreement of it"), lambda: self._console.side.agreements.entry.propose(item.text)),
                (_("Off the parking lot"), lambda: self._actions.unpark(item_id)),
            ]
        ).ask(at)

    def choose(self, choices: Sequence[Choice], at: QPoint) -> None:
        """Let one of these be chosen, at a global position."""
        self._menu(choices).ask(at)

    def _menu(self, choices: Sequence[Choice]) -> RowMenu:
        self.last = RowMenu(choices, lambda event: self._console.router.handle(self._console, event), self._console)
        return self.last


def _submenu(
    menu: QMenu,
    title: str,
    choices: Sequence[tuple[str | None, str]],
    now: str | None,
    act: Callable[[str | None], object],
) -> None:
    """One of several, with a tick at what it is now."""
    under = menu.addMenu(title)
    for value, name in choices:
        action = under.addAction(name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(value == now)
        action.triggered.connect(lambda _on=False, value=value: act(value))


def _number(menu: QMenu, name: str, now: int, act: Callable[[int], object]) -> None:
    """A field in the menu for how many there are of something."""
    field = QSpinBox()
    field.setRange(0, MOST_VOTES)
    field.setValue(now)
    field.setKeyboardTracking(False)  # 14 is one number, not first 1 and then 14
    field.setPrefix(f"{name}: ")
    field.setAccessibleName(name)
    field.valueChanged.connect(act)
    action = QWidgetAction(menu)
    action.setDefaultWidget(field)
    menu.addAction(action)
