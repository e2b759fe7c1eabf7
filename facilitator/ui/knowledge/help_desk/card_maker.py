"""CardMaker: an answer becomes a card of the region, in the library, and is finished in the editor."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.content.personal import Search
from facilitator.core.help_desk import answered, card_id_for, looked_over
from facilitator.storage.library.errors import IdTaken
from facilitator.storage.library.history import Replacement
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
from facilitator.ui.knowledge.help_desk.answer_dialog import AnswerDialog
from facilitator.ui.knowledge.help_desk.kept_questions import KeptQuestions
from facilitator.ui.services import Services
from facilitator.words import _


class CardMaker(QObject):
    """First the answer waits at its question, then the card is in the library, then the question is answered by it.

    So an answer is never lost and a question never leads nowhere; what is tried again leads to the same card.

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

    def make(self, dialog: AnswerDialog) -> None:
        """Make a card of what stands in a dialog, and open it; the dialog stays until it is all kept."""
        given = dialog.given
        looked = partial(looked_over, seen=dialog.seen, answer=given.answer, source=given.told)
        self._kept.change({dialog.asked.id: looked}, partial(self._create, dialog, given), dialog.not_kept)

    def _create(self, dialog: AnswerDialog, given: Given) -> None:
        dialog.answer_is_kept(given)
        question, shelf = dialog.asked, self._services.shelf()
        key = ItemKey(ItemKind.CARD, card_id_for(question))
        tree = put(card_of(question, given, self._services.now().astimezone().date()), ("id",), key.id)
        text = text_of(FILES[ItemKind.CARD], tree)
        card = Replacement(indexed_text(ItemKind.CARD, key.id, text), text, _("Made of an answer"))
        link = partial(self._link, dialog, given, key)
        made = shelf.create(card.indexed, text, author=given.by)
        deliver(made, link, partial(self._not_created, dialog, card, link))

    def _not_created(
        self, dialog: AnswerDialog, card: Replacement, link: Callable[[None], object], error: Exception
    ) -> None:
        """A card that is there already was made when this was tried before, and the question then not linked to it."""
        if isinstance(error, IdTaken):
            replaced = self._services.shelf().replace((card,), _("Before an answer came in its place"))
            deliver(replaced, link, partial(self._not_made, dialog))
        else:
            self._not_made(dialog, error)

    def _link(self, dialog: AnswerDialog, given: Given, key: ItemKey, _none: None) -> None:
        done = partial(answered, card_id=key.id, sourced=bool(given.source))
        self._kept.change({dialog.asked.id: done}, partial(self._done, dialog, key), dialog.not_kept)

    def _done(self, dialog: AnswerDialog, key: ItemKey) -> None:
        dialog.close_kept()
        self._open(key)

    def _not_made(self, dialog: AnswerDialog, error: Exception) -> None:
        dialog.not_kept(error)
        self.failed.emit(error)

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
