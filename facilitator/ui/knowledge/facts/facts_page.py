"""FactsPage: a claim at a time: guess, hear what the sources say, on to the next one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.card import Card, Verdict
from facilitator.core.text import shorten
from facilitator.ui.console.row_list import RowList
from facilitator.ui.console.rows import Row
from facilitator.ui.knowledge.facts.answer_words import answer_words, guessed_words
from facilitator.ui.knowledge.facts.guessing import checked, guessing
from facilitator.ui.start.page import Page, SideBySide
from facilitator.ui.start.top_row import TopRow
from facilitator.ui.widgets import Button, PlainLabel, PrimaryButton, Prose, SectionTitle
from facilitator.ui.widgets import Card as Sheet
from facilitator.ui.widgets.aloud import say_aloud
from facilitator.ui.widgets.back_button import BackButton
from facilitator.words import _

VERDICTS = tuple(Verdict)
MOST = 160
"""So many signs of a claim are enough to choose it by."""

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FactsPage(Page):
    """1, 2 and 3 guess; Enter goes on. Nothing of it is kept: it is practice, for whoever sits there.

    Attributes:
        guesses: the buttons of the three answers.
        onward: goes to the next claim.
        list: all claims, with what was guessed of them.

    Signals:
        left(): go back to where it was opened.
        card_wanted(str): read the whole card.
    """

    left = Signal()
    card_wanted = Signal(str)

    def __init__(self, cards: Sequence[Card], parent: QWidget | None = None) -> None:
        super().__init__(_("Facts and fables"), parent)
        self._now = guessing(cards)
        self.back = BackButton(self)
        self.back.clicked.connect(self.left)
        self.where = SectionTitle()
        self.claim = PlainLabel(role="title", wrap=True)
        self.guesses = [Button(f"{number}   {_(verdict.msgid)}") for number, verdict in enumerate(VERDICTS, 1)]
        self.verdict = PlainLabel(role="card-title", wrap=True)
        self.answer = Prose()
        self.whole = Button(_("Read the whole card"))
        self.onward = PrimaryButton()
        self.list = RowList(_("All claims"), grows=True, dense=True)
        self._lay_out()
        for button, verdict in zip(self.guesses, VERDICTS, strict=True):
            button.clicked.connect(partial(self._guess, verdict))
        self.whole.clicked.connect(lambda: self.card_wanted.emit(self._now.card.id))
        self.onward.clicked.connect(self._go_on)
        self.list.opened.connect(lambda row_id: self._go_to(int(row_id)))
        self.list.clicked.connect(lambda index: self._go_to(index.row()))
        self._show()

    def _lay_out(self) -> None:
        sheet, sides, all_claims = Sheet(), SideBySide(24, (3, 2)), QWidget()
        answers, below, beside_it = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(all_claims)
        answers.setSpacing(8)
        for button in self.guesses:
            answers.addWidget(button)
        below.addWidget(self.whole)
        below.addStretch(1)
        below.addWidget(self.onward)
        for part in (self.where, self.claim):
            sheet.column.addWidget(part)
        sheet.column.addLayout(answers)
        sheet.column.addWidget(self.verdict)
        sheet.column.addLayout(below)
        sheet.column.addWidget(self.answer)
        sheet.column.addStretch(1)
        beside_it.setContentsMargins(0, 0, 0, 0)
        beside_it.addWidget(SectionTitle(_("All claims")))
        beside_it.addWidget(self.list)
        beside_it.addStretch(1)
        sides.add(sheet)
        sides.add(all_claims)
        self.column.insertWidget(0, TopRow(self.back))
        self.column.addWidget(PlainLabel(_("Guess first. Then see what the sources say."), "soft", wrap=True))
        self.column.addWidget(sides, 1)

    def enter(self) -> None:
        """Begin at the first answer, or where one can go on."""
        (self.guesses[0] if self._now.guess is None else self.onward).setFocus()

    # ---- guessing

    def _guess(self, verdict: Verdict, _on: bool = False) -> None:
        self._now = self._now.guessed(verdict)
        self._show()
        say_aloud(self, self.verdict.text())
        self.onward.setFocus()

    def _go_on(self) -> None:
        following = self._now.following
        self._now = self._now.anew() if following is None else self._now.to(following)
        self._show()
        self.enter()

    def _go_to(self, number: int) -> None:
        if number != self._now.at:
            self._now = self._now.to(number)
            self._show()
        self.enter()

    def _show(self) -> None:
        now = self._now
        self.where.setText(_("Claim {number} of {total}").format(number=now.at + 1, total=len(now.cards)))
        self.claim.setText(now.check.claim)
        guess = now.guess
        for button, verdict in zip(self.guesses, VERDICTS, strict=True):
            button.setVisible(guess is None)
            button.setAccessibleName(_(verdict.msgid))
        self.verdict.setText("" if guess is None else guessed_words(guess, now.check.verdict))
        self.answer.show_markdown("" if guess is None else answer_words(now.card))
        for part in (self.verdict, self.answer, self.whole, self.onward):
            part.setVisible(guess is not None)
        done = now.following is None
        self.onward.say(_("Begin again  Enter") if done else _("Next claim  Enter"))
        if done and guess is not None:
            told = _("That was all. {alike} of your {total} guesses are what the sources say.")
            self.verdict.setText(f"{self.verdict.text()} {told.format(alike=now.alike, total=len(now.cards))}")
        self._show_list()

    def _show_list(self) -> None:
        now = self._now
        self.list.show_rows(tuple(_row(number, card, now.guess_at(number)) for number, card in enumerate(now.cards)))
        self.list.choose(str(now.at))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """1, 2 and 3 guess; Enter goes on once that was done."""
        number = event.key() - Qt.Key.Key_1.value
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if not held and 0 <= number < len(VERDICTS) and self._now.guess is None:
            self._guess(VERDICTS[number])
        elif event.key() in ENTER and self._now.guess is not None and not event.isAutoRepeat():
            self._go_on()
        else:
            super().keyPressEvent(event)


def _row(number: int, card: Card, guess: Verdict | None) -> Row:
    """A claim, with what the sources make of it once it was guessed of."""
    check = checked(card)
    return Row(str(number), shorten(check.claim, MOST), below="" if guess is None else _(check.verdict.msgid))
