"""LookBackCard: how many agreements of before are open with these organisations, and a step that looks back on them."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from facilitator.ui.prepare.draft import Draft
from facilitator.ui.start.page import SideBySide
from facilitator.ui.widgets import Card, PlainLabel
from facilitator.words import _, ngettext


class LookBackCard(Card):
    """In sight where something of before is open.

    Signals:
        wished(bool): a step that looks back is wanted in the programme, or not.
    """

    wished = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = PlainLabel(wrap=True)
        self.step = QCheckBox(_("A short step for it after the welcome"))
        self.step.toggled.connect(self.wished)
        self.column.setContentsMargins(16, 8, 16, 8)
        sides = SideBySide(27, (3, 2))
        sides.add(self.words)
        sides.add(self.step)
        self.column.addWidget(sides)
        self.hide()

    def show_draft(self, draft: Draft) -> None:
        """Show what is open; the step is offered where the script has none, and can still be changed."""
        self.setVisible(draft.open_before > 0)
        self.words.setText(open_words(draft.open_before))
        self.step.setVisible(draft.can_look_back)
        blocked = QSignalBlocker(self.step)
        self.step.setChecked(draft.look_back)
        blocked.unblock()


def open_words(count: int) -> str:
    """`Er staan nog 4 afspraken open met deze partners; de terugblik staat klaar.`"""
    return ngettext(
        "{count} agreement is still open with these partners; the look back is ready.",
        "{count} agreements are still open with these partners; the look back is ready.",
        count,
    ).format(count=count)
