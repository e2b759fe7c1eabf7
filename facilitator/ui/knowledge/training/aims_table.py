"""The table of the training plan, and the keys in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from facilitator.core.training import Aim
from facilitator.report.training_words import how_far
from facilitator.ui import theme
from facilitator.ui.knowledge.training import phrases
from facilitator.ui.widgets.row_table import Index, RowTable, TitledRows
from facilitator.ui.widgets.tips import as_typed
from facilitator.words import _

TEAM, WHO, WHAT, BY, FAR, NOTE = range(6)
_FOR_NOTE = 125
"""So many letters wide the table has to be before notes are shown."""
_WIDEST = 26
"""No column asks for more letters than this."""
_AROUND = 20
"""Free pixels beside the words of a cell."""


class AimsModel(TitledRows):
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
        self.titles = [title for title, _words in self._columns]

    def show_aims(self, aims: tuple[Aim, ...], today: date) -> None:
        """Show these."""
        self.beginResetModel()
        self.aims, self._today = aims, today
        self.endResetModel()

    def rows(self) -> int:
        """One for each line."""
        return len(self.aims)

    def data(self, index: Index, role: int = 0) -> Any:  # noqa: ANN401  Qt's
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


class AimsTable(RowTable):
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
        super().__init__(model, _("Training plan"), parent)
        self._model = model
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        model.modelReset.connect(self._fit)
        self.look_changed()
        self.doubleClicked.connect(lambda _index: self.change_wanted.emit())
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self.chosen.emit())

    def look_changed(self) -> None:
        """Let rows be as high, and columns as wide, as the text asks."""
        self._fit()
        self.setMinimumHeight(self.fontMetrics().height() * 9)

    def _fit(self) -> None:
        """Give each column what its words ask, in rows of two lines or else three; who and what get the rest."""
        metrics, room = self.fontMetrics(), self.viewport().width()
        self.setColumnHidden(NOTE, room // metrics.averageCharWidth() < _FOR_NOTE)
        widths, lines = self._least(2), 2
        if sum(widths.values()) > room:
            widths, lines = self._least(3), 3
        over = max(0, room - sum(widths.values()))
        self.verticalHeader().setDefaultSectionSize(lines * metrics.height() + 14)
        for column, width in widths.items():
            self.setColumnWidth(column, width + (over // 2 if column in {WHO, WHAT} else 0))

    def _least(self, lines: int) -> dict[int, int]:
        """How wide each column in sight has to be for its words to stand in so many lines, within measure."""
        bold = QFontMetrics(theme.current().font(QFont.Weight.DemiBold))
        most = self.fontMetrics().averageCharWidth() * _WIDEST
        widths = {}
        for column in range(self._model.columnCount()):
            if not self.isColumnHidden(column):
                cells = [str(self._model.index(row, column).data()) for row in range(len(self._model.aims))]
                title = str(self._model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole))
                wanted = max((_needed(bold, title, 1), *(_needed(bold, text, lines) for text in cells)))
                widths[column] = min(wanted, most) + _AROUND
        return widths

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Where there is no room for notes, leave them to the form."""
        super().resizeEvent(event)
        self._fit()

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


def _needed(metrics: QFontMetrics, text: str, lines: int) -> int:
    """How wide a cell has to be: its longest word, and room for the others when the lines break badly."""
    longest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
    whole = metrics.horizontalAdvance(text)
    return min(whole, max(longest, (whole + longest) // lines))
