"""Training: the plan, what is done with it, and the papers that come of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from facilitator.core.self_study import Study, who_finished
from facilitator.core.training import Aim, Way, counted_in, put
from facilitator.report.learning import plan_path, training_plan
from facilitator.storage import self_study, training
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.knowledge.self_study import modules
from facilitator.ui.knowledge.self_study.modules import OnShelf
from facilitator.ui.knowledge.training.aim_dialog import AimDialog
from facilitator.ui.knowledge.training.papers import table_of
from facilitator.ui.knowledge.training.training_page import TrainingPage
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from facilitator.storage.database import Connection
    from facilitator.ui.knowledge.knowledge import Knowledge

_MOST_STEPS = 100


class Training(QObject):
    """Every change is written at once, and can be taken back while the program is open.

    Attributes:
        aims: the plan as it is now.
        own: the modules that the user wrote or imported; None until the library told.
        page: what was shown last.
        dialog: the form that was opened last, if any was.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__(knowledge)
        self._knowledge = knowledge
        self._services = knowledge.services
        self.aims: tuple[Aim, ...] = ()
        self._unkept: frozenset[str] = frozenset()
        self._past: list[tuple[Aim, ...]] = []
        self.own: OnShelf | None = None
        self.page: TrainingPage | None = None
        self.dialog: QDialog | None = None

    def enter(self) -> None:
        """Show the plan."""
        page = self.page = TrainingPage(self._services)
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
        page.pdf.clicked.connect(self.save_pdf)
        page.sheet.clicked.connect(self.save_sheet)
        page.making.failed.connect(self._knowledge.failed)
        self._knowledge.page_wanted.emit(page)
        deliver(self._services.store.ask(training.aims), self._take, self._knowledge.failed.emit)
        own = in_background(partial(modules.from_shelf, self._services.shelf()))
        deliver(own, self._take_own, self._knowledge.failed.emit)

    @property
    def _today(self) -> date:
        return self._services.now().astimezone().date()

    def _take(self, aims: tuple[Aim, ...]) -> None:
        if not self._unkept:  # else what is here is newer
            self.aims = aims
        self._show()
        if self.page is not None and isValid(self.page):
            self.page.enter()

    def _take_own(self, own: OnShelf) -> None:
        self.own = own

    def _show(self, choose: str = "") -> None:
        if self.page is not None and isValid(self.page):
            self.page.look_for_undo(possible=bool(self._past))
            self.page.show_aims(self.aims, self._today, choose)

    # ---- changing it

    def _put(self, aims: tuple[Aim, ...], choose: str = "") -> None:
        if aims != self.aims:
            self._past = [*self._past[1 - _MOST_STEPS :], self.aims]
            self._become(aims, choose)

    def _become(self, aims: tuple[Aim, ...], choose: str = "") -> None:
        before, after = ({aim.id: aim for aim in each} for each in (self.aims, aims))
        touched = self._unkept | {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
        self.aims, self._unkept = aims, frozenset()
        self._show(choose)
        changed = tuple(aim for aim in aims if aim.id in touched)
        gone = tuple(key for key in touched if key not in after)

        def keep(connection: Connection) -> None:
            training.keep(connection, changed, gone)

        deliver(self._services.store.ask(keep), self._written, partial(self._not_written, touched))

    def _written(self, _done: None) -> None:
        """Nothing more to do."""

    def _not_written(self, touched: frozenset[str], error: Exception) -> None:
        self._unkept |= touched  # the next change writes these too
        self._knowledge.failed.emit(error)

    def add(self) -> None:
        """Ask for a new line."""
        if self.page is not None:
            self._ask(Aim(self._services.new_id(), self.page.shown_team, "", ""))

    def change(self) -> None:
        """Change the line that is chosen."""
        if self.page is not None and self.page.table.aim is not None:
            self._ask(self.page.table.aim)

    def _ask(self, aim: Aim) -> None:
        there = modules.together(OnShelf(self._services.library().scripts), self.own or OnShelf())
        dialog = AimDialog(aim, self.aims, there.modules, self._today, self.page)
        dialog.accepted.connect(lambda: self._put(put(self.aims, dialog.aim), dialog.aim.id))
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def remove(self) -> None:
        """Take the line that is chosen away; it can be taken back."""
        if self.page is None or self.page.table.aim is None:
            return
        gone = self.page.table.aim
        self._put(tuple(aim for aim in self.aims if aim.id != gone.id))
        self._knowledge.said.emit(_("“{what}” is gone. Take it back with Ctrl+Z.").format(what=gone.what))

    def undo(self) -> None:
        """Take the last change back."""
        if self._past:
            self._become(self._past.pop())

    def count(self, more: int) -> None:
        """So many more of the line that is chosen are done."""
        if self.page is not None and self.page.table.aim is not None:
            aim = self.page.table.aim
            self._put(put(self.aims, replace(aim, done=max(0, min(aim.people, aim.done + more)))))

    # ---- counting in what was done here

    def count_in(self) -> None:
        """Count who finished a module on this laptop, where the names are the same."""
        deliver(self._services.store.ask(self_study.studies), self._count_in, self._knowledge.failed.emit)

    def _count_in(self, studies: tuple[Study, ...]) -> None:
        shown = () if self.page is None else self.page.shown
        new = {
            aim.id: counted_in(aim, who_finished(studies, aim.ref))
            for aim in shown
            if aim.way is Way.MODULE and aim.ref
        }
        more = sum(len(new[aim.id].counted) - len(aim.counted) for aim in shown if aim.id in new)
        self._put(tuple(new.get(aim.id, aim) for aim in self.aims))
        told = ngettext("{count} person counted in.", "{count} people counted in.", more).format(count=more)
        self._knowledge.said.emit(told if more else _("Nobody new: no names of the plan did its module here."))

    # ---- papers

    def save_pdf(self) -> None:
        """Save what is in sight as PDF."""
        if self.page is not None:
            job = training_plan(self.page.shown, self.page.shown_team, self._today)
            self.page.making.start((job,), _("Making the paper …"))

    def save_sheet(self) -> None:
        """Save what is in sight for a spreadsheet."""
        from facilitator.report.formats.jobs import TableJob  # noqa: PLC0415  only for who makes a spreadsheet

        if self.page is not None:
            table = table_of(self.page.shown, self._today)
            paths = (plan_path(self.page.shown_team, self._today, end) for end in ("xlsx", "csv"))
            self.page.making.start(tuple(TableJob(table, path) for path in paths), _("Making the files …"))
