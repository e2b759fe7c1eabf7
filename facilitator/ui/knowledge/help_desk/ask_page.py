"""AskPage: one line for a question in plain words, and what answers it as it is being typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import CancelledError, Future
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from facilitator.core.card import Card as KnowledgeCard
from facilitator.core.help_desk import MOST_CHARACTERS, Lack, lack_of
from facilitator.core.text import one_line
from facilitator.storage.errors import StoreError
from facilitator.storage.library.records import Answered
from facilitator.ui.futures import deliver
from facilitator.ui.knowledge.help_desk.answer_list import AnswerList
from facilitator.ui.knowledge.help_desk.phrases import full_words, lack_words, unread_words
from facilitator.ui.knowledge.help_desk.question_line import MOST, QuestionLine
from facilitator.ui.knowledge.help_desk.urgent_note import UrgentNote
from facilitator.ui.start.page import Page, SideBySide, beside
from facilitator.ui.start.top_row import TopRow
from facilitator.ui.widgets import Button, PlainLabel
from facilitator.ui.widgets.back_button import BackButton
from facilitator.words import _

PAUSE_MS = 120
"""How long nobody types before what is typed is asked."""

Answer = Callable[[str], Future[Answered]]


class AskPage(Page):
    """The answers change while somebody types; Enter opens the best, the arrows walk, Esc goes back.

    Attributes:
        line: where the question is typed.
        urgent: what to do first when there is danger.
        told: what is said of the question, or of the answers.
        answers: what may answer it.
        keep, kept: keep the question; look at those that were kept.
        reading: the library is still being told what comes with the program, so that nothing is said not to be there.

    Signals:
        opened(ItemKey): read this.
        keep_wanted(str): this question is not answered.
        kept_wanted(): look at the questions that were kept.
        left(): go back.
        failed(Exception): a fault of our own.
    """

    opened = Signal(object)
    keep_wanted = Signal(str)
    kept_wanted = Signal()
    left = Signal()
    failed = Signal(object)

    def __init__(self, answer: Answer, cards: Mapping[str, KnowledgeCard], parent: QWidget | None = None) -> None:
        super().__init__(_("Help desk"), parent)
        self._answer = answer
        self._cards = cards
        self._turn = 0
        self._open_best = False
        self.reading = False
        self.back = BackButton(self)
        self.line = QuestionLine()
        self.urgent = UrgentNote()
        self.told = PlainLabel("", "soft", wrap=True)
        self.answers = AnswerList()
        self.keep = Button(_("Does this not help? Keep my question …"))
        self.kept = Button(_("Kept questions …"))
        self._said = SideBySide(20, (3, 2))
        self._way_out = beside(self.keep)  # above the answers: nobody should have to pass them all to say so
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay_out()
        self._wire()
        self._look()

    def _lay_out(self) -> None:
        self.column.insertWidget(0, TopRow(self.back, self.kept))
        self._said.add(self.told)
        self._said.add(self._way_out, shown=False)
        for widget in (self.line, self.urgent, self._said, self.answers):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def _wire(self) -> None:
        self.back.clicked.connect(self.left)
        self.kept.clicked.connect(self.kept_wanted)
        self.line.textChanged.connect(self._typed)
        self.line.returnPressed.connect(self._enter)
        self.line.walked.connect(self._walk)
        self.answers.opened.connect(self.opened)
        self.keep.clicked.connect(lambda: self.keep_wanted.emit(self.line.text()))
        self._pause.timeout.connect(self.ask)

    def enter(self) -> None:
        """Begin at the line, with what stands there ready to be typed over."""
        self.line.setFocus()
        self._mark_all()

    def _mark_all(self) -> None:
        """As `selectAll`, with the beginning in sight."""
        count = len(self.line.text().encode("utf-16-le")) // 2  # as Qt counts
        self.line.setSelection(count, -count)

    def show_question(self, question: str) -> None:
        """Put a question in the line and ask it at once."""
        self.line.setText(question)
        self._mark_all()
        self.ask()

    def end_reading(self) -> None:
        """All that comes with the program can be found now: ask once more."""
        self.reading = False
        self.ask()

    # ---- asking

    def _typed(self) -> None:
        self._open_best = False
        self._turn += 1  # what was asked before does not count any more
        self._look()
        self._pause.start()

    def _look(self) -> None:
        """What can be said without asking anybody."""
        text = self.line.text()
        self.urgent.look(text, self.line.cursorPosition())
        typed = lack_of(text) is not Lack.EMPTY
        self._said.show_one(self._way_out, typed)
        if not typed:
            self.answers.show_found((), self._cards)
            self.told.setText(
                _(
                    "Type it in your own words. You see at once which cards, fact checks and cases suit, and why. "
                    "Leave out names and addresses."
                )
            )

    def ask(self) -> None:
        """Ask what is typed now."""
        self._pause.stop()
        self._turn += 1
        text = self.line.text()
        if lack_of(text) is Lack.EMPTY:
            return
        asked = self._answer(one_line(text)[:MOST_CHARACTERS])
        deliver(asked, partial(self._show, self._turn), partial(self._not_answered, self._turn))

    def _show(self, turn: int, answered: Answered) -> None:
        if turn != self._turn:
            return
        self.answers.show_found(answered.found, self._cards)
        unread = "" if self.reading else unread_words(answered.unread)
        full = full_words(MOST) if self.line.full else ""
        verdict = (unread, self._verdict(answered))  # what ends in a colon stands above what was found
        said = (full, lack_words(self.line.text()), *(verdict if answered.found else reversed(verdict)))
        self.told.setText(" ".join(part for part in said if part))
        if self._open_best:
            self._open_best = False
            self.answers.open_chosen()

    def _verdict(self, answered: Answered) -> str:
        if self.reading:
            return _("The cards are still being read. More comes in a moment.")
        if not answered.found:
            return _("Nothing here answers this. Try other words, in Dutch, or keep your question.")
        return _("This suits your question:") if answered.sure else _("This comes closest:")

    def _not_answered(self, turn: int, error: Exception) -> None:
        """Say it on the page: a message at every key would be in the way."""
        if turn != self._turn or isinstance(error, CancelledError):
            return
        self.answers.show_found((), self._cards)
        if isinstance(error, StoreError):
            self.told.setText(error.text())
        else:
            self.failed.emit(error)

    # ---- keys

    def _enter(self) -> None:
        """Open the best, also when it is still being looked for."""
        if self._pause.isActive():
            self._open_best = True
            self.ask()
        else:
            self.answers.open_chosen()

    def _walk(self, by: int) -> None:
        self.answers.walk(by)
        row, sheet = self.answers.visualRect(self.answers.currentIndex()), self.widget()
        if sheet is not None:
            at = self.answers.mapTo(sheet, row.center())
            self.ensureVisible(at.x(), at.y(), 0, row.height())
