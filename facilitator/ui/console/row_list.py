"""RowList: the one kind of list of the console."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QTreeView, QWidget

from facilitator.ui import theme
from facilitator.ui.console.row_painter import RowPainter
from facilitator.ui.console.rows import Row, RowModel

MANY = 60
"""More rows than this are not all measured."""


class RowList(QTreeView):
    """Rows of plain text with one chosen row, or none. A click chooses without taking the keyboard away.

    A tree of one level: scrolling by rows (`many`) it measures only those in sight, unlike QListView, so that 2,000
    answers cost as much as ten. With `grows` it is as high as its rows.

    Attributes:
        empty: what to do, said in place of rows while there are none.

    Signals:
        opened(str): Enter, or a double click, on the row with this id.
        pill_clicked(str): the pill of this row was clicked.
        asked(str, QPoint): the context menu of this row is asked for at a global position.
    """

    opened = Signal(str)
    pill_clicked = Signal(str)
    asked = Signal(str, object)

    def __init__(
        self,
        name: str,
        *,
        grows: bool = False,
        dense: bool = False,
        many: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("role", "rows")
        self.empty = ""
        self._follows = False
        self._grows = grows
        self._pressed_pill = ""
        self._model = RowModel(self)
        self._painter = RowPainter(self._model, lambda: self.viewport().width(), dense=dense)
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._many = many
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(self.fontMetrics().height())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.doubleClicked.connect(self._opened)
        if grows:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    # ---- rows

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows shown."""
        return self._model.rows

    def show_rows(self, rows: tuple[Row, ...], *, follow: bool = False) -> None:
        """Show these rows. With `follow` a row that came at the end is brought in sight."""
        before = len(self._model.rows)
        if self._many:
            ways = QAbstractItemView.ScrollMode
            self.setVerticalScrollMode(ways.ScrollPerItem if len(rows) > MANY else ways.ScrollPerPixel)
        self._follows = follow
        if rows == self._model.rows:
            return
        self._model.set_rows(rows)
        if self._grows:
            self.updateGeometry()
        if follow and len(rows) > before:
            self.scrollToBottom()

    # ---- the chosen row

    @property
    def chosen(self) -> str | None:
        """Id of the chosen row."""
        index = self.currentIndex()
        chosen = self.selectionModel().isSelected(index) if index.isValid() else False
        return self._model.rows[index.row()].id if chosen else None

    def choose(self, row_id: str | None) -> None:
        """Choose a row and bring it in sight, or none."""
        position = self._model.position(row_id)
        if position is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self._model.index(position))

    def move_choice(self, by: int) -> None:
        """Choose the row below (1) or above (-1). Above none comes the last one; below the last comes none."""
        rows = self._model.rows
        position = self._model.position(self.chosen)
        if position is None:
            self.choose(rows[-1].id if rows and by < 0 else None)
        elif position + by < len(rows):
            self.choose(rows[max(0, position + by)].id)
        else:
            self.choose(None)

    def bring_in_sight(self, position: int, *, first: bool = False) -> None:
        """Scroll as little as needed to see a row; with `first` also the one before it."""
        if first and position:
            self.scrollTo(self._model.index(position - 1))
        self.scrollTo(self._model.index(position))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Paint the rows, or what to do while there are none."""
        super().paintEvent(event)
        if self._model.rows or not self.empty:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(theme.current().soft_ink))
        room = self.viewport().rect().adjusted(8, 6, -8, -6)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap), self.empty)
        painter.end()

    # ---- size

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """With `grows` as high as its rows."""
        if not self._grows:
            return super().sizeHint()
        width = max(80, self.viewport().width())
        height = sum(self._painter.parts(row, width).height for row in self._model.rows)
        height = height or (3 * self.fontMetrics().height() if self.empty else 0)
        return QSize(160, height + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Room for a row."""
        return QSize(80, min(self.sizeHint().height(), 44) if self._grows else 44)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Another width wraps the text elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            if self._grows:
                self.updateGeometry()
        if self._follows:
            self.executeDelayedItemsLayout()
            self.scrollToBottom()

    # ---- hand and keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Enter opens, the space bar presses the pill; letters are no search, the typing line is for them."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # that is for the panel it is in
        elif enter and self.chosen is not None:
            self.opened.emit(self.chosen)
        elif event.key() == Qt.Key.Key_Space and self.chosen is not None:
            self.pill_clicked.emit(self.chosen)
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        """A pill is a button of its own."""
        self._pressed_pill = self._pill_at(event)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        """Pressed and let go on the same pill: that is a click."""
        super().mouseReleaseEvent(event)
        if self._pressed_pill and self._pressed_pill == self._pill_at(event):
            self.pill_clicked.emit(self._pressed_pill)
        self._pressed_pill = ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802  Qt's name
        """Ask for the menu of the row under the hand, or of the chosen one."""
        index = self.indexAt(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            self.asked.emit(self._model.rows[index.row()].id, event.globalPos())

    def _pill_at(self, event: QMouseEvent) -> str:
        point = event.position().toPoint()
        index = self.indexAt(point)
        if not index.isValid():
            return ""
        row = self._model.rows[index.row()]
        corner = self.visualRect(index).topLeft()
        pill = self._painter.parts(row, max(80, self.visualRect(index).width())).pill
        return row.id if pill.translated(corner).adjusted(0, -4, 0, 4).contains(point) else ""

    def _opened(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.rows[index.row()].id)
