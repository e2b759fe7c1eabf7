"""One line of text with what was found in it marked, drawn in a row of a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout

from facilitator.storage.library.records import Span
from facilitator.ui import theme

SLACK = 6
"""So many pixels are left free for what was found, which is bold and wider than it was measured."""
LEAD = 24
"""So many characters at most stand in front of what was found."""


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
