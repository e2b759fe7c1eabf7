"""Board: a column for each way an agreement can stand; cards go from one to another by dragging or by a letter."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.core.vocabulary import Status
from facilitator.storage.agreement_search import Found
from facilitator.storage.agreements import AgreementLine
from facilitator.ui import theme
from facilitator.ui.agreements import phrases
from facilitator.ui.agreements.line_store import LineStore
from facilitator.ui.start.phrases import agreement_name, status_name
from facilitator.ui.widgets import PlainLabel

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
LINE = Qt.ItemDataRole.UserRole
LATE = Qt.ItemDataRole.UserRole + 1
DRAGGED = "application/x-facilitator-agreements"
PAD = 10
COLUMN_EMS = 12


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


class CardPainter(QStyledItemDelegate):
    """Draws a card: what, who with whom, and when. All are of one height, so that a long column scrolls at once."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802  Qt's name
        """Four lines of text and the space around them."""
        return QSize(120, 4 * option.fontMetrics.lineSpacing() + 2 * PAD + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one card."""
        look = theme.current()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = option.rect.adjusted(3, 3, -3, -3)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(look.accent_wash if chosen else look.card))
        painter.setPen(QPen(QColor(look.accent if chosen else look.line), 2 if chosen else 1))
        painter.drawRoundedRect(rect, look.radius_control, look.radius_control)
        line = index.data(LINE)
        if isinstance(line, AgreementLine):
            self._draw(painter, option, rect.adjusted(PAD, PAD - 2, -PAD, -4), (line, bool(index.data(LATE)), index))
        painter.restore()

    def _draw(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, told: tuple[AgreementLine, bool, _Index]
    ) -> None:
        line, late, index = told
        look, step = theme.current(), option.fontMetrics.lineSpacing()
        model = index.model()
        today = model.today if isinstance(model, ColumnModel) else date.min
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(look.ink))
        first, second = _two_lines(agreement_name(line), QFontMetrics(bold), rect.width())
        base = QPointF(rect.left(), rect.top() + option.fontMetrics.ascent())
        painter.drawText(base, first)
        painter.drawText(base + QPointF(0, step), second)
        painter.setFont(option.font)
        painter.setPen(QColor(look.soft_ink))
        elide = option.fontMetrics.elidedText
        right = Qt.TextElideMode.ElideRight
        painter.drawText(base + QPointF(0, 2 * step), elide(phrases.parties(line), right, rect.width()))
        room, left = rect.width(), 0.0
        if late:
            side = option.fontMetrics.height()
            look.icon("late", look.attention).paint(painter, QRect(rect.left(), rect.top() + 3 * step, side, side))
            room, left = room - side - 4, side + 4.0
            painter.setPen(QColor(look.attention))
            painter.setFont(bold)
        painter.drawText(base + QPointF(left, 3 * step), elide(phrases.when(line, today), right, room))


def _two_lines(text: str, metrics: QFontMetrics, width: int) -> tuple[str, str]:
    """Break a text over two lines at a blank; what does not fit is cut short."""
    taken: list[str] = []
    rest = text.split()
    while rest and (not taken or metrics.horizontalAdvance(" ".join((*taken, rest[0]))) <= width):
        taken.append(rest.pop(0))
    right = Qt.TextElideMode.ElideRight
    return metrics.elidedText(" ".join(taken), right, width), metrics.elidedText(" ".join(rest), right, width)


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
        """A letter moves the chosen cards; left and right go to the next column."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Undo):
            self.back_wanted.emit()
        elif step is not None:
            self.stepped.emit(step)
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier and event.text().upper() in phrases.KEYS:
            self.stands_chosen.emit(phrases.KEYS[event.text().upper()])
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
