"""Questions: the guiding questions of the present page; one of them can be put to the room."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.session import Session
from facilitator.ui.console.keys import Command, key_of
from facilitator.ui.console.parts import heading
from facilitator.ui.console.row_list import RowList
from facilitator.ui.console.rows import Row
from facilitator.ui.widgets import PlainLabel, SectionTitle, Tone
from facilitator.words import _


def question_rows(session: Session) -> tuple[Row, ...]:
    """A row per question, with the role it is for and whether the room sees it."""
    return tuple(
        Row(
            question.id,
            question.text,
            aside=question.role,
            pill=_("to the room ✓") if question.id == session.course.question_id else _("to the room"),
            tone=Tone.CALM if question.id == session.course.question_id else Tone.PLAIN,
        )
        for question in session.questions
    )


class Questions(QWidget):
    """The guiding questions.

    Signals:
        toggled(str): put this question to the room, or take it away.
    """

    toggled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RowList(_("Guiding questions"), grows=True, dense=True)
        self.list.pill_clicked.connect(self.toggled)
        self.list.opened.connect(self.toggled)
        keys = f"{key_of(Command.QUESTION_PREVIOUS).sign} {key_of(Command.QUESTION_NEXT).sign.split('+')[-1]}"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(heading(SectionTitle(_("Guiding questions")), PlainLabel(keys, "small")))
        column.addWidget(self.list)

    def show_session(self, session: Session) -> None:
        """Show the questions of the present page; nothing at all when it has none."""
        rows = question_rows(session)
        self.list.show_rows(rows)
        self.setVisible(bool(rows))
