"""On the page of a card with an instrument: a button that leads to walking through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.core.walk import asks
from facilitator.ui.knowledge.card_page import CardPage
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.knowledge.knowledge import Knowledge


def offer_walk(knowledge: Knowledge, page: CardPage) -> None:
    """Offer it, whoever wrote the card; nothing is offered where nothing is asked."""
    card = page.card

    def walk() -> None:
        from facilitator.ui.knowledge.walk.room import room_of  # noqa: PLC0415  not needed to read a card

        room_of(knowledge).take(card)

    if asks(card):
        page.offer(_("Go through the questions"), walk)
