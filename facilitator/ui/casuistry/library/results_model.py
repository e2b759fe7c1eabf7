"""ResultsModel: what was found, line by line; lines are asked for in blocks when they come into sight."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from facilitator.storage.library.records import BLOCK, ItemKey, Line, Results
from facilitator.ui.casuistry.phrases import line_facts
from facilitator.words import _

LINE = Qt.ItemDataRole.UserRole
"""The role under which a row gives its Line; None while it is on its way."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ResultsModel(QAbstractListModel):
    """The rows of one search.

    Signals:
        wanted(int): the lines from this row on are needed.
    """

    wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.results: Results | None = None
        self._lines: dict[int, Line] = {}
        self._asked: set[int] = set()

    def show_results(self, results: Results) -> None:
        """Show what was found."""
        self.beginResetModel()
        self.results = results
        self._lines = dict(enumerate(results.first))
        self._asked = {0} if len(self._lines) >= min(results.total, BLOCK) else set()  # only some come at once
        self.endResetModel()

    def take_lines(self, results: Results, start: int, lines: tuple[Line, ...]) -> None:
        """Take lines that were asked for; those of an earlier search come too late."""
        if results is self.results and lines:
            self._lines.update(enumerate(lines, start))
            self.dataChanged.emit(self.index(start), self.index(start + len(lines) - 1))

    def line(self, row: int) -> Line | None:
        """Give the line of a row; None while it is on its way."""
        return self._lines.get(row)

    def row_of(self, key: ItemKey | None) -> int:
        """Give the row of an item among the lines at hand, -1 where it is not."""
        return next((row for row, line in self._lines.items() if line.key == key), -1)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802  Qt's name
        """One row for each item found."""
        return 0 if parent.isValid() or self.results is None else self.results.total

    def data(self, index: _Index, role: int = 0) -> Any:  # noqa: ANN401  Qt's
        """Tell a row, and ask for its block when it is not there yet."""
        line = self._lines.get(index.row())
        if line is None:
            self._ask(index.row())
            return _("…") if role == Qt.ItemDataRole.DisplayRole else None
        if role == LINE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{line.title} · {line_facts(line)}"
        return None

    def _ask(self, row: int) -> None:
        start = row - row % BLOCK
        if start not in self._asked:
            self._asked.add(start)
            self.wanted.emit(start)
