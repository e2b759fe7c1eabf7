"""HeldCard: how many texts of a session are in no document yet, and where they are checked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.core.held import held_texts, kept_off_paper
from facilitator.core.session import Session
from facilitator.ui.findings import count_words, left_out_words
from facilitator.ui.widgets import Button, Card, PlainLabel
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
        row = QHBoxLayout()
        row.addWidget(self.told, 1)
        row.addWidget(self.check, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def show_session(self, session: Session) -> None:
        """Show how many there are in a session."""
        held, off_paper = held_texts(session), kept_off_paper(session)
        self.setVisible(bool(held))
        self.told.setText(left_out_words(len(off_paper)) if off_paper else count_words(len(held)))
