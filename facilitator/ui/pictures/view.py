"""PictureView: a picture of a case in a window, as large as there is room for, and in words for who cannot see it."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.pictures.drawing import Drawing, Role
from facilitator.ui import theme
from facilitator.ui.pictures.paint import colour, paint_drawing, place_in
from facilitator.ui.widgets import PlainLabel


class PictureView(PlainLabel):
    """Shows one drawing in the middle of itself; empty until `show_drawing`.

    A screen reader hears the name that was given and, as description, the sentences of the drawing. It is a label
    without words, for a plain widget has no part to play there.

    Signals:
        pointed(str): the person with this id was clicked.
    """

    pointed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._drawing: Drawing | None = None
        self._marked: Collection[str] = ()
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def drawing(self) -> Drawing | None:
        """What it shows."""
        return self._drawing

    def show_drawing(self, name: str, drawing: Drawing | None) -> None:
        """Show a drawing under a name; None clears it."""
        self._drawing = drawing
        self.setAccessibleName(name)
        self.setAccessibleDescription(" ".join(drawing.alternative) if drawing is not None else "")
        self.updateGeometry()
        self.update()

    def mark(self, person_ids: Collection[str]) -> None:
        """Draw a frame round these persons, and no others."""
        self._marked = frozenset(person_ids)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Its own measures."""
        if self._drawing is None:
            return QSize(0, 0)
        return QSize(round(self._drawing.width), round(self._drawing.height))

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        """As high as the drawing gets at a width."""
        if self._drawing is None:
            return 0
        return round(min(width / self._drawing.width, 1.6) * self._drawing.height)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Paint the drawing in the look that is in use."""
        if self._drawing is None:
            return
        painter = QPainter(self)
        paint_drawing(painter, QRectF(self.rect()), self._drawing, theme.current())
        self._paint_marks(painter, self._drawing)
        painter.end()

    def _paint_marks(self, painter: QPainter, drawing: Drawing) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(Role.ACCENT, theme.current()), 2))
        there = place_in(QRectF(self.rect()), drawing)
        for spot in drawing.spots:
            if spot.person_id in self._marked:
                place = QRectF(QPointF(spot.place.left, spot.place.top), QPointF(spot.place.right, spot.place.bottom))
                painter.drawRoundedRect(there.mapRect(place).adjusted(-4, -4, 4, 4), 8, 8)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        """Tell by the pointer that a person can be clicked."""
        there = self._at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if there else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        """Tell who is clicked."""
        person_id = self._at(event.position())
        if person_id is not None and event.button() is Qt.MouseButton.LeftButton:
            self.pointed.emit(person_id)

    def _at(self, point: QPointF) -> str | None:
        if self._drawing is None:
            return None
        back, _fits = place_in(QRectF(self.rect()), self._drawing).inverted()
        return self._drawing.at(back.map(point).toTuple())
