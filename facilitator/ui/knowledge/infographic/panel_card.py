"""PanelCard: one panel of the infographic, as a picture and in words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from facilitator.core.infographic import Panel
from facilitator.pictures.drawing import Drawing, Role
from facilitator.pictures.infographic import panel_drawing
from facilitator.ui import theme
from facilitator.ui.pictures.measuring import measure
from facilitator.ui.pictures.paint import colour, paint_drawing
from facilitator.ui.pictures.view import PictureView
from facilitator.ui.widgets import Card, PlainLabel

_WIDEST: Final = 860
"""Wider than this, in pixels at the usual text size, a panel is no easier to read."""
_POINT: Final = 1.23
"""Pixels of a point of the drawing at the usual text size, so that its words are as large as those round it."""
_NARROWEST: Final = 240.0
"""In points: a drawing gets no narrower than this."""


class PanelView(PictureView):
    """A panel whose words are as large as the text of the window: a narrower one has more lines, not smaller words.

    The keyboard comes to it, so that a page of pictures can be walked through and heard.
    """

    def __init__(self, panel: Panel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.look_changed()

    @property
    def _point(self) -> float:
        """So many pixels is a point now."""
        return theme.current().scaled(100) / 100 * _POINT

    def _at_width(self, width: int) -> Drawing:
        """The drawing for a width in pixels."""
        points = min(width, self.maximumWidth()) // self._point
        return panel_drawing(self._panel, measure(), width=max(points, _NARROWEST))

    def look_changed(self) -> None:
        """Be set anew, in words as large as the text asks."""
        self.setMaximumWidth(theme.current().scaled(_WIDEST))
        self.setMinimumWidth(round(_NARROWEST * self._point))
        self._set_out()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Be set anew for the width there is."""
        super().resizeEvent(event)
        self._set_out()

    def _set_out(self) -> None:
        drawing = self._at_width(self.width())
        if drawing is not self.drawing:
            self.show_drawing(self._panel.title, drawing)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As wide as it may be."""
        wide = self.maximumWidth()
        return QSize(wide, self.heightForWidth(wide))

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        """As high as the drawing is at a width."""
        return round(self._at_width(width).height * self._point)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Paint it, and a frame round it while it has the keyboard."""
        painter = QPainter(self)
        if self.drawing is not None:
            size = self.drawing.width * self._point, self.drawing.height * self._point
            paint_drawing(painter, QRectF(0.0, 0.0, *size), self.drawing, theme.current())
        if self.hasFocus():
            painter.setPen(QPen(colour(Role.ACCENT, theme.current()), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.end()


class PanelCard(Card):
    """A heading, the picture, and everything in it as sentences for who wishes to read them.

    Attributes:
        view: the picture.
        words: the sentences, out of sight at first.
    """

    def __init__(self, panel: Panel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PanelView(panel)
        self.words = PlainLabel("\n".join(panel_drawing(panel, measure()).alternative[1:]), wrap=True)
        self.words.hide()
        self.column.addWidget(PlainLabel(panel.title, "choice-title", wrap=True))
        self.column.addWidget(self.view)
        self.column.addWidget(self.words)
