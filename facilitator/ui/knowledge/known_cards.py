"""KnownCards: the cards a session can use: those of the program, and those that were written here or came in a pack."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from facilitator.core.text import fold
from facilitator.ui.futures import deliver, in_background
from facilitator.words import ngettext

if TYPE_CHECKING:
    from facilitator.core.card import Card
    from facilitator.storage.library.records import Item
    from facilitator.storage.library.store import LibraryStore
    from facilitator.ui.casuistry.privacy.searching import Searcher
    from facilitator.ui.services import Services


class OwnCards(NamedTuple):
    """Cards that are not the program's, and those in which something is still to be decided."""

    cards: tuple[Card, ...] = ()
    waiting: tuple[Card, ...] = ()


class KnownCards(QObject):
    """Gives the cards there are. Of two with one id the user's own counts.

    The user's own are asked for when cards are first wanted, and read beside the windows; until then, and where they
    cannot be read, those of the program are there. A card in which something looks like personal data, and
    nobody decided about it, is not given: it would come before a room.

    Signals:
        arrived(): the user's own are there.
    """

    arrived = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._own: OwnCards | None = None
        self._unread = False

    def __call__(self) -> Sequence[Card]:
        """Give them, in order of title the user's own after those of the program."""
        if self._own is None:
            self._own = OwnCards()
            self._ask()
        from facilitator.ui.casuistry.users_items import one_of_each  # noqa: PLC0415  needed once cards are

        return one_of_each(self._services.library().cards, self._own.cards)

    def waiting(self, which: Callable[[Card], bool] = lambda _card: True) -> int:
        """How many cards, or how many of those, are held back until somebody looked at them."""
        return 0 if self._own is None else sum(which(card) for card in self._own.waiting)

    def unread(self) -> bool:
        """Whether the user's own could not be read: the library does not open, or there is nothing to look with."""
        return self._unread

    def _ask(self) -> None:
        from facilitator.storage.library.store import is_begun  # noqa: PLC0415  needed once cards are
        from facilitator.ui.casuistry.privacy.searching import Searcher  # noqa: PLC0415  the same

        if not is_begun(self._services.home):
            self._take(OwnCards())
            return
        search = Searcher(self._services.lexicon)
        deliver(in_background(partial(own_cards, self._services.shelf(), search)), self._take, self._miss)

    def _take(self, own: OwnCards) -> None:
        self._own = own
        self.arrived.emit()

    def _miss(self, _error: Exception) -> None:
        self._unread = True


def own_cards(shelf: LibraryStore, search: Searcher) -> OwnCards:
    """Read the cards that were written here or imported. Waits for the library.

    Raises the StoreError with which the library does not open, and NoListsError where nothing can be looked for.
    """
    from facilitator.storage.library.records import ItemKind  # noqa: PLC0415  read beside the windows
    from facilitator.ui.casuistry.users_items import users_items  # noqa: PLC0415  the same

    read = cards_in([item for item, _pack in users_items(shelf, ItemKind.CARD)], shelf, search)
    return OwnCards(tuple(sorted(read.cards, key=lambda card: fold(card.title))), read.waiting)


def cards_in(items: Sequence[Item], shelf: LibraryStore, search: Searcher) -> OwnCards:
    """Read the cards in these items, in their order. Waits for the library, and raises what `own_cards` does."""
    read = [(card, is_undecided(shelf, item, search)) for item in items if (card := _card_in(item)) is not None]
    return OwnCards(
        tuple(card for card, waits in read if not waits),
        tuple(card for card, waits in read if waits),
    )


def held_words(count: int) -> str:
    """Say that so many cards are held back, and what to do."""
    return ngettext(
        "{count} card of your own may hold personal data. Check it in the library first.",
        "{count} cards of your own may hold personal data. Check them in the library first.",
        count,
    ).format(count=count)


def _card_in(item: Item) -> Card | None:
    """The card in an item; None while something in it must be put right first."""
    from facilitator.content.drafts import read_draft  # noqa: PLC0415  read beside the windows
    from facilitator.content.library import CARD_FILES  # noqa: PLC0415  the same

    return read_draft(CARD_FILES, item.text).value


def is_undecided(shelf: LibraryStore, item: Item, search: Searcher) -> bool:
    """Whether something in an item looks like personal data and nobody decided about it. Waits for the library.

    Asked before anything of the user's own is offered for paper, a walk or a room.

    Raises the StoreError with which the library does not open, and NoListsError where nothing can be looked for.
    """
    from facilitator.ui.casuistry.contents import FILES  # noqa: PLC0415  read beside the windows
    from facilitator.ui.casuistry.editor.source import tree_of  # noqa: PLC0415  the same
    from facilitator.ui.casuistry.privacy.findings import found_in  # noqa: PLC0415  the same

    kind = FILES[item.key.kind]
    return bool(found_in(kind.declare(), tree_of(kind, item.text), search, shelf.settled(item.key).result()))
