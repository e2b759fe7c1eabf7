"""CardPrinting: knowledge cards on paper, a page each: one, or all those that are in sight."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.core.card import Card
from facilitator.storage.library.records import Line, Origin
from facilitator.ui.after.exporting import Exporting
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.knowledge.known_cards import OwnCards, cards_in, held_words
from facilitator.ui.services import Services
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.report.worker import Exported
    from facilitator.ui.knowledge.card_page import CardPage


class CardPrinting(QObject):
    """Makes the file in the folder for documents, and tells where it is.

    Attributes:
        folder: where the files go.

    Signals:
        said(str): it is there.
        warned(str): it could not be made, or not of every card, in words.
        failed(Exception): a fault of our own, or the library does not let it.
        ended(): nothing is being made any more.
    """

    said = Signal(str)
    warned = Signal(str)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.folder: Path = services.documents_folder / "Facilitator" / _("Knowledge cards")
        self._left = ""
        self._exporting = Exporting(services, self, beside=True)
        self._exporting.done.connect(self._tell)
        self._exporting.failed.connect(self._tell_error)

    def offer_on(self, page: CardPage) -> None:
        """Offer it on the page of a card."""
        page.offer(_("Save as PDF"), partial(self.save, page.card))

    def save(self, card: Card) -> None:
        """Make the file."""
        from facilitator.report.cards import card_of  # noqa: PLC0415  not needed to read a card

        self._exporting.start((card_of(card, self._services.now().astimezone().date()),), self.folder)

    def save_all(self, lines: Sequence[Line]) -> None:
        """Make one file of these cards, a page each, in their order.

        A card of the user's own in which something is still to be decided stays out, and that is told.
        """
        asked = partial(self._save_read, len(lines))
        deliver(in_background(partial(self._read, tuple(lines))), asked, self._tell_error)

    def _read(self, lines: tuple[Line, ...]) -> OwnCards:
        """Read the cards, beside the windows."""
        from facilitator.ui.casuistry.privacy.searching import Searcher  # noqa: PLC0415  needed for the user's own only

        services, shelf = self._services, self._services.shelf()
        cards: list[Card] = []
        waiting: list[Card] = []
        search = Searcher(services.lexicon)
        for line in lines:
            card = services.library().card(line.key.id) if line.origin is Origin.SHIPPED else None
            own = OwnCards() if card is not None else cards_in((shelf.item(line.key).result(),), shelf, search)
            cards += own.cards if card is None else (card,)
            waiting += own.waiting
        return OwnCards(tuple(cards), tuple(waiting))

    def _save_read(self, asked: int, read: OwnCards) -> None:
        from facilitator.report.cards import cards_of  # noqa: PLC0415  not needed to read a card

        self._left = _left_out(read, asked)
        if read.cards:
            today = self._services.now().astimezone().date()
            self._exporting.start((cards_of(read.cards, today),), self.folder)
        else:
            self.ended.emit()
            self.warned.emit(self._left)

    def _tell(self, exported: Exported) -> None:
        self.ended.emit()
        left, self._left = self._left, ""
        for made in exported.made:
            told = _("{name} is in {folder}.").format(name=made.path.name, folder=made.path.parent)
            self.said.emit(f"{told} {left}".rstrip())

    def _tell_error(self, error: Exception) -> None:
        self.ended.emit()
        explain = getattr(error, "explain", None)
        if callable(explain):
            self.warned.emit(str(explain()))
        else:
            self.failed.emit(error)


def _left_out(read: OwnCards, asked: int) -> str:
    """Say which of so many cards are not in the file, and why."""
    unfinished = asked - len(read.cards) - len(read.waiting)
    words = ngettext(
        "{count} card is not finished and stayed out.", "{count} cards are not finished and stayed out.", unfinished
    )
    parts = (
        held_words(len(read.waiting)) if read.waiting else "",
        words.format(count=unfinished) if unfinished else "",
    )
    return " ".join(part for part in parts if part)
