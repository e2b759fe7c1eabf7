"""Finding: asks the library what suits, and tells the hub. What the program brought is there without it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from facilitator.core.card import Card
from facilitator.storage import settings
from facilitator.storage.library.records import Browsed, Item, ItemKey, ItemKind, Origin, Packed
from facilitator.ui.casuistry import known_items
from facilitator.ui.casuistry.contents import content_of
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.knowledge.hub_page import HubPage
from facilitator.ui.knowledge.shipped import shipped_answers
from facilitator.ui.knowledge.suiting import suiting
from facilitator.ui.knowledge.tips import tips_of
from facilitator.ui.knowledge.ways import Ways, ways_from
from facilitator.ui.services import Services
from facilitator.words import _

SETTING = "knowledge"
MOST_READ = 24
"""Tips are taken from so many cards: enough to choose from, and few to read."""


class Finding(QObject):
    """Fills the hub.

    Signals:
        failed(Exception): the store, or the library, does not let it.
    """

    failed = Signal(object)

    def __init__(self, services: Services, page: HubPage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._page = page
        self._told = False
        self._wrong = ""
        self._read: dict[ItemKey, Card | None] = {}
        page.entered.connect(self._enter)
        page.changed.connect(self._change)
        deliver(services.store.ask(partial(settings.kept, name=SETTING)), self._remember, self.failed.emit)

    def _remember(self, kept: object) -> None:
        ways = ways_from(kept)
        if self._page.ways == Ways():
            self._page.show_ways(ways)
            self._ask()

    def _enter(self) -> None:
        """Look anew: something may have been written or brought in meanwhile."""
        self._read.clear()
        self._wrong = ""
        if not self._told:
            shipped = in_background(partial(known_items.shipped, self._services))
            deliver(shipped, self._tell_shipped, self._not_read)
        self._ask()

    def _tell_shipped(self, shipped: tuple[tuple[Packed, ...], str]) -> None:
        deliver(self._services.shelf().tell_shipped(*shipped), self._know, self._fail)

    def _not_read(self, error: Exception) -> None:
        self._told = True  # nothing more comes
        self.failed.emit(error)
        self._ask()

    def _know(self, _count: int) -> None:
        self._told = True
        self._ask()

    def _change(self, ways: Ways) -> None:
        keep: Callable[..., None] = partial(settings.keep, name=SETTING, value=ways.plain())
        deliver(self._services.store.ask(keep), _leave, self.failed.emit)
        self._ask()

    def _ask(self) -> None:
        ways = self._page.ways
        if self._wrong:
            self._show_shipped(ways)
            return
        asked = self._services.shelf().browse(ways.queries())
        deliver(asked, partial(self._show, ways), self._fail)

    def _show(self, ways: Ways, answers: tuple[Browsed, ...]) -> None:
        if not isValid(self._page):
            return  # the window was closed before the library answered
        looking = not (self._told or self._wrong)
        self._page.show_found(suiting(ways, answers), self._wrong, looking=looking)
        self._show_tips()

    def _fail(self, error: Exception) -> None:
        """Say once that the library cannot be reached, and go on with what came with the program."""
        if not self._wrong:
            self._wrong = _("Your library cannot be reached now. You see what came with the program.")
            self.failed.emit(error)
        self._show_shipped(self._page.ways)

    def _show_shipped(self, ways: Ways) -> None:
        self._show(ways, shipped_answers(self._services.library(), ways))

    # ---- tips

    def _show_tips(self) -> None:
        library, cards = self._services.library(), []
        for line in [line for line in self._page.lines if line.key.kind is ItemKind.CARD][:MOST_READ]:
            if line.origin is Origin.SHIPPED:
                cards.append(library.card(line.key.id))
            elif line.key in self._read:
                cards.append(self._read[line.key])
            else:
                self._read[line.key] = None
                deliver(self._services.shelf().item(line.key), self._take, _leave)
        self._page.show_tips(tips_of(card for card in cards if card is not None))

    def _take(self, item: Item) -> None:
        value = content_of(item, self._services.library).value
        if isinstance(value, Card):
            self._read[item.key] = value
            self._show_tips()


def _leave(_answer: object) -> None:
    """Nothing follows."""
