"""ResultPainter: draws a line of the library: title, facts, and the piece of text in which something was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.storage.library.records import Line, Span
from facilitator.ui import theme
from facilitator.ui.casuistry.library.results_model import LINE
from facilitator.ui.casuistry.phrases import line_facts

PAD = 12
SLACK = 6
"""So many pixels are left free for what was found, which is bold and wider than it was measured."""
LEAD = 24
"""So many characters at most stand in front of what was found."""


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


def from_the_find(text: str, spans: Sequence[Span]) -> tuple[str, Sequence[Span]]:
    """Leave out the beginning of a text whose find stands far in it, so that the find is in sight on one line."""
    first = spans[0].start if spans else 0
    if first <= LEAD:
        return text, spans
    cut = text.rfind(" ", 0, first - LEAD // 2) + 1
    return f"… {text[cut:]}", [Span(span.start - cut + 2, span.length) for span in spans]


def draw_marked(
    painter: QPainter, at: QPointF, room: int, text: str, spans: Sequence[Span], look: tuple[QFont, str]
) -> None:
    """Draw a text on one line; what was found in it is bold on a wash, so that colour is not the only sign."""
    font, colour = look
    shown = QFontMetricsF(font).elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, room - SLACK)
    layout = QTextLayout(shown, font)
    option = layout.textOption()
    option.setWrapMode(option.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats([_mark(span) for span in spans])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(room)
    layout.endLayout()
    painter.save()
    painter.setClipRect(QRect(int(at.x()), int(at.y()), room, int(line.height()) + 2))
    painter.setPen(QColor(colour))
    layout.draw(painter, at)
    painter.restore()


def _mark(span: Span) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = span.start, span.length
    found = QTextCharFormat()
    found.setFontWeight(QFont.Weight.Bold)
    found.setBackground(QColor(theme.current().attention_wash))
    made.format = found
    return made
