"""The way in: what is due for review, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.ui.casuistry.all_cards import AllCards
from facilitator.ui.knowledge.review.review_page import ReviewPage

if TYPE_CHECKING:
    from facilitator.ui.knowledge.knowledge import Knowledge


def enter(knowledge: Knowledge) -> None:
    """Show which cards are due."""
    page = ReviewPage(knowledge.services.now().astimezone().date())
    page.left.connect(knowledge.back_wanted)
    page.card_chosen.connect(knowledge.open_card)
    cards = AllCards(knowledge.services, page)
    cards.came.connect(page.show_cards)
    cards.failed.connect(knowledge.failed)
    knowledge.page_wanted.emit(page)
    cards.ask()
