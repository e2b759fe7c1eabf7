"""LookBackLine: in a step that looks back, how many agreements there are to speak of, and the way to them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.core.script import StepKind
from facilitator.core.session import Session, State
from facilitator.ui.console.keys import Command
from facilitator.ui.console.look_back_words import left_words
from facilitator.ui.console.parts import command_button
from facilitator.ui.widgets import PlainLabel
from facilitator.words import _


class LookBackLine(QWidget):
    """In sight in a step that looks back, where there is something to look back on.

    Signals:
        wanted(Command): a command is asked for.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = PlainLabel(role="accent")
        self.press = command_button(Command.LOOK_BACK, _("Look back"))
        self.press.setProperty("role", "small")
        self.press.clicked.connect(lambda: self.wanted.emit(Command.LOOK_BACK))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.words, 1)
        row.addWidget(self.press)
        self.hide()

    def show_session(self, session: Session, *, private: bool) -> None:
        """Show how many there are to speak of."""
        here = session.step.kind is StepKind.LOOK_BACK and session.course.state is not State.CLOSED
        self.setVisible(private and here and bool(session.course.look_back))
        self.words.setText(left_words(session))
