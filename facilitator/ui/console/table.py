"""Table: which organisations are there, and with whom."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.confidentiality import came_later
from facilitator.core.session import Session, State
from facilitator.core.turns import by_role
from facilitator.ui.console.floor import floor_title, table_rows
from facilitator.ui.console.keys import Command, tip
from facilitator.ui.console.movable_rows import MovableRows
from facilitator.ui.console.parts import heading, quiet
from facilitator.ui.console.rows import Look
from facilitator.ui.widgets import Button, IconButton, SectionTitle
from facilitator.words import _, ngettext

MOST_LINES = 12
"""A longer table scrolls."""


class Table(QWidget):
    """Who is at the table, in short and in the order in which they sit; the whole of it opens in a panel.

    Signals:
        wanted(Command): the panel is asked for.
        opened(str): Enter on who has this id, or plays this role.
        listening_wanted(str): this one only listens, or takes part again.
        asked(str, QPoint): the menu of this one is asked for.
        moved(str, int): this one is to sit at this place, from 0.
    """

    wanted = Signal(object)
    opened = Signal(str)
    listening_wanted = Signal(str)
    asked = Signal(str, object)
    moved = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = MovableRows(_("At the table"), grows=True, dense=True)
        self.list.setMaximumHeight(MOST_LINES * self.fontMetrics().height())
        self.list.empty = _("Nobody yet. F10 adds organisations and people.")
        self.list.opened.connect(self.opened)
        self.list.pill_clicked.connect(self.listening_wanted)
        self.list.asked.connect(self.asked)
        self.list.moved.connect(self.moved)
        self.title = SectionTitle(_("At the table"))
        self.more = IconButton("person", tip(Command.PEOPLE))
        quiet(self.more)
        self.more.clicked.connect(lambda: self.wanted.emit(Command.PEOPLE))
        self.promise = IconButton("lock", tip(Command.CONFIDENTIALITY))
        self.reminder = Button()
        self.reminder.setProperty("role", "small-link")
        for button in (self.promise, self.reminder):
            quiet(button)
            button.clicked.connect(lambda: self.wanted.emit(Command.CONFIDENTIALITY))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(heading(self.title, self.promise, self.more))
        column.addWidget(self.list)
        column.addWidget(self.reminder, 0, Qt.AlignmentFlag.AlignLeft)

    def show_session(self, session: Session, *, private: bool) -> None:
        """Show who is there now, and who has the floor where one after the other speaks."""
        chosen = self.list.chosen
        self.list.show_rows(table_rows(session, private=private))
        if chosen is not None and chosen != self.list.chosen and any(row.id == chosen for row in self.list.rows):
            self.list.choose(chosen)  # it sits elsewhere now
        self.list.movable = not by_role(session)
        self._remind(session)
        if self.title.text() != floor_title(session):
            self.title.setText(floor_title(session))
            self.list.setAccessibleName(floor_title(session))
        now = next((place for place, row in enumerate(self.list.rows) if row.id == session.course.turn), None)
        if now is not None:
            self.list.bring_in_sight(now)

    def _remind(self, session: Session) -> None:
        """Say once, and quietly, how many came after the text was read."""
        waiting = len(came_later(session)) if session.course.state is State.RUNNING else 0
        words = ngettext(
            "Confidentiality: {count} not asked yet", "Confidentiality: {count} not asked yet", waiting
        ).format(count=waiting)
        if self.reminder.text() != words:
            self.reminder.say(words)
        self.reminder.setVisible(bool(waiting))

    def take_keyboard(self) -> None:
        """Let the keyboard choose, beginning with who has the floor, or else with the first who waits."""
        now = next((row.id for row in self.list.rows if row.look is Look.NOW), None)
        waits = next((row.id for row in self.list.rows if row.mark == "○"), None)
        first = self.list.rows[0].id if self.list.rows else None
        self.list.choose(now or waits or first)
        self.list.setFocus()
