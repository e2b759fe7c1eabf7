"""The table of agreements: a lazy model over numbers, and the view with its keys."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QItemSelectionModel,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QIcon, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from facilitator.ui import dates, theme
from facilitator.ui.agreements import phrases
from facilitator.ui.agreements.line_store import LineStore
from facilitator.ui.start.phrases import agreement_name
from facilitator.ui.widgets.row_table import Index, RowTable, TitledRows
from facilitator.ui.widgets.tips import as_typed
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.storage.agreements import AgreementLine

WHAT, WHO, WHEN, STANDS, WHERE, DAY = range(6)
_FOR_WHO, _FOR_WHERE, _FOR_DAY = 78, 110, 130
"""So many letters wide the table has to be before these columns are shown."""


class TableModel(TitledRows):
    """One row for each number; its line is asked for when it comes into sight."""

    def __init__(self, store: LineStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._today = date.min
        self.numbers: array[int] = array("q")
        self._columns: tuple[tuple[str, Callable[[AgreementLine], str]], ...] = (
            (_("Agreement"), agreement_name),
            (_("Who"), phrases.parties),
            (_("When"), lambda line: phrases.when(line, self._today)),
            (_("How it stands"), phrases.stands),
            (_("Where"), phrases.where),
            (_("Agreed on"), lambda line: dates.long_day(line.session_day)),
        )
        self.titles = [title for title, _words in self._columns]
        store.came.connect(self._came)

    def show_numbers(self, numbers: array[int], today: date) -> None:
        """Show these; the rows are told anew."""
        self.beginResetModel()
        self.numbers, self._today = numbers, today
        self.endResetModel()

    def line(self, row: int) -> AgreementLine | None:
        """Give the line of a row; None while it is on its way."""
        return self._store.line(self.numbers, row) if 0 <= row < len(self.numbers) else None

    def _came(self) -> None:
        if self.numbers:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.numbers) - 1, len(self._columns) - 1))

    def rows(self) -> int:
        """One for each number."""
        return len(self.numbers)

    def data(self, index: Index, role: int = 0) -> Any:  # noqa: ANN401  Qt's
        """Tell a cell. What is late says so in words and with a sign, not with a colour alone."""
        line = self.line(index.row())
        if line is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole else None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[column][1](line).replace("\n", " ")
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_typed(self._columns[column][1](line))
        if role == Qt.ItemDataRole.ForegroundRole and not line.open:
            return QColor(theme.current().soft_ink)
        return self._late(role) if column == WHEN and line.is_late(self._today) else None

    def _late(self, role: int) -> Any:  # noqa: ANN401  Qt's
        look = theme.current()
        if role == Qt.ItemDataRole.DecorationRole:
            return _late_icon(look)
        return look.font(QFont.Weight.DemiBold) if role == Qt.ItemDataRole.FontRole else None


def _late_icon(look: theme.Theme) -> QIcon:
    """The sign of what is late, which can be seen on the ground of a chosen row too."""
    icon, side = QIcon(), look.scaled(18)
    for mode, colour in ((QIcon.Mode.Normal, look.attention), (QIcon.Mode.Selected, look.on_accent)):
        icon.addPixmap(look.icon("late", colour).pixmap(side, side), mode)
    return icon


def _rows_of(numbers: array[int], wanted: Sequence[int]) -> list[int]:
    """Give the rows in which these numbers stand; a single one is found at once."""
    if len(wanted) == 1:
        return [numbers.index(wanted[0])] if wanted[0] in numbers else []
    chosen = set(wanted)
    return [row for row, number in enumerate(numbers) if number in chosen] if chosen else []


class AgreementTable(RowTable):
    """Rows that are chosen with the arrows and Shift; a digit says how the chosen ones stand.

    Signals:
        stands_chosen(Status): the chosen agreements stand like this now.
        back_wanted(): set the last back.
        chosen(): another row is the present one, or others are chosen.
    """

    stands_chosen = Signal(object)
    back_wanted = Signal()
    chosen = Signal()

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(model, _("Agreements"), parent, several=True)
        self._lines = model
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        for column in range(model.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        self.look_changed()
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self.chosen.emit())
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self.chosen.emit())

    def look_changed(self) -> None:
        """Let rows be as high, and columns as wide, as the text asks."""
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(2 * metrics.height() + 14)
        for column, letters in ((WHO, 20), (WHEN, 16), (STANDS, 12), (WHERE, 18), (DAY, 16)):
            self.setColumnWidth(column, metrics.averageCharWidth() * letters + 24)
        self.setMinimumHeight(metrics.height() * 8)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Where there is no room for all columns, leave out what the detail tells too."""
        super().resizeEvent(event)
        letters = self.viewport().width() // self.fontMetrics().averageCharWidth()
        self.setColumnHidden(WHO, letters < _FOR_WHO)
        self.setColumnHidden(DAY, letters < _FOR_DAY)
        self.setColumnHidden(WHERE, letters < _FOR_WHERE)

    def numbers(self) -> tuple[int, ...]:
        """The numbers of the chosen rows, in the order of the list."""
        chosen = self.selectionModel().selection()
        parts = [chosen.at(place) for place in range(chosen.count())]
        rows = sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})
        return tuple(self._lines.numbers[row] for row in rows if row < len(self._lines.numbers))

    def choose_row(self, row: int) -> None:
        """Put the selection on a row."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self._lines.index(row, 0), flags.ClearAndSelect | flags.Rows)
        self.scrollTo(self._lines.index(row, 0))

    def choose_numbers(self, numbers: Sequence[int]) -> None:
        """Choose the rows of these numbers again, wherever they went; the first is the present one."""
        rows = _rows_of(self._lines.numbers, numbers)
        if not rows:
            return
        self.choose_row(rows[0])
        flags = QItemSelectionModel.SelectionFlag
        for row in rows[1:500]:
            self.selectionModel().select(self._lines.index(row, 0), flags.Select | flags.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """A digit says how the chosen agreements stand; Ctrl+Z sets the last back."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.back_wanted.emit()
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier and event.text() in phrases.KEYS:
            self.stands_chosen.emit(phrases.KEYS[event.text()])
        else:
            super().keyPressEvent(event)
