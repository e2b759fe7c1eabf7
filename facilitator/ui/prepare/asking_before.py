"""AskingBefore: of what a coming session looks back on, who told already how it stands, and asking the others."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.core.events import LookBackItem
from facilitator.core.reporting import awaited_of
from facilitator.ui.prepare.look_back_card import LookBackCard
from facilitator.ui.prepare.planner import Planner
from facilitator.ui.returned.asking import Asking
from facilitator.ui.services import Services


class AskingBefore(Asking):
    """Shows on the card of the look back what the planner was told, and asks from there."""

    def __init__(self, services: Services, planner: Planner, card: LookBackCard, window: QWidget) -> None:
        super().__init__(services, window)
        self._items: tuple[LookBackItem, ...] = ()
        self._card = card
        planner.before_told.connect(self._show)
        card.ask_requested.connect(lambda: self.ask_before(self._items))
        self.closed.connect(card.ask.setFocus)

    def _show(self, items: tuple[LookBackItem, ...]) -> None:
        self._items = items
        self._card.show_told(awaited_of(items))
