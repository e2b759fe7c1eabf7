"""Head: the line to search with, the choice of a view, and the way to what organisations told."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.ui.agreements.views import BOARD, MONTH, TABLE
from facilitator.ui.start.page import SideBySide, beside
from facilitator.ui.widgets import Button, IconButton, LineEdit
from facilitator.words import _


class Head(SideBySide):
    """Stands above the filters of the page of agreements.

    Attributes:
        search, clear: what is typed, and the button that empties it.
        buttons: one for each view, by its name.
        read_back: reads what organisations told.

    Signals:
        typed(): other words are searched.
        list_wanted(): the keyboard is wanted in what was found.
        view_chosen(str): show this view.
    """

    typed = Signal()
    list_wanted = Signal()
    view_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(19, (5, 3))
        self.search = LineEdit(_("Search in agreements"), _("Search in agreements, organisations and places"))
        self.clear = IconButton("close", _("Empty the search line"))
        self.clear.hide()
        self.read_back = Button(_("Read in …"))
        self.read_back.setAccessibleName(_("Read a form …"))
        self.buttons = {
            TABLE: Button(_("Table"), "Alt+1"),
            BOARD: Button(_("Board"), "Alt+2"),
            MONTH: Button(_("Calendar"), "Alt+3"),
        }
        typing = QWidget()
        line = QHBoxLayout(typing)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.search, 1)
        line.addWidget(self.clear)
        self.add(typing)
        self.add(beside(*self.buttons.values(), self.read_back))
        self._wire()

    def _wire(self) -> None:
        self.search.textChanged.connect(self._typed)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self.list_wanted)
        self.search.returnPressed.connect(self.list_wanted)
        self.clear.clicked.connect(self.search_anew)
        for name, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, name=name: self.view_chosen.emit(name))
        for number, name in enumerate(self.buttons, 1):
            QShortcut(QKeySequence(f"Alt+{number}"), self).activated.connect(self.buttons[name].click)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._to_search)

    def mark(self, name: str) -> None:
        """Show which view is in sight."""
        for key, button in self.buttons.items():
            button.setChecked(key == name)

    def search_anew(self) -> None:
        """Empty the line, and put the keyboard in it."""
        self.search.setFocus()  # first: the button that was pressed goes away
        self.search.clear()

    def _typed(self, text: str) -> None:
        self.clear.setVisible(bool(text))
        self.typed.emit()

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()
