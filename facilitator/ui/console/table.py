"""Table: which organisations are there, and with whom."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.session import Session
from facilitator.ui.console.floor import floor_title, table_rows
from facilitator.ui.console.keys import Command, tip
from facilitator.ui.console.parts import heading, quiet
from facilitator.ui.console.row_list import RowList
from facilitator.ui.console.rows import Look
from facilitator.ui.widgets import IconButton, SectionTitle
from facilitator.words import _

MOST_LINES = 12
"""A longer table scrolls."""


class Table(QWidget):
    """Who is at the table, in short; the whole of it opens in a panel.

    Signals:
        wanted(Command): the panel is asked for.
        opened(str): Enter on who has this id, or plays this role.
        listening_wanted(str): this one only listens, or takes part again.
        asked(str, QPoint): the menu of this one is asked for.
    """

    wanted = Signal(object)
    opened = Signal(str)
    listening_wanted = Signal(str)
    asked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RowList(_("At the table"), grows=True, dense=True)
        self.list.setMaximumHeight(MOST_LINES * self.fontMetrics().height())
        self.list.empty = _("Nobody yet. F10 adds organisations and people.")
        self.list.opened.connect(self.opened)
        self.list.pill_clicked.connect(self.listening_wanted)
        self.list.asked.connect(self.asked)
        self.title = SectionTitle(_("At the table"))
        self.more = IconButton("person", tip(Command.PEOPLE))
        quiet(self.more)
        self.more.clicked.connect(lambda: self.wanted.emit(Command.PEOPLE))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(heading(self.title, self.more))
        column.addWidget(self.list)

    def show_session(self, session: Session, *, private: bool) -> None:
        """Show who is there now, and who has the floor where one after the other speaks."""
        self.list.show_rows(table_rows(session, private=private))
        if self.title.text() != floor_title(session):
            self.title.setText(floor_title(session))
            self.list.setAccessibleName(floor_title(session))
        now = next((place for place, row in enumerate(self.list.rows) if row.id == session.course.turn), None)
        if now is not None:
            self.list.bring_in_sight(now)

    def take_keyboard(self) -> None:
        """Let the keyboard choose, beginning with who has the floor, or else with the first who waits."""
        now = next((row.id for row in self.list.rows if row.look is Look.NOW), None)
        waits = next((row.id for row in self.list.rows if row.mark == "○"), None)
        first = self.list.rows[0].id if self.list.rows else None
        self.list.choose(now or waits or first)
        self.list.setFocus()
