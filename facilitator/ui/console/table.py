"""Table: which organisations are there, and with whom."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.session import Session
from facilitator.ui.console.keys import Command, tip
from facilitator.ui.console.parts import heading, quiet
from facilitator.ui.console.phrases import members_words
from facilitator.ui.console.row_list import RowList
from facilitator.ui.console.rows import Row
from facilitator.ui.widgets import IconButton, SectionTitle
from facilitator.words import _, ngettext


def table_rows(session: Session, *, private: bool) -> tuple[Row, ...]:
    """A row per organisation. Without `private` no person can be told from it."""
    rows = []
    for partner in session.notebook.partners:
        members = session.members_of(partner.id)
        there, count = sum(member.present for member in members), len(members)
        plain = ngettext("{count} participant", "{count} participants", count).format(count=count)
        words = members_words(members) if private else plain
        # Names get the room: of more than one person only the number stands beside them.
        short = str(count) if there == count or not private else f"{there}/{count}"
        mark = "●" if there else "○"
        spoken = f"{partner.name}, {words}"
        rows.append(Row(partner.id, partner.name, aside=short if count > 1 else words, mark=mark, spoken=spoken))
    return tuple(rows)


MOST_LINES = 12
"""A longer table scrolls."""


class Table(QWidget):
    """Who is at the table, in short; the whole of it opens in a panel.

    Signals:
        wanted(Command): the panel is asked for.
        partner_wanted(str): the panel is asked for, at this organisation.
    """

    wanted = Signal(object)
    partner_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RowList(_("At the table"), grows=True, dense=True)
        self.list.setMaximumHeight(MOST_LINES * self.fontMetrics().height())
        self.list.empty = _("Nobody yet. F10 adds organisations and people.")
        self.list.opened.connect(self.partner_wanted)
        self.more = IconButton("person", tip(Command.PEOPLE))
        quiet(self.more)
        self.more.clicked.connect(lambda: self.wanted.emit(Command.PEOPLE))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(heading(SectionTitle(_("At the table")), self.more))
        column.addWidget(self.list)

    def show_session(self, session: Session, *, private: bool) -> None:
        """Show who is there now."""
        self.list.show_rows(table_rows(session, private=private))
