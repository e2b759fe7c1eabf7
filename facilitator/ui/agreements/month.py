"""Month: the deadlines and evaluations of a month, day by day, and the agreements of the day that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QDate, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from facilitator.core.days import add_months
from facilitator.storage.agreement_search import Day, Found
from facilitator.ui import dates, theme
from facilitator.ui.agreements.line_store import LineStore
from facilitator.ui.agreements.table import AgreementTable, TableModel
from facilitator.ui.widgets import Button, IconButton, PlainLabel, SectionTitle
from facilitator.words import _, ngettext

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
DAY, OUTSIDE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
WEEKS, DAYS = 6, 7
_CELL = 10
"""So many pixels of a day are no text."""


def first_shown(month: date) -> date:
    """The Monday with which the page of a month begins."""
    first = month.replace(day=1)
    return first - timedelta(days=first.weekday())


def told(day: Day) -> tuple[str, ...]:
    """What falls on a day, a line each; what is late comes first."""
    lines = []
    if day.late:
        lines.append(ngettext("{count} late", "{count} late", day.late).format(count=day.late))
    if day.open > day.late:
        count = day.open - day.late
        lines.append(ngettext("{count} deadline", "{count} deadlines", count).format(count=count))
    if day.evaluations:
        count = day.evaluations
        lines.append(ngettext("{count} evaluation", "{count} evaluations", count).format(count=count))
    if day.done:
        lines.append(_("{count} done").format(count=day.done))
    return tuple(lines)


class MonthModel(QAbstractTableModel):
    """Six weeks of seven days."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.month = date.min
        self.today = date.min
        self._days: dict[date, Day] = {}

    def show_month(self, month: date, today: date) -> None:
        """Show another month; what falls in it follows."""
        self.beginResetModel()
        self.month, self.today, self._days = month.replace(day=1), today, {}
        self.endResetModel()

    def show_days(self, days: Sequence[Day]) -> None:
        """Show what falls on the days."""
        self._days = {day.day: day for day in days}
        self.dataChanged.emit(self.index(0, 0), self.index(WEEKS - 1, DAYS - 1))

    def day_at(self, index: _Index) -> date:
        """The day of a cell."""
        return first_shown(self.month) + timedelta(days=index.row() * DAYS + index.column())

    def index_of(self, day: date) -> QModelIndex:
        """The cell of a day."""
        place = (day - first_shown(self.month)).days
        return self.index(place // DAYS, place % DAYS)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802  Qt's name
        """Six weeks."""
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802  Qt's name
        """Seven days."""
        return 0 if parent.isValid() else DAYS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: ANN401, N802  Qt's
        """Name the day of the week."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return dates.DUTCH.standaloneDayName(section + 1, dates.DUTCH.FormatType.ShortFormat)
        return None

    def data(self, index: _Index, role: int = 0) -> Any:  # noqa: ANN401  Qt's
        """Tell a day."""
        day = self.day_at(index)
        falls = self._days.get(day)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                lines = () if falls is None else told(falls)
                return ", ".join((dates.weekday_and_day(day), *lines))
            case _ if role == DAY:
                return falls
            case _ if role == OUTSIDE:
                return day.month != self.month.month
        return None


class DayPainter(QStyledItemDelegate):
    """Draws a day: its number, and what falls on it in words."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one day."""
        look, model = theme.current(), index.model()
        if not isinstance(model, MonthModel):
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        day, falls = model.day_at(index), index.data(DAY)
        rect = option.rect.adjusted(1, 1, -2, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(look.accent_wash if chosen else look.paper if index.data(OUTSIDE) else look.card))
        painter.setPen(QPen(QColor(look.accent if chosen else look.line), 2 if chosen else 1))
        painter.drawRoundedRect(rect, 5, 5)
        inside = rect.adjusted(7, 2, -4, -1)
        painter.setPen(QColor(look.soft_ink if index.data(OUTSIDE) else look.ink))
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.Bold)
        today = day == model.today
        painter.setFont(bold if today else option.font)
        roomy = today and not isinstance(falls, Day)
        number = _("{day} today").format(day=day.day) if roomy else str(day.day)
        painter.drawText(inside, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, number)
        if isinstance(falls, Day):
            _draw_lines(painter, option, inside, falls)
        painter.restore()


def _draw_lines(painter: QPainter, option: QStyleOptionViewItem, inside: QRect, falls: Day) -> None:
    """Write what falls on a day under its number, as many lines as there is room for."""
    look, metrics = theme.current(), option.fontMetrics
    step = metrics.lineSpacing()
    lines = told(falls)
    room = (inside.height() - step) // step
    beside = metrics.horizontalAdvance("00  ") if room < 1 else 0  # a low cell has its one line beside the number
    room = max(1, room)
    for number, text in enumerate(lines[:room]):
        late = falls.late > 0 and number == 0
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if late else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(look.attention if late else look.ink))
        top = inside.top() + (0 if beside else step * (number + 1))
        at = QRect(inside.left() + beside, top, inside.width() - beside, step)
        left = 0
        if late and metrics.horizontalAdvance(text) + 2 * step < at.width():  # else the words alone say it
            look.icon("late", look.attention).paint(painter, QRect(at.left(), at.top() + 2, step - 4, step - 4))
            left = step
        more = text if number < room - 1 or len(lines) <= room else f"{text} …"
        shown = metrics.elidedText(more, Qt.TextElideMode.ElideRight, at.width() - left)
        painter.drawText(at.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, shown)


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
