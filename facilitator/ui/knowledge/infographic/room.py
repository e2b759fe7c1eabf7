"""The room of the infographic: from the page of knowledge to its page, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.ui.knowledge.infographic.infographic_page import InfographicPage
from facilitator.ui.knowledge.infographic.panels import panels_today
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.knowledge.knowledge import Knowledge


def enter(knowledge: Knowledge) -> None:
    """Show the infographic as it is today."""
    made = panels_today(knowledge.services)
    if not made.panels:
        knowledge.show_empty(
            _("Figures in pictures"), _("No picture can be made: there are no cards with these figures.")
        )
        return
    page = InfographicPage(knowledge.services, made)
    page.left.connect(knowledge.back_wanted)
    page.failed.connect(knowledge.failed)
    knowledge.page_wanted.emit(page)
