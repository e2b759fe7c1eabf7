"""MonthModel: what falls on the days of a month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from facilitator.storage.agreement_search import Day
from facilitator.ui import dates
from facilitator.words import _, ngettext

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
DAY, OUTSIDE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
WEEKS, DAYS = 6, 7


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
