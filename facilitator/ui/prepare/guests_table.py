"""GuestsTable: the people of a session, typed straight into the table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from facilitator.ui.prepare.guests_model import ORGANISATION, GuestsModel
from facilitator.words import _

_Index = QModelIndex | QPersistentModelIndex


class GuestsTable(QTableView):
    """Typing or F2 edits a cell, Delete takes rows away, Tab goes on to the next thing on the page.

    Signals:
        removed(set): rows to take away.
    """

    removed = Signal(object)

    def __init__(self, model: GuestsModel, names: Callable[[], tuple[str, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(_("People"))
        self.setItemDelegateForColumn(ORGANISATION, OrganisationDelegate(names, self))
        self.setTabKeyNavigation(False)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setWordWrap(False)
        self.look_changed()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def look_changed(self) -> None:
        """Let the rows be as high as the text asks."""
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 18)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Delete takes the rows of the selection away; Enter opens the cell."""
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit(self.chosen_rows())
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.edit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def chosen_rows(self) -> set[int]:
        """The rows of the selection."""
        return {index.row() for index in self.selectionModel().selectedIndexes()}


class OrganisationDelegate(QStyledItemDelegate):
    """Offers the organisations that are known; another name can be typed."""

    def __init__(self, names: Callable[[], tuple[str, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: _Index) -> QWidget:  # noqa: N802
        """A list that can be typed in."""
        editor = QComboBox(parent)
        editor.setEditable(True)
        editor.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        editor.addItems(list(self._names()))
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:  # noqa: N802  Qt's name
        """Begin with what stands there."""
        assert isinstance(editor, QComboBox)  # noqa: S101  made above
        editor.setCurrentText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        line = editor.lineEdit()
        if line is not None:
            line.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:  # noqa: N802
        """Take the name."""
        assert isinstance(editor, QComboBox)  # noqa: S101  made above
        model.setData(model.index(index.row(), index.column()), editor.currentText(), Qt.ItemDataRole.EditRole)
