"""paint_drawing: a display list onto anything that can be painted on, in the colours of the look."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPolygonF, QTransform

from facilitator.pictures.drawing import Anchor, Box, Circle, Drawing, Item, Label, Role
from facilitator.pictures.strokes import Stroke, strokes
from facilitator.ui.theme import Theme

_LARGEST: Final = 3.0
"""A drawing of few persons is not blown up further than this."""


def colour(role: Role, theme: Theme) -> QColor:
    """The colour that plays a part in a look."""
    return QColor(
        {
            Role.INK: theme.ink,
            Role.SOFT: theme.soft_ink,
            Role.LINE: theme.line,
            Role.GROUND: theme.card,
            Role.ACCENT: theme.accent,
            Role.ACCENT_WASH: theme.accent_wash,
            Role.ATTENTION: theme.attention,
            Role.ATTENTION_WASH: theme.attention_wash,
            Role.DANGER: theme.danger,
        }[role]
    )


def scale_in(rect: QRectF, drawing: Drawing) -> float:
    """How large a drawing gets in a rectangle: as large as fits, up to a limit."""
    return max(0.0, min(rect.width() / drawing.width, rect.height() / drawing.height, _LARGEST))


def place_in(rect: QRectF, drawing: Drawing) -> QTransform:
    """How a drawing lies in a rectangle: in its middle, as large as it fits."""
    scale = scale_in(rect, drawing)
    middle = QTransform.fromTranslate(-drawing.width / 2, -drawing.height / 2)
    return middle * QTransform.fromScale(scale, scale) * QTransform.fromTranslate(rect.center().x(), rect.center().y())


def paint_drawing(painter: QPainter, rect: QRectF, drawing: Drawing, theme: Theme) -> None:
    """Paint a drawing in the middle of a rectangle, as large as it fits."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setTransform(place_in(rect, drawing), combine=True)
    for item in drawing.items:
        _paint(painter, item, theme)
    painter.restore()


def _paint(painter: QPainter, item: Item, theme: Theme) -> None:
    if isinstance(item, Label):
        _paint_words(painter, item, theme)
    elif isinstance(item, Box | Circle):
        painter.setPen(_pen(item.edge, item.thickness, theme))
        painter.setBrush(_brush(item.fill, theme))
        if isinstance(item, Circle):
            painter.drawEllipse(QPointF(item.x, item.y), item.radius, item.radius)
        else:
            painter.drawRoundedRect(QRectF(item.x, item.y, item.width, item.height), item.radius, item.radius)
    else:
        for stroke in strokes(item):
            _paint_stroke(painter, stroke, theme)


def _paint_stroke(painter: QPainter, stroke: Stroke, theme: Theme) -> None:
    pen = _pen(stroke.edge, stroke.thickness, theme)
    if stroke.dash[0] and stroke.edge is not None:
        pen.setDashPattern([length / stroke.thickness for length in stroke.dash])
    painter.setPen(pen)
    painter.setBrush(_brush(stroke.fill, theme))
    polygon = QPolygonF([QPointF(x, y) for x, y in stroke.points])
    if stroke.closed:
        painter.drawPolygon(polygon)
    else:
        painter.drawPolyline(polygon)


def _paint_words(painter: QPainter, label: Label, theme: Theme) -> None:
    font = QFont(list(theme.family))
    font.setWeight(QFont.Weight(int(label.weight)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Words are set in a hundred times their size and painted smaller: at their own, Qt would round to whole pixels.
    font.setPixelSize(round(label.size * 10))
    painter.save()
    painter.setFont(font)
    painter.setPen(colour(label.role, theme))
    painter.translate(label.x, label.y)
    painter.scale(0.1, 0.1)
    wide = painter.fontMetrics().horizontalAdvance(label.text)
    start = {Anchor.START: 0.0, Anchor.MIDDLE: -wide / 2, Anchor.END: -float(wide)}[label.anchor]
    painter.drawText(QPointF(start, 0.0), label.text)
    painter.restore()


def _pen(role: Role | None, thickness: float, theme: Theme) -> QPen:
    if role is None:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(colour(role, theme), thickness)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def _brush(role: Role | None, theme: Theme) -> QBrush:
    return QBrush(Qt.BrushStyle.NoBrush) if role is None else QBrush(colour(role, theme))
