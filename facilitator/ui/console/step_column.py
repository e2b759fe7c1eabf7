"""StepColumn: the middle of the console: the step, what to read, what is said, and the line to type in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from facilitator.core.pace import Pace
from facilitator.core.script import Answering
from facilitator.core.session import Session
from facilitator.ui.console.answers import Answers
from facilitator.ui.console.bottom_bar import BottomBar
from facilitator.ui.console.entry import Entry
from facilitator.ui.console.folded import Folded
from facilitator.ui.console.guidance import GuidancePane
from facilitator.ui.console.notes import Notes
from facilitator.ui.console.questions import Questions
from facilitator.ui.console.step_head import StepHead
from facilitator.ui.widgets import Card


class StepColumn(Card):
    """Holds the parts of the step under each other.

    Attributes:
        head, questions, notes, guidance, folded, answers, entry, bottom: its parts, from top to bottom.
    """

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = StepHead()
        self.questions = Questions()
        self.notes = Notes()
        self.guidance = GuidancePane()
        self.folded = Folded()
        self.answers = Answers()
        self.entry = entry
        self.bottom = BottomBar()
        reading = QWidget()
        inside = QVBoxLayout(reading)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.folded)
        inside.addWidget(self.guidance, 1)
        inside.addWidget(self.questions)
        inside.addWidget(self.notes)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(9)
        self.splitter.addWidget(reading)
        self.splitter.addWidget(self.answers)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.column.addWidget(self.head)
        self.column.addWidget(self.splitter, 1)
        self.column.addWidget(entry)
        self.column.addWidget(self.bottom)

    def show_session(self, session: Session, *, private: bool, seen: bool) -> None:
        """Show the present step."""
        self.head.show_session(session, seen=seen)
        self.questions.show_session(session)
        self.guidance.show_session(session)
        self.notes.show_session(session)
        self.folded.setVisible(not private)
        self.guidance.setVisible(private)
        self.notes.setVisible(private)
        self.answers.show_session(session, private=private)
        asks = session.step.answering is not Answering.NONE or bool(session.answers_here())
        self.answers.setVisible(asks)
        self.entry.show_session(session)

    def show_time(self, pace: Pace | None) -> None:
        """Show how long the step still has."""
        self.head.show_time(pace)
