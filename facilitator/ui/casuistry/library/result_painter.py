"""ResultPainter: draws a line of the library: title, facts, and the piece of text in which something was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.storage.library.records import Line, Span
from facilitator.ui import theme
from facilitator.ui.casuistry.library.results_model import LINE
from facilitator.ui.casuistry.phrases import line_facts
from facilitator.ui.widgets.marked_line import draw_marked, from_the_find

PAD = 12


class ResultPainter(QStyledItemDelegate):
    """Three lines of text for each item; every row is as high as the others, so that a long list scrolls at once."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802  Qt's
        """Three lines and the space around them."""
        return QSize(200, 3 * option.fontMetrics.lineSpacing() + 2 * PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        line = index.data(LINE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        look = theme.current()
        rect = option.rect.adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setBrush(QColor(look.accent_wash))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect, look.radius_control, look.radius_control)
            painter.fillRect(QRect(rect.left(), rect.top() + 8, 4, rect.height() - 16), QColor(look.accent))
        if isinstance(line, Line):
            self._draw(painter, option, rect.adjusted(PAD + 2, PAD - 1, -PAD, 0), line)
        painter.restore()

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, line: Line) -> None:
        look, step = theme.current(), option.fontMetrics.lineSpacing()
        room = rect.width()
        if line.favourite:
            icon = look.icon("star", look.attention)
            icon.paint(painter, QRect(rect.right() - 18, rect.top(), 18, 18))
            room -= 26
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        draw_marked(painter, QPointF(rect.topLeft()), room, line.title, line.title_spans, (bold, look.ink))
        facts = QPointF(rect.left(), rect.top() + step)
        draw_marked(painter, facts, rect.width(), line_facts(line), (), (option.font, look.soft_ink))
        words = QPointF(rect.left(), rect.top() + 2 * step)
        themes: tuple[str, Sequence[Span]] = (" · ".join(line.facets.themes), ())
        # What was found in the title is marked there.
        text, spans = from_the_find(line.snippet, line.snippet_spans) if line.found_in else themes
        draw_marked(painter, words, rect.width(), text, spans, (option.font, look.ink))
