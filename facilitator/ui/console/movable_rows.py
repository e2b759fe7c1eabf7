"""MovableRows: a list whose rows can be put in another order, by hand and with keys."""

from __future__ import annotations

from PySide6.QtCore import QLine, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication

from facilitator.ui import theme
from facilitator.ui.console.letting_go import LettingGo
from facilitator.ui.console.row_list import RowList


class MovableRows(RowList):
    """A row is dragged to another place, or goes there with Alt and an arrow; a line shows where it would land.

    It is no drag and drop of the system: nothing leaves the list, Esc lets go, and no loop of its own keeps the panic
    key waiting.

    Attributes:
        movable: whether rows can be moved now.

    Signals:
        moved(str, int): the row with this id is to stand at this place, from 0.
    """

    moved = Signal(str, int)
    movable = True
    _held = ""
    _pressed = QPoint()
    _gap: int | None = None
    _dragged = False

    def __init__(self, name: str, *, grows: bool = False, dense: bool = False) -> None:
        super().__init__(name, grows=grows, dense=dense)
        self._escape = LettingGo(self)
        self._escape.wanted.connect(self._let_go)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        """Take hold of a row."""
        self._dragged = False
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        holds = self.movable and event.button() is Qt.MouseButton.LeftButton and index.isValid()
        self._held = self.rows[index.row()].id if holds else ""
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        """Show where it would land, once it was moved far enough to mean it."""
        here = event.position().toPoint()
        far = (here - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._held and (far or self._gap is not None):
            if self._gap is None:
                self._escape.begin()
            self._dragged = True
            self._show_gap(self._gap_at(here))
        elif not self._held and not self._dragged:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        """Let it land. What was dragged was not clicked, also where it came back or was let go before."""
        held, gap = self._held, self._gap
        self._let_go()
        if not self._dragged:
            super().mouseReleaseEvent(event)
        self._dragged, self._pressed_pill = False, ""
        if gap is None:
            return
        before = next((place for place, row in enumerate(self.rows) if row.id == held), None)
        if before is not None and gap not in {before, before + 1}:
            self.moved.emit(held, gap if gap < before else gap - 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Paint the line where the row would land."""
        super().paintEvent(event)
        if self._gap is None:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(theme.current().focus), 3))
        y = max(1, min(self._top_of(self._gap), self.viewport().height() - 2))
        painter.drawLine(QLine(6, y, self.viewport().width() - 6, y))
        painter.end()

    def _gap_at(self, point: QPoint) -> int:
        """Which gap between rows is nearest, from 0 above the first."""
        places = range(len(self.rows) + 1)
        return min(places, key=lambda place: abs(self._top_of(place) - point.y()))

    def _top_of(self, place: int) -> int:
        if place < len(self.rows):
            return self.visualRect(self.model().index(place, 0)).top()
        return self.visualRect(self.model().index(place - 1, 0)).bottom() + 1 if place else 0

    def _show_gap(self, gap: int | None) -> None:
        self._gap = gap
        self.viewport().update()

    def _let_go(self) -> None:
        self._escape.end()
        self._held = ""
        self._show_gap(None)
