"""What a script, case or card is about, as Markdown of our own content."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.card import Card
from facilitator.core.casus import Case
from facilitator.core.script import Script
from facilitator.ui.casuistry.contents import Value
from facilitator.ui.prepare.script_part import case_text
from facilitator.ui.prepare.steps_preview import bold, script_text
from facilitator.words import _


def value_words(value: Value) -> str:
    """Give what it is about."""
    match value:
        case Case():
            return case_text(value)
        case Script():
            return script_text(value)
        case Card():
            return "\n\n".join(_card(value))


def _card(card: Card) -> Iterator[str]:
    yield f"# {card.title}"
    yield card.summary
    yield card.body
    for title, items in (
        (_("Signals"), card.signals),
        (_("What to do"), card.to_do),
        (_("What not to do"), card.not_to_do),
    ):
        if items:
            yield bold(title)
            yield "\n".join(f"- {item}" for item in items)
    yield bold(_("Read on"))
    yield "\n".join(f"- {source.title} ({source.publisher})" for source in card.read_on)
