"""Days: asks the store what the calendar shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.storage.agreement_search import Wanted
from facilitator.ui.agreements import asking
from facilitator.ui.agreements.line_store import LineStore
from facilitator.ui.agreements.month import Month
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services

if TYPE_CHECKING:
    from facilitator.storage.agreement_search import Day
    from facilitator.storage.agreement_words import Terms


class Days(QObject):
    """What falls on the days of a month, and the agreements of the day that is chosen in it.

    Attributes:
        terms: what one search leaves for the next.

    Signals:
        shown(): the agreements of the day are there.
        failed(Exception): the store did not let it.
    """

    shown = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, month: Month, lines: LineStore, wanted: Callable[[], Wanted]) -> None:
        """Ask `wanted` for what is typed and chosen above the calendar."""
        super().__init__(month)
        self._services, self._month, self._lines, self._wanted = services, month, lines, wanted
        self._day_asked: Wanted | None = None
        self.terms: list[Terms] = []
        month.month_wanted.connect(self.ask)
        month.day_wanted.connect(self._ask_day)

    @property
    def _today(self) -> date:
        return self._services.now().astimezone().date()

    def ask(self) -> None:
        """Ask for the month in sight, and for the day in it."""
        asked = asking.days(self._wanted(), self._month.shown, self._today)
        deliver(self._services.store.ask(asked), self._show_days, self._fail)
        self._ask_day()

    def _show_days(self, days: tuple[Day, ...]) -> None:
        self._month.show_days(days, self._today)

    def _ask_day(self) -> None:
        wanted = self._day_asked = replace(self._wanted(), on_day=self._month.day)
        deliver(self._services.store.ask(asking.find(wanted, self._today, self.terms)), self._show_day, self._fail)

    def _show_day(self, answer: asking.Answer) -> None:
        if answer.found.wanted == self._day_asked:
            self._lines.take(answer.first)
            self._month.show_found(answer.found, self._today)
            self.shown.emit()

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
