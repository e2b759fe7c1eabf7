"""Saving: files of the training plan, once nothing in it looks like a client's data any more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.core.help_desk import Search
from facilitator.core.training import Aim
from facilitator.core.training_check import Undecided, first_undecided
from facilitator.report.learning import plan_path, training_plan
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.knowledge.training.papers import table_of
from facilitator.ui.knowledge.training.training_page import TrainingPage
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.worker import Task

Make = Callable[[tuple[Aim, ...], str], "tuple[Task, ...]"]


class Saving(QObject):
    """Every line in sight is looked at anew, whenever it was written. Belongs to its page.

    Signals:
        held(Undecided): no file was made; this is to be decided first.
        failed(Exception): nobody could look, so no file was made.
    """

    held = Signal(object)
    failed = Signal(object)

    def __init__(self, page: TrainingPage, search: Search, today: Callable[[], date]) -> None:
        super().__init__(page)
        self._page, self._search, self._today = page, search, today
        self._looking = False
        page.pdf.clicked.connect(partial(self._look, self._pdf, _("Making the paper …")))
        page.sheet.clicked.connect(partial(self._look, self._sheets, _("Making the files …")))

    def _look(self, make: Make, said: str) -> None:
        if self._looking:
            return
        self._looking = True
        aims, team = self._page.shown, self._page.shown_team
        looked = in_background(partial(first_undecided, aims, self._search))
        deliver(looked, partial(self._looked, partial(make, aims, team), said), self._not_looked)

    def _looked(self, make: Callable[[], tuple[Task, ...]], said: str, undecided: Undecided | None) -> None:
        self._looking = False
        if undecided is None:
            self._page.making.start(make(), said)
        else:
            self.held.emit(undecided)

    def _not_looked(self, error: Exception) -> None:
        self._looking = False
        self.failed.emit(error)

    def _pdf(self, aims: tuple[Aim, ...], team: str) -> tuple[Task, ...]:
        return (training_plan(aims, team, self._today()),)

    def _sheets(self, aims: tuple[Aim, ...], team: str) -> tuple[Task, ...]:
        from facilitator.report.formats.jobs import TableJob  # noqa: PLC0415  only for who makes a spreadsheet

        table = table_of(aims, self._today())
        return tuple(TableJob(table, plan_path(team, self._today(), end)) for end in ("xlsx", "csv"))
