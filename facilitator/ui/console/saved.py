"""Saved: whether everything is on disk, and since when not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.core.session import Session
from facilitator.ui.console.parts import quiet
from facilitator.ui.console.phrases import local_clock, saved_clock
from facilitator.ui.widgets import Button, PlainLabel
from facilitator.words import _


@dataclass(frozen=True, slots=True)
class SaveState:
    """What is known about keeping: last stored at `at`, or not stored since `unsaved_since` (aware)."""

    at: datetime | None = None
    unsaved_since: datetime | None = None


def save_words(session: Session, state: SaveState) -> str:
    """`✓ bewaard 14:42:07`, `niet bewaard sinds 14:40`, `oefening: er wordt niets bewaard`."""
    if session.rehearsal:
        return _("rehearsal: nothing is kept")
    if state.unsaved_since is not None:
        return _("not saved since {clock}").format(clock=local_clock(session, state.unsaved_since))
    if state.at is None:
        return ""
    return _("✓ saved {clock}").format(clock=saved_clock(session, state.at))


class Saved(QWidget):
    """One line. When the store cannot write it is amber and offers a copy elsewhere.

    Signals:
        copy_wanted(): keep a copy somewhere else.
    """

    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = SaveState()
        self.label = PlainLabel(role="soft")
        self.copy = Button(_("Keep a copy elsewhere …"))
        quiet(self.copy)
        self.copy.hide()
        self.copy.clicked.connect(self.copy_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.label, 1)
        row.addWidget(self.copy)

    def show_state(self, session: Session, state: SaveState) -> None:
        """Show how it stands."""
        self.state = state
        words = save_words(session, state)
        if self.label.text() != words:
            self.label.setText(words)
        amber = state.unsaved_since is not None and not session.rehearsal
        self.label.set_role("attention" if amber else "soft")
        self.copy.setVisible(amber)
