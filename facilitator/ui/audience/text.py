"""Words laid out in lines: plain text, broken anywhere if it must, right-to-left paragraphs on the right."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from facilitator.ui.widgets.markdown import Span

NORMAL, MEDIUM, SEMI_BOLD, BOLD = (
    QFont.Weight.Normal,
    QFont.Weight.Medium,
    QFont.Weight.DemiBold,
    QFont.Weight.Bold,
)
_LINE_SEPARATOR = "\u2028"  # what QTextLayout breaks a line at


@dataclass(frozen=True, slots=True)
class Look:
    """How words look: `size` and line height `leading` x size in pixels, `colour` as #rrggbb."""

    family: tuple[str, ...]
    size: int
    weight: QFont.Weight
    colour: str
    leading: float = 1.3

    def font(self) -> QFont:
        """The font to draw with."""
        font = QFont(list(self.family))
        font.setPixelSize(self.size)
        font.setWeight(self.weight)
        return font


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words of one direction. `indent` is the space before every line, in which the first one has its `marker`."""

    spans: tuple[Span, ...]
    look: Look
    gap: float = 0.0
    indent: float = 0.0
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a layout. `left` and `height` in pixels, `gap` is what stands above it when it is not the first."""

    layout: QTextLayout
    number: int
    look: Look
    height: float
    gap: float = 0.0
    left: float = 0.0
    marker: str = ""

    @property
    def text(self) -> str:
        """The words on it."""
        line = self.layout.lineAt(self.number)
        units = self.layout.text().encode("utf-16-le")
        return units[2 * line.textStart() : 2 * (line.textStart() + line.textLength())].decode("utf-16-le")

    def ink_rect(self, left: float, top: float) -> QRectF:
        """Where its words are when it is drawn at a place."""
        rect = self.layout.lineAt(self.number).naturalTextRect()
        return rect.translated(left + self.left, top + self._rise())

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw it with its top left corner at a place."""
        painter.setPen(QColor(self.look.colour))
        if self.marker:
            painter.setFont(self.look.font())
            painter.drawText(QRectF(left, top, self.left, self.height), _MARKER_AT, self.marker)
        self.layout.lineAt(self.number).draw(painter, QPointF(left + self.left, top + self._rise()))

    def _rise(self) -> float:
        return (self.height - self.layout.lineAt(self.number).height()) / 2


_MARKER_AT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def plain(text: str, look: Look, gap: float = 0.0) -> tuple[Paragraph, ...]:
    """Text as it is: every line feed begins a paragraph that has its own direction."""
    return tuple(
        Paragraph((Span(part),), look, gap if number == 0 else 0.0) for number, part in enumerate(text.split("\n"))
    )


@lru_cache(maxsize=1024)
def lay_out(paragraph: Paragraph, width: float) -> tuple[Line, ...]:
    """Break a paragraph into lines no wider than `width` pixels."""
    text = "".join(span.text for span in paragraph.spans).replace("\n", _LINE_SEPARATOR)
    layout = QTextLayout(text, paragraph.look.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if right_to_left(text):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    layout.setTextOption(option)
    layout.setFormats(list(_formats(paragraph.spans)))
    layout.setCacheEnabled(True)
    heights = _break(layout, max(1.0, width - paragraph.indent))
    least = paragraph.look.leading * paragraph.look.size
    return tuple(
        Line(
            layout,
            number,
            paragraph.look,
            max(height, least),
            paragraph.gap if number == 0 else 0.0,
            paragraph.indent,
            paragraph.marker if number == 0 else "",
        )
        for number, height in enumerate(heights)
    )


@lru_cache(maxsize=16_384)
def height_of(paragraph: Paragraph, width: float) -> float:
    """How high a paragraph is at a width, its gap left out; only the number is kept, so that thousands cost little."""
    if len(paragraph.spans) == 1 and _fits_on_one_line(paragraph, width):
        return paragraph.look.leading * paragraph.look.size
    return sum(line.height for line in lay_out(paragraph, width))


def balanced_width(paragraph: Paragraph, width: float) -> float:
    """The least width at which a paragraph takes no more lines than at `width`: no last line of one word."""
    lines = len(lay_out(paragraph, width))
    if not 2 <= lines <= 4:
        return width
    low, high = width / 2, width
    for _round in range(6):
        middle = (low + high) / 2
        if len(lay_out(paragraph, middle)) > lines:
            low = middle
        else:
            high = middle
    return high


def right_to_left(text: str) -> bool:
    """Whether a paragraph runs from right to left: the first letter that has a direction tells."""
    directions = (unicodedata.bidirectional(sign) for sign in text)
    return next((direction != "L" for direction in directions if direction in {"L", "R", "AL"}), False)


def natural_width(paragraph: Paragraph) -> float:
    """How wide a paragraph is on one line."""
    return max((line.ink_rect(0, 0).width() for line in lay_out(paragraph, 1e6)), default=0.0)


def without_orphan(paragraph: Paragraph, width: float, most: float) -> float:
    """A width at which a paragraph of a few lines does not end in one short word; `most` is what there is."""
    lines = lay_out(paragraph, width)
    if len(lines) < 2 or lines[-1].ink_rect(0, 0).width() > 0.2 * width:
        return width
    return most if len(lay_out(paragraph, most)) < len(lines) else balanced_width(paragraph, width)


def elided(text: str, look: Look, width: float) -> str:
    """A text on one line, its end replaced by an ellipsis when it is too long."""
    one_line = " ".join(text.split())
    return QFontMetricsF(look.font()).elidedText(one_line, Qt.TextElideMode.ElideRight, width)


def _fits_on_one_line(paragraph: Paragraph, width: float) -> bool:
    """Tell cheaply that a short Latin text takes one line: no letter is wider than one and a bit of the font's size."""
    text = paragraph.spans[0].text
    return text.isascii() and "\n" not in text and len(text) * paragraph.look.size * 1.1 <= width - paragraph.indent


def _break(layout: QTextLayout, width: float) -> list[float]:
    heights = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        heights.append(line.height())
    layout.endLayout()
    return heights


def _formats(spans: Iterable[Span]) -> Iterable[QTextLayout.FormatRange]:
    start = 0
    for span in spans:
        length = len(span.text.encode("utf-16-le")) // 2  # Qt counts in UTF-16
        if span.bold or span.italic:
            found = QTextLayout.FormatRange()
            look = QTextCharFormat()
            if span.bold:
                look.setFontWeight(BOLD)
            look.setFontItalic(span.italic)
            found.start, found.length, found.format = start, length, look
            yield found
        start += length
