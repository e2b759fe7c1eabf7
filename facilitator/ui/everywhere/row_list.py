"""RowList: the rows that were found, each with what it is, its title and what is told of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facilitator.ui import theme
from facilitator.ui.everywhere.rows import Kind, Row, kind_name
from facilitator.ui.widgets.buttons import key_name
from facilitator.ui.widgets.marked_line import draw_marked, from_the_find
from facilitator.words import _

ROW = Qt.ItemDataRole.UserRole
"""The role under which a line gives its Row."""
PAD = 9

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RowsModel(QAbstractListModel):
    """The rows of one answer."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802  Qt's name
        """One line for each."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = 0) -> Any:  # noqa: ANN401  Qt's
        """Tell a row."""
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return spoken(row)
        return None


class RowList(QListView):
    """Shows rows; the keyboard stays in the line above, which moves the choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsModel()
        self.setModel(self.rows)
        self.setProperty("role", "bare")
        self.setItemDelegate(_Painter(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("What was found"))

    @property
    def chosen(self) -> Row | None:
        """The row that Enter opens."""
        at = self.currentIndex().row()
        return self.rows.rows[at] if 0 <= at < len(self.rows.rows) else None

    def choose(self, at: int) -> None:
        """Choose the row at a place, or the nearest there is."""
        count = len(self.rows.rows)
        if count:
            self.setCurrentIndex(self.rows.index(max(0, min(at, count - 1))))

    def page(self) -> int:
        """How many rows are in sight, about."""
        return max(1, self.viewport().height() // max(1, self.sizeHintForRow(self.currentIndex().row())))


def spoken(row: Row) -> str:
    """A row as a screen reader says it."""
    said = (row.title, kind_name(row.kind), row.found_in, row.facts, key_name(row.key) if row.key else "")
    return ", ".join(part for part in said if part)


class _Painter(QStyledItemDelegate):
    """A title, and what is told of it under it, with what it is before them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802  Qt's name
        """Its lines and the space around them."""
        lines = 2 if index.data(ROW).facts else 1
        return QSize(200, lines * option.fontMetrics.lineSpacing() + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        look = theme.current()
        rect = option.rect.adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(look.accent_wash))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect, look.radius_control, look.radius_control)
            painter.fillRect(QRect(rect.left(), rect.top() + 6, 4, rect.height() - 12), QColor(look.accent))
        _draw(painter, option, rect.adjusted(PAD + 6, PAD - 1, -PAD, 0), index.data(ROW))
        painter.restore()


def _draw(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: Row) -> None:
    look, step = theme.current(), option.fontMetrics.lineSpacing()
    names = [kind_name(kind) for kind in Kind]
    aside = max(option.fontMetrics.horizontalAdvance(name) for name in names) + 2 * PAD
    kind = QPointF(rect.left(), rect.top())
    draw_marked(painter, kind, aside, kind_name(row.kind), (), (option.font, look.soft_ink))
    left, room = rect.left() + aside, rect.width() - aside
    if row.key:
        name = key_name(row.key)
        wide = option.fontMetrics.horizontalAdvance(name) + 2 * PAD
        draw_marked(
            painter, QPointF(rect.right() - wide + PAD, rect.top()), wide, name, (), (option.font, look.soft_ink)
        )
        room -= wide
    bold = QFont(option.font)
    bold.setWeight(QFont.Weight.DemiBold)
    draw_marked(painter, QPointF(left, rect.top()), room, row.title, row.title_spans, (bold, look.ink))
    text, spans = from_the_find(row.facts, row.facts_spans) if row.found_in else (row.facts, row.facts_spans)
    below = QPointF(left, rect.top() + step)
    if row.found_in:
        said = f"{row.found_in}: "
        draw_marked(painter, below, room, said, (), (option.font, look.soft_ink))
        wide = option.fontMetrics.horizontalAdvance(said)
        below, room = QPointF(left + wide, below.y()), room - wide
    draw_marked(painter, below, room, text, spans, (option.font, look.ink if row.found_in else look.soft_ink))
