"""CardPrinting: a knowledge card as one page of paper, from the page on which it is read."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.core.card import Card
from facilitator.ui.after.exporting import Exporting
from facilitator.ui.services import Services
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.worker import Exported
    from facilitator.ui.knowledge.card_page import CardPage


class CardPrinting(QObject):
    """Makes the file in the folder for documents, and tells where it is.

    Attributes:
        folder: where the files go.

    Signals:
        said(str): it is there.
        warned(str): it could not be made, in words.
        failed(Exception): a fault of our own.
    """

    said = Signal(str)
    warned = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.folder: Path = services.documents_folder / "Facilitator" / _("Knowledge cards")
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

    def _tell(self, exported: Exported) -> None:
        for made in exported.made:
            self.said.emit(_("{name} is in {folder}.").format(name=made.path.name, folder=made.path.parent))

    def _tell_error(self, error: Exception) -> None:
        explain = getattr(error, "explain", None)
        if callable(explain):
            self.warned.emit(str(explain()))
        else:
            self.failed.emit(error)
