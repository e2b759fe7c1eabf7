"""EndSheet: where a walk led, what to do, and everything that was answered, on one page."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.instrument import InstrumentQuestion
from facilitator.core.walk import Answered, End, Walk, answer_words
from facilitator.report.walk_words import end_words
from facilitator.ui.dates import long_day
from facilitator.ui.widgets import Button, Card, PlainLabel, Prose, SectionTitle
from facilitator.ui.widgets.emptying import empty_layout
from facilitator.words import _

_CALLS = re.compile(r"\b(112|0800-2000|bel)\b", re.IGNORECASE)
"""In what is to be done now, and not agreed upon for later: to call 112 or Veilig Thuis."""

Agreed = Collection[tuple[str, str]]
"""What was agreed already: the id of a question (empty: the end) and the words."""


class EndSheet(QWidget):
    """With `agrees` each next step, and each thing to do that is not a call to make now, can become an agreement.

    Attributes:
        changes: the button of each question that leads back to it, by its id.
        agrees: the buttons that make an agreement, by question and words.

    Signals:
        change_wanted(str): back to this question.
        agreement_wanted(str, str): make an agreement of these words, said with a question (empty: at the end).
    """

    change_wanted = Signal(str)
    agreement_wanted = Signal(str, str)

    def __init__(self, *, agrees: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._can_agree = agrees
        self._shown: tuple[Walk, frozenset[tuple[str, str]], bool] | None = None
        self.changes: dict[str, Button] = {}
        self.agrees: dict[tuple[str, str], Button] = {}
        self.title = PlainLabel("", "outcome", wrap=True)
        self.title.setIndent(0)  # else the words of a label with a border stand further in
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.text = Prose()
        self.to_do = QWidget()
        self.said = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addWidget(self.to_do)
        column.addSpacing(8)
        self.answered = SectionTitle(_("What you answered"))
        column.addWidget(self.answered)
        column.addWidget(self.said)
        column.addStretch(1)
        self._to_do, self._said = (QVBoxLayout(holder) for holder in (self.to_do, self.said))
        for layout in (self._to_do, self._said):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(8)

    def show_walk(self, walk: Walk, agreed: Agreed = (), *, private: bool = True) -> None:
        """Show a walk that ended, or was stopped; without `private` no more than where it led."""
        if (shown := (walk, frozenset(agreed), private)) == self._shown:
            return
        self._shown = shown
        self.changes, self.agrees = {}, {}
        for layout in (self._to_do, self._said):
            empty_layout(layout)
        outcome = walk.outcome
        self.title.setText(end_words(walk))
        text = _("You can go on whenever you want.") if walk.end is End.OPEN else ""
        self.text.show_markdown(text if outcome is None else outcome.text)
        self.text.setVisible(outcome is not None or bool(text))
        self.to_do.setVisible(outcome is not None and bool(outcome.to_do))
        for line in () if outcome is None else outcome.to_do:
            told = Prose(f"- {line}")
            _add(self._to_do, told if _CALLS.search(line) else self._deed(told, "", line, agreed))
        self.answered.setVisible(private)
        for question in walk.way if private else ():
            said = walk.said(question.id)
            if not said.is_empty:
                _add(self._said, self._answered(question, said, agreed, plans=walk.instrument.plans))

    def _answered(self, question: InstrumentQuestion, said: Answered, agreed: Agreed, *, plans: bool) -> Card:
        card, grid = Card(), QGridLayout()
        answer = answer_words(question, said) or (_("read") if said.answer is not None else _("not answered yet"))
        change = self.changes[question.id] = Button(_("Change"))
        change.setAccessibleName(_("Change: {what}").format(what=question.text))
        change.clicked.connect(partial(self._change, question.id))
        grid.addWidget(PlainLabel(question.text, "soft", wrap=True), 0, 0)
        grid.addWidget(PlainLabel(answer, "strong", wrap=True), 1, 0)
        grid.addWidget(change, 0, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        card.column.addLayout(grid)
        for text in (said.reason, _("Who sees to it: {name}").format(name=said.owner) if said.owner else ""):
            if text:
                card.column.addWidget(PlainLabel(text, wrap=True))
        if plans and said.next_step:
            words = _("Next step: {what}").format(what=said.next_step)
            by = "" if said.by is None else _("before {day}").format(day=long_day(said.by))
            told = PlainLabel(" · ".join(part for part in (words, by) if part), wrap=True)
            card.column.addWidget(self._deed(told, question.id, said.next_step, agreed))
        return card

    def _deed(self, told: QWidget, question_id: str, what: str, agreed: Agreed) -> QWidget:
        """Something to do, with the button that makes an agreement of it."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(told, 1)
        if self._can_agree:
            done = (question_id, what) in agreed
            button = self.agrees[question_id, what] = Button(_("Agreed ✓") if done else _("Make an agreement"))
            button.setAccessibleName(_("Make an agreement of: {what}").format(what=what))
            button.setEnabled(not done)
            button.clicked.connect(partial(self._agree, question_id, what))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def first_field(self) -> QWidget:
        """Where it led: what one does not mean to press is never under the Enter key."""
        return self.title

    def _change(self, question_id: str, _on: bool = False) -> None:
        self.change_wanted.emit(question_id)

    def _agree(self, question_id: str, what: str, _on: bool = False) -> None:
        self.agreement_wanted.emit(question_id, what)


def _add(layout: QVBoxLayout, widget: QWidget) -> None:
    layout.addWidget(widget)
    widget.show()  # in a sheet that is in sight it is not before the next round of events, and takes no keyboard
