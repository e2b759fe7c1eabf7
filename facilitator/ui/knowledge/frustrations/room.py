"""The room of the frustratiewijzer: its page, filled from the content and from the sessions on this laptop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.storage.library.records import ItemKey, ItemKind
from facilitator.ui.futures import deliver
from facilitator.ui.knowledge.frustrations.page import FrustrationsPage
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.knowledge.knowledge import Knowledge


def enter(knowledge: Knowledge) -> None:
    """Show the five frustrations."""
    library = knowledge.services.library()
    if not library.frustrations:
        knowledge.show_empty(_("Frustratiewijzer"), _("The texts of the Frustratiewijzer are not here."))
        return
    page = FrustrationsPage(
        library.frustrations,
        {card.id: card for card in library.cards},
        {script.id: script for script in library.scripts},
    )
    page.left.connect(knowledge.back_wanted)
    page.entered.connect(lambda: _ask(knowledge, page))
    page.card_chosen.connect(knowledge.open_card)
    page.script_chosen.connect(lambda script_id: knowledge.open_item(ItemKey(ItemKind.SCRIPT, script_id)))
    knowledge.page_wanted.emit(page)


def _ask(knowledge: Knowledge, page: FrustrationsPage) -> None:
    from facilitator.storage.frustration_rows import returning  # noqa: PLC0415  asked in the store's thread

    deliver(knowledge.services.store.ask(returning), page.show_returning, knowledge.failed.emit)
