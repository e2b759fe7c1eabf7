"""DayPainter: draws a day of the calendar."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.storage.agreement_search import Day
from facilitator.ui import theme
from facilitator.ui.agreements.month_model import DAY, OUTSIDE, MonthModel, told
from facilitator.words import _

_Index = QModelIndex | QPersistentModelIndex


class DayPainter(QStyledItemDelegate):
    """Draws a day: its number, and what falls on it in words."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one day."""
        look, model = theme.current(), index.model()
        if not isinstance(model, MonthModel):
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        day, falls = model.day_at(index), index.data(DAY)
        rect = option.rect.adjusted(1, 1, -2, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(look.accent_wash if chosen else look.paper if index.data(OUTSIDE) else look.card))
        painter.setPen(QPen(QColor(look.accent if chosen else look.line), 2 if chosen else 1))
        painter.drawRoundedRect(rect, 5, 5)
        inside = rect.adjusted(7, 2, -4, -1)
        painter.setPen(QColor(look.soft_ink if index.data(OUTSIDE) else look.ink))
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.Bold)
        today = day == model.today
        painter.setFont(bold if today else option.font)
        roomy = today and not isinstance(falls, Day)
        number = _("{day} today").format(day=day.day) if roomy else str(day.day)
        painter.drawText(inside, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, number)
        if isinstance(falls, Day):
            _draw_lines(painter, option, inside, falls)
        painter.restore()


def _draw_lines(painter: QPainter, option: QStyleOptionViewItem, inside: QRect, falls: Day) -> None:
    """Write what falls on a day under its number, as many lines as there is room for."""
    look, metrics = theme.current(), option.fontMetrics
    step = metrics.lineSpacing()
    lines = told(falls)
    room = (inside.height() - step) // step
    beside = metrics.horizontalAdvance("00  ") if room < 1 else 0  # a low cell has its one line beside the number
    room = max(1, room)
    for number, text in enumerate(lines[:room]):
        late = falls.late > 0 and number == 0
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if late else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(look.attention if late else look.ink))
        top = inside.top() + (0 if beside else step * (number + 1))
        at = QRect(inside.left() + beside, top, inside.width() - beside, step)
        left = 0
        if late and metrics.horizontalAdvance(text) + 2 * step < at.width():  # else the words alone say it
            look.icon("late", look.attention).paint(painter, QRect(at.left(), at.top() + 2, step - 4, step - 4))
            left = step
        more = text if number < room - 1 or len(lines) <= room else f"{text} …"
        shown = metrics.elidedText(more, Qt.TextElideMode.ElideRight, at.width() - left)
        painter.drawText(at.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, shown)
