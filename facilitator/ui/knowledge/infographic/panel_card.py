"""PanelCard: one panel of the infographic, as a picture and in words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from facilitator.core.infographic import Panel
from facilitator.pictures.drawing import Role
from facilitator.pictures.infographic import panel_drawing
from facilitator.ui import theme
from facilitator.ui.pictures.measuring import measure
from facilitator.ui.pictures.paint import colour
from facilitator.ui.pictures.view import PictureView
from facilitator.ui.widgets import Card, PlainLabel

_WIDEST = 860
"""Wider than this a panel is no easier to read."""


class PanelView(PictureView):
    """A picture that the keyboard comes to, so that a page of pictures can be walked through and heard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMaximumWidth(_WIDEST)

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        """As high as the drawing is at the width that it takes."""
        return super().heightForWidth(min(width, _WIDEST))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Paint a frame round it while it has the keyboard."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
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
        drawing = panel_drawing(panel, measure())
        self.view = PanelView()
        self.view.show_drawing(panel.title, drawing)
        self.words = PlainLabel("\n".join(drawing.alternative[1:]), wrap=True)
        self.words.hide()
        self.column.addWidget(PlainLabel(panel.title, "choice-title", wrap=True))
        self.column.addWidget(self.view)
        self.column.addWidget(self.words)
