"""StepColumn: the middle of the console: the step, what to read, what is said, and the line to type in."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from facilitator.core.pace import Pace
from facilitator.core.script import Answering
from facilitator.core.session import Session
from facilitator.ui.console.answers import Answers
from facilitator.ui.console.bottom_bar import BottomBar
from facilitator.ui.console.card_line import CardLine
from facilitator.ui.console.entry import Entry
from facilitator.ui.console.folded import Folded
from facilitator.ui.console.guidance import GuidancePane
from facilitator.ui.console.keys import Command
from facilitator.ui.console.look_back_line import LookBackLine
from facilitator.ui.console.notes import Notes
from facilitator.ui.console.parts import command_button, scrolling
from facilitator.ui.console.questions import Questions
from facilitator.ui.console.quiet_line import QuietLine
from facilitator.ui.console.step_head import StepHead
from facilitator.ui.widgets import Card
from facilitator.words import _

LOW_LINES = 38
"""A column of fewer lines of text than this is low."""


class Half(StrEnum):
    """Which part of the step is in sight between its title and the typing line."""

    BOTH = "both"
    READING = "reading"
    ANSWERS = "answers"


class StepColumn(Card):
    """Holds the parts of the step under each other.

    Attributes:
        head, quiet, look_back, cards, guidance, questions, notes, folded, answers, entry, bottom: its parts, from the
            top.
        keys, note, park: buttons beside the typing line.
    """

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = StepHead()
        self.quiet = QuietLine()
        self.look_back = LookBackLine()
        self.cards = CardLine()
        self.questions = Questions()
        self.notes = Notes()
        self.guidance = GuidancePane()
        self.folded = Folded()
        self.answers = Answers()
        self.entry = entry
        self.bottom = BottomBar()
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.folded)
        inside.addWidget(self.guidance, 1)
        inside.addWidget(self.questions)
        inside.addWidget(self.notes)
        inside.addStretch(0)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(9)
        self.reading = scrolling(inner)
        self.splitter.addWidget(self.reading)
        self.splitter.addWidget(self.answers)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.note = command_button(Command.NOTE, _("Note"))
        self.park = command_button(Command.PARK, _("Park"))
        self.keys = command_button(Command.KEYS, _("Keys"))
        for button in (self.keys, self.note, self.park):
            button.setProperty("role", "small-link")
        entry.put_beside(self.keys, self.note, self.park)
        self._half = Half.BOTH
        self._asks = True
        self.column.addWidget(self.head)
        self.column.addWidget(self.quiet)
        self.column.addWidget(self.look_back)
        self.column.addWidget(self.cards)
        self.column.addWidget(self.splitter, 1)
        self.column.addWidget(entry)
        self.column.addWidget(self.bottom)

    def show_session(self, session: Session, *, private: bool, seen: bool) -> None:
        """Show the present step."""
        self.head.show_session(session, private=private, seen=seen)
        self.look_back.show_session(session, private=private)
        self.cards.show_session(session, private=private)
        self.questions.show_session(session, private=private)
        self.guidance.show_session(session)
        self.notes.show_session(session, private=private)
        self.folded.setVisible(not private)
        self.guidance.setVisible(private and bool(self.guidance.source))
        self.answers.show_session(session, private=private)
        self._asks = session.step.answering is not Answering.NONE or bool(self.answers.list.rows)
        self._place_halves()
        self.entry.show_session(session)

    def show_half(self, half: Half) -> None:
        """Show only what is to be read, or only the answers, where there is no room for both."""
        self._half = half
        small = half is not Half.BOTH
        self.column.setContentsMargins(*((12, 6, 12, 8) if small else (18, 16, 18, 16)))
        self.column.setSpacing(4 if small else 8)
        self.entry.show_beside(shown=not small)
        self.entry.keep_room(kept=not small)
        self._place_halves()

    def _place_halves(self) -> None:
        self.reading.setVisible(self._half is not Half.ANSWERS)
        self.answers.setVisible(self._half is Half.ANSWERS or (self._half is Half.BOTH and self._asks))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """A low column keeps its room for the guidance and the answers."""
        super().resizeEvent(event)
        line = self.fontMetrics().height()
        low = self.height() < LOW_LINES * line
        self.notes.list.setMaximumHeight((3 if low else 7) * line)
        self.questions.be_brief(brief=low)
        self.questions.list.setMaximumHeight(max(2 * line, round(0.2 * self.height())))

    def show_time(self, pace: Pace | None) -> None:
        """Show how long the step still has."""
        self.head.show_time(pace)
