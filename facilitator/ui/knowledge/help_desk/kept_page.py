"""KeptPage: the questions that were kept, how far each is, and what is done with them together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from facilitator.core.help_desk import DeskQuestion, Stage
from facilitator.ui.knowledge.help_desk.phrases import count_words
from facilitator.ui.knowledge.help_desk.question_card import QuestionCard
from facilitator.ui.returned.drops import Drops
from facilitator.ui.start.page import Page, SideBySide, beside
from facilitator.ui.start.top_row import TopRow
from facilitator.ui.widgets import Button, EmptyState, PlainLabel, PrimaryButton
from facilitator.ui.widgets.back_button import BackButton
from facilitator.ui.widgets.emptying import empty_layout
from facilitator.words import _, ngettext

_ORDER = (Stage.ARRIVED, Stage.KEPT, Stage.ASKED, Stage.ANSWERED)
"""What somebody has to do something with comes first."""


class KeptPage(Page):
    """Bundle what waits, read in what came back, and see to each question by itself.

    Attributes:
        bundle, read: the buttons.
        unread: how many questions cannot be read.
        cards: the card of each question, by its id.

    Signals:
        entered(): it came into sight.
        bundle_wanted(): put questions to an organisation.
        file_wanted(), paste_wanted(): read an answer in.
        dropped(list): read these files, which were dropped here.
        left(): go back.
        answer_wanted(str), read_wanted(str), right_wanted(str), back_wanted(str), remove_wanted(str): of a question.
    """

    entered = Signal()
    bundle_wanted = Signal()
    file_wanted = Signal()
    paste_wanted = Signal()
    dropped = Signal(object)
    left = Signal()
    answer_wanted = Signal(str)
    read_wanted = Signal(str)
    right_wanted = Signal(str)
    back_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Kept questions"), parent)
        self.cards: dict[str, QuestionCard] = {}
        self.back = BackButton(self)
        self.bundle = PrimaryButton(_("Put them to an organisation …"))
        self.read = Button(_("Read an answer in"))
        self._menu = QMenu(self.read)
        self.from_file = self._menu.addAction(_("From a file …"))
        self.from_mail = self._menu.addAction(_("Paste a mail …"))
        self.read.setMenu(self._menu)
        self.told = PlainLabel("", "soft", wrap=True)
        self.unread = PlainLabel("", "attention", wrap=True)
        self.unread.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self.column.insertWidget(0, TopRow(self.back))
        self.column.addWidget(self.told)
        ways = SideBySide(16)
        ways.add(beside(self.bundle, stretch_at=1))
        ways.add(beside(self.read))
        self.column.addWidget(ways)
        self.column.addWidget(self.unread)
        self.column.addLayout(self._list)
        self.column.addStretch(1)
        self.back.clicked.connect(self.left)
        self.bundle.clicked.connect(self.bundle_wanted)
        if (sheet := self.widget()) is not None:
            Drops(sheet).dropped.connect(self.dropped)  # before the window takes them for forms
        self.from_file.triggered.connect(lambda _on=False: self.file_wanted.emit())
        self.from_mail.triggered.connect(lambda _on=False: self.paste_wanted.emit())
        self._shown: tuple[tuple[DeskQuestion, ...], int] | None = None
        self._set_out((), _("The questions are being looked up …"))

    def enter(self) -> None:
        """Ask how they are."""
        self.entered.emit()
        self.enter_at_best()

    def enter_at_best(self) -> None:
        """Begin at what there is to do."""
        first = next(iter(self.cards.values()), None)
        best = self.bundle if self.bundle.isEnabled() else self.back if first is None else first.main
        best.setFocus()

    def show_not_read(self) -> None:
        """Tell that the store does not say which there are; what is in sight stays."""
        if self._shown is None:
            self._set_out((), _("The questions could not be read. They are kept as they were."))

    def show_questions(self, questions: Sequence[DeskQuestion], unread: int = 0) -> None:
        """Show these, those that wait for somebody first; the keyboard stays where it was."""
        shown = tuple(questions), unread
        if shown == self._shown:
            return
        self._shown = shown
        self.unread.setText(_unread(unread))
        self.unread.setVisible(unread > 0)
        none = _("No question is kept. Ask one, and keep it when nothing answers it.")
        self._set_out(shown[0], "" if unread else none)

    def _set_out(self, questions: Sequence[DeskQuestion], empty: str) -> None:
        """Lay them out; `empty` is what is said when there are none."""
        focused = next((key for key, card in self.cards.items() if card.main.hasFocus()), "")
        empty_layout(self._list)
        self.cards = {}
        for question in sorted(questions, key=lambda one: _ORDER.index(one.stage)):
            self._list.addWidget(self._card(question))
        if empty and not questions:
            self._list.addWidget(EmptyState(empty))
        waiting = sum(question.stage is Stage.KEPT for question in questions)
        self.bundle.setEnabled(waiting > 0)
        self.read.setEnabled(any(question.stage is not Stage.ANSWERED for question in questions))
        self.told.setText(_told(waiting))
        if focused in self.cards:
            self.cards[focused].main.setFocus()
        elif self.back.hasFocus():  # as it came into sight nothing else could have the keyboard
            self.enter_at_best()

    def _card(self, question: DeskQuestion) -> QuestionCard:
        card = self.cards[question.id] = QuestionCard(question)
        card.answer_wanted.connect(self.answer_wanted)
        card.read_wanted.connect(self.read_wanted)
        card.right_wanted.connect(self.right_wanted)
        card.back_wanted.connect(self.back_wanted)
        card.remove_wanted.connect(self.remove_wanted)
        return card


def _unread(count: int) -> str:
    return ngettext(
        "{count} question cannot be read. It stays as it is, and is not put to anybody.",
        "{count} questions cannot be read. They stay as they are, and are not put to anybody.",
        count,
    ).format(count=count)


def _told(waiting: int) -> str:
    about = _("Questions that no card answers. An expert organisation of your choice can answer them.")
    waits = _("{count} to put to one.").format(count=count_words(waiting))
    return f"{about} {waits}" if waiting else about
