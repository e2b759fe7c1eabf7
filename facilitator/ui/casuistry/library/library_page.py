"""LibraryPage: find a script, case or card, read what it is, and use, copy or change it."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import CancelledError
from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from facilitator.core.casus import Case
from facilitator.core.script import Script
from facilitator.storage.library.records import Facet, ItemKey, Pack, Query, Results
from facilitator.storage.library.store import LibraryStore
from facilitator.storage.overview import UseLine
from facilitator.ui.casuistry.contents import Content, content_of
from facilitator.ui.casuistry.library.details import Details
from facilitator.ui.casuistry.library.filters import Filters
from facilitator.ui.casuistry.library.results_list import results_list
from facilitator.ui.casuistry.library.results_model import ResultsModel
from facilitator.ui.casuistry.library.uses import uses_of
from facilitator.ui.casuistry.names import KINDS
from facilitator.ui.casuistry.phrases import found_words, near_words
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services
from facilitator.ui.start.page import SideBySide, beside
from facilitator.ui.widgets import Button, Card, EmptyState, IconButton, LineEdit, PlainLabel
from facilitator.words import _

NARROW_EMS = 76
"""A page narrower than so many widths of the letter M has no room for three columns."""

GROWING_MS = 1_000
"""How often a search is done again while texts are still being read into the index."""


class LibraryPage(QWidget):
    """Search, filters, what was found, and what is chosen of it.

    Attributes:
        details: what is chosen, with the signals of what is wanted with it.

    Signals:
        new_wanted(ItemKind): write something new.
        import_wanted(): bring a pack in.
        empty_wanted(): let what is in the trash go for good.
        failed(Exception): the library does not let it.
    """

    new_wanted = Signal(object)
    import_wanted = Signal()
    empty_wanted = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, shelf: LibraryStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._shelf = shelf
        self._others: tuple[Script | Case, ...] = ()
        self._wanted: ItemKey | None = None
        self._packs: dict[str, Pack] = {}
        self.search = LineEdit(_("Search in the library"), _("Search in titles, themes and texts"))
        self.clear = IconButton("close", _("Empty the search line"))
        self.clear.hide()
        self.new = Button(_("Write something new"))
        self.bring = Button(_("Import a pack"))
        self.filter = Button(_("Filters"))
        self.filter.setCheckable(True)
        self.filters = Filters()
        self.filters.hide()  # until there is room: the window would grow to make it
        self.model = ResultsModel(self)
        self.list = results_list(self.model)
        self.told = PlainLabel("", "small", wrap=True)
        self.empty_trash = Button(_("Empty the trash"))
        self.empty_trash.hide()
        self.empty = EmptyState(
            _("Nothing was found. Try another word, or leave filters out."), _("Leave all filters out")
        )
        self.details = Details()
        self._again = QTimer(self, singleShot=True, interval=GROWING_MS)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        top = SideBySide(20, (1, 2))
        top.add(PlainLabel(_("Casuistry"), "page-title"))
        top.add(beside(self.filter, self.bring, self.new))
        middle = Card()
        middle.column.addWidget(self.told)
        middle.column.addWidget(self.empty_trash, 0, Qt.AlignmentFlag.AlignLeft)
        middle.column.addWidget(self.empty)
        middle.column.addWidget(self.list, 1)
        self.empty.hide()
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setHandleWidth(14)
        sides.setChildrenCollapsible(False)
        for number, (widget, share) in enumerate(((self.filters, 2), (middle, 4), (self.details, 5))):
            sides.addWidget(widget)
            sides.setStretchFactor(number, share)
        em = self.fontMetrics().horizontalAdvance("M")
        for widget, ems in ((self.filters, 12), (middle, 12), (self.details, 17)):
            widget.setMinimumWidth(em * ems)
        sides.setSizes([em * 16, em * 30, em * 38])
        column = QVBoxLayout(self)
        column.setContentsMargins(36, 26, 36, 22)
        column.setSpacing(14)
        column.addWidget(top)
        line = QHBoxLayout()
        line.addWidget(self.search, 1)
        line.addWidget(self.clear)
        column.addLayout(line)
        column.addWidget(sides, 1)

    def _wire(self) -> None:
        self.search.textChanged.connect(self._searched)
        self.clear.clicked.connect(self._search_anew)
        self.search.installEventFilter(self)
        self.search.returnPressed.connect(self.details.take_keyboard)
        self.list.activated.connect(lambda _index: self.details.take_keyboard())
        self.filters.changed.connect(self.refresh)
        self.empty.triggered.connect(self.filters.clear)
        self.model.wanted.connect(self._ask_lines)
        self.list.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_chosen())
        self._again.timeout.connect(self.refresh)
        self.bring.clicked.connect(self.import_wanted)
        self.filter.toggled.connect(self.filters.setVisible)
        self.empty_trash.clicked.connect(self.empty_wanted)
        menu = QMenu(self.new)
        for kind, name in KINDS.items():
            menu.addAction(_(name)).triggered.connect(lambda _on=False, kind=kind: self.new_wanted.emit(kind))
        self.new.setMenu(menu)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._to_search)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Where there is no room for three columns the filters come when they are asked for."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW_EMS * self.fontMetrics().horizontalAdvance("M")
        self.filter.setVisible(narrow)
        self.filters.setVisible(self.isEnabled() and (not narrow or self.filter.isChecked()))

    def enter(self) -> None:
        """Put the keyboard in the search line, and look again at what there is."""
        self._to_search()
        self.refresh()

    def show_pack(self, pack_id: str) -> None:
        """Show what came with a pack, and nothing else."""
        self.search.clear()
        self.filters.choose_only(Facet.PACK, pack_id)

    def show_packs(self, packs: Sequence[Pack]) -> None:
        """Tell which packs there are."""
        self._packs = {pack.id: pack for pack in packs}
        self.filters.name_packs({pack.id: pack.title for pack in packs})

    def choose(self, key: ItemKey) -> None:
        """Show this item as soon as it is found."""
        self._wanted = key
        self.details.clear()  # what was chosen before is not what the keys mean now
        self.refresh()

    def show_item(self, key: ItemKey, title: str) -> None:
        """Show an item that was found elsewhere: it is looked for by its title, whatever was filtered before."""
        self.filters.clear()
        self.search.setText(title.replace('"', " "))
        self.choose(key)

    def show_others(self, others: tuple[Script | Case, ...]) -> None:
        """Tell which scripts and cases there are to play with each other."""
        self._others = others

    def tell_shut(self, words: str) -> None:
        """Say why there is no library to be seen now."""
        self.empty.label.setText(words)
        self.empty.show()
        for other in (self.told, self.empty_trash, self.list, self.details, self.filters, self.empty.button):
            if other is not None:
                other.hide()
        self.setEnabled(False)

    # ---- searching

    def refresh(self) -> None:
        """Search for what is typed and chosen."""
        chosen = self.filters
        query = Query(
            self.search.text(),
            chosen.chosen,
            chosen.most_minutes,
            chosen.favourite.isChecked(),
            chosen.trashed.isChecked(),
        )
        deliver(self._shelf.search(query), self._show_results, self._failed)

    def _show_results(self, results: Results) -> None:
        before = self.model.results
        typed_on = before is not None and before.query.text != results.query.text  # then the best hit is what is wanted
        wanted, self._wanted = self._wanted or (None if typed_on else self.chosen), None
        self.model.show_results(results)
        self.filters.show_counts(results.counts)
        said = [found_words(results.total, growing=results.growing), near_words(dict(results.near))]
        self.told.setText(" · ".join(part for part in said if part))
        self.empty_trash.setVisible(results.query.trash and results.total > 0)
        self.empty.setVisible(results.total == 0)
        self.list.setVisible(results.total > 0)
        if results.growing:
            self._again.start()
        self._select(max(0, self.model.row_of(wanted)) if results.total else -1)

    def _ask_lines(self, start: int) -> None:
        results = self.model.results
        if results is not None:
            deliver(self._shelf.lines(results, start), partial(self.model.take_lines, results, start), self._failed)

    # ---- what is chosen

    @property
    def chosen(self) -> ItemKey | None:
        """The item that is chosen."""
        line = self.model.line(self.list.currentIndex().row())
        return None if line is None else line.key

    def _select(self, row: int) -> None:
        if row < 0:
            self.details.clear()
            return
        flags = QItemSelectionModel.SelectionFlag
        self.list.selectionModel().setCurrentIndex(self.model.index(row), flags.ClearAndSelect)
        self._show_chosen()

    def _show_chosen(self) -> None:
        key = self.chosen
        if key is not None:
            deliver(
                self._shelf.item(key),
                lambda item: self._show_item(content_of(item, self._services.library)),
                self._failed,
            )

    def _show_item(self, content: Content) -> None:
        key = content.item.key
        if key != self.chosen:
            return  # another one was chosen meanwhile
        deliver(self._services.store.ask(uses_of(key)), partial(self._show_details, content), self._failed)

    def _show_details(self, content: Content, uses: tuple[UseLine, ...]) -> None:
        line = self.model.line(self.list.currentIndex().row())
        if line is not None and line.key == content.item.key:
            self.details.show_pack(self._packs.get(content.item.pack))
            self.details.show_content(content, uses, self._others, favourite=line.favourite)

    # ---- keys

    def _searched(self, text: str) -> None:
        self.clear.setVisible(bool(text))
        self.refresh()

    def _search_anew(self) -> None:
        self.search.setFocus()  # first: the button goes away
        self.search.clear()

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """The arrow keys in the search line walk through what was found."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if by is not None:
                row = self.list.currentIndex().row() + by
                self._select(max(0, min(row, self.model.rowCount() - 1)))
                return True
        return super().eventFilter(watched, event)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, CancelledError):
            self.failed.emit(error)
