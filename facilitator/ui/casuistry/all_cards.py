"""All cards there are: those that come with the program, one's own, and those of packs; each id once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.core.card import Card
from facilitator.storage.library.records import ItemKind, Origin
from facilitator.ui.casuistry.contents import content_of
from facilitator.ui.casuistry.users_items import one_of_each, users_items
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.services import Services

if TYPE_CHECKING:
    from facilitator.storage.library.store import LibraryStore


@dataclass(frozen=True, slots=True)
class Known:
    """A card, and where it comes from: `pack` is the title of its pack and `pack_id` its id, for one from a pack."""

    card: Card
    origin: Origin
    pack: str = ""
    pack_id: str = ""

    @property
    def id(self) -> str:
        """The id of the card."""
        return self.card.id


class AllCards(QObject):
    """Gathers them, without holding up a window.

    Signals:
        came(tuple[Known, ...]): all that can be read, drafts left out.
        failed(Exception): the library does not let it; what comes with the program was given all the same.
    """

    came = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services

    def ask(self) -> None:
        """Gather them anew."""
        shelf = self._services.shelf()
        deliver(in_background(partial(_known, self._services, shelf)), self._come, self._fail)

    def _come(self, known: tuple[Known, ...]) -> None:
        self.came.emit(known)

    def _fail(self, error: Exception) -> None:
        self.came.emit(_known(self._services))
        self.failed.emit(error)


def _known(services: Services, shelf: LibraryStore | None = None) -> tuple[Known, ...]:
    """All cards; without a shelf those that come with the program. Waits for the library."""
    shipped = (Known(card, Origin.SHIPPED) for card in services.library().cards)
    return one_of_each(shipped, () if shelf is None else _users(services, shelf))


def _users(services: Services, shelf: LibraryStore) -> Iterator[Known]:
    for item, pack in users_items(shelf, ItemKind.CARD):
        value = content_of(item, services.library).value
        if isinstance(value, Card):
            yield Known(value, item.origin, pack, item.pack)
