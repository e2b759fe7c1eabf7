"""Board: a column for each way an agreement can stand; cards go from one to another by dragging or by a letter."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QItemSelectionModel,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facilitator.core.vocabulary import Status
from facilitator.storage.agreement_search import Found
from facilitator.ui.agreements import phrases
from facilitator.ui.agreements.card_painter import CardPainter
from facilitator.ui.agreements.column_model import DRAGGED, ColumnModel
from facilitator.ui.agreements.line_store import LineStore
from facilitator.ui.start.phrases import status_name
from facilitator.ui.widgets import PlainLabel

COLUMN_EMS = 15


class Column(QListView):
    """The cards of one way to stand.

    Signals:
        dropped(Status, list[int]): these cards were dropped here.
        stands_chosen(Status): the chosen cards stand like this now.
        back_wanted(): set the last back.
        chosen(): other cards are chosen.
        stepped(int): go to the column so many places to the right.
    """

    dropped = Signal(object, object)
    stands_chosen = Signal(object)
    back_wanted = Signal()
    chosen = Signal()
    stepped = Signal(int)

    def __init__(self, status: Status, store: LineStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.status = status
        self.cards = ColumnModel(store, self)
        self.setModel(self.cards)
        self.setItemDelegate(CardPainter(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAccessibleName(status_name(status))
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self.chosen.emit())

    def numbers(self) -> tuple[int, ...]:
        """The numbers of the chosen cards."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self.cards.numbers[row] for row in rows if row < len(self.cards.numbers))

    def choose_row(self, row: int) -> None:
        """Choose a card."""
        index = self.cards.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """A digit moves the chosen cards; left and right go to the next column."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Undo):
            self.back_wanted.emit()
        elif step is not None:
            self.stepped.emit(step)
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier and event.text() in phrases.KEYS:
            self.stands_chosen.emit(phrases.KEYS[event.text()])
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  Qt's name
        """Let cards of another column come in."""
        self._look_at(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802  Qt's name
        """Let them move over it."""
        self._look_at(event)

    def _look_at(self, event: QDragEnterEvent | QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(DRAGGED) and event.source() is not self:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  Qt's name
        """Take the cards in: the agreements stand like this column now. Nothing is moved before the store has it."""
        if not event.mimeData().hasFormat(DRAGGED) or event.source() is self:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(self.status, json.loads(bytes(event.mimeData().data(DRAGGED).data())))


class Board(QScrollArea):
    """All columns beside each other.

    Signals:
        stands_chosen(Status): the chosen agreements stand like this now.
        dropped(Status, list[int]): these were dropped on a column.
        back_wanted(): set the last back.
        chosen(): other agreements are chosen.
    """

    stands_chosen = Signal(object)
    dropped = Signal(object, object)
    back_wanted = Signal()
    chosen = Signal()

    def __init__(self, store: LineStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.columns: list[Column] = []
        self.heads: list[PlainLabel] = []
        inner = QWidget()
        self._row = QHBoxLayout(inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        for status in Status:
            self._add(Column(status, store))
        self.setWidget(inner)
        self.look_changed()

    def _add(self, column: Column) -> None:
        head = PlainLabel(status_name(column.status), "small")
        holder = QVBoxLayout()
        holder.setSpacing(4)
        holder.addWidget(head)
        holder.addWidget(column, 1)
        self._row.addLayout(holder, 1)
        self.columns.append(column)
        self.heads.append(head)
        column.stands_chosen.connect(self.stands_chosen)
        column.dropped.connect(self.dropped)
        column.back_wanted.connect(self.back_wanted)
        column.stepped.connect(lambda step, column=column: self._step(column, step))
        column.chosen.connect(lambda column=column: self._chose(column))

    def look_changed(self) -> None:
        """Let columns be as wide as the text asks."""
        em = self.fontMetrics().horizontalAdvance("M")
        for column in self.columns:
            column.setMinimumWidth(em * COLUMN_EMS)
        self.setMinimumHeight(self.fontMetrics().height() * 12)

    def show_found(self, found: Found, today: date) -> None:
        """Show what was found, a column for each way to stand."""
        for column, head in zip(self.columns, self.heads, strict=True):
            numbers = found.standing(column.status.value)
            column.cards.show_numbers(numbers, today)
            told = f"{status_name(column.status)} · {phrases.grouped(len(numbers))}"
            head.setText(told)
            column.setAccessibleName(told)

    def numbers(self) -> tuple[int, ...]:
        """The numbers of the chosen cards."""
        return next((numbers for column in self.columns if (numbers := column.numbers())), ())

    def choose_numbers(self, numbers: Sequence[int]) -> None:
        """Choose a card again, wherever it went."""
        for column in self.columns:
            for number in numbers[:1]:
                if number in column.cards.numbers:
                    column.choose_row(column.cards.numbers.index(number))
                    self.ensureWidgetVisible(column)
                    return

    def choose_first(self) -> None:
        """Choose the first card of the first column that has any."""
        for column in self.columns:
            if column.cards.numbers:
                column.choose_row(0)
                return

    @property
    def place(self) -> tuple[int, int]:
        """Which column has a chosen card, and in which row."""
        for number, column in enumerate(self.columns):
            if column.numbers():
                return number, column.currentIndex().row()
        return 0, 0

    def choose_place(self, place: tuple[int, int]) -> None:
        """Choose the card that stands there now; nothing where the column is empty."""
        column = self.columns[place[0]]
        if column.cards.numbers:
            column.choose_row(min(max(place[1], 0), len(column.cards.numbers) - 1))

    def take_keyboard(self) -> None:
        """Put the keyboard on the chosen card, or on the first."""
        filled = [column for column in self.columns if column.numbers()] or [
            column for column in self.columns if column.cards.numbers
        ]
        for column in filled[:1]:
            if not column.numbers():
                column.choose_row(0)
            column.setFocus()

    def _step(self, column: Column, step: int) -> None:
        places = range(self.columns.index(column) + step, len(self.columns) if step > 0 else -1, step)
        for other in (self.columns[place] for place in places):
            if other.cards.numbers:
                row = min(max(column.currentIndex().row(), 0), len(other.cards.numbers) - 1)
                other.choose_row(row)
                other.setFocus()
                self.ensureWidgetVisible(other)
                return

    def _chose(self, column: Column) -> None:
        if column.numbers():
            for other in self.columns:
                if other is not column and other.numbers():
                    other.clearSelection()
        self.chosen.emit()
