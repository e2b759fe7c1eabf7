"""The room of facts and fables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.knowledge.knowledge import Knowledge


def enter(knowledge: Knowledge) -> None:
    """Show the claims there are."""
    from facilitator.ui.knowledge.facts.facts_page import FactsPage  # noqa: PLC0415  the sidebar does without it

    claims = tuple(card for card in knowledge.services.library().cards if card.fact_check is not None)
    if not claims:
        knowledge.show_empty(_("Facts and fables"), _("There are no fact checks here."))
        return
    page = FactsPage(claims)
    page.left.connect(knowledge.back_wanted)
    page.card_wanted.connect(knowledge.open_card)
    knowledge.page_wanted.emit(page)
