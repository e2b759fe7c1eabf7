"""StepSheet: one step of a module as somebody reads it alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.core.script import Question, Step
from facilitator.core.self_study import Study, asks_in_writing, chosen, has_changed, noted, place_of
from facilitator.ui.knowledge.self_study.private_line import PrivateLine
from facilitator.ui.knowledge.self_study.question_card import QuestionCard
from facilitator.ui.knowledge.self_study.reading_page import ReadingPage
from facilitator.ui.start.page import beside
from facilitator.ui.widgets import Button, Card, PlainLabel, Prose, SectionTitle
from facilitator.words import _


class StepSheet(ReadingPage):
    """What the step says, asks, and leaves to write down.

    Attributes:
        questions: the questions with answers to choose from.
        lines: the private lines, by their place in the module.
        cards: the button of each knowledge card that is at hand, by its id.

    Signals:
        chosen(Question, Option): this was chosen.
        wrote(str, str): at this place stands this now.
        card_wanted(str): read this card.
    """

    chosen = Signal(object, object)
    wrote = Signal(str, str)
    card_wanted = Signal(str)

    def __init__(
        self,
        step: Step,
        study: Study,
        cards: Mapping[str, str],
        before: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`cards` has the titles of knowledge cards by id; `before` what was written at earlier questions."""
        super().__init__(step.title, parent)
        self.step = step
        self._study = study
        self.questions: list[QuestionCard] = []
        self.lines: dict[str, PrivateLine] = {}
        self.cards: dict[str, Button] = {}
        if has_changed(study, step):
            self._say(_("This step says something else than when you did it. Have another look."), "attention")
        self._add_screen()
        self._add_list("", step.guidance.say, paragraphs=True)
        self._add_list(_("Think about this"), (*step.guidance.ask, *step.follow_up))
        self._add_before(before)
        self._add_questions()
        self._add_list(_("Do this, if you have the time"), step.guidance.do)
        self._add_list(_("Watch out"), step.guidance.watch)
        self._add_lines()
        self._add_cards(cards)
        self.column.addStretch(1)

    def choose(self, number: int) -> bool:
        """Choose the answer with this number; gives whether there is one."""
        for card in self.questions:
            if number <= len(card.rows):
                card.choose(number - 1)
                self.ensureWidgetVisible(card)
                return True
            number -= len(card.rows)
        return False

    def _say(self, text: str, role: str) -> None:
        self.column.addWidget(PlainLabel(text, role, wrap=True))

    def _add_screen(self) -> None:
        holder = QFrame()
        holder.setProperty("role", "wash")
        column = QVBoxLayout(holder)
        column.setContentsMargins(18, 14, 18, 14)
        column.addWidget(PlainLabel(self.step.audience_title, "card-title", wrap=True))
        if self.step.audience_text:
            column.addWidget(Prose(self.step.audience_text))
        self.column.addWidget(holder)

    def _add_list(self, title: str, items: tuple[str, ...], *, paragraphs: bool = False) -> None:
        if not items:
            return
        if title:
            self.column.addWidget(SectionTitle(title))
        joined = "\n\n".join(items) if paragraphs else "\n".join(f"- {item.strip()}" for item in items)
        self.column.addWidget(Prose(joined))

    def _add_before(self, before: Sequence[tuple[str, str]]) -> None:
        """Show what was written before, to who is alone at the screen."""
        if not before or self._study.together:
            return
        sheet = Card()
        sheet.column.addWidget(SectionTitle(_("This you wrote before")))
        for question, text in before:
            sheet.column.addWidget(PlainLabel(question, "soft", wrap=True))
            sheet.column.addWidget(PlainLabel(text, wrap=True))
        self.column.addWidget(sheet)

    def _add_questions(self) -> None:
        first = 1
        for question in self.step.questions:
            if question.options:
                mine = chosen(self._study, self.step, question)
                card = QuestionCard(question, first, mine, together=self._study.together)
                card.chosen.connect(partial(self.chosen.emit, question))
                self.questions.append(card)
                self.column.addWidget(card)
                first += len(question.options)

    def _add_lines(self) -> None:
        asked: list[Question | None] = [each for each in self.step.questions if not each.options]
        if asks_in_writing(self.step):
            asked.append(None)
        if not asked:
            return
        sheet = Card()
        sheet.column.addWidget(SectionTitle(_("For yourself")))
        for question in asked:
            at = place_of(self.step, question)
            words = self.step.audience_title if question is None else question.text
            line = PrivateLine(words, noted(self._study, at), folded=self._study.together)
            line.wrote.connect(partial(self.wrote.emit, at))
            self.lines[at] = line
            sheet.column.addWidget(line)
        self.column.addWidget(sheet)

    def _add_cards(self, titles: Mapping[str, str]) -> None:
        known = [card_id for card_id in self.step.cards if card_id in titles]
        if not known:
            return
        self.column.addWidget(SectionTitle(_("To read on")))
        for card_id in known:
            button = self.cards[card_id] = Button(titles[card_id])
            button.setAccessibleName(_("Knowledge card: {title}").format(title=titles[card_id]))
            button.clicked.connect(self._opens(card_id))
            self.column.addWidget(beside(button, stretch_at=1))

    def _opens(self, card_id: str) -> Callable[[], None]:
        return lambda: self.card_wanted.emit(card_id)
