"""Month: the deadlines and evaluations of a month, day by day, and the agreements of the day that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from facilitator.core.days import add_months
from facilitator.storage.agreement_search import Day, Found
from facilitator.ui import dates
from facilitator.ui.agreements.day_painter import DayPainter
from facilitator.ui.agreements.line_store import LineStore
from facilitator.ui.agreements.month_model import DAYS, WEEKS, MonthModel, first_shown
from facilitator.ui.agreements.table import AgreementTable, TableModel
from facilitator.ui.widgets import Button, IconButton, PlainLabel, SectionTitle
from facilitator.words import _

_CELL = 10
"""So many pixels of a day are no text."""


class MonthGrid(QTableView):
    """Days that are walked with the arrows; over the edge comes the next month.

    Signals:
        day_wanted(date): go to this day.
    """

    day_wanted = Signal(object)

    def __init__(self, model: MonthModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._month = model
        self.setModel(model)
        self.setItemDelegate(DayPainter(self))
        self.setAccessibleName(_("Calendar of agreements"))
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setMinimumSectionSize(24)
        self.horizontalHeader().setHighlightSections(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self.day_wanted.emit(model.day_at(index)))
        self.look_changed()

    def look_changed(self) -> None:
        """Room for a number and a line on each day, or more."""
        step = self.fontMetrics().lineSpacing()
        self.setMinimumHeight(WEEKS * (2 * step + _CELL) + 2 * step)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Arrows go by day and week, Page keys by month, Home to today."""
        day = self._month.day_at(self.currentIndex())
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        key = Qt.Key(event.key())
        if key in by:
            self.day_wanted.emit(day + timedelta(days=by[key]))
        elif key in months:
            self.day_wanted.emit(add_months(day, months[key]))
        elif key is Qt.Key.Key_Home:
            self.day_wanted.emit(self._month.today)
        else:
            super().keyPressEvent(event)


class Month(QWidget):
    """The calendar, with the agreements of the chosen day under it.

    Attributes:
        day: the day that is chosen.
        table: the agreements of that day.

    Signals:
        month_wanted(): what falls in this month, and on this day, is to be asked for.
        day_wanted(): another day is chosen in this month; what falls on it is to be asked for.
    """

    month_wanted = Signal()
    day_wanted = Signal()

    def __init__(self, store: LineStore, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = today
        self._today = today
        self.model = MonthModel(self)
        self.grid = MonthGrid(self.model)
        self.head = SectionTitle()
        self.before = IconButton("left", _("Month before"), "PgUp")
        self.after = IconButton("right", _("Month after"), "PgDown")
        self.now = Button(_("Today"), "Home")
        self.rows = TableModel(store, self)
        self.table = AgreementTable(self.rows)
        self.nothing = PlainLabel("", "soft", wrap=True)
        self._put_together()
        self.before.clicked.connect(lambda: self.go_to(add_months(self.day, -1)))
        self.after.clicked.connect(lambda: self.go_to(add_months(self.day, 1)))
        self.now.clicked.connect(lambda: self.go_to(self._today))
        self.grid.day_wanted.connect(self.go_to)
        self.model.show_month(today, today)
        self._show_day()

    def _put_together(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.head, 1)
        for button in (self.before, self.now, self.after):
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self.grid, 5)
        column.addWidget(self.nothing)
        column.addWidget(self.table, 2)
        self.table.setMinimumHeight(self.fontMetrics().height() * 4)

    @property
    def shown(self) -> tuple[date, date]:
        """The first and the last day in sight."""
        first = first_shown(self.model.month)
        return first, first + timedelta(days=WEEKS * DAYS - 1)

    def go_to(self, day: date) -> None:
        """Choose a day."""
        other = day.replace(day=1) != self.model.month
        self.day = day
        if other:
            self.model.show_month(day, self._today)
        self._show_day()
        (self.month_wanted if other else self.day_wanted).emit()

    def show_days(self, days: Sequence[Day], today: date) -> None:
        """Show what falls in the month."""
        self._today = self.model.today = today
        self.model.show_days(days)
        self._show_day()

    def show_found(self, found: Found, today: date) -> None:
        """Show the agreements of the chosen day."""
        self.rows.show_numbers(found.numbers, today)
        self.table.setVisible(bool(found.numbers))
        text = _("Nothing falls on {day}.").format(day=dates.weekday_and_day(self.day))
        self.nothing.setText(text if not found.numbers else dates.weekday_and_day(self.day))
        if found.numbers:
            self.table.choose_row(0)

    def take_keyboard(self) -> None:
        """Put the keyboard on the chosen day."""
        self.grid.setFocus()

    def _show_day(self) -> None:
        month = QDate(self.model.month.year, self.model.month.month, 1)
        self.head.setText(dates.DUTCH.toString(month, "MMMM yyyy"))
        self.grid.setCurrentIndex(self.model.index_of(self.day))
