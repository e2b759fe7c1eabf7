"""Knowledge: the pages about what is known, and how one leads to another."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.ui.knowledge.card_page import CardPage
from facilitator.ui.knowledge.hub_page import HubPage
from facilitator.ui.knowledge.rooms import ROOMS
from facilitator.ui.services import Services

if TYPE_CHECKING:
    from facilitator.ui.knowledge.help_desk.help_desk import HelpDesk


class Knowledge(QObject):
    """The cards, and the rooms in which something is done with them.

    Attributes:
        services: the parts behind the windows, for the rooms.
        page: what the sidebar leads to.

    Signals:
        page_wanted(QWidget): show this page in place of what is there.
        back_wanted(): go to the page of the sidebar again.
        said(str), warned(str): tell the user.
        failed(Exception): the store, or the library, does not let it.
    """

    page_wanted = Signal(object)
    back_wanted = Signal()
    said = Signal(str)
    warned = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.page = HubPage(ROOMS)
        self.page.entered.connect(self._show_cards)
        self.page.card_chosen.connect(self.open_card)
        self.page.room_chosen.connect(lambda room: room.enter(self))

    def _show_cards(self) -> None:
        self.page.show_cards(self.services.library().cards)

    def open_card(self, card_id: str) -> None:
        """Show everything on a card; nothing happens for one that is not there."""
        card = next((card for card in self.services.library().cards if card.id == card_id), None)
        if card is not None:
            page = CardPage(card)
            page.left.connect(self.back_wanted)
            self.page_wanted.emit(page)

    @cached_property
    def help_desk(self) -> HelpDesk:
        """Where questions are asked, and what becomes of those that nothing answers."""
        from facilitator.ui.knowledge.help_desk.help_desk import HelpDesk  # noqa: PLC0415  made when first needed

        return HelpDesk(self)

    def ask(self, question: str = "") -> None:
        """Go to the help desk and ask this; without a question, what was asked there last."""
        self.help_desk.ask(question)
