"""Answers: what is said, as it comes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.grouping import can_be_grouped
from facilitator.core.script import Answering, Way
from facilitator.core.session import Session
from facilitator.ui.console.answer_rows import answer_rows, can_show, compared_words, count_words
from facilitator.ui.console.dragging import Dragging
from facilitator.ui.console.keys import Command
from facilitator.ui.console.parts import ElidedLabel, command_button, heading
from facilitator.ui.console.row_list import RowList
from facilitator.ui.console.tasks import scale_words
from facilitator.ui.console.voting import tone_of_dots
from facilitator.ui.widgets import SectionTitle, Tone
from facilitator.words import _


def empty_words(session: Session, *, folded: bool) -> str:
    """What the empty list says; `folded` when there are answers that the room has not seen."""
    if folded:
        return _("The answers are folded: the room has not seen them yet.")
    step = session.step
    if step.answering is Answering.CHOICE:
        numbered = [f"{number} {choice}" for number, choice in enumerate(step.choices, 1)]
        return _("Type a choice or its number: {choices}").format(choices=" · ".join(numbered))
    if step.answering is Answering.SCALE:
        ends = scale_words(step.scale_low, step.scale_high)
        return " ".join(part for part in (_("Type a number from 1 to 10 and press Enter."), ends) if part)
    words = {
        Answering.NONE: _("This step asks for no answers. # makes an agreement, F2 writes a note."),
        Answering.DOTS: _("Type a proposal and press Enter. Then people place their dots, and you count them."),
        Answering.RANKING: _("Type a proposal and press Enter. Then people put them in order: 3 1 2."),
        Answering.PROPOSALS: _("Type a proposal and press Enter. Choose one with ↑ and give it votes with Ctrl++."),
    }
    silent = step.way is Way.SILENT
    usual = _("Answers are collected after the silence. Type them in the line below.") if silent else ""
    return words.get(step.answering, usual or _("No answers yet. Type one in the line below and press Enter."))


class Answers(QWidget):
    """The answers of the present page.

    Signals:
        wanted(Command): a command is asked for.
        opened(str): this answer is to be changed.
        shown_toggled(str): show this answer to the room, or hide it.
        asked(str, QPoint): the menu of this answer is asked for.
    """

    wanted = Signal(object)
    opened = Signal(str)
    shown_toggled = Signal(str)
    asked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RowList(_("Answers"), many=True)
        self.list.opened.connect(self.opened)
        self.list.pill_clicked.connect(self.shown_toggled)
        self.list.asked.connect(self.asked)
        self.list.setMinimumHeight(56)
        self.dragging = Dragging(self.list, self._movable)
        self._session: Session | None = None
        self.count = ElidedLabel(role="small")
        self.compared = ElidedLabel(role="small")
        self.reveal = command_button(Command.REVEAL, _("Show"))
        self.all = command_button(Command.REVEAL_ALL, _("All"))
        self.agree = command_button(Command.MAKE_AGREEMENT, _("Agreement"))
        for button, command in (
            (self.reveal, Command.REVEAL),
            (self.all, Command.REVEAL_ALL),
            (self.agree, Command.MAKE_AGREEMENT),
        ):
            button.setProperty("role", "link")
            button.clicked.connect(lambda _on=False, command=command: self.wanted.emit(command))
        self._shown: tuple[object, ...] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(heading(SectionTitle(_("Answers")), self.count, self.reveal, self.all, self.agree))
        column.addWidget(self.compared)
        column.addWidget(self.list, 1)

    def show_session(self, session: Session, *, private: bool) -> None:
        """Show the answers of the present page."""
        answers, course = session.answers_here(), session.course
        compared = compared_words(session, private=private)
        if self.compared.text() != compared:
            self.compared.setText(compared)
        self.compared.setVisible(bool(compared))
        book = session.notebook
        scene = (course.case_scene, course.case_item, session.moment)
        counted = (book.groups, book.dots, book.dots_shown, book.participants)
        said = (book.partners, book.turning_points, book.flags, book.settled)
        state = (answers, *said, *counted, session.step, scene, private)
        self._session = session
        if self._shown is not None and all(a is b or a == b for a, b in zip(state, self._shown, strict=True)):
            return
        self._shown = state
        rows = answer_rows(session, answers, private=private)
        self.list.empty = empty_words(session, folded=bool(answers) and not private)
        self.list.show_rows(rows, follow=True)
        self.list.viewport().update()
        self.count.setText(count_words(session, answers))
        tone = tone_of_dots(session) if session.step.answering is Answering.DOTS else Tone.PLAIN
        self.count.set_role("attention" if tone is Tone.ATTENTION else "small")
        self.reveal.setEnabled(can_show(session))
        self.all.setEnabled(can_show(session))
        self.agree.setEnabled(bool(answers))

    def _movable(self, row_id: str) -> bool:
        """Whether a row is an answer that can be put in a group."""
        answer = None if self._session is None else self._session.answer(row_id)
        return answer is not None and self._session is not None and can_be_grouped(self._session, answer)
