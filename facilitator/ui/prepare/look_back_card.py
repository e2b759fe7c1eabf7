"""LookBackCard: how many agreements of before are open with these organisations, and a step that looks back on them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from facilitator.core.reporting import Awaited
from facilitator.ui.prepare.draft import Draft
from facilitator.ui.start.page import SideBySide
from facilitator.ui.widgets import Button, Card, PlainLabel
from facilitator.words import _, ngettext


class LookBackCard(Card):
    """In sight where something of before is open.

    Signals:
        ask_requested(): ask organisations how their agreements stand, or read what they told.
        wished(bool): a step that looks back is wanted in the programme, or not.
    """

    wished = Signal(bool)
    ask_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = PlainLabel(wrap=True)
        self.step = QCheckBox(_("A short step for it after the welcome"))
        self.step.toggled.connect(self.wished)
        self.told = PlainLabel(role="soft", wrap=True)
        self.told.hide()
        self.ask = Button(_("Ask them …"))
        self.ask.setAccessibleName(_("Ask how agreements stand …"))
        self.ask.clicked.connect(self.ask_requested)
        self.column.setContentsMargins(16, 8, 16, 8)
        sides = SideBySide(27, (3, 2))
        sides.add(_under(self.words, self.told))
        sides.add(_under(self.step, self.ask))
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

    def show_told(self, awaited: Sequence[Awaited]) -> None:
        """Show who told how it stands, and who has not yet."""
        from facilitator.ui.returned.ask_dialog import state_words  # noqa: PLC0415  not needed for the first window

        self.told.setText(state_words(awaited))
        self.told.setVisible(bool(awaited))
        self.ask.setVisible(bool(awaited))


def open_words(count: int) -> str:
    """`Er staan nog 4 afspraken open met deze partners; de terugblik staat klaar.`"""
    return ngettext(
        "{count} agreement is still open with these partners; the look back is ready.",
        "{count} agreements are still open with these partners; the look back is ready.",
        count,
    ).format(count=count)


def _under(*widgets: QWidget) -> QWidget:
    """Put things under each other; a button is as wide as its words."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if isinstance(widget, Button) else Qt.AlignmentFlag(0))
    column.addStretch(1)
    return box
