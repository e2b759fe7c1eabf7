"""Answers: what is said, as it comes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.events import Answer
from facilitator.core.script import Answering, Reveal
from facilitator.core.session import Session
from facilitator.ui.console.keys import Command
from facilitator.ui.console.parts import command_button, heading
from facilitator.ui.console.row_list import RowList
from facilitator.ui.console.rows import Row
from facilitator.ui.widgets import PlainLabel, SectionTitle, Tone
from facilitator.words import _, ngettext


def answer_rows(session: Session, answers: tuple[Answer, ...], *, private: bool) -> tuple[Row, ...]:
    """A row per answer of the present page. Without `private` only those that the room has seen."""
    names = {partner.id: partner.name for partner in session.notebook.partners}
    never = session.step.reveal is Reveal.NEVER
    return tuple(
        _row(answer, names.get(answer.partner_id or "", ""), never=never)
        for answer in answers
        if private or answer.shown
    )


def _row(answer: Answer, partner: str, *, never: bool) -> Row:
    if never:
        return Row(answer.id, answer.text, aside=partner)
    pill, tone = (_("on screen"), Tone.CALM) if answer.shown else (_("not shown"), Tone.PLAIN)
    return Row(answer.id, answer.text, aside=partner, pill=pill, tone=tone)


def count_words(answers: tuple[Answer, ...]) -> str:
    """`12 antwoorden, 4 op het scherm`."""
    if not answers:
        return ""
    shown = sum(answer.shown for answer in answers)
    words = ngettext("{count} answer, {shown} on the screen", "{count} answers, {shown} on the screen", len(answers))
    return words.format(count=len(answers), shown=shown)


def empty_words(session: Session, *, folded: bool) -> str:
    """What the empty list says; `folded` when there are answers that the room has not seen."""
    if folded:
        return _("The answers are folded: the room has not seen them yet.")
    if session.step.answering is Answering.NONE:
        return _("This step asks for no answers. # makes an agreement, F2 writes a note.")
    if session.step.answering is Answering.CHOICE:
        numbered = [f"{number} {choice}" for number, choice in enumerate(session.step.choices, 1)]
        return _("Type a choice or its number: {choices}").format(choices=" · ".join(numbered))
    if session.step.answering is Answering.SCALE:
        return _("Type a number from 1 to 10 and press Enter.")
    return _("No answers yet. Type one in the line below and press Enter.")


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
        self.count = PlainLabel(role="small")
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
        column.addWidget(self.list, 1)

    def show_session(self, session: Session, *, private: bool) -> None:
        """Show the answers of the present page."""
        answers = session.answers_here()
        state = (answers, session.notebook.partners, session.step, private)
        if self._shown is not None and all(a is b or a == b for a, b in zip(state, self._shown, strict=True)):
            return
        self._shown = state
        self.list.empty = empty_words(session, folded=bool(answers) and not private)
        self.list.show_rows(answer_rows(session, answers, private=private), follow=True)
        self.list.viewport().update()
        self.count.setText(count_words(answers))
        can_show = session.step.reveal is not Reveal.NEVER and any(not a.shown for a in answers)
        self.reveal.setEnabled(can_show)
        self.all.setEnabled(can_show)
        self.agree.setEnabled(bool(answers))
