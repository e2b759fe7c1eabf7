"""QuestionSheet: one question of an instrument, large: what it means, what to listen for, answers and notes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.core.instrument import InstrumentQuestion
from facilitator.core.text import clean, one_line
from facilitator.core.walk import Answered, Walk
from facilitator.ui.console.agreeing.fields import DayField
from facilitator.ui.knowledge.walk.answers import AnswerList
from facilitator.ui.knowledge.walk.note_box import NoteBox
from facilitator.ui.start.page import SideBySide
from facilitator.ui.widgets import LineEdit, PlainLabel, Prose
from facilitator.words import _

NOTHING = InstrumentQuestion("", "")
PAUSE = 1500
"""Milliseconds without a key after which what is typed is kept."""


class QuestionSheet(QWidget):
    """What is typed is kept at a pause, when the keyboard leaves a field, and before another question comes.

    Attributes:
        answers: what can be answered.
        note, owner, next_step, by: what can be written with it; the last three where the instrument plans.
        keeps_pauses: whether a pause keeps what is typed; not where others would read along.

    Signals:
        said(Answered, bool): this is said to the question in sight; whether somebody is in the midst of typing it.
    """

    said = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = NOTHING
        self._key = ("", "")
        self._shown = Answered("")
        self.which = PlainLabel("", "soft")
        self.question = PlainLabel("", "title", wrap=True)
        self.help = Prose()
        self.listen = Prose()
        self.partners = PlainLabel("", "soft", wrap=True)
        self.answers = AnswerList()
        self.ask = PlainLabel("", "strong", wrap=True)
        self.note = NoteBox(_("Your reasons"))
        self.plan = QWidget()
        self.owner = LineEdit(_("Who sees to it"), _("an organisation"))
        self.next_step = LineEdit(_("Next step"), _("what will be done"))
        self.by = DayField(_("By when"))
        self._unread: dict[tuple[str, str], str] = {}
        self.keeps_pauses = True
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._pause.timeout.connect(self._paused)
        self.answers.picked.connect(lambda _number: self.keep())
        self.note.finished.connect(self.keep)
        self.note.textChanged.connect(self._pause.start)
        for line in self._lines:
            line.editingFinished.connect(self.keep)
            line.textEdited.connect(lambda _text: self._pause.start())

    @property
    def _lines(self) -> tuple[QLineEdit, ...]:
        return (self.owner, self.next_step, self.by.line)

    def _lay_out(self) -> None:
        """What it means at the left, what is said at the right; under each other where it is narrow."""
        column, sides = QVBoxLayout(self), SideBySide(column_ems=19, shares=(1, 1), gap=28)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(10)
        column.addWidget(self.which)
        column.addWidget(self.question)
        for widgets in ((self.help, self.listen, self.partners), (self.answers, self.ask, self.note, self.plan)):
            side = QWidget()
            under = QVBoxLayout(side)
            under.setContentsMargins(0, 4, 0, 0)
            under.setSpacing(12)
            for widget in widgets:
                under.addWidget(widget)
            under.addStretch(1)
            sides.add(side)
        column.addWidget(sides)
        column.addStretch(1)
        grid = QGridLayout(self.plan)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for row, (name, field) in enumerate(
            ((_("Who sees to it"), self.owner), (_("Next step"), self.next_step), (_("By when"), self.by))
        ):
            grid.addWidget(PlainLabel(name, "strong"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)

    # ---- what it shows

    def show_question(
        self, walk: Walk, question: InstrumentQuestion, today: date, owners: Sequence[str] = (), *, private: bool = True
    ) -> None:
        """Show a question with what was said to it; `owners` are organisations to choose from.

        What is typed and not kept yet stays, unless something else was said. Without `private` no more than the room
        can see: the question and its answers.
        """
        said, plans, key = walk.said(question.id), walk.instrument.plans, (walk.id, question.id)
        fresh = key != self._key or question != self._question or said != self._shown
        if fresh:
            self._remember_day()
        if key != self._key or question != self._question:
            self._tell(walk, question, owners)
        self._key, self._question, self._shown = key, question, said
        self.answers.show_answers([answer.text for answer in question.answers], said.answer, question.text)
        for widget, there in (*self._helps(), (self.ask, True), (self.note, True), (self.plan, plans)):
            widget.setVisible(private and bool(there))
        if fresh:
            self.note.show_text(said.reason)
            self.owner.setText(said.owner)
            self.next_step.setText(said.next_step)
            self.by.show_day(said.by, today)
            if said.by is None and key in self._unread:
                self.by.line.setText(self._unread[key])

    def _remember_day(self) -> None:
        """Keep what is typed for a day and cannot be read: it comes back with its question."""
        if self.by.is_unread:
            self._unread[self._key] = self.by.line.text()
        else:
            self._unread.pop(self._key, None)

    def _helps(self) -> tuple[tuple[QWidget, object], ...]:
        """What stands beside a question for who leads, and whether it has such a thing."""
        asked = self._question
        return (self.help, asked.help), (self.listen, asked.listen_for), (self.partners, asked.partners)

    def _tell(self, walk: Walk, question: InstrumentQuestion, owners: Sequence[str]) -> None:
        number, total = walk.way.index(question) + 1, len(walk.instrument.questions)
        which = _("Question {number}") if walk.branches else _("Question {number} of {count}")
        self.which.setText(which.format(number=number, count=total))
        self.question.setText(question.text)
        self.help.show_markdown(question.help)
        listen = "\n".join(f"- {text}" for text in question.listen_for)
        self.listen.show_markdown(_("**Listen and look for**") + f"\n\n{listen}" if listen else "")
        partners = ", ".join(question.partners)
        self.partners.setText(_("Who can be involved: {names}").format(names=partners) if partners else "")
        asked = "; ".join(question.note) or _("why you answer this")
        self.ask.setText(_("Write down: {what}. No names.").format(what=asked))
        names = dict.fromkeys((*owners, *question.partners))
        completer = QCompleter(list(names), self.owner)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.owner.setCompleter(completer)

    # ---- what is said

    def current(self) -> Answered:
        """What stands in the fields."""
        return Answered(
            self._question.id,
            self.answers.chosen if self._question.answers else self._shown.answer,
            clean(self.note.text),
            one_line(self.owner.text()),
            one_line(self.next_step.text()),
            self.by.day,
        )

    def keep(self, *, typing: bool = False) -> None:
        """Say what changed; nothing when nothing did. `typing` says that more of it is to come."""
        self._pause.stop()
        now = self.current()
        if self._question.id and now != self._shown:
            self._shown = now
            self.said.emit(now, typing)

    def _paused(self) -> None:
        if self.keeps_pauses:
            self.keep(typing=True)

    def is_wrong(self) -> bool:
        """Whether something is typed that cannot be read; it is told beside it."""
        wrong = self.by.wrong() if self.plan.isVisibleTo(self) else None
        if wrong is not None:
            wrong.setFocus()
        return wrong is not None

    def first_field(self) -> QWidget:
        """What has the keyboard when it comes: the chosen answer, or the first."""
        buttons = self.answers.buttons
        return buttons[self.answers.chosen or 0] if buttons else self.note
