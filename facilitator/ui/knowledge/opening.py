"""Opening: from the name of an item to the page that shows it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from facilitator.content.drafts import read_draft
from facilitator.core.card import Card
from facilitator.core.casus import Case
from facilitator.core.script import Script
from facilitator.storage.library.errors import NotThere
from facilitator.storage.library.records import Browsed, Facet, Item, ItemKey, ItemKind, Origin, Query
from facilitator.ui.casuistry.contents import FILES, Value, content_of, shipped
from facilitator.ui.casuistry.library.value_words import value_words
from facilitator.ui.casuistry.names import ORIGINS
from facilitator.ui.casuistry.privacy.searching import Searcher
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.knowledge.card_facts import uses_of
from facilitator.ui.knowledge.card_page import CardPage
from facilitator.ui.knowledge.known_cards import is_undecided
from facilitator.ui.knowledge.reading_page import ReadingPage, text_page, unfinished_page
from facilitator.ui.services import Services
from facilitator.words import _

Then = Callable[[QWidget], object]
"""What is called with the page."""


class Opening(QObject):
    """Makes the page of a card, a case or a script.

    Signals:
        left(): go back from a page.
        item_wanted(ItemKey): read this.
        address_wanted(str): show this address in the browser.
        card_opened(CardPage): the page of a card was made, and nothing on it is to be decided any more.
        warned(str): tell the user.
        failed(Exception): the library does not let it.
    """

    left = Signal()
    item_wanted = Signal(object)
    address_wanted = Signal(str)
    card_opened = Signal(object)
    warned = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._search = Searcher(services.lexicon)
        self._users: frozenset[ItemKey] = frozenset()
        deliver(services.shelf().users_keys(), self._know, self._leave)

    def _know(self, users: frozenset[ItemKey]) -> None:
        """Keep what the user has: an id comes to be one of the program's too when the program grows, and not before."""
        self._users = users

    def _leave(self, _error: Exception) -> None:
        """Without the library there is what came with the program."""

    def open(self, key: ItemKey, then: Then) -> None:
        """Make the page of an item: the user's own where it has the id of one of the program's.

        What came with the program is there at once, also when the library is shut.
        """
        value = None if key in self._users else shipped(key, self._services.library())
        if value is not None:
            then(self._page(value))
            return
        deliver(self._services.shelf().item(key), partial(self._open, then), partial(self._miss, key, then))

    def _miss(self, key: ItemKey, then: Then, error: Exception) -> None:
        value = shipped(key, self._services.library())
        if value is not None:
            then(self._page(value))
        elif isinstance(error, NotThere):
            self.warned.emit(_("This is no longer there. It may lie in the trash of Casuistry."))
        else:
            self.failed.emit(error)

    def _open(self, then: Then, item: Item) -> None:
        if item.trashed_at is not None:
            self._miss(item.key, then, NotThere(item.key.id))
            return
        content = content_of(item, self._services.library)
        if content.value is not None:
            then(self._page(content.value, None if item.origin is Origin.SHIPPED else item))
            return
        problems = read_draft(FILES[item.key.kind], content.text).problems
        page = unfinished_page(item.title, problems)
        page.left.connect(self.left)
        then(page)

    def _page(self, value: Value, users: Item | None = None) -> QWidget:
        """The page of what came with the program, or of an item of the user's."""
        if isinstance(value, Card):
            return self._card_page(value, users)
        page = self._text_page(value)
        page.left.connect(self.left)
        return page

    def _text_page(self, value: Value) -> ReadingPage:
        where = _("You choose it when you prepare a session. In Casuistry you can make a version of your own.")
        if isinstance(value, Case):
            where = _("An invented case. You choose it when you prepare a session.")
        return text_page(value.title, value_words(value).split("\n\n", 1)[1], where)

    def _card_page(self, card: Card, users: Item | None) -> CardPage:
        page = CardPage(card, self._services.now().date(), "" if users is None else _(ORIGINS[users.origin]))
        page.left.connect(self.left)
        page.address_wanted.connect(self.address_wanted)
        page.card_wanted.connect(lambda card_id: self.item_wanted.emit(ItemKey(ItemKind.CARD, card_id)))
        page.script_wanted.connect(lambda script_id: self.item_wanted.emit(ItemKey(ItemKind.SCRIPT, script_id)))
        deliver(self._services.shelf().own_items(), partial(self._tell_uses, page), partial(self._tell_uses, page, ()))
        alike = frozenset({(Facet.KIND, ItemKind.CARD.value), *((Facet.THEME, theme) for theme in card.themes)})
        asked = self._services.shelf().browse([Query(chosen=alike)])
        deliver(asked, partial(self._relate, page), lambda _error: None)
        if users is None:
            self.card_opened.emit(page)
        else:
            looked = in_background(partial(is_undecided, self._services.shelf(), users, self._search))
            deliver(looked, partial(self._offer, page), partial(self._hold, page))
        return page

    def _offer(self, page: CardPage, undecided: bool) -> None:
        """Let others offer what can be done with a card of the user's, once nothing in it is to be decided."""
        if not isValid(page):
            return
        if undecided:
            page.hold(
                _(
                    "Something on this card looks like personal data, and nobody decided about it yet. So it does not "
                    "go on paper, and not before a group. Decide about it in Casuistry (Ctrl+3)."
                )
            )
        else:
            self.card_opened.emit(page)

    def _hold(self, page: CardPage, _error: Exception) -> None:
        if isValid(page):
            page.hold(
                _(
                    "Whether there are personal data on this card could not be looked at now. So it does not go on "
                    "paper, and not before a group."
                )
            )

    def _tell_uses(self, page: CardPage, own: tuple[Item, ...], _error: Exception | None = None) -> None:
        """Tell where a card is at hand; without the library that is in what came with the program."""
        if not isValid(page):
            return
        naming = (item for item in own if item.key.kind is ItemKind.SCRIPT and page.card.id in item.text)
        values = (content_of(item, self._services.library).value for item in naming)
        scripts = (*(value for value in values if isinstance(value, Script)), *self._services.library().scripts)
        page.show_uses(uses_of(page.card.id, scripts))

    def _relate(self, page: CardPage, answers: tuple[Browsed, ...]) -> None:
        if not isValid(page):
            return
        own, others = page.card, (line for line in answers[0].lines if line.key.id != page.card.id)
        page.show_related(sorted(others, key=lambda line: -len({*line.facets.themes} & {*own.themes})))
