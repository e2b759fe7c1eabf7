"""HelpDesk: the pages of the help desk, and how one leads to another."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from facilitator.core.help_desk import DeskQuestion, Stage, put_right, taken_back
from facilitator.core.text import fold
from facilitator.storage.help_desk import Wording
from facilitator.storage.library.records import Answered, Packed
from facilitator.ui.casuistry import known_items
from facilitator.ui.casuistry.privacy.searching import Searcher
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.knowledge.help_desk.answer_dialog import AnswerDialog
from facilitator.ui.knowledge.help_desk.ask_page import AskPage
from facilitator.ui.knowledge.help_desk.bundling import Bundling
from facilitator.ui.knowledge.help_desk.card_maker import CardMaker
from facilitator.ui.knowledge.help_desk.keep_dialog import KeepDialog, wording_of
from facilitator.ui.knowledge.help_desk.kept_page import KeptPage
from facilitator.ui.knowledge.help_desk.kept_questions import KeptQuestions
from facilitator.ui.knowledge.help_desk.phrases import kept_words
from facilitator.ui.knowledge.help_desk.reading_in import ReadingIn
from facilitator.ui.widgets.dialog import Question
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.knowledge.knowledge import Knowledge


MOST = 6
"""So many answers are shown: who is in a hurry reads no more."""


class HelpDesk(QObject):
    """From a question to what answers it, or to the organisation that does.

    Attributes:
        kept: the questions that were kept.
        bundling, reading_in, maker: what is done with them.
        dialog: the dialog that was opened last.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__(knowledge)
        self._knowledge = knowledge
        self._services = knowledge.services
        self._search = Searcher(self._services.lexicon)
        self._question = ""
        self._told = False
        self.dialog: QDialog | None = None
        self.kept = KeptQuestions(self._services, self)
        self.kept.kept.connect(lambda question: knowledge.said.emit(kept_words(question)))
        self.bundling = Bundling(self._services, self._search, self.kept)
        self.reading_in = ReadingIn(self.kept)
        self.maker = CardMaker(self._services, self._search, self.kept, knowledge.page)
        self.maker.page_wanted.connect(knowledge.page_wanted)
        self.maker.left.connect(self.show_kept)
        for teller in (self.bundling, self.reading_in):
            teller.said.connect(knowledge.said)
        for warner in (self.reading_in, self.maker):
            warner.warned.connect(knowledge.warned)
        for part in (self.kept, self.bundling, self.reading_in, self.maker):
            part.failed.connect(knowledge.failed)

    # ---- asking

    def ask(self, question: str = "", *, typing: bool = False) -> None:
        """Show the page and ask this question; without one, that of the last time. `typing` goes on at its end."""
        self._question = question or self._question
        cards = {card.id: card for card in self._services.library().cards}
        page = AskPage(self._answer, cards)
        page.line.textChanged.connect(self._remember)
        page.opened.connect(self._knowledge.open_item)
        page.keep_wanted.connect(self._keep)
        page.kept_wanted.connect(self.show_kept)
        page.left.connect(self._knowledge.back_wanted)
        page.failed.connect(self._knowledge.failed)
        self._knowledge.page_wanted.emit(page)
        page.reading = not self._told
        page.show_question(self._question)
        if typing and question:
            page.line.end(False)
        if page.reading:
            self._tell_shipped(page)

    def _answer(self, question: str) -> Future[Answered]:
        return self._services.shelf().answer(question, self._knowledge.workplace, MOST)

    def _remember(self, question: str) -> None:
        self._question = question

    def _tell_shipped(self, page: AskPage) -> None:
        """The library may never have heard of what comes with the program: tell it, and ask once more then."""
        deliver(in_background(partial(known_items.shipped, self._services)), partial(self._shipped, page), self._fail)

    def _shipped(self, page: AskPage, shipped: tuple[tuple[Packed, ...], str]) -> None:
        items, fingerprint = shipped
        told = self._services.shelf().tell_shipped(items, fingerprint)
        deliver(told, partial(self._end_reading, page), partial(self._not_told, page))

    def _not_told(self, page: AskPage, error: Exception) -> None:
        if isValid(page):
            page.reading = False
        self._fail(error)

    def _end_reading(self, page: AskPage, _count: int) -> None:
        self._told = True
        if isValid(page):
            page.end_reading()

    # ---- keeping

    @property
    def _themes(self) -> list[str]:
        return sorted({theme for card in self._services.library().cards for theme in card.themes}, key=fold)

    def _keep(self, text: str) -> None:
        wording = Wording(text, self._knowledge.workplace)
        dialog = KeepDialog(self._search, self._themes, wording, self._window)
        dialog.keep_wanted.connect(lambda: self.kept.keep(dialog.wording, dialog.close_kept, dialog.not_kept))
        self._open(dialog)

    def _put_right(self, question: DeskQuestion) -> None:
        dialog = KeepDialog(self._search, self._themes, wording_of(question), self._window, anew=False)
        dialog.keep_wanted.connect(lambda: self._keep_right(question, dialog))
        self._open(dialog)

    def _keep_right(self, question: DeskQuestion, dialog: KeepDialog) -> None:
        """What stood there may have been a name: it is let go in the backups too."""
        wording = dialog.wording
        right = partial(put_right, text=wording.text, theme=wording.theme, allowed=wording.allowed)
        keep = self.kept.change if wording.text == question.text else self.kept.forget
        keep({question.id: right}, dialog.close_kept, dialog.not_kept)

    def show_kept(self) -> None:
        """Show the questions that were kept."""
        page = KeptPage()
        self.kept.changed.connect(page.show_questions)
        self.kept.not_read.connect(page.show_not_read)
        page.entered.connect(self.kept.ask)
        page.left.connect(self.ask)
        page.bundle_wanted.connect(lambda: self.bundling.begin(page))
        page.file_wanted.connect(lambda: self.reading_in.choose(page, self._services.documents_folder))
        page.dropped.connect(self.reading_in.read_all)
        page.paste_wanted.connect(lambda: self.reading_in.paste(page))
        for wanted, then in (
            (page.answer_wanted, self._take_answer),
            (page.read_wanted, self._read_card),
            (page.right_wanted, self._put_right),
            (page.back_wanted, self._take_back),
            (page.remove_wanted, self._ask_to_remove),
        ):
            wanted.connect(partial(self._with_question, then))
        self._knowledge.page_wanted.emit(page)

    def _with_question(self, then: Callable[[DeskQuestion], object], id_: str) -> None:
        question = self.kept.find(id_)
        if question is not None:
            then(question)

    def _take_back(self, question: DeskQuestion) -> None:
        """An answer that does not count is let go in the backups too."""
        take = self.kept.forget if question.stage is Stage.ARRIVED else self.kept.change
        take({question.id: taken_back})

    def _ask_to_remove(self, question: DeskQuestion) -> None:
        dialog = Question(
            _("Throw this question away?"),
            _(
                "“{question}” It goes from the backups too, and cannot be taken back. A card that was made of its "
                "answer stays."
            ).format(question=question.text),
            _("Erase"),
            self._window,
            danger=True,
        )
        dialog.accepted.connect(lambda: self.kept.remove(question.id))
        self._open(dialog)

    # ---- answering

    def _read_card(self, question: DeskQuestion) -> None:
        self._knowledge.open_card(question.card_id)

    def _take_answer(self, question: DeskQuestion) -> None:
        dialog = AnswerDialog(question, self._search, self._window)
        dialog.keep_wanted.connect(lambda: self.maker.make(dialog))
        self._open(dialog)
        deliver(self._services.shelf().answer(question.text, question.role), dialog.show_alike, self._fail)

    @property
    def _window(self) -> QWidget:
        """Where dialogs stand; the page itself may go meanwhile."""
        return self._knowledge.page.window()

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, CancelledError):
            self._knowledge.failed.emit(error)
