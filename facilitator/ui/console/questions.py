"""Questions: the guiding questions of the present page; one of them can be put to the room."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.session import Session
from facilitator.ui.console.keys import Command, key_of
from facilitator.ui.console.parts import heading
from facilitator.ui.console.phrases import shown_question
from facilitator.ui.console.playing import questions_in_order
from facilitator.ui.console.row_list import RowList
from facilitator.ui.console.rows import Row
from facilitator.ui.widgets import PlainLabel, SectionTitle, Tone
from facilitator.words import _


def question_rows(session: Session, *, private: bool, one: bool = False) -> tuple[Row, ...]:
    """A row per question, with the role it is for and whether the room sees it; with `one` only the one at hand."""
    questions, put = questions_in_order(session), session.course.question_id
    rows = []
    for number, question in enumerate(questions, 1):
        if one and question.id != put and (session.question is not None or number > 1):
            continue
        seen = question.id == put and not session.notebook.is_held(question.id)
        row = Row(
            question.id,
            shown_question(session, question, private=private),
            aside=question.role,
            pill=_("to the room ✓") if seen else _("to the room"),
            tone=Tone.CALM if seen else Tone.PLAIN,
            mark=f"{number}/{len(questions)}" if one else "",
        )
        rows.append(row)
    return tuple(rows)


class Questions(QWidget):
    """The guiding questions.

    Signals:
        toggled(str): put this question to the room, or take it away.
    """

    toggled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RowList(_("Questions for the room"), grows=True, dense=True)
        self.list.pill_clicked.connect(self.toggled)
        self.list.opened.connect(self.toggled)
        keys = f"{key_of(Command.QUESTION_PREVIOUS).sign} {key_of(Command.QUESTION_NEXT).sign.split('+')[-1]}"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.head = QWidget()
        title = heading(SectionTitle(_("Questions for the room")), PlainLabel(keys, "small"))
        title.setContentsMargins(0, 0, 0, 0)
        self.head.setLayout(title)
        self.list.setToolTip(key_of(Command.QUESTION_NEXT).sign)
        column.addWidget(self.head)
        column.addWidget(self.list)
        self._session: Session | None = None
        self._private = False
        self._brief = False

    def show_session(self, session: Session, *, private: bool) -> None:
        """Show the questions of the present page; nothing at all when it has none."""
        self._session, self._private = session, private
        rows = question_rows(session, private=private, one=self._brief)
        self.list.show_rows(rows)
        self.setVisible(bool(rows))

    def be_brief(self, *, brief: bool) -> None:
        """Show only the question at hand, where there is no room for all of them."""
        if brief != self._brief:
            self._brief = brief
            self.head.setVisible(not brief)
            if self._session is not None:
                self.show_session(self._session, private=self._private)
