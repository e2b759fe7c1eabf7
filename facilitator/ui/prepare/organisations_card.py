"""OrganisationsCard: who is at the table as an organisation, and which ones were met before."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from facilitator.core.text import fold, one_line
from facilitator.ui.prepare.draft import Draft
from facilitator.ui.widgets import Button, Card, LineEdit, PlainLabel, SectionTitle
from facilitator.words import _, ngettext

OFFERED = 40
"""So many organisations of earlier sessions are offered at once; typing a few letters finds the others."""


class OrganisationsCard(Card):
    """The organisations of this session, a line to add one, and those of earlier sessions to pick.

    Signals:
        added(str): the name of an organisation to invite.
        removed(str): the name of one that was invited without a person.
    """

    added = Signal(str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: tuple[str, ...] = ()
        self._there: set[str] = set()
        self.table = QListWidget()
        self.table.setAccessibleName(_("Organisations at the table"))
        self.remove = Button(_("Take away"))
        self.remove.clicked.connect(self._remove)
        self.line = LineEdit(_("Another organisation"), _("name, then Enter"))
        self.line.returnPressed.connect(self._add)
        self.line.textChanged.connect(self._offer)
        self.earlier = QListWidget()
        self.earlier.setAccessibleName(_("Organisations of earlier sessions"))
        self.earlier.itemActivated.connect(lambda item: self.added.emit(item.text()))
        self.earlier.itemClicked.connect(lambda item: self.added.emit(item.text()))
        self.earlier_title = PlainLabel(_("Met in earlier sessions: click or press Enter to add"), "small", wrap=True)
        self.column.addWidget(SectionTitle(_("Organisations")))
        for listed in (self.table, self.earlier):
            listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            listed.setMinimumHeight(self.fontMetrics().height() * 4)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.line)
        self.column.addWidget(self.earlier_title)
        self.column.addWidget(self.earlier, 1)
        self.table.currentItemChanged.connect(lambda _now, _before: self._show_choice())

    def show_draft(self, draft: Draft) -> None:
        """Show the organisations of the draft and how many people each has."""
        self._there = {fold(name) for name in draft.names_at_table}
        counts: dict[str, int] = {}
        for guest in draft.people:
            counts[fold(guest.organisation)] = counts.get(fold(guest.organisation), 0) + 1
        chosen = self.table.currentRow()
        self.table.clear()
        for name in draft.names_at_table:
            count = counts.get(fold(name), 0)
            people = (
                ngettext("{count} person", "{count} people", count).format(count=count) if count else _("no names yet")
            )
            item = QListWidgetItem(f"{name} · {people}")
            item.setData(_NAME, name)
            item.setData(_COUNT, count)
            self.table.addItem(item)
        self.table.setCurrentRow(min(chosen, self.table.count() - 1))
        self._show_choice()
        self._offer()

    def show_known(self, names: Iterable[str]) -> None:
        """Offer the organisations of earlier sessions."""
        self._known = tuple(names)
        self._offer()

    def _offer(self) -> None:
        begins = fold(self.line.text())
        names = [name for name in self._known if fold(name) not in self._there and begins in fold(name)][:OFFERED]
        if [self.earlier.item(row).text() for row in range(self.earlier.count())] != names:
            self.earlier.clear()
            self.earlier.addItems(names)
        for widget in (self.earlier, self.earlier_title):
            widget.setVisible(bool(self._known))

    def _add(self) -> None:
        name = one_line(self.line.text())
        if name:
            known = next((known for known in self._known if fold(known) == fold(name)), name)
            self.line.clear()
            self.added.emit(known)

    def _remove(self) -> None:
        item = self.table.currentItem()
        if item is not None:
            self.removed.emit(str(item.data(_NAME)))

    def _show_choice(self) -> None:
        item = self.table.currentItem()
        self.remove.setEnabled(item is not None and not item.data(_COUNT))
        tip = _("Only an organisation without names can be taken away. Take its people away first.")
        self.remove.setToolTip("" if self.remove.isEnabled() else tip)


_NAME, _COUNT = 0x0100, 0x0101  # Qt.ItemDataRole.UserRole and the next
