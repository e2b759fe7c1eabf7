"""QuestionCard: one question that was kept: how far it is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from facilitator.core.help_desk import DeskQuestion, Stage
from facilitator.core.text import shorten
from facilitator.ui.knowledge.help_desk.phrases import facts_words, stage_words
from facilitator.ui.start.page import SideBySide, beside
from facilitator.ui.widgets import Button, Card, Pill, PlainLabel, Tone
from facilitator.words import N_, _

_SHORT = 60

_MAIN = {
    Stage.KEPT: N_("Type an answer …"),
    Stage.ASKED: N_("Type an answer …"),
    Stage.ARRIVED: N_("Make a card of it …"),
    Stage.ANSWERED: N_("Read the card"),
}
_BACK = {
    Stage.ASKED: N_("It was not sent after all"),
    Stage.ARRIVED: N_("Leave this answer out"),
    Stage.ANSWERED: N_("It is not answered after all"),
}


class QuestionCard(Card):
    """The main thing to do stands on a button, the rest in a menu beside it.

    Attributes:
        main, more: the button and the menu's.
        actions_there: what is in the menu.

    Signals:
        answer_wanted(str), read_wanted(str), right_wanted(str), back_wanted(str), remove_wanted(str): with its id.
    """

    answer_wanted = Signal(str)
    read_wanted = Signal(str)
    right_wanted = Signal(str)
    back_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, question: DeskQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        short = shorten(question.text, _SHORT)
        stage = question.stage
        self.column.addWidget(PlainLabel(question.text, "card-title", wrap=True))
        self.column.addWidget(PlainLabel(facts_words(question), "soft", wrap=True))
        self.main = Button(_(_MAIN[stage]))
        self.main.setAccessibleName(f"{_(_MAIN[stage])}: {short}")
        wanted = self.read_wanted if stage is Stage.ANSWERED else self.answer_wanted
        self.main.clicked.connect(partial(self._tell, wanted.emit))
        self.more = Button(_("More"))
        self.more.setAccessibleName(_("More: {question}").format(question=short))
        self._menu = QMenu(self.more)
        self.actions_there: list[QAction] = []
        self._fill()
        self.more.setMenu(self._menu)
        pills = [Pill(*stage_words(question))]
        if stage is Stage.ANSWERED and not question.sourced:
            pills.append(Pill(_("without a source"), Tone.ATTENTION))
        sides = SideBySide(16)
        sides.add(beside(*pills, stretch_at=len(pills)))
        sides.add(beside(self.main, self.more))
        self.column.addWidget(sides)

    def _fill(self) -> None:
        stage = self.question.stage
        if stage is Stage.KEPT:
            self._add(_("Put it right …"), self.right_wanted.emit)
        if stage in _BACK:
            self._add(_(_BACK[stage]), self.back_wanted.emit)
        self._add(_("Erase …"), self.remove_wanted.emit)

    def _add(self, text: str, then: Callable[[str], object]) -> None:
        action = self._menu.addAction(text)
        action.triggered.connect(partial(self._tell, then))
        self.actions_there.append(action)

    def _tell(self, then: Callable[[str], object], _on: bool = False) -> None:
        then(self.question.id)
