"""The page of earlier and planned sessions, with what can be done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QWidget

from facilitator.core.vocabulary import State
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services
from facilitator.ui.start.backups_card import BackupsCard
from facilitator.ui.start.erase_dialog import EraseDialog
from facilitator.ui.start.facts import Facts
from facilitator.ui.start.page import Page
from facilitator.ui.start.reading_in import ReadingIn, dropped_file
from facilitator.ui.start.sessions_model import SessionsModel
from facilitator.ui.widgets import Button, Card, EmptyState, PlainLabel, PrimaryButton
from facilitator.ui.widgets.row_table import RowTable
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.storage.overview import SessionLine


class SessionsPage(Page):
    """A table of sessions and buttons for the one that is chosen.

    Attributes:
        table: the sessions.
        backups: making and finding backups, and bringing a copy back.
        reading_in: takes in a report that was made elsewhere.

    Signals:
        session_requested(str): open this session.
        documents_requested(str): show the documents of this closed session.
        begin_requested(): there is no session, and the user wants to begin one.
        changed(): a session was erased or brought back; ask the store how things are.
        said(str): something went well.
        warned(str): something did not, in words.
        failed(Exception): something did not.
    """

    session_requested = Signal(str)
    documents_requested = Signal(str)
    begin_requested = Signal()
    changed = Signal()
    said = Signal(str)
    warned = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("Sessions"), parent)
        self._services = services
        self._facts: Facts | None = None
        self._coming = ""  # the session that was read in just now, to be chosen when it is in the list
        self.model = SessionsModel(self)
        self.table = _table(self.model)
        self.past = PlainLabel(role="attention", wrap=True)
        self.past.hide()
        self.empty = EmptyState(_("There are no sessions yet. Begin your first one."), _("Begin Het Gesprek"))
        self.empty.triggered.connect(self.begin_requested)
        self.empty.hide()
        self.reading_in = ReadingIn(services, self)
        self.setAcceptDrops(True)
        card = Card()
        card.column.addWidget(self.past)
        card.column.addWidget(self.empty)
        card.column.addWidget(self.table, 1)
        card.column.addLayout(self._make_buttons())
        self.backups = BackupsCard(services)
        self.column.addWidget(card, 1)
        self.column.addWidget(self.backups)
        self.backups.brought_back.connect(self.changed)
        self.backups.said.connect(self.said)
        self.backups.failed.connect(self.failed)
        self.reading_in.done.connect(self._read_in)
        self.reading_in.said.connect(self.said)
        self.reading_in.warned.connect(self.warned)
        self.reading_in.failed.connect(self.failed)
        self.table.activated.connect(lambda _index: self._open())
        self.table.selectionModel().currentRowChanged.connect(self._show_choice)
        self._show_choice()

    def show_facts(self, facts: Facts) -> None:
        """Show these sessions; the one that was chosen stays so."""
        chosen = self.chosen
        self._facts = facts
        self.model.show_facts(facts)
        count = sum(facts.past_keeping(line) for line in facts.sessions)
        text = ngettext(
            "{count} session is kept longer than agreed. See whether it can be erased.",
            "{count} sessions are kept longer than agreed. See whether they can be erased.",
            count,
        )
        self.past.setText(text.format(count=count))
        self.past.setVisible(count > 0)
        self.empty.setVisible(not facts.sessions)
        self.table.setVisible(bool(facts.sessions))
        if facts.sessions:
            chosen_id = chosen.id if chosen else facts.sessions[0].id
            self.choose(self._coming or chosen_id)
            self._coming = ""
        self._show_choice()

    def choose(self, session_id: str) -> None:
        """Put the selection on a session, or on the first when it is gone."""
        index = self.model.index(max(0, self.model.row_of(session_id)), 0)
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def look_changed(self) -> None:
        """Let the rows be as high as the text asks."""
        self.table.verticalHeader().setDefaultSectionSize(self.table.fontMetrics().height() + 18)

    def enter(self) -> None:
        """Put the keyboard in the table."""
        self.table.setFocus()
        self.backups.refresh()

    @property
    def chosen(self) -> SessionLine | None:
        """The session that the buttons are about."""
        return self.model.line(self.table.currentIndex().row())

    def _make_buttons(self) -> QHBoxLayout:
        self.open_button = PrimaryButton(_("Open"), "Return")
        self.documents_button = Button(_("Documents"), "Ctrl+D")
        self.erase_button = Button(_("Erase …"), "Delete")
        self.read_in_button = Button(_("Read in a report …"))
        self.read_in_button.clicked.connect(self.reading_in.choose)
        self.open_button.clicked.connect(self._open)
        self.documents_button.clicked.connect(self._documents)
        self.erase_button.clicked.connect(self._ask_to_erase)
        for key, button in (("Ctrl+D", self.documents_button), ("Delete", self.erase_button)):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(button.click)
        row = QHBoxLayout()
        row.addWidget(self.open_button)
        row.addWidget(self.documents_button)
        row.addStretch(1)
        row.addWidget(self.read_in_button)
        row.addWidget(self.erase_button)
        return row

    def _show_choice(self, _now: QModelIndex | None = None, _before: QModelIndex | None = None) -> None:
        line = self.chosen
        self.open_button.setEnabled(line is not None)
        self.erase_button.setEnabled(line is not None)
        self.documents_button.setEnabled(line is not None and line.state is State.CLOSED)

    def _open(self) -> None:
        if line := self.chosen:
            self.session_requested.emit(line.id)

    def _documents(self) -> None:
        if line := self.chosen:
            self.documents_requested.emit(line.id)

    # ---- reading a report in

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  Qt's name
        """Take one file; what it is shows when it is read."""
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  Qt's name
        """Read the file that was let go here."""
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.reading_in.read(path)

    def _read_in(self, session_id: str) -> None:
        self._coming = session_id
        self.changed.emit()

    # ---- erasing

    def _ask_to_erase(self) -> None:
        line = self.chosen
        if line is None or self._facts is None:
            return
        dialog = EraseDialog(line, past_keeping=self._facts.past_keeping(line), parent=self)
        dialog.accepted.connect(lambda: self._erase(line.id, dialog.reason.currentText()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _erase(self, session_id: str, reason: str) -> None:
        deliver(self._services.store.erase(session_id, reason), self._erased, self._not_erased)

    def _erased(self, _events: int) -> None:
        self.said.emit(_("The session was erased."))
        self.changed.emit()

    def _not_erased(self, error: Exception) -> None:
        """It may be gone from the store all the same, and not from the backups: show what is so."""
        self._fail(error)
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)


def _table(model: SessionsModel) -> RowTable:
    table = RowTable(model, _("Sessions"))
    table.setWordWrap(False)
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 18)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    for words in (1, 2):
        header.setSectionResizeMode(words, QHeaderView.ResizeMode.Stretch)
    header.setMinimumSectionSize(table.fontMetrics().horizontalAdvance("m") * 7)
    table.setMinimumHeight(table.fontMetrics().height() * 10)
    return table
