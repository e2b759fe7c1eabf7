"""Questions: the guiding questions of the present page; one of them can be put to the room."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.session import Session
from facilitator.ui.console.keys import Command, key_of
from facilitator.ui.console.parts import heading
from facilitator.ui.console.playing import questions_in_order
from facilitator.ui.console.row_list import RowList
from facilitator.ui.console.rows import Row
from facilitator.ui.widgets import PlainLabel, SectionTitle, Tone
from facilitator.words import _


def question_rows(session: Session, *, one: bool = False) -> tuple[Row, ...]:
    """A row per question, with the role it is for and whether the room sees it; with `one` only the one at hand."""
    questions, put = questions_in_order(session), session.course.question_id
    return tuple(
        Row(
            question.id,
            question.text,
            aside=question.role,
            pill=_("to the room ✓") if question.id == put else _("to the room"),
            tone=Tone.CALM if question.id == put else Tone.PLAIN,
            mark=f"{number}/{len(questions)}" if one else "",
        )
        for number, question in enumerate(questions, 1)
        if not one or question.id == put or (session.question is None and number == 1)
    )


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
        self._brief = False

    def show_session(self, session: Session) -> None:
        """Show the questions of the present page; nothing at all when it has none."""
        self._session = session
        rows = question_rows(session, one=self._brief)
        self.list.show_rows(rows)
        self.setVisible(bool(rows))

    def be_brief(self, *, brief: bool) -> None:
        """Show only the question at hand, where there is no room for all of them."""
        if brief != self._brief:
            self._brief = brief
            self.head.setVisible(not brief)
            if self._session is not None:
                self.show_session(self._session)
