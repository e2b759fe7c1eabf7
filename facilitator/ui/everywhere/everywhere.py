"""Everywhere: from the key that searches everywhere to what was chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facilitator.storage.library.records import ItemKey, ItemKind
from facilitator.ui.desk_keys import AGREEMENTS, CASUISTRY, KNOWLEDGE
from facilitator.ui.everywhere import recent
from facilitator.ui.everywhere.actions import actions
from facilitator.ui.everywhere.doors import Doors
from facilitator.ui.everywhere.palette import Palette
from facilitator.ui.everywhere.rows import Kind, Row
from facilitator.ui.everywhere.seeker import Seeker
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services


class Everywhere(QObject):
    """Opens the palette over a window, and what is chosen in it.

    Attributes:
        palette: the palette that is open, or was last.
    """

    def __init__(self, services: Services, doors: Doors, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._doors = doors
        self._window = window
        self._actions = actions()
        self._seeker = Seeker(services, self._actions, self)
        self._seeker.begin()
        self.palette: Palette | None = None

    def ask(self, typed: str = "") -> None:
        """Open the palette."""
        palette = self.palette = Palette(self._seeker, self._window)
        palette.opened.connect(self.open)
        palette.finished.connect(partial(self._gone, palette))
        palette.ask(typed)

    def _gone(self, palette: Palette, _result: int) -> None:
        if self.palette is palette:
            self.palette = None
        palette.deleteLater()

    def open(self, row: Row) -> None:
        """Go where a row leads, and keep that it was opened."""
        if row.kind is not Kind.ASK:
            deliver(self._services.store.ask(partial(recent.note, kind=row.kind, ids=row.ids)), _nothing, _nothing)
        match row.kind:
            case Kind.ASK:
                self._doors.knowledge().ask(row.ids[0])
            case Kind.ACTION:
                self._actions[row.ids[0]].do(self._doors)
            case Kind.SESSION:
                self._doors.open_session(row.ids[0])
            case Kind.AGREEMENT:
                self._doors.go(AGREEMENTS)
                self._doors.agreements().show_agreement((row.ids[0], row.ids[1]))
            case Kind.CARD:
                self._open_card(row)
            case Kind.CASE | Kind.SCRIPT:
                self._open_item(row)

    def _open_card(self, row: Row) -> None:
        """Show a card, with a way back to where one was."""
        here = self._doors.here()
        back = partial(self._doors.go, here) if here not in {"", KNOWLEDGE} else None
        self._doors.knowledge().open_card(row.ids[0], back)

    def _open_item(self, row: Row) -> None:
        self._doors.go(CASUISTRY)
        self._doors.casuistry().page.show_item(ItemKey(ItemKind(row.kind.value), row.ids[0]), row.title)


def _nothing(_answer: object) -> None:
    """What was opened last is no reason to trouble anybody when it cannot be kept."""
