"""CardMaker: an answer becomes a card of the region, in the library, and is finished in the editor."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.content.personal import Search
from facilitator.core.help_desk import DeskQuestion, answered
from facilitator.storage.help_desk import Change
from facilitator.storage.library.records import ItemKey, ItemKind
from facilitator.storage.library.store import LibraryStore
from facilitator.ui.casuistry.contents import FILES
from facilitator.ui.casuistry.editor.source import text_of
from facilitator.ui.casuistry.editor.tree import put
from facilitator.ui.casuistry.indexing import indexed_text
from facilitator.ui.casuistry.privacy.gate import Gate
from facilitator.ui.casuistry.writing import Writing
from facilitator.ui.futures import deliver
from facilitator.ui.knowledge.help_desk.answer_card import Given, card_of
from facilitator.ui.knowledge.help_desk.kept_questions import KeptQuestions
from facilitator.ui.services import Services


class CardMaker(QObject):
    """First the card is in the library, then the question is answered by it: a question never leads nowhere.

    Signals:
        page_wanted(QWidget): show the editor.
        left(): the editor is done.
        warned(str): tell the user.
        failed(Exception): the library or the store does not let it.
    """

    page_wanted = Signal(object)
    left = Signal()
    warned = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, search: Search, kept: KeptQuestions, window: QWidget) -> None:
        super().__init__(kept)
        self._services = services
        self._search = search
        self._kept = kept
        self._window = window
        self._writing: tuple[LibraryStore, Writing] | None = None

    def make(self, question: DeskQuestion, given: Given) -> None:
        """Make a card of an answer, and open it."""
        shelf = self._services.shelf()
        id_ = f"eigen-{self._services.new_id()}"[:64]
        tree = put(card_of(question, given, self._services.now().astimezone().date()), ("id",), id_)
        text = text_of(FILES[ItemKind.CARD], tree)
        made = shelf.create(indexed_text(ItemKind.CARD, id_, text), text, author=given.by)
        done = partial(answered, card_id=id_, sourced=bool(given.source))
        deliver(made, partial(self._made, question.id, done, ItemKey(ItemKind.CARD, id_)), self._fail)

    def _made(self, question_id: str, done: Change, key: ItemKey, _none: None) -> None:
        self._kept.change({question_id: done}, partial(self._open, key))

    def _open(self, key: ItemKey) -> None:
        self.writing.go_to(key, ())

    @property
    def writing(self) -> Writing:
        """The editor, made when it is first needed; anew when the library was opened anew."""
        shelf = self._services.shelf()
        if self._writing is None or self._writing[0] is not shelf:
            self._writing = shelf, self._editor(shelf)
        return self._writing[1]

    def _editor(self, shelf: LibraryStore) -> Writing:
        gate = Gate(shelf, self._search, self._window)
        gate.failed.connect(self.failed)
        writing = Writing(self._services, gate, self)
        writing.page_wanted.connect(self.page_wanted)
        writing.left.connect(lambda _key: self.left.emit())
        writing.warned.connect(self.warned)
        writing.failed.connect(self.failed)
        return writing

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
