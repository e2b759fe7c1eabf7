"""KnownCards: the cards a session can use: those of the program, and those that were written here or came in a pack."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from facilitator.core.text import fold
from facilitator.ui.futures import deliver, in_background

if TYPE_CHECKING:
    from facilitator.core.card import Card
    from facilitator.storage.library.records import Item
    from facilitator.storage.library.store import LibraryStore
    from facilitator.ui.casuistry.privacy.searching import Searcher
    from facilitator.ui.services import Services


class OwnCards(NamedTuple):
    """Cards that are not the program's, and how many more there are in which something is still to be decided."""

    cards: tuple[Card, ...] = ()
    waiting: int = 0


class KnownCards(QObject):
    """Gives the cards there are. Of two with one id the user's own counts.

    The user's own are asked for when cards are first wanted, and read beside the windows; until then, and where the
    library does not open, those of the program are there. A card in which something looks like personal data, and
    nobody decided about it, is not given: it would come before a room.

    Signals:
        arrived(): the user's own are there.
    """

    arrived = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._own: OwnCards | None = None

    def __call__(self) -> Sequence[Card]:
        """Give them, in order of title the user's own after those of the program."""
        if self._own is None:
            self._own = OwnCards()
            self._ask()
        from facilitator.ui.casuistry.users_items import one_of_each  # noqa: PLC0415  needed once cards are

        return one_of_each(self._services.library().cards, self._own.cards)

    def waiting(self) -> int:
        """How many cards are held back until somebody looked at them."""
        return 0 if self._own is None else self._own.waiting

    def _ask(self) -> None:
        from facilitator.storage.library.store import is_begun  # noqa: PLC0415  needed once cards are
        from facilitator.ui.casuistry.privacy.searching import Searcher  # noqa: PLC0415  the same

        if not is_begun(self._services.home):
            self._take(OwnCards())
            return
        search = Searcher(self._services.lexicon)
        # Without the library those of the program are there: whoever leads a session is not told of it then.
        deliver(in_background(partial(own_cards, self._services.shelf(), search)), self._take, lambda _error: None)

    def _take(self, own: OwnCards) -> None:
        self._own = own
        self.arrived.emit()


def own_cards(shelf: LibraryStore, search: Searcher) -> OwnCards:
    """Read the cards that were written here or imported. Waits for the library.

    Raises the StoreError with which the library does not open, and NoListsError where nothing can be looked for.
    """
    from facilitator.storage.library.records import ItemKind  # noqa: PLC0415  read beside the windows
    from facilitator.ui.casuistry.users_items import users_items  # noqa: PLC0415  the same

    there = [item for item, _pack in users_items(shelf, ItemKind.CARD)]
    read = [(card, _waits(shelf, item, search)) for item in there if (card := _card_in(item)) is not None]
    free = sorted((card for card, waits in read if not waits), key=lambda card: fold(card.title))
    return OwnCards(tuple(free), sum(waits for _card, waits in read))


def _card_in(item: Item) -> Card | None:
    """The card in an item; None while something in it must be put right first."""
    from facilitator.content.drafts import read_draft  # noqa: PLC0415  read beside the windows
    from facilitator.content.library import CARD_FILES  # noqa: PLC0415  the same

    return read_draft(CARD_FILES, item.text).value


def _waits(shelf: LibraryStore, item: Item, search: Searcher) -> bool:
    """Whether something in it is still to be decided."""
    from facilitator.content.library import CARD_FILES  # noqa: PLC0415  read beside the windows
    from facilitator.ui.casuistry.editor.source import tree_of  # noqa: PLC0415  the same
    from facilitator.ui.casuistry.privacy.findings import found_in  # noqa: PLC0415  the same

    tree = tree_of(CARD_FILES, item.text)
    return bool(found_in(CARD_FILES.declare(), tree, search, shelf.settled(item.key).result()))
