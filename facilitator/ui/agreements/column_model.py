"""ColumnModel: the cards of one column of the board, and what is dragged of them."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from facilitator.ui.agreements import phrases
from facilitator.ui.agreements.line_store import LineStore
from facilitator.ui.start.phrases import agreement_name

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
LINE, LATE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
DRAGGED = "application/x-facilitator-agreements"


class ColumnModel(QAbstractListModel):
    """The agreements of one column; a line is asked for when it comes into sight."""

    def __init__(self, store: LineStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.numbers: array[int] = array("q")
        self.today = date.min
        store.came.connect(self._came)

    def show_numbers(self, numbers: array[int], today: date) -> None:
        """Show these."""
        self.beginResetModel()
        self.numbers, self.today = numbers, today
        self.endResetModel()

    def _came(self) -> None:
        if self.numbers:
            self.dataChanged.emit(self.index(0), self.index(len(self.numbers) - 1))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802  Qt's name
        """One row for each number."""
        return 0 if parent.isValid() else len(self.numbers)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every card can be taken up, unless its line is still on its way."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def data(self, index: _Index, role: int = 0) -> Any:  # noqa: ANN401  Qt's
        """Tell a card."""
        line = self._store.line(self.numbers, index.row())
        if line is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole else None
        if role == LINE:
            return line
        if role == LATE:
            return line.is_late(self.today)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            told = (agreement_name(line), phrases.parties(line), phrases.when(line, self.today))
            return " · ".join(told).replace("\n", " ")
        return None

    def mimeTypes(self) -> list[str]:  # noqa: N802  Qt's name
        """What is dragged are the numbers of agreements, and only within the board."""
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802  Qt's name
        """Take cards up."""
        data = QMimeData()
        data.setData(DRAGGED, json.dumps([self.numbers[index.row()] for index in indexes]).encode())
        return data
