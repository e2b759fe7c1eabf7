"""Knowledge: the pages about what is known, and how one leads to another."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from facilitator.storage.library.records import ItemKey, ItemKind
from facilitator.ui.knowledge.card_printing import CardPrinting
from facilitator.ui.knowledge.empty_room import EmptyRoom
from facilitator.ui.knowledge.finding import Finding
from facilitator.ui.knowledge.hub_page import HubPage
from facilitator.ui.knowledge.opening import Opening
from facilitator.ui.knowledge.rooms import ROOMS
from facilitator.ui.knowledge.source_link import open_in_browser
from facilitator.ui.knowledge.trail import Trail
from facilitator.ui.knowledge.walk.offering import offer_walk
from facilitator.ui.services import Services
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.knowledge.help_desk.help_desk import HelpDesk


class Knowledge(QObject):
    """The cards, and the rooms in which something is done with them.

    A page of a room from which a card is opened stays as it was left, and "back" leads to it.

    Attributes:
        services: the parts behind the windows, for the rooms.
        page: what the sidebar leads to.
        elsewhere: gives what leads back to a page outside of this; None where there is none in sight.
        browser: shows a web address, and gives whether it could. Called on a click and at no other moment.

    Signals:
        page_wanted(QWidget): show this page in place of what is there.
        back_wanted(): go to the page of the sidebar again.
        said(str), warned(str): tell the user.
        failed(Exception): the store, or the library, does not let it.
        card_opened(CardPage): the page of a card was made; who offers something to do with a card does it now.
    """

    page_wanted = Signal(object)
    back_wanted = Signal()
    said = Signal(str)
    warned = Signal(str)
    failed = Signal(object)
    card_opened = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.browser: Callable[[str], bool] = open_in_browser
        self.elsewhere: Callable[[], Callable[[], object] | None] = lambda: None
        self.page = HubPage(ROOMS)
        self._trail = Trail()
        self._here: QWidget | None = None
        self._finding = Finding(services, self.page, self)
        self._opening = Opening(services, self)
        self._printing = CardPrinting(services, self)
        self._wire()

    def _wire(self) -> None:
        self.page.entered.connect(self._trail.clear)
        self.page.item_chosen.connect(self.open_item)
        self.page.room_chosen.connect(lambda room: room.enter(self))
        self.page.question_typed.connect(partial(self.ask, typing=True))
        self.page_wanted.connect(self._come)
        self.card_opened.connect(partial(offer_walk, self))
        self._finding.failed.connect(self.failed)
        for told, heard in (
            (self._printing.said, self.said),
            (self._printing.warned, self.warned),
            (self._printing.failed, self.failed),
        ):
            told.connect(heard)
        self.card_opened.connect(self._printing.offer_on)
        self.page.paper_wanted.connect(self._printing.save_all)
        self._printing.ended.connect(self.page.paper_ended)
        opening = self._opening
        opening.failed.connect(self.failed)
        opening.warned.connect(self.warned)
        opening.card_opened.connect(self.card_opened)
        opening.left.connect(self._go_back)
        opening.item_wanted.connect(self.open_item)
        opening.address_wanted.connect(self._browse)

    @property
    def workplace(self) -> str:
        """Where somebody works, as was chosen on the hub; empty when nothing was."""
        return self.page.ways.workplace

    @property
    def staying(self) -> tuple[QWidget, ...]:
        """The pages that must not go while another one is shown: "back" leads to them."""
        return self._trail.pages

    def open_card(self, card_id: str, back: Callable[[], object] | None = None) -> None:
        """Show everything on a card, whoever wrote it. A card that is not there is told.

        "Back" leads to the page it was opened from, as it was left; `back` brings one elsewhere.
        """
        self.open_item(ItemKey(ItemKind.CARD, card_id), back)

    def open_item(self, key: ItemKey, back: Callable[[], object] | None = None) -> None:
        """Show a card, a case or a script; see `open_card`."""
        self._opening.open(key, partial(self._show, back))

    def show_empty(self, title: str, words: str) -> None:
        """Show a room in which there is nothing: that, and the way back."""
        page = EmptyRoom(title, words)
        page.left.connect(self.back_wanted)
        self.page_wanted.emit(page)

    def _show(self, back: Callable[[], object] | None, page: QWidget) -> None:
        here = self._here
        if back is not None:
            self._trail.go_on_from(back)
        elif here is not None and isValid(here) and here.isVisible():
            self._trail.go_on_from(here)
        else:
            self._trail.clear()  # one came from elsewhere, and the way back is another
            elsewhere = self.elsewhere()
            if elsewhere is not None:
                self._trail.go_on_from(elsewhere)
        self.page_wanted.emit(page)

    def _come(self, page: QWidget) -> None:
        self._here = page

    def _go_back(self) -> None:
        way = self._trail.back()
        if way is None:
            self.back_wanted.emit()
        elif isinstance(way, QWidget):
            self.page_wanted.emit(way)
        else:
            way()

    def _browse(self, address: str) -> None:
        if not self.browser(address):
            self.warned.emit(_("The browser did not open. This is the address: {address}").format(address=address))

    @cached_property
    def help_desk(self) -> HelpDesk:
        """Where questions are asked, and what becomes of those that nothing answers."""
        from facilitator.ui.knowledge.help_desk.help_desk import HelpDesk  # noqa: PLC0415  made when first needed

        return HelpDesk(self)

    def ask(self, question: str = "", *, typing: bool = False) -> None:
        """Go to the help desk and ask this; without a question, what was asked there last.

        `typing`: somebody is in the middle of it, and goes on at its end.
        """
        self.help_desk.ask(question, typing=typing)
