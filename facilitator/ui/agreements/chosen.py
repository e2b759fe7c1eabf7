"""Chosen: the agreements that are chosen, what the detail tells of them, and saying how they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from facilitator.core.vocabulary import Status
from facilitator.storage.agreement_search import Found
from facilitator.ui.agreements import asking
from facilitator.ui.agreements.detail import Detail
from facilitator.ui.agreements.following import Following
from facilitator.ui.agreements.line_store import LineStore
from facilitator.ui.agreements.views import MONTH, Place, Views
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services

if TYPE_CHECKING:
    from facilitator.storage.agreement_rows import Ref
    from facilitator.storage.agreements import AgreementLine

LOOKING_MS = 90
"""Whoever walks through rows does not ask for each of them."""


class Chosen(QObject):
    """Keeps what is chosen in the views and what the detail shows together.

    Attributes:
        following: what can be done with them.

    Signals:
        opened(str): open this session.
        failed(Exception): the store did not let it.
    """

    opened = Signal(str)
    failed = Signal(object)

    def __init__(
        self, services: Services, views: Views, lines: LineStore, detail: Detail, following: Following, page: QWidget
    ) -> None:
        super().__init__(page)
        self._services, self._page = services, page
        self._views, self._lines, self._detail = views, lines, detail
        self.following = following
        self._wanted: Ref | None = None
        self._place: Place | None = None  # where the keyboard was when one agreement was settled
        self._stays: Place | None = None  # the same, once that is recorded
        self._look = QTimer(self, singleShot=True, interval=LOOKING_MS)
        self._wire()

    def _wire(self) -> None:
        self._look.timeout.connect(self._ask_whole)
        self._lines.came.connect(self.show)
        for part in (self._views, self._detail):
            part.stands_chosen.connect(self._stand)
            part.back_wanted.connect(self.following.set_back)
        self._views.chosen.connect(self.show)
        self._views.opened.connect(self._open)
        self._views.dropped.connect(self.following.stand)
        self.following.settled.connect(self._settled)
        self._settled()

    def numbers(self) -> tuple[int, ...]:
        """The numbers of the agreements that are chosen."""
        return self._views.numbers()

    def lines(self) -> list[AgreementLine]:
        """Their lines, as far as they are here."""
        return [line for number in self.numbers()[:50] if (line := self._lines.at_hand(number)) is not None]

    def want(self, ref: Ref) -> None:
        """Choose this agreement as soon as something was found."""
        self._wanted = ref

    def choose_again(self, found: Found, before: tuple[int, ...]) -> None:
        """Choose what was chosen; whoever just settled one stays at its place when it went from there."""
        place, self._stays = self._stays, None
        if self._views.name != MONTH and found.numbers:
            self._views.choose_numbers(before)
            if place is not None and self._views.place != place:
                self._views.choose_place(place)
            if not self.numbers():
                self._views.choose_first()
        self.show()
        if self._wanted is not None:
            deliver(self._services.store.ask(asking.whole(self._wanted)), self._choose_wanted, self._fail)
            self._wanted = None

    def _choose_wanted(self, whole: asking.Whole | None) -> None:
        if whole is not None:
            self._views.choose_numbers((whole.line.number,))

    def show(self) -> None:
        """Show what is chosen, and all of it when somebody stays there for a moment."""
        numbers, lines = self.numbers(), self.lines()
        if len(numbers) > 1:
            self._detail.show_many(lines, len(numbers))
        elif lines:
            self._detail.show_line(lines[0], self._services.now().astimezone().date())
            self._look.start()
        else:
            self._detail.show_nothing()

    def _ask_whole(self) -> None:
        if self._detail.line is not None and self._page.isVisible():
            asked = asking.whole(self._detail.line.ref)
            deliver(self._services.store.ask(asked), self._show_whole, self._fail)

    def _show_whole(self, whole: asking.Whole | None) -> None:
        if whole is not None:
            self._detail.show_rest(whole.line, whole.parties, whole.life, whole.agreement)

    def _stand(self, status: Status) -> None:
        self._place = self._views.place if len(self.numbers()) == 1 else None
        self.following.stand(status, self.numbers())

    def _open(self) -> None:
        lines = self.lines()
        if len(lines) == 1:
            self.opened.emit(lines[0].session_id)

    def _settled(self) -> None:
        if not self.following.busy:
            self._stays, self._place = self._place, None
        self._detail.show_back(self.following.can_set_back)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
