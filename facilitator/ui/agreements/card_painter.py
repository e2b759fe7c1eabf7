"""CardPainter: draws a card of the board."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.storage.agreements import AgreementLine
from facilitator.ui import theme
from facilitator.ui.agreements import phrases
from facilitator.ui.agreements.column_model import LATE, LINE, ColumnModel
from facilitator.ui.start.phrases import agreement_name

_Index = QModelIndex | QPersistentModelIndex
PAD = 10


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
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(
            QColor(look.ink if chosen else look.soft_ink)
        )  # soft ink is faint on the ground of a chosen card
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
