"""AgreementsPage: what was agreed in all sessions, what is late of it, and how it stands."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from facilitator.storage.agreement_search import Found, Wanted
from facilitator.ui.agreements import asking, phrases
from facilitator.ui.agreements.chosen import Chosen
from facilitator.ui.agreements.days import Days
from facilitator.ui.agreements.detail import Detail
from facilitator.ui.agreements.filters import FilterBar
from facilitator.ui.agreements.following import Following
from facilitator.ui.agreements.head import Head
from facilitator.ui.agreements.line_store import LineStore
from facilitator.ui.agreements.views import MONTH, TABLE, Views
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services
from facilitator.ui.start.facts import Facts
from facilitator.ui.start.follow_up import FollowUp
from facilitator.ui.start.page import Page
from facilitator.ui.widgets import Button, Card, EmptyState, PlainLabel
from facilitator.words import _

if TYPE_CHECKING:
    from concurrent.futures import Future

    from facilitator.storage.agreement_rows import Ref
    from facilitator.storage.agreements import AgreementLine

NARROW_EMS = 70
"""On a page narrower than so many widths of the letter M the detail stands under the list."""

TYPING_MS = 60


class AgreementsPage(Page):
    """Filters and words, a table, a board and a calendar of what was found, and the one that is chosen.

    What was filtered and typed stays when another page is shown.

    Attributes:
        found: the answer in sight; None until the first is there.
        head, filters: what is asked for.
        views, detail: what was found, and the one that is chosen.
        chosen, days: what keeps the detail, and the calendar, at what the store says.

    Signals:
        session_requested(str): open this session.
        returned_requested(): read what organisations told in forms and mails.
        begin_requested(): there is no agreement yet, and the user wants to begin a session.
        said(str): something went well.
        warned(str): something needs attention.
        failed(Exception): the store did not let it.
    """

    session_requested = Signal(str)
    returned_requested = Signal()
    begin_requested = Signal()
    said = Signal(str)
    warned = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, follow_up: FollowUp, parent: QWidget | None = None) -> None:
        super().__init__(_("Agreements"), parent)
        self._services = services
        self.found: Found | None = None
        self._asking: Future[asking.Answer] | None = None
        self.lines = LineStore(services, self)
        self.following = Following(services, follow_up, self)
        self.head = Head()
        self.search, self.buttons = self.head.search, self.head.buttons
        self.filters = FilterBar()
        self.told = PlainLabel("", "small", wrap=True)
        self.to_sheet = Button(_("As a spreadsheet or a PDF …"))
        self.empty = EmptyState("", _("Leave all filters out"))
        self.none_yet = EmptyState(
            _(
                "Here stand the agreements of all your sessions. You record agreements during a session. "
                "Begin your first one."
            ),
            _("Begin Het Gesprek"),
        )
        self.views = Views(self.lines, self.today)
        self.detail = Detail()
        self.days = Days(services, self.views.month, self.lines, self._now_wanted)
        self.chosen = Chosen(services, self.views, self.lines, self.detail, self.following, self)
        self._soon = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._lay_out()
        self._wire()
        follow_up.done.connect(self._changed)
        self._choose_view(TABLE)

    # ---- how it is put together

    def _lay_out(self) -> None:
        left = Card()
        left.column.addLayout(row := QHBoxLayout())
        row.addWidget(self.told, 1)
        row.addWidget(self.to_sheet)
        for part in (self.empty, self.none_yet):
            left.column.addWidget(part)
        left.column.addWidget(self.views, 1)
        self.empty.hide()
        self.none_yet.hide()
        self._sides = QSplitter(Qt.Orientation.Horizontal)
        self._sides.setHandleWidth(14)
        self._sides.setChildrenCollapsible(False)
        self._sides.addWidget(left)
        self._sides.addWidget(self.detail)
        self._sides.setStretchFactor(0, 5)
        self._sides.setStretchFactor(1, 3)
        em = self.fontMetrics().horizontalAdvance("M")
        left.setMinimumWidth(em * 22)
        self.detail.setMinimumWidth(em * 15)
        self._sides.setSizes([em * 44, em * 25])
        self.column.setSpacing(12)
        self.column.addWidget(self.head)
        self.column.addWidget(self.filters)
        self.column.addWidget(self._sides, 1)

    def _wire(self) -> None:
        self.head.typed.connect(self._soon.start)
        self.head.list_wanted.connect(self.views.take_keyboard)
        self.head.view_chosen.connect(self._choose_view)
        self.head.read_back.clicked.connect(self.returned_requested)
        self.filters.changed.connect(self.refresh)
        self.empty.triggered.connect(self._leave_all_out)
        self.to_sheet.clicked.connect(self._make_sheet)
        self.none_yet.triggered.connect(self.begin_requested)
        self._soon.timeout.connect(self.refresh)
        self.days.shown.connect(self.chosen.show)
        self.chosen.opened.connect(self.session_requested)
        self.detail.session_requested.connect(self.session_requested)
        self.detail.agreement_requested.connect(self.show_agreement)
        for part in (self.lines, self.following, self.days, self.chosen):
            part.failed.connect(self.failed)
        self.following.said.connect(self.said)
        self.following.warned.connect(self.warned)
        self.following.working.connect(lambda done, of: self.told.setText(f"{done} / {of}"))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Where there is no room beside the list, the detail stands under it."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW_EMS * self.fontMetrics().horizontalAdvance("M")
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self._sides.orientation() is not wanted:
            self._sides.setOrientation(wanted)

    # ---- coming and going

    @property
    def today(self) -> date:
        """The day by the clock of this laptop."""
        return self._services.now().astimezone().date()

    def enter(self) -> None:
        """Ask again how all stands, and put the keyboard where it was."""
        self._changed()
        if not self.views.isHidden():
            self.views.take_keyboard()

    def show_facts(self, _facts: Facts) -> None:
        """The store was asked how things are: sessions may have come or gone."""
        if self.isVisible():
            self._changed()

    def show_agreement(self, ref: Ref) -> None:
        """Show this agreement, whatever was filtered before."""
        self.chosen.want(ref)
        self.search.clear()
        self.filters.clear()

    def refresh(self) -> None:
        """Ask for what is typed and chosen; what was asked before and is not answered yet is asked no more."""
        if self._asking is not None:
            self._asking.cancel()
        self._asking = self._services.store.ask(asking.find(self._now_wanted(), self.today, self.days.terms))
        deliver(self._asking, partial(self._show_answer, self._asking), self._fail)
        if self.views.name == MONTH:
            self.days.ask()

    def _now_wanted(self) -> Wanted:
        return self.filters.wanted(self.search.text().strip(), self.today)

    # ---- what was found

    def _show_answer(self, asked: Future[asking.Answer], answer: asking.Answer) -> None:
        if asked is not self._asking:
            return  # it was asked again meanwhile
        found = answer.found
        self.lines.renew()
        self.lines.take(answer.first)
        before, self.found = self.numbers(), found
        count = len(found.numbers)
        self.told.setText(phrases.found(count, found.late))
        nothing = count == 0 and not found.wanted.asks
        self.none_yet.setVisible(nothing)
        self.empty.label.setText(_("No agreement fits. Try another word, or leave filters out."))
        self.empty.setVisible(count == 0 and not nothing)
        for part in (self.views, self.told, self.to_sheet, self.detail):
            part.setVisible(count > 0)
        self.filters.setVisible(not nothing)
        self.views.show_found(found, self.today)
        self.chosen.choose_again(found, before)

    # ---- what is chosen

    def numbers(self) -> tuple[int, ...]:
        """The numbers of the agreements that are chosen."""
        return self.chosen.numbers()

    def chosen_lines(self) -> list[AgreementLine]:
        """Their lines, as far as they are here."""
        return self.chosen.lines()

    def _make_sheet(self) -> None:
        from facilitator.ui.agreements.sheet_dialog import SheetDialog  # noqa: PLC0415  seldom needed

        if self.found is None:
            return
        dialog = SheetDialog(self._services, self.found.numbers, self)
        dialog.failed.connect(self.failed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self.to_sheet.setFocus)
        dialog.open()

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()
            deliver(self._services.store.ask(asking.choices), self.filters.show_choices, self._fail)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)

    # ---- views and keys

    def _choose_view(self, name: str) -> None:
        chosen = self.numbers()
        self.views.show_view(name)
        self.head.mark(name)
        if self.found is not None:
            self.views.show_found(self.found, self.today)
        if name == MONTH:
            self.days.ask()
        else:
            self.views.choose_numbers(chosen)
        self.chosen.show()
        if self.isVisible():
            self.views.take_keyboard()

    def _leave_all_out(self) -> None:
        self.head.search_anew()
        self.filters.clear()
