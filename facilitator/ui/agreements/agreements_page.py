"""AgreementsPage: what was agreed in all sessions, what is late of it, and how it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from facilitator.core.vocabulary import Status
from facilitator.storage.agreement_search import Found, Wanted
from facilitator.ui.agreements import asking, phrases
from facilitator.ui.agreements.detail import Detail
from facilitator.ui.agreements.filters import FilterBar
from facilitator.ui.agreements.following import Following
from facilitator.ui.agreements.line_store import LineStore
from facilitator.ui.agreements.views import BOARD, MONTH, TABLE, Place, Views
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services
from facilitator.ui.start.facts import Facts
from facilitator.ui.start.follow_up import FollowUp
from facilitator.ui.start.page import Page, SideBySide, beside
from facilitator.ui.widgets import Button, Card, EmptyState, IconButton, LineEdit, PlainLabel
from facilitator.words import _

if TYPE_CHECKING:
    from concurrent.futures import Future

    from facilitator.storage.agreement_rows import Ref
    from facilitator.storage.agreement_search import Choices, Day
    from facilitator.storage.agreement_words import Terms
    from facilitator.storage.agreements import AgreementLine

NARROW_EMS = 70
"""On a page narrower than so many widths of the letter M the detail stands under the list."""

TYPING_MS = 60
LOOKING_MS = 90
"""Whoever walks through rows does not ask for each of them."""


class AgreementsPage(Page):
    """Filters and words, a table, a board and a calendar of what was found, and the one that is chosen.

    What was filtered and typed stays when another page is shown.

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
        self._day_asked: Wanted | None = None
        self._wanted: Ref | None = None
        self._terms: list[Terms] = []
        self._place: Place | None = None  # where the keyboard was when one agreement was settled
        self._stays: Place | None = None  # the same, once that is recorded
        self.lines = LineStore(services, self)
        self.following = Following(services, follow_up, self)
        self.search = LineEdit(_("Search in agreements"), _("Search in agreements, organisations and places"))
        self.clear = IconButton("close", _("Empty the search line"))
        self.clear.hide()
        self.read_back = Button(_("Read in …"))
        self.read_back.setAccessibleName(_("Read a form …"))
        self.filters = FilterBar()
        self.told = PlainLabel("", "small", wrap=True)
        self.to_sheet = Button(_("As a spreadsheet …"))
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
        self.buttons = {
            TABLE: Button(_("Table"), "Alt+1"),
            BOARD: Button(_("Board"), "Alt+2"),
            MONTH: Button(_("Calendar"), "Alt+3"),
        }
        self._soon = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._look = QTimer(self, singleShot=True, interval=LOOKING_MS)
        self._lay_out()
        self._wire()
        follow_up.done.connect(self._changed)
        self._choose_view(TABLE)

    # ---- how it is put together

    def _lay_out(self) -> None:
        typing = QWidget()
        line = QHBoxLayout(typing)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.search, 1)
        line.addWidget(self.clear)
        head = SideBySide(19, (5, 3))
        head.add(typing)
        head.add(beside(*self.buttons.values(), self.read_back))
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
        self.column.addWidget(head)
        self.column.addWidget(self.filters)
        self.column.addWidget(self._sides, 1)

    def _wire(self) -> None:
        self.search.textChanged.connect(self._typed)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self.views.take_keyboard)
        self.search.returnPressed.connect(self.views.take_keyboard)
        self.clear.clicked.connect(self._search_anew)
        self.read_back.clicked.connect(self.returned_requested)
        self.filters.changed.connect(self.refresh)
        self.empty.triggered.connect(self._leave_all_out)
        self.to_sheet.clicked.connect(self._make_sheet)
        self.none_yet.triggered.connect(self.begin_requested)
        self._soon.timeout.connect(self.refresh)
        self._look.timeout.connect(self._ask_whole)
        self.lines.came.connect(self._show_chosen)
        self.lines.failed.connect(self.failed)
        for part in (self.views, self.detail):
            part.stands_chosen.connect(self._stand)
            part.back_wanted.connect(self.following.set_back)
        self.views.chosen.connect(self._show_chosen)
        self.views.opened.connect(self._open_chosen)
        self.views.dropped.connect(self.following.stand)
        self.views.month.month_wanted.connect(self._ask_month)
        self.views.month.day_wanted.connect(self._ask_day)
        self.detail.session_requested.connect(self.session_requested)
        self.detail.agreement_requested.connect(self.show_agreement)
        self._wire_following()
        for name, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, name=name: self._choose_view(name))
        for number, name in enumerate(self.buttons, 1):
            QShortcut(QKeySequence(f"Alt+{number}"), self).activated.connect(self.buttons[name].click)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._to_search)

    def _wire_following(self) -> None:
        self.following.said.connect(self.said)
        self.following.warned.connect(self.warned)
        self.following.failed.connect(self.failed)
        self.following.working.connect(lambda done, of: self.told.setText(f"{done} / {of}"))
        self.following.settled.connect(self._settled)
        self._settled()

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

    def show_late(self) -> None:
        """Show what is late, and nothing else."""
        self.search.clear()
        self.filters.choose_late()

    def show_agreement(self, ref: Ref) -> None:
        """Show this agreement, whatever was filtered before."""
        self._wanted = ref
        self.search.clear()
        self.filters.clear()

    def refresh(self) -> None:
        """Ask for what is typed and chosen; what was asked before and is not answered yet is asked no more."""
        if self._asking is not None:
            self._asking.cancel()
        self._asking = self._services.store.ask(asking.find(self._now_wanted(), self.today, self._terms))
        deliver(self._asking, partial(self._show_answer, self._asking), self._fail)
        if self.views.name == MONTH:
            self._ask_month()

    def _now_wanted(self) -> Wanted:
        return self.filters.wanted(self.search.text().strip(), self.today)

    def _ask_choices(self) -> None:
        deliver(self._services.store.ask(asking.choices), self._show_choices, self._fail)

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
        self._choose_again(found, before)

    def _choose_again(self, found: Found, before: tuple[int, ...]) -> None:
        """Choose what was chosen; whoever just settled one stays at its place when it went from there."""
        place, self._stays = self._stays, None
        if self.views.name != MONTH and found.numbers:
            self.views.choose_numbers(before)
            if place is not None and self.views.place != place:
                self.views.choose_place(place)
            if not self.numbers():
                self.views.choose_first()
        self._show_chosen()
        if self._wanted is not None:
            deliver(self._services.store.ask(asking.whole(self._wanted)), self._choose_wanted, self._fail)
            self._wanted = None

    def _choose_wanted(self, whole: asking.Whole | None) -> None:
        if whole is not None:
            self.views.choose_numbers((whole.line.number,))

    def _show_choices(self, choices: Choices) -> None:
        self.filters.show_choices(choices)

    def _ask_month(self) -> None:
        asked = asking.days(self._now_wanted(), self.views.month.shown, self.today)
        deliver(self._services.store.ask(asked), self._show_days, self._fail)
        self._ask_day()

    def _show_days(self, days: tuple[Day, ...]) -> None:
        self.views.month.show_days(days, self.today)

    def _ask_day(self) -> None:
        wanted = self._day_asked = replace(self._now_wanted(), on_day=self.views.month.day)
        deliver(self._services.store.ask(asking.find(wanted, self.today, self._terms)), self._show_day, self._fail)

    def _show_day(self, answer: asking.Answer) -> None:
        if answer.found.wanted == self._day_asked:
            self.lines.take(answer.first)
            self.views.month.show_found(answer.found, self.today)
            self._show_chosen()

    # ---- what is chosen

    def numbers(self) -> tuple[int, ...]:
        """The numbers of the agreements that are chosen."""
        return self.views.numbers()

    def chosen_lines(self) -> list[AgreementLine]:
        """Their lines, as far as they are here."""
        return [line for number in self.numbers()[:50] if (line := self.lines.at_hand(number)) is not None]

    def _show_chosen(self) -> None:
        numbers, lines = self.numbers(), self.chosen_lines()
        if len(numbers) > 1:
            self.detail.show_many(lines, len(numbers))
        elif lines:
            self.detail.show_line(lines[0], self.today)
            self._look.start()
        else:
            self.detail.show_nothing()

    def _ask_whole(self) -> None:
        if self.detail.line is not None and self.isVisible():
            asked = asking.whole(self.detail.line.ref)
            deliver(self._services.store.ask(asked), self._show_whole, self._fail)

    def _show_whole(self, whole: asking.Whole | None) -> None:
        if whole is not None:
            self.detail.show_rest(whole.line, whole.parties, whole.life, whole.agreement)

    def _stand(self, status: Status) -> None:
        self._place = self.views.place if len(self.numbers()) == 1 else None
        self.following.stand(status, self.numbers())

    def _open_chosen(self) -> None:
        lines = self.chosen_lines()
        if len(lines) == 1:
            self.session_requested.emit(lines[0].session_id)

    def _make_sheet(self) -> None:
        from facilitator.ui.agreements.sheet_dialog import SheetDialog  # noqa: PLC0415  seldom needed

        if self.found is None:
            return
        dialog = SheetDialog(self._services, self.found.numbers, self)
        dialog.failed.connect(self.failed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self.to_sheet.setFocus)
        dialog.open()

    def _settled(self) -> None:
        if not self.following.busy:
            self._stays, self._place = self._place, None
        self.detail.show_back(self.following.can_set_back)

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()
            self._ask_choices()

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)

    # ---- views and keys

    def _choose_view(self, name: str) -> None:
        chosen = self.numbers()
        self.views.show_view(name)
        for key, button in self.buttons.items():
            button.setChecked(key == name)
        if self.found is not None:
            self.views.show_found(self.found, self.today)
        if name == MONTH:
            self._ask_month()
        else:
            self.views.choose_numbers(chosen)
        self._show_chosen()
        if self.isVisible():
            self.views.take_keyboard()

    def _typed(self, text: str) -> None:
        self.clear.setVisible(bool(text))
        self._soon.start()

    def _search_anew(self) -> None:
        self.search.setFocus()  # first: the button goes away
        self.search.clear()

    def _leave_all_out(self) -> None:
        self.search.setFocus()  # first: the button goes away
        self.search.clear()
        self.filters.clear()

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()
