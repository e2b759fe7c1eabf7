"""The table of the training plan, and the keys in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from facilitator.core.training import Aim
from facilitator.report.training_words import how_far
from facilitator.ui import theme
from facilitator.ui.knowledge.training import phrases
from facilitator.ui.widgets.tips import as_typed
from facilitator.words import _

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
TEAM, WHO, WHAT, BY, FAR, NOTE = range(6)
_FOR_NOTE = 125
"""So many letters wide the table has to be before notes are shown."""


class AimsModel(QAbstractTableModel):
    """One row for each line of the plan, in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.aims: tuple[Aim, ...] = ()
        self._today = date.min
        self._columns: tuple[tuple[str, Callable[[Aim], str]], ...] = (
            (_("Team"), lambda aim: aim.team),
            (_("Who"), phrases.who),
            (_("What"), lambda aim: aim.what),
            (_("Before"), lambda aim: phrases.by(aim, self._today)),
            (_("How far"), how_far),
            (_("Note"), lambda aim: aim.note),
        )

    def show_aims(self, aims: tuple[Aim, ...], today: date) -> None:
        """Show these."""
        self.beginResetModel()
        self.aims, self._today = aims, today
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802  Qt's name
        """One row for each line."""
        return 0 if parent.isValid() else len(self.aims)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802  Qt's name
        """The columns named above."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: ANN401, N802  Qt's
        """Name a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section][0]
        return None

    def data(self, index: _Index, role: int = 0) -> Any:  # noqa: ANN401  Qt's
        """Tell a cell. What is late says so in words and in another weight, not with a colour alone."""
        if not 0 <= index.row() < len(self.aims):
            return None
        aim, column = self.aims[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[column][1](aim).replace("\n", " ")
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_typed(self._columns[column][1](aim))
        return self._look(aim, role, late=column == BY and aim.is_late(self._today))

    @staticmethod
    def _look(aim: Aim, role: int, *, late: bool) -> Any:  # noqa: ANN401  Qt's
        look = theme.current()
        if role == Qt.ItemDataRole.ForegroundRole and (late or aim.is_done):
            return QColor(look.attention if late else look.soft_ink)
        return look.font(QFont.Weight.DemiBold) if late and role == Qt.ItemDataRole.FontRole else None


class AimsTable(QTableView):
    """A row is chosen with the arrows; Enter changes it, Delete takes it away, + and - count who is done.

    Signals:
        change_wanted(), remove_wanted(), undo_wanted(): do that with the row that is chosen, or take the last back.
        counted(int): so many more are done.
        chosen(): another row is chosen.
    """

    change_wanted = Signal()
    remove_wanted = Signal()
    undo_wanted = Signal()
    counted = Signal(int)
    chosen = Signal()

    def __init__(self, model: AimsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setAccessibleName(_("Training plan"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (WHO, WHAT):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.look_changed()
        self.doubleClicked.connect(lambda _index: self.change_wanted.emit())
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self.chosen.emit())

    def look_changed(self) -> None:
        """Let rows be as high, and columns as wide, as the text asks."""
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(2 * metrics.height() + 14)
        for column, letters in ((TEAM, 16), (BY, 21), (FAR, 15), (NOTE, 22)):
            self.setColumnWidth(column, metrics.averageCharWidth() * letters + 24)
        self.setMinimumHeight(metrics.height() * 9)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Where there is no room for notes, leave them to the form."""
        super().resizeEvent(event)
        self.setColumnHidden(NOTE, self.viewport().width() // self.fontMetrics().averageCharWidth() < _FOR_NOTE)

    @property
    def aim(self) -> Aim | None:
        """The line that is chosen."""
        row = self.currentIndex().row()
        return self._model.aims[row] if 0 <= row < len(self._model.aims) else None

    def choose(self, aim_id: str, otherwise: int = 0) -> None:
        """Choose the line of this id, or the one in that row."""
        rows = {aim.id: row for row, aim in enumerate(self._model.aims)}
        row = rows.get(aim_id, min(otherwise, len(self._model.aims) - 1))
        if row >= 0:
            self.selectRow(row)
            self.scrollTo(self._model.index(row, WHO))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """The keys named above."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.change_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif event.text() in {"+", "-"}:
            self.counted.emit(1 if event.text() == "+" else -1)
        else:
            super().keyPressEvent(event)
