"""AnswerPainter: draws an answer: title, what it is and why it is there, a piece of text with its words marked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.ui import theme
from facilitator.ui.casuistry.library.result_painter import PAD
from facilitator.ui.knowledge.help_desk.answers_model import ANSWER, Row
from facilitator.ui.widgets.marked_line import draw_marked, from_the_find


class AnswerPainter(QStyledItemDelegate):
    """Three lines of text for each answer, on a sheet; the one that Enter opens has a bar at its left."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802  Qt's
        """Three lines and the space around them."""
        return QSize(200, 3 * option.fontMetrics.lineSpacing() + 2 * PAD + 8)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        row = index.data(ANSWER)
        look = theme.current()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = option.rect.adjusted(0, 2, -1, -6)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(look.accent_wash if chosen else look.card))
        painter.setPen(QColor(look.accent if chosen else look.line))
        painter.drawRoundedRect(rect, look.radius_control, look.radius_control)
        if chosen:
            painter.fillRect(QRect(rect.left() + 1, rect.top() + 8, 4, rect.height() - 16), QColor(look.accent))
        if isinstance(row, Row):
            _draw(painter, option, rect.adjusted(PAD + 4, PAD - 2, -PAD, 0), row)
        painter.restore()


def _draw(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: Row) -> None:
    look, step, line = theme.current(), option.fontMetrics.lineSpacing(), row.found.line
    bold = QFont(option.font)
    bold.setWeight(QFont.Weight.DemiBold)
    at, room = QPointF(rect.topLeft()), rect.width()
    draw_marked(painter, at, room, line.title, line.title_spans, (bold, look.ink))
    draw_marked(painter, at + QPointF(0, step), room, row.facts, (), (option.font, look.soft_ink))
    text, spans = from_the_find(line.snippet, line.snippet_spans)
    draw_marked(painter, at + QPointF(0, 2 * step), room, text, spans, (option.font, look.ink))
