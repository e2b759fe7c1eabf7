"""PictureView: a picture of a case in a window, as large as there is room for, and in words for who cannot see it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.pictures.drawing import Drawing
from facilitator.ui import theme
from facilitator.ui.pictures.paint import paint_drawing


class PictureView(QWidget):
    """Shows one drawing in the middle of itself; empty until `show_drawing`.

    A screen reader hears the name that was given and, as description, the sentences of the drawing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing: Drawing | None = None
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
        painter.end()
