"""AnswerDialog: an answer, who gave it and where it comes from, before a card is made of it."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from facilitator.core.help_desk import MOST_OF_ANSWER, DeskQuestion, Search
from facilitator.core.text import fold, one_line, put_instead
from facilitator.storage.library.records import Answered, ItemKind
from facilitator.ui.knowledge.help_desk.answer_card import Given
from facilitator.ui.knowledge.help_desk.check_row import CheckRow
from facilitator.ui.knowledge.help_desk.typed_dialog import TypedDialog
from facilitator.ui.start.page import Scrolling
from facilitator.ui.widgets import LineEdit, PlainLabel
from facilitator.words import _

_WEB = re.compile(r"https?://[^\s/\"<>]+(/[^\s\"<>]*)?")


class AnswerDialog(TypedDialog):
    """What looks like personal data is changed or decided on first. A source is asked for and not forced.

    Attributes:
        asked: the question.
        seen: the answer as the store has it.
        answer, by, source, address: the fields.
        check: what looks like personal data in them.
        alike: a card that says something of this already.
        lack: what is not right yet, or that there is no source.
    """

    def __init__(self, question: DeskQuestion, search: Search, parent: QWidget | None = None) -> None:
        super().__init__(_("Answer to a question"), parent, accept=_("Make a card of it"))
        self.begin_at(640, 600)
        self.asked = question
        self.seen = question.answer
        self.add_text(question.text, "strong")
        self.alike = PlainLabel("", "attention", wrap=True)
        self.alike.hide()
        self.answer = QPlainTextEdit(question.answer)
        self.answer.setAccessibleName(_("Answer"))
        self.answer.setPlaceholderText(_("The answer, as it was given"))
        self.answer.setTabChangesFocus(True)
        self.answer.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        self.by = LineEdit(_("Who answered"), _("the organisation that answered"))
        self.by.setText(question.asked_of)
        self.source = LineEdit(_("Source"), _("a guideline, a law or a page, with its year"))
        self.source.setText(question.source)
        self.address = LineEdit(_("Web address of the source"), "https://")
        self.lack = PlainLabel("", "attention", wrap=True)
        self.check = CheckRow(search, question.allowed)
        self._lay_out()
        self.answer.textChanged.connect(self._look)
        self.check.turned.connect(self._turn)
        self.check.replace_wanted.connect(self._replace)
        found = _WEB.search(question.source)
        if found is not None:
            self.address.setText(found[0].rstrip(".,;)"))
        self.is_safe()
        self._look()

    def _lay_out(self) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.alike)
        column.addWidget(self.answer, 1)
        for field in (self.by, self.source, self.address):
            column.addWidget(PlainLabel(field.accessibleName(), "strong"))
            column.addWidget(field)
            field.textChanged.connect(self._look)
        self.body.addWidget(Scrolling(holder, 7), 1)
        self.body.addWidget(self.check)
        self.body.addWidget(self.lack)
        self.body.addWidget(self.trouble)

    @property
    def typed(self) -> tuple[str, ...]:
        """What stands in the fields."""
        return (self.answer.toPlainText(), *(field.text() for field in (self.by, self.source, self.address)))

    @property
    def given(self) -> Given:
        """The answer as it is now."""
        by, source, address = (one_line(field.text()) for field in (self.by, self.source, self.address))
        return Given(self.answer.toPlainText().strip(), by, source or address, address)

    def answer_is_kept(self, given: Given) -> None:
        """This answer waits at its question by now, whatever becomes of the card."""
        if isValid(self):
            self.seen = given.answer
            self.is_safe()

    def show_alike(self, answered: Answered) -> None:
        """Tell of a card that says something of this already; what is done about it is for the user."""
        cards = [found for found in answered.found if found.line.key.kind is ItemKind.CARD]
        same = [one for one in cards if fold(one.line.title) == fold(self.asked.text)]
        for found in (same or (cards[:1] if answered.sure else []))[:1]:
            is_there = _("There is a card with this title already.")
            perhaps = _("Perhaps a card says something of this already: ‘{title}’.").format(title=found.line.title)
            beside = _("If yours says something else, say so on it.")
            self.alike.set_role("attention" if same else "soft")
            self.alike.setText(f"{is_there if same else perhaps} {beside}")
            self.alike.show()

    def _look(self) -> None:
        given = self.given
        self.check.look(f"{given.answer[:MOST_OF_ANSWER]}\n{given.by}\n{given.source}")

    def _turn(self) -> None:
        wrong = self._wrong()
        told = wrong or ("" if self.given.source else _("Without a source the card says that there is none."))
        self.lack.setText(told)
        self.lack.setVisible(bool(told))
        self.accept_button.setEnabled(self.check.ready and not wrong)

    def _wrong(self) -> str:
        given = self.given
        if not given.answer:
            return _("Type the answer.")
        if len(given.answer) > MOST_OF_ANSWER:
            most = f"{MOST_OF_ANSWER:,}".replace(",", ".")
            return _("An answer has at most {most} characters. Make it shorter.").format(most=most)
        if not given.by:
            return _("Say who answered.")
        if given.address and _WEB.fullmatch(given.address) is None:
            return _("A web address begins with https://, or leave it out.")
        return ""

    def _replace(self, words: str, instead: str) -> None:
        self.answer.setPlainText(put_instead(self.answer.toPlainText(), words, instead))
        for field in (self.by, self.source):
            field.setText(put_instead(one_line(field.text()), words, instead))
