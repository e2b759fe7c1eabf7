"""AnswerList: what may answer a question, under each other; the keys of the line above it walk through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from facilitator.core.card import Card
from facilitator.storage.library.records import Found, ItemKey
from facilitator.ui.knowledge.help_desk.answer_painter import AnswerPainter
from facilitator.ui.knowledge.help_desk.answers_model import AnswersModel
from facilitator.words import _


class AnswerList(QListView):
    """As high as its rows, so that the page scrolls and not the list.

    Signals:
        opened(ItemKey): read this.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = AnswersModel(self)
        self.setModel(self._model)
        self.setProperty("role", "bare")
        self.setItemDelegate(AnswerPainter(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("What may answer your question"))
        self.clicked.connect(self._open)
        self.hide()

    def show_found(self, found: Sequence[Found], cards: Mapping[str, Card]) -> None:
        """Show what was found; the best is chosen."""
        self._model.show_found(found, cards)
        self.setVisible(bool(found))
        self.updateGeometry()
        self.walk(0)

    def walk(self, by: int) -> None:
        """Choose another row, so many further; the first when none is chosen."""
        rows = self._model.rowCount()
        at = max(0, min(self.currentIndex().row() + by, rows - 1)) if rows else -1
        index = self._model.index(at)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)

    def open_chosen(self) -> bool:
        """Open the row that is chosen; False where there is none."""
        key = self.chosen
        if key is not None:
            self.opened.emit(key)
        return key is not None

    @property
    def chosen(self) -> ItemKey | None:
        """What is chosen."""
        row = self._model.row(self.currentIndex().row())
        return None if row is None else row.found.line.key

    def look_changed(self) -> None:
        """Be as high as the letters ask now."""
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Enter opens what is chosen."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.open_chosen()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """All rows."""
        rows = self._model.rowCount()
        high = self.sizeHintForRow(0) * rows if rows else 0
        return QSize(240, high + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """All rows too: the page scrolls."""
        return QSize(120, self.sizeHint().height())

    def _open(self, index: QModelIndex) -> None:
        row = self._model.row(index.row())
        if row is not None:
            self.opened.emit(row.found.line.key)
