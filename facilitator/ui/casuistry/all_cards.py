"""All cards there are: those that come with the program, one's own, and those of packs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from facilitator.core.card import Card
from facilitator.storage.library.records import Item, ItemKind, Origin, Pack
from facilitator.ui.casuistry.contents import content_of
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.gathering import together
from facilitator.ui.services import Services


@dataclass(frozen=True, slots=True)
class Known:
    """A card, and where it comes from: `pack` is the title of its pack and `pack_id` its id, for one from a pack."""

    card: Card
    origin: Origin
    pack: str = ""
    pack_id: str = ""


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
        deliver(self._services.shelf().packs(), self._ask_items, self._fail)

    def _ask_items(self, packs: tuple[Pack, ...]) -> None:
        shelf = self._services.shelf()
        asked = [shelf.own_items(), *(shelf.pack_items(pack.id) for pack in packs)]
        deliver(together(asked), partial(self._read, packs), self._fail)

    def _read(self, packs: Sequence[Pack], found: Sequence[tuple[Item, ...] | None]) -> None:
        items = [item for part in found for item in part or ()]
        titles = {pack.id: pack.title for pack in packs}
        deliver(in_background(partial(_known, self._services, items, titles)), self._come, self._fail)

    def _come(self, known: tuple[Known, ...]) -> None:
        self.came.emit(known)

    def _fail(self, error: Exception) -> None:
        self.came.emit(_known(self._services, (), {}))
        self.failed.emit(error)


def _known(services: Services, items: Sequence[Item], titles: dict[str, str]) -> tuple[Known, ...]:
    shipped = [Known(card, Origin.SHIPPED) for card in services.library().cards]
    return (*shipped, *_read_items(services, items, titles))


def _read_items(services: Services, items: Sequence[Item], titles: dict[str, str]) -> list[Known]:
    mine = [item for item in items if item.key.kind is ItemKind.CARD and item.trashed_at is None]
    values = [(item, content_of(item, services.library).value) for item in mine]
    return [
        Known(value, item.origin, titles.get(item.pack, ""), item.pack)
        for item, value in values
        if isinstance(value, Card)
    ]
