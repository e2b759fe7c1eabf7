"""The floor under painting: windows that do nothing but paint, run by run, the words that our own windows paint."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from tests.ui.audience.recorder import Paper, Run


def words_of(width: int, height: int, paint: Callable[[QPainter], object]) -> tuple[Run, ...]:
    """Give the words that are painted."""
    paper = Paper(width, height)
    painter = QPainter(paper)
    paint(painter)
    painter.end()
    return tuple(paper.runs)


def words_on(window: QWidget) -> tuple[Run, ...]:
    """Give the words that a window paints."""
    return words_of(window.width(), window.height(), lambda painter: window.render(painter, QPoint()))


class Bare(QWidget):
    """A window that paints one page of words, and the other one at the next key."""

    def __init__(self, width: int, height: int, *pages: tuple[Run, ...]) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.resize(width, height)
        self._pages = pages
        self._page = 0
        self.follows: tuple[Bare, ...] = ()

    def turn(self) -> None:
        """Show the next page."""
        self._page = (self._page + 1) % len(self._pages)
        self.update()

    def keyPressEvent(self, _event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Turn, with the windows that follow."""
        for window in (self, *self.follows):
            window.turn()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Paint the words."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(event.rect(), QColor("white"))
        for run in self._pages[self._page]:
            painter.setFont(run.font)
            painter.setPen(run.colour)
            painter.save()
            painter.translate(run.start)
            painter.scale(run.scale, run.scale)
            painter.drawText(QPointF(0, 0), run.text)
            painter.restore()
        painter.end()
