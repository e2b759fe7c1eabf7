"""PeoplePart: who comes. Typed on a line or in the table, pasted from a mail, or read from a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.text import fold
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.prepare.draft import Draft, Guest
from facilitator.ui.prepare.guests_model import GuestsModel
from facilitator.ui.prepare.guests_table import GuestsTable
from facilitator.ui.prepare.hints import Hint
from facilitator.ui.prepare.import_dialog import ImportDialog
from facilitator.ui.prepare.look_back_card import LookBackCard
from facilitator.ui.prepare.organisations_card import OrganisationsCard
from facilitator.ui.start.page import SideBySide, beside
from facilitator.ui.widgets import Button, Card, LineEdit, PlainLabel, SectionTitle
from facilitator.ui.widgets.file_choice import ask_file
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.content.people import PeopleImport, PersonRow

MOST_HINTS = 4


class PeoplePart(QWidget):
    """The people at the left, their organisations at the right.

    Signals:
        guests_changed(tuple): all guests, after one was typed, pasted, read or taken away.
        organisation_added(str), organisation_removed(str): by name.
    """

    guests_changed = Signal(object)
    organisation_added = Signal(str)
    organisation_removed = Signal(str)

    def __init__(self, new_id: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._new_id = new_id
        self._draft: Draft | None = None
        self._known: tuple[str, ...] = ()
        self.line = LineEdit(_("Add a person"), _("name, organisation, role, mail – then Enter"))
        self.paste = Button(_("Paste from a mail …"))
        self.read = Button(_("From Excel or CSV …"))
        self.model = GuestsModel(new_id, self)
        self.table = GuestsTable(self.model, self._names)
        self.remove = Button(_("Take rows away"), "Delete")
        self.hint = PlainLabel(role="small", wrap=True)
        self.organisations = OrganisationsCard()
        self.look_back = LookBackCard()
        self._put_together()
        self._connect()

    def show_draft(self, draft: Draft, hints: tuple[Hint, ...]) -> None:
        """Show who comes."""
        self._draft = draft
        self.model.show_guests(draft.guests, hints)
        self.organisations.show_draft(draft)
        self.look_back.show_draft(draft)
        blocking = [hint for hint in hints if hint.blocks]
        told = (blocking or list(hints))[:MOST_HINTS]
        self.hint.setText("\n".join(dict.fromkeys(hint.text for hint in told)))
        self.hint.set_role("attention" if blocking else "small")
        self.hint.setVisible(bool(told))

    def show_known(self, names: tuple[str, ...]) -> None:
        """Offer the organisations of earlier sessions, here and in the table."""
        self._known = names
        self.organisations.show_known(names)

    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self.line

    def take(self, rows: tuple[PersonRow, ...]) -> None:
        """Add people that were read; the organisation that others of the same mail domain have is filled in."""
        guests = self._draft.guests if self._draft else ()
        known = {fold(name): name for name in self._names()}
        made = tuple(
            Guest(
                self._new_id(),
                row.name,
                known.get(fold(row.organisation or row.suggestion), row.organisation or row.suggestion),
                row.role,
                row.email,
            )
            for row in rows
        )
        self.guests_changed.emit((*guests, *made))

    def take_file(self, path: Path) -> None:
        """Show what a file holds, to be accepted or not. It is read beside the windows: a disk may be slow."""
        from facilitator.content.people import people_from_file  # noqa: PLC0415  not needed for the first window

        deliver(in_background(partial(people_from_file, path)), partial(self._show_import, path.name))

    # ---- the parts

    def _put_together(self) -> None:
        card = Card()
        head = SideBySide(21, (1, 2))
        head.add(SectionTitle(_("People")))
        head.add(beside(self.paste, self.read))
        foot = QHBoxLayout()
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.remove)
        card.column.addWidget(head)
        card.column.addWidget(self.line)
        card.column.addWidget(self.table, 1)
        card.column.addLayout(foot)
        self.table.setMinimumHeight(self.fontMetrics().height() * 8)
        sides = SideBySide(23, (5, 2))
        sides.add(card)
        sides.add(self.organisations)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.look_back)
        column.addWidget(sides)

    def _connect(self) -> None:
        self.line.returnPressed.connect(self._take_line)
        self.paste.clicked.connect(self._paste)
        self.read.clicked.connect(self._choose_file)
        self.model.edited.connect(self.guests_changed)
        self.remove.clicked.connect(lambda: self._remove(self.table.chosen_rows()))
        self.table.removed.connect(self._remove)
        self.organisations.added.connect(self.organisation_added)
        self.organisations.removed.connect(self.organisation_removed)

    def _names(self) -> tuple[str, ...]:
        there = self._draft.names_at_table if self._draft else ()
        return tuple({fold(name): name for name in (*self._known, *there)}.values())

    def _take_line(self) -> None:
        from facilitator.content.people import people_from_text  # noqa: PLC0415  not needed for the first window

        found = people_from_text(self.line.text())
        if len(found.rows) > 1:
            self._show_import(_("what you typed"), found)
        elif found.rows:
            self.line.clear()
            self.take(found.rows)

    def _paste(self) -> None:
        dialog = ImportDialog(parent=self)
        dialog.accepted.connect(lambda: self.take(dialog.found.rows))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_import(self, source: str, found: PeopleImport) -> None:
        dialog = ImportDialog(found, source, self)
        dialog.accepted.connect(lambda: self.take(dialog.found.rows))
        dialog.accepted.connect(self.line.clear)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose_file(self) -> None:
        names = _("Lists (*.xlsx *.xlsm *.csv *.txt *.tsv);;All files (*)")
        ask_file(self, _("People from Excel or CSV"), Path.home(), self.take_file, names=names)

    def _remove(self, rows: set[int]) -> None:
        if rows:
            self.guests_changed.emit(self.model.without(rows))
