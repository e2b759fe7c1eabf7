"""LineStore: the lines of agreements by their numbers; those that are not here yet are asked for in blocks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.ui.futures import deliver
from facilitator.ui.services import Services

if TYPE_CHECKING:
    from facilitator.storage.agreements import AgreementLine
    from facilitator.storage.database import Connection

BLOCK = 64
MOST = 5_000
"""So many lines are kept at hand; when there are more, all are let go but those that come."""


class LineStore(QObject):
    """What the views of one page share, so that a line is asked for once.

    Signals:
        came(): lines are here that were asked for.
        failed(Exception): the store did not answer.
    """

    came = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._lines: dict[int, AgreementLine] = {}
        self._fresh: set[int] = set()
        self._wanted: list[int] = []
        self._round = 0
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)

    def line(self, numbers: Sequence[int], place: int) -> AgreementLine | None:
        """Give the line at a place among these numbers; None while it is on its way."""
        number = numbers[place]
        if number not in self._fresh:
            start = place - place % BLOCK
            block = [each for each in numbers[start : start + BLOCK] if each not in self._fresh]
            self._fresh.update(block)  # on its way: no cell asks for it a second time
            self._wanted.extend(block)
            if not self._soon.isActive():
                self._soon.start()
        return self._lines.get(number)

    def at_hand(self, number: int) -> AgreementLine | None:
        """Give a line when it is here."""
        return self._lines.get(number)

    def renew(self) -> None:
        """Ask anew for what comes into sight; what is here is shown until then."""
        self._fresh.clear()
        self._wanted = []
        self._round += 1

    def take(self, lines: Sequence[AgreementLine]) -> None:
        """Take lines that came along with what was found."""
        self._take(self._round, lines)

    def _ask(self) -> None:
        numbers, self._wanted = self._wanted, []
        deliver(self._services.store.ask(partial(_lines, numbers)), partial(self._take, self._round), self._fail)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)

    def _take(self, asked_in: int, lines: Sequence[AgreementLine]) -> None:
        if len(self._lines) > MOST:
            self._lines.clear()
            self._fresh.clear()
            asked_in = self._round
        self._lines.update((line.number, line) for line in lines)
        if asked_in == self._round:
            self._fresh.update(line.number for line in lines)
        self.came.emit()


def _lines(numbers: Sequence[int], connection: Connection) -> tuple[AgreementLine, ...]:
    from facilitator.storage import agreement_search  # noqa: PLC0415  asked in the store's thread

    return agreement_search.lines(connection, numbers)
