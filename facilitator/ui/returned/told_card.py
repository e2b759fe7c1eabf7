"""ToldCard: quietly, who told how its agreements stand and who has not yet; and the way to ask."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.core import reporting
from facilitator.core.session import Session
from facilitator.ui.widgets import Button, Card, PlainLabel, SectionTitle
from facilitator.words import _


class ToldCard(Card):
    """In sight where an organisation has something to tell.

    Signals:
        ask_requested(): ask them, or read what they told.
    """

    ask_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = PlainLabel(wrap=True)
        self.ask = Button(_("Ask them …"))
        self.ask.setAccessibleName(_("Ask how agreements stand …"))
        self.ask.clicked.connect(self.ask_requested)
        self.column.addWidget(SectionTitle(_("How the agreements stand"), wrap=True))
        self.column.addWidget(self.words)
        self.column.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_session(self, session: Session) -> None:
        """Show who told in a session that is over."""
        from facilitator.ui.returned.ask_dialog import state_words  # noqa: PLC0415  not needed for the first window

        awaited = tuple(reporting.awaited(session))
        self.setVisible(bool(awaited))
        self.words.setText(state_words(awaited))
