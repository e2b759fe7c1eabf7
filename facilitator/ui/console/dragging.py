"""Dragging: a row of a list is taken by the mouse and let go on another. A command does the same by keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.ui import theme
from facilitator.ui.console.letting_go import LettingGo
from facilitator.ui.console.row_list import RowList


class Target(QWidget):
    """A frame round the row on which something would be let go. It takes no part in anything else."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Paint the frame."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.accent), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -3), look.radius_control, look.radius_control)
        painter.end()


class Dragging(QObject):
    """Watches the mouse over a list.

    Signals:
        dropped(str, str): the row with this id was let go on the row with that one; empty for none.
    """

    dropped = Signal(str, str)

    def __init__(self, rows: RowList, movable: Callable[[str], bool]) -> None:
        super().__init__(rows)
        self._rows = rows
        self._movable = movable
        self._from = QPoint()
        self._taken = ""
        self._moving = False
        self._escaped = False
        self._escape = LettingGo(self)
        self._escape.wanted.connect(self._give_up)
        self.target = Target(rows.viewport())
        rows.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Begin after the hand moved far enough; the list itself hears nothing of it from then on, also after Esc."""
        if not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        point = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._from, self._taken, self._escaped = point, self._row_at(point), False
        elif self._escaped and event.type() in {QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease}:
            self._escaped = event.type() == QEvent.Type.MouseMove and bool(event.buttons())
            return True
        elif event.type() == QEvent.Type.MouseMove and self._taken:
            return self._move(point)
        elif event.type() == QEvent.Type.MouseButtonRelease and self._moving:
            self._let_go(point)
            return True
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._taken = ""
        return False

    def _move(self, point: QPoint) -> bool:
        far = (point - self._from).manhattanLength() >= QApplication.startDragDistance()
        if not self._moving and far and self._movable(self._taken):
            self._moving = True
            self._escape.begin()
            self._rows.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._moving:
            self._scroll(point)
            over = self._row_at(point)
            self.target.setVisible(bool(over) and over != self._taken)
            self.target.setGeometry(self._rows.visualRect(self._rows.indexAt(point)))
        return True  # a list would choose every row that the mouse comes over

    def _scroll(self, point: QPoint) -> None:
        """Bring in sight what lies beyond the edge that the hand comes near."""
        edge, bar = self._rows.fontMetrics().height(), self._rows.verticalScrollBar()
        if point.y() < edge:
            bar.setValue(bar.value() - bar.singleStep())
        elif point.y() > self._rows.viewport().height() - edge:
            bar.setValue(bar.value() + bar.singleStep())

    def _let_go(self, point: QPoint) -> None:
        taken, over = self._taken, self._row_at(point)
        self._end()
        inside = self._rows.viewport().rect().contains(point)
        if inside and over != taken:
            self.dropped.emit(taken, over)

    def _give_up(self) -> None:
        self._escaped = True
        self._end()

    def _end(self) -> None:
        self._escape.end()
        self._taken, self._moving = "", False
        self.target.hide()
        self._rows.viewport().unsetCursor()

    def _row_at(self, point: QPoint) -> str:
        index = self._rows.indexAt(point)
        return self._rows.rows[index.row()].id if index.isValid() else ""
