"""RolesPart: who plays which role of the case, dealt by the program or by hand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from facilitator.core.people import Participant
from facilitator.ui.prepare.draft import Draft
from facilitator.ui.prepare.hint_label import HintLabel
from facilitator.ui.prepare.hints import Hint
from facilitator.ui.start.page import SideBySide, beside
from facilitator.ui.widgets import Button, Card, PlainLabel, SectionTitle
from facilitator.words import _

MOST_HINTS = 3


class RolesPart(QWidget):
    """The people at the left, each with their roles; the roles of the one who is chosen at the right, to tick.

    Signals:
        deal_requested(): deal all roles over those at the table.
        role_changed(str, str, bool): a guest (by id) holds a role, or does not any more.
    """

    deal_requested = Signal()
    role_changed = Signal(str, str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._people: tuple[Participant, ...] = ()
        self.deal = Button(_("Deal automatically"))
        self.people = _listed(_("People and their roles"))
        self.whose = SectionTitle()
        self.roles = _listed(_("Roles to tick"))
        self.nobody = PlainLabel(
            _("Nobody is in the list yet. Add people under 3, or deal the roles at the table."), "soft", wrap=True
        )
        self.explained = PlainLabel(role="small", wrap=True)
        self.hint = HintLabel()
        self._put_together()
        self.deal.clicked.connect(self.deal_requested)
        self.people.currentRowChanged.connect(lambda _row: self._show_roles())
        self.roles.itemChanged.connect(self._tick)

    def show_draft(self, draft: Draft, hints: tuple[Hint, ...]) -> None:
        """Show who holds what."""
        self._draft, self._people = draft, draft.at_table
        self.deal.setEnabled(bool(self._people))
        self.nobody.setVisible(not self._people)
        self.people.setVisible(bool(self._people))
        _fill(self.people, [_line(draft, person) for person in self._people])
        if self._people and self.people.currentRow() < 0:
            self.people.setCurrentRow(0)
        self.explained.setText(_explained(draft, len(self._people)))
        self.hint.show_hints(hints[:MOST_HINTS])
        self._show_roles()

    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self.people if self._people and self._draft is not None and self._draft.deals else self.deal

    # ---- the roles of one

    @property
    def _chosen(self) -> Participant | None:
        row = self.people.currentRow()
        return self._people[row] if 0 <= row < len(self._people) else None

    def _show_roles(self) -> None:
        draft, person = self._draft, self._chosen
        self.whose.setText(_("Roles") if person is None else _("Roles of {name}").format(name=_name(person)))
        self.roles.setEnabled(person is not None)
        if draft is None:
            return
        before = self.roles.blockSignals(True)
        _fill(self.roles, [self._role_line(draft, role, person) for role in draft.roles])
        held = () if person is None else draft.roles_of(person.id)
        for row, role in enumerate(draft.roles):
            item = self.roles.item(row)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if role in held else Qt.CheckState.Unchecked)
        self.roles.blockSignals(before)

    def _role_line(self, draft: Draft, role: str, person: Participant | None) -> str:
        others = [other for other in self._people if other != person and role in draft.roles_of(other.id)]
        named = ", ".join(_name(other) for other in others)
        also = _("also {names}").format(names=named)
        return f"{role}\n{also}" if named else role

    def _tick(self, item: QListWidgetItem) -> None:
        person, row = self._chosen, self.roles.row(item)
        if person is not None and self._draft is not None:
            held = item.checkState() is Qt.CheckState.Checked
            self.role_changed.emit(person.id, self._draft.roles[row], held)

    def _put_together(self) -> None:
        left, right = Card(), Card()
        left.column.addWidget(beside(SectionTitle(_("Who plays what")), self.deal, stretch_at=1))
        left.column.addWidget(self.explained)
        left.column.addWidget(self.nobody)
        left.column.addWidget(self.people, 1)
        left.column.addWidget(self.hint)
        left.column.addStretch(0)  # where nobody is in the list, the words stand at the top
        right.column.addWidget(self.whose)
        right.column.addWidget(self.roles, 1)
        for listed in (self.people, self.roles):
            listed.setMinimumHeight(self.fontMetrics().height() * 6)
            listed.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # it scrolls
        sides = SideBySide(23, (1, 1))
        sides.add(left)
        sides.add(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sides)


def _name(person: Participant) -> str:
    return person.name or person.role


def _line(draft: Draft, person: Participant) -> str:
    roles = ", ".join(draft.roles_of(person.id)) or _("no role yet")
    return f"{_name(person)}\n{roles}"


def _explained(draft: Draft, people: int) -> str:
    roles = len(draft.roles)
    if people and people < roles:
        return _("There are more roles than people: some hold more than one role.")
    if people > roles:
        return _("There are more people than roles: some share a role.")
    return _("Everybody can hold one role.") if people else ""


def _listed(name: str) -> QListWidget:
    listed = QListWidget()
    listed.setAccessibleName(name)
    listed.setWordWrap(True)
    listed.setResizeMode(QListWidget.ResizeMode.Adjust)
    listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return listed


def _fill(listed: QListWidget, lines: list[str]) -> None:
    """Show these lines; where there are as many as before, the chosen row and the place stay."""
    while listed.count() > len(lines):
        listed.takeItem(listed.count() - 1)
    for row, line in enumerate(lines):
        if row < listed.count():
            listed.item(row).setText(line)
        else:
            listed.addItem(QListWidgetItem(line))
