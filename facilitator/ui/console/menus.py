"""Menus: what can be done with one row, for the hand. Everything in them can be done with keys as well."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.console.console import Console

Choice = tuple[str, Callable[[], object]]


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
    """The menus of answers, notes, agreements and what is parked.

    Attributes:
        last: the menu that was asked for last; it is gone once it was closed.
    """

    last: RowMenu

    def __init__(self, console: Console) -> None:
        self._console = console
        self._actions = console.deeds

    def wire(self) -> None:
        """Listen to the lists."""
        self._console.step.answers.asked.connect(self.answer)
        self._console.step.notes.asked.connect(self.note)
        self._console.side.agreements.asked.connect(self.agreement)
        self._console.side.parking.asked.connect(self.parked)

    def answer(self, answer_id: str, at: QPoint) -> None:
        """Show, agree, change, tie to another organisation, remove."""
        session = self._actions.session
        answer = session.answer(answer_id)
        if answer is None:
            return
        show = _("Hide from the room") if answer.shown else _("Show to the room")
        choices: list[Choice] = [
            (show, lambda: self._actions.toggle_shown(answer_id)),
            (_("Make an agreement of it"), lambda: self._actions.agreement_from(answer_id)),
            (_("Change"), lambda: self._console.commands.change_answer(answer_id)),
            (_("Remove"), lambda: self._actions.remove_answer(answer_id)),
        ]
        menu = self._menu(choices)
        tie = menu.addMenu(_("Tie to"))
        for partner_id, name in ((None, _("nobody")), *((p.id, p.name) for p in session.notebook.partners)):
            act = tie.addAction(name.replace("&", "&&"))
            act.setCheckable(True)
            act.setChecked(partner_id == answer.partner_id)
            act.triggered.connect(lambda _on=False, partner_id=partner_id: self._actions.tie(answer_id, partner_id))
        menu.ask(at)

    def note(self, note_id: str, at: QPoint) -> None:
        """Change, put in the report or take out, remove."""
        note = self._actions.note(note_id)
        if note is None:
            return
        report = _("Take out of the report") if note.released else _("Put in the report")
        self._menu(
            [
                (_("Change"), lambda: self._console.commands.change_note(note_id)),
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

    def _menu(self, choices: Sequence[Choice]) -> RowMenu:
        self.last = RowMenu(choices, lambda event: self._console.router.handle(self._console, event), self._console)
        return self.last
