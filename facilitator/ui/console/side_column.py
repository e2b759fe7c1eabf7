"""SideColumn: what the room sees, what was agreed, what is parked, and whether all of it is kept."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from facilitator.core.session import Session
from facilitator.ui.console.agreements import Agreements
from facilitator.ui.console.entry import Entry
from facilitator.ui.console.parking import Parking
from facilitator.ui.console.room_view import RoomView
from facilitator.ui.console.saved import Saved
from facilitator.ui.widgets import Card

LOW_LINES = 32
"""A column of fewer lines of text than this is low."""


class SideColumn(QWidget):
    """The right of the console.

    Attributes:
        room, agreements, parking, saved: its parts, from top to bottom.
    """

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room = RoomView()
        self.agreements = Agreements(entry)
        self.parking = Parking()
        self.saved = Saved()
        upper, lower = Card(), Card()
        for card in (upper, lower):
            card.column.setContentsMargins(14, 12, 14, 10)
        upper.column.addWidget(self.room)
        lower.column.addWidget(self.agreements, 1)
        lower.column.addWidget(self.parking)
        upper.column.addStretch(1)
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._cards.setSpacing(10)
        self._cards.addWidget(upper)
        self._cards.addWidget(lower, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._cards, 1)
        column.addWidget(self.saved)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """A low column gives its room to the agreements; a low and wide one has its cards beside each other."""
        super().resizeEvent(event)
        line = self.fontMetrics().height()
        low = self.height() < LOW_LINES * line
        beside = low and self.width() > 2 * self.height()
        ways = QBoxLayout.Direction
        self._cards.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self.room.be_small(6 * line if low and not beside else 0)
        self.agreements.entry.keep_room(kept=not low)
        self.parking.list.setMaximumHeight((2 if low else 6) * line)

    def show_session(self, session: Session, *, private: bool) -> None:
        """Show what there is now."""
        self.room.show_session(session)
        self.agreements.show_session(session, private=private)
        self.parking.show_session(session, private=private)
        self.saved.show_state(session, self.saved.state)
