"""HeldCard: how many texts of a session are in no document yet, and where they are checked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.core.held import held_texts, kept_off_paper
from facilitator.core.session import Session
from facilitator.ui.findings import count_words
from facilitator.ui.widgets import Button, Card, PlainLabel, SectionTitle
from facilitator.words import _


class HeldCard(Card):
    """Out of sight while nothing waits for a decision.

    Signals:
        check_requested(): check them.
    """

    check_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = PlainLabel(role="attention", wrap=True)
        self.check = Button(_("Check …"), "Ctrl+N")
        self.check.clicked.connect(self.check_requested)
        self.column.addWidget(SectionTitle(_("Looks like personal data")))
        self.column.addWidget(self.told)
        self.column.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft)

    def show_session(self, session: Session) -> None:
        """Show how many there are in a session."""
        held, off_paper = held_texts(session), kept_off_paper(session)
        self.setVisible(bool(held))
        words = count_words(len(held))
        self.told.setText(f"{words} {_('What is not checked is in no document.')}" if off_paper else words)
