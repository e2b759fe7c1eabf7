"""What a script, case or card is about, as Markdown of our own content."""

from __future__ import annotations

from facilitator.core.card import Card
from facilitator.core.casus import Case
from facilitator.core.script import Script
from facilitator.ui.casuistry.contents import Value
from facilitator.ui.casuistry.library.card_words import card_words
from facilitator.ui.prepare.script_part import case_text
from facilitator.ui.prepare.steps_preview import script_text


def value_words(value: Value) -> str:
    """Give what it is about."""
    match value:
        case Case():
            return case_text(value)
        case Script():
            return script_text(value)
        case Card():
            return card_words(value)
