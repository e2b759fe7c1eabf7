"""Training: the plan, what is done with it, and the papers that come of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from facilitator.core.self_study import Study, who_finished
from facilitator.core.training import Aim, Change, Way, counted_in
from facilitator.core.training_check import Undecided
from facilitator.storage import self_study
from facilitator.ui.casuistry.privacy.searching import Searcher
from facilitator.ui.findings import kind_words
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.knowledge.self_study import modules
from facilitator.ui.knowledge.self_study.modules import OnShelf
from facilitator.ui.knowledge.training.aim_dialog import AimDialog
from facilitator.ui.knowledge.training.keeper import PlanKeeper
from facilitator.ui.knowledge.training.saving import Saving
from facilitator.ui.knowledge.training.training_page import TrainingPage
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from facilitator.storage.readable import Readable
    from facilitator.ui.knowledge.knowledge import Knowledge


class Training(QObject):
    """The plan, and what is asked about it.

    Attributes:
        keeper: the plan as it is now.
        own: the modules that the user wrote or imported; None until the library told.
        page: what was shown last.
        dialog: the form that was opened last, if any was.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__(knowledge)
        self._knowledge = knowledge
        self._services = knowledge.services
        self._search = Searcher(self._services.lexicon)
        self.keeper = PlanKeeper(self._services, self)
        self.keeper.came.connect(self._come)
        self.keeper.failed.connect(knowledge.failed)
        self.own: OnShelf | None = None
        self.page: TrainingPage | None = None
        self.dialog: QDialog | None = None

    def enter(self) -> None:
        """Show the plan."""
        page = self.page = TrainingPage(self._services, self.keeper)
        page.left.connect(self._knowledge.back_wanted)
        page.add.clicked.connect(self.add)
        for wanted in (page.change.clicked, page.table.change_wanted):
            wanted.connect(self.change)
        for wanted in (page.remove.clicked, page.table.remove_wanted):
            wanted.connect(self.remove)
        for wanted in (page.undo.clicked, page.table.undo_wanted):
            wanted.connect(self.undo)
        page.table.counted.connect(self.count)
        page.count.clicked.connect(self.count_in)
        saving = Saving(page, self._search, lambda: self._today)
        saving.held.connect(self._tell_held)
        for failed in (saving.failed, page.making.failed):
            failed.connect(self._knowledge.failed)
        self._knowledge.page_wanted.emit(page)
        self.keeper.ask()
        own = in_background(partial(modules.from_shelf, self._services.shelf()))
        deliver(own, self._take_own, self._knowledge.failed.emit)

    @property
    def _today(self) -> date:
        return self._services.now().astimezone().date()

    def _come(self) -> None:
        if self.page is None or not isValid(self.page):
            return
        if self.keeper.known:
            self.page.tell_unread(self.keeper.unreadable)
            self._show()
        else:
            self.page.show_trouble()
        self.page.enter()

    def _take_own(self, own: OnShelf) -> None:
        self.own = own

    def _show(self, choose: str = "") -> None:
        if self.page is not None and isValid(self.page):
            self.page.look_for_undo(possible=self.keeper.can_undo)
            self.page.show_aims(self.keeper.aims, self._today, choose)

    # ---- changing it

    def _put(self, change: Change, choose: str = "") -> None:
        self.keeper.put(change)
        self._show(choose)

    def add(self) -> None:
        """Ask for a new line."""
        if self.page is not None and self.keeper.known:
            self._ask(Aim(self._services.new_id(), self.page.shown_team, "", ""))

    def change(self) -> None:
        """Change the line that is chosen."""
        if self.page is not None and self.page.table.aim is not None:
            self._ask(self.page.table.aim)

    def _ask(self, aim: Aim) -> None:
        there = modules.together(OnShelf(self._services.library().scripts), self.own or OnShelf())
        dialog = AimDialog(aim, self.keeper.aims, there.modules, self._today, self._search, self.page)
        dialog.accepted.connect(lambda: self._put({dialog.aim.id: dialog.aim}, dialog.aim.id))
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def remove(self) -> None:
        """Take the line that is chosen away; it can be taken back."""
        if self.page is None or self.page.table.aim is None:
            return
        gone = self.page.table.aim
        self._put({gone.id: None})
        said = _("“{what}” is gone. Take it back with Ctrl+Z. Older backups hold it until newer ones take their place.")
        self._knowledge.said.emit(said.format(what=gone.what))

    def undo(self) -> None:
        """Take the last change back."""
        if self.keeper.can_undo:
            self.keeper.undo()
            self._show()

    def count(self, more: int) -> None:
        """So many more of the line that is chosen are done."""
        if self.page is not None and self.page.table.aim is not None:
            aim = self.page.table.aim
            self._put({aim.id: replace(aim, done=max(0, min(aim.people, aim.done + more)))})

    # ---- counting in what was done here

    def count_in(self) -> None:
        """Count who finished a module on this laptop, where the names are the same."""
        deliver(self._services.store.ask(self_study.studies), self._count_in, self._knowledge.failed.emit)

    def _count_in(self, found: Readable[Study]) -> None:
        shown = self.page.shown if self.page is not None and isValid(self.page) else ()
        new = {
            aim.id: counted_in(aim, who_finished(found.rows, aim.ref))
            for aim in shown
            if aim.way is Way.MODULE and aim.ref
        }
        more = sum(len(new[aim.id].counted) - len(aim.counted) for aim in shown if aim.id in new)
        self._put(new)
        told = ngettext("{count} person counted in.", "{count} people counted in.", more).format(count=more)
        self._knowledge.said.emit(told if more else _("Nobody new: no names of the plan did its module here."))

    # ---- papers

    def _tell_held(self, undecided: Undecided) -> None:
        """Say why there is no file, at the line that is to be changed."""
        told = _(
            "No file was made: ‘{words}’ looks like {kind}. Open this line with Enter, and change it or say that it "
            "may stay."
        )
        finding = undecided.finding
        self._knowledge.warned.emit(told.format(words=finding.text, kind=kind_words(finding.kind.value)))
        if self.page is not None and isValid(self.page):
            self.page.table.choose(undecided.aim.id)
            self.page.table.setFocus()
