"""How a row looks: measured and painted as plain text, with the colours of the theme."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.ui import theme
from facilitator.ui.console.rows import Look, Row, RowModel
from facilitator.ui.widgets import Tone

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_WORDS = int(_LEFT) | int(Qt.TextFlag.TextWordWrap)
_ANYWHERE = int(_LEFT) | int(Qt.TextFlag.TextWrapAnywhere)
_GAP, _SIDE, _TOP = 10, 10, 7
_BOTTOMLESS = 1_000_000


@dataclass(frozen=True, slots=True)
class Parts:
    """Where the parts of a row lie, relative to its top left corner; empty rectangles for what it lacks."""

    mark: QRect
    text: QRect
    strong: QRect
    below: QRect
    aside: QRect
    pill: QRect
    height: int


class RowPainter(QStyledItemDelegate):
    """Paints rows of a RowModel. `width` gives the width of a row in pixels; measures are kept for each width."""

    def __init__(self, model: RowModel, width: Callable[[], int], *, dense: bool = False) -> None:
        super().__init__(model)
        self._model = model
        self._width = width
        self._top = 4 if dense else _TOP
        self._kept: dict[tuple[Row, int], Parts] = {}
        self._font_key = ""

    def sizeHint(  # noqa: N802  Qt's name
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002  a tree hands over no width in it
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """As high as its text needs at this width."""
        return QSize(80, self.parts(self._model.rows[index.row()], max(80, self._width())).height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row where the list wants it."""
        row = self._model.rows[index.row()]
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, rect, row, chosen=bool(state & QStyle.StateFlag.State_Selected))
        parts = self.parts(row, max(80, rect.width()))
        painter.translate(rect.topLeft())
        _texts(painter, row, parts, chosen=bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def parts(self, row: Row, width: int) -> Parts:
        """Where everything in a row goes at a width in pixels."""
        key = (row, width)
        look = theme.current()
        font_key = f"{look.family}{look.base_pt}{look.small_pt}"
        if font_key != self._font_key or len(self._kept) > 20_000:
            self._kept.clear()
            self._font_key = font_key
        if key not in self._kept:
            self._kept[key] = _measure(row, width, self._top)
        return self._kept[key]


def _font(row: Row) -> QFont:
    heavy = row.look in {Look.NOW, Look.SUB_NOW}
    font = theme.current().font(QFont.Weight.DemiBold if heavy else QFont.Weight.Normal)
    font.setStrikeOut(row.look is Look.DROPPED)
    if row.look in {Look.SUB, Look.SUB_NOW}:
        font.setPointSizeF(theme.current().small_pt)
    return font


def _small(weight: QFont.Weight = QFont.Weight.DemiBold) -> QFont:
    font = theme.current().font(weight)
    font.setPointSizeF(theme.current().small_pt)
    return font


def _below_font(row: Row) -> QFont:
    return _small(QFont.Weight.Normal) if row.look is Look.SUB else theme.current().font()


def _measure(row: Row, width: int, top: int) -> Parts:
    fonts = QFontMetrics(_font(row))
    line = fonts.height()
    left, right = _SIDE + (_GAP if row.look in {Look.EDGED, Look.ASKING} else 0), width - _SIDE
    if row.look in {Look.SUB, Look.SUB_NOW, Look.INSIDE}:
        left += 24
    wide = max(round(line * 0.9), fonts.horizontalAdvance(row.mark) + 2)
    mark = QRect(left, top, wide, line) if row.mark else QRect()
    left += mark.width() + (_GAP - 3 if row.mark else 0)
    pill = _pill_size(row, top, right)
    if row.pill and not row.pill_under:
        right = pill.left() - _GAP
    aside = QRect()
    if row.aside:
        # What stands beside gives way before a word of the text itself would be broken.
        longest = max((fonts.horizontalAdvance(word) for word in row.text.split()), default=0)
        room = min((right - left) // 2, right - left - _GAP - longest - 2)
        wide = min(fonts.horizontalAdvance(row.aside) + 2, max(40, room))
        aside = QRect(right - wide, top, wide, line)
        right = aside.left() - _GAP
    text = _wrapped(fonts, QRect(left, top, max(40, right - left), _BOTTOMLESS), row.text)
    text.setHeight(max(line, text.height()))
    beside = pill.width() + _GAP if row.pill and row.pill_under else 0
    under = text
    if row.look is Look.SUB and row.below:  # small print, under all of the first line
        under = QRect(text.left(), text.top(), width - _SIDE - text.left(), max(text.bottom(), pill.bottom()) - top)
    strong, below, bottom = _second_line(row, under, line, beside)
    if beside:
        pill.moveTop(text.bottom() + 1)
    height = max(bottom, pill.bottom() + 1, mark.bottom() + 1) + top
    return Parts(mark, text, strong, below, aside, pill, height)


def _pill_size(row: Row, top: int, right: int) -> QRect:
    if not row.pill:
        return QRect()
    small = QFontMetrics(_small())
    wide = small.horizontalAdvance(row.pill) + 22
    return QRect(right - wide + 1, top - 2, wide, small.height() + 6)


def _second_line(row: Row, text: QRect, line: int, beside: int) -> tuple[QRect, QRect, int]:
    """Owner and when, on a line of their own, with room beside them for a pill."""
    text = text.adjusted(0, 0, -beside, 0)
    bottom = text.bottom() + 1
    if not row.strong and not row.below:
        return QRect(), QRect(), bottom
    strong_wide = 0
    strong = QRect()
    if row.strong:
        metrics = QFontMetrics(theme.current().font(QFont.Weight.DemiBold))
        strong_wide = min(metrics.horizontalAdvance(row.strong) + 2, text.width())
        strong = QRect(text.left(), bottom + 1, strong_wide, line)
    below = QRect()
    if row.below:
        metrics = QFontMetrics(_below_font(row))
        room = text.width() - strong_wide
        fits = metrics.horizontalAdvance(row.below) <= room
        start = QRect(text.left() + strong_wide, bottom + 1, room, line)
        under = QRect(text.left(), (strong.bottom() if row.strong else bottom) + 1, text.width(), _BOTTOMLESS)
        below = start if fits else _wrapped(metrics, under, row.below.strip(" ·"))
    return strong, below, max(strong.bottom(), below.bottom()) + 1


def _wrapped(metrics: QFontMetrics, room: QRect, text: str) -> QRect:
    needed = metrics.boundingRect(QRect(0, 0, room.width(), _BOTTOMLESS), _wrap(metrics, room.width(), text), text)
    return QRect(room.left(), room.top(), room.width(), needed.height())


def _wrap(metrics: QFontMetrics, width: int, text: str) -> int:
    """Break between words; only a word that is wider than the room is broken inside."""
    longest = max(text.split(), key=len, default="")
    return _ANYWHERE if metrics.horizontalAdvance(longest) > width else _WORDS


def _ground(painter: QPainter, rect: QRect, row: Row, *, chosen: bool) -> None:
    look = theme.current()
    radius = look.radius_control
    painter.setPen(Qt.PenStyle.NoPen)
    if row.look is Look.NOW:
        painter.setBrush(QColor(look.accent))
        painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), radius, radius)
    elif row.look in {Look.EDGED, Look.ASKING}:
        colour = look.accent if row.look is Look.EDGED else look.attention
        painter.fillRect(rect.adjusted(0, 3, 0, -3), QColor(look.paper))
        painter.fillRect(QRect(rect.left(), rect.top() + 3, 4, rect.height() - 6), QColor(colour))
    if chosen:
        painter.setBrush(QColor(look.accent_wash) if row.look is not Look.NOW else Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(look.accent if row.look is not Look.NOW else look.on_accent))
        painter.drawRoundedRect(rect.adjusted(1, 2, -2, -3), radius, radius)


def _texts(painter: QPainter, row: Row, parts: Parts, *, chosen: bool) -> None:
    look = theme.current()
    ink = {Look.NOW: look.on_accent, Look.SUB_NOW: look.accent}
    ink |= dict.fromkeys((Look.DONE, Look.DROPPED, Look.SUB), look.soft_ink)
    soft = look.on_accent if row.look is Look.NOW else look.soft_ink
    painter.setFont(_font(row))
    painter.setPen(QColor(ink.get(row.look, look.ink)))
    painter.drawText(parts.mark, int(_MIDDLE), row.mark)
    painter.drawText(parts.text, _wrap(painter.fontMetrics(), parts.text.width(), row.text), row.text)
    painter.setPen(QColor(soft))
    if row.look is Look.DROPPED:
        painter.setFont(_small(QFont.Weight.Normal))
    if row.aside:
        shown = painter.fontMetrics().elidedText(row.aside, Qt.TextElideMode.ElideRight, parts.aside.width())
        painter.drawText(parts.aside, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), shown)
    painter.setFont(look.font(QFont.Weight.DemiBold))
    if row.strong:
        shown = painter.fontMetrics().elidedText(row.strong, Qt.TextElideMode.ElideRight, parts.strong.width())
        painter.drawText(parts.strong, int(_LEFT), shown)
    if row.below:
        painter.setFont(_below_font(row))
        beside = parts.below.top() == parts.strong.top()
        words = row.below if beside or not row.strong else row.below.strip(" ·")
        painter.drawText(parts.below, _wrap(painter.fontMetrics(), parts.below.width(), words), words)
    if row.pill:
        _pill(painter, row, parts.pill, chosen=chosen)


def _pill(painter: QPainter, row: Row, rect: QRect, *, chosen: bool) -> None:
    look = theme.current()
    grounds = {
        Tone.CALM: (look.accent_wash, look.accent),
        Tone.PLAIN: (look.paper, look.soft_ink),
        Tone.ATTENTION: (look.attention_wash, look.attention),
        Tone.DANGER: (look.danger_wash, look.danger),
    }
    ground, ink = grounds[row.tone]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.card if chosen else ground))
    painter.drawRoundedRect(rect, 9, 9)
    painter.setPen(QColor(ink))
    painter.setFont(_small())
    painter.drawText(rect, int(_MIDDLE), row.pill)
