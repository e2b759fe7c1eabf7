"""What kinds of items, origins and facets are called on the screen."""

from __future__ import annotations

from facilitator.core.casus import Level
from facilitator.core.vocabulary import MELDCODE, Form, Phase
from facilitator.storage.library.records import Facet, ItemKind, Origin
from facilitator.words import N_, _

KINDS: dict[ItemKind, str] = {
    ItemKind.CASE: N_("Case"),
    ItemKind.SCRIPT: N_("Script"),
    ItemKind.CARD: N_("Card"),
}
ORIGINS: dict[Origin, str] = {
    Origin.OWN: N_("your own"),
    Origin.IMPORTED: N_("from a pack"),
    Origin.SHIPPED: N_("with the program"),
}
FACETS: dict[Facet, str] = {
    Facet.KIND: N_("Kind"),
    Facet.THEME: N_("Theme"),
    Facet.ROLE: N_("Role in the case"),
    Facet.PHASE: N_("Phase"),
    Facet.STEP: N_("Step of the meldcode"),
    Facet.LEVEL: N_("Level"),
    Facet.FORM: N_("Form of meeting"),
    Facet.ORIGIN: N_("Where it comes from"),
    Facet.PACK: N_("Pack"),
}
"""The filters, in the order in which they stand on the page."""

_LEVELS = {Level.BASIC: N_("basic"), Level.EXPERIENCED: N_("experienced"), Level.EXPERT: N_("expert")}
_VALUES: dict[Facet, dict[str, str]] = {
    Facet.KIND: {kind.value: text for kind, text in KINDS.items()},
    Facet.ORIGIN: {origin.value: text for origin, text in ORIGINS.items()},
    Facet.PHASE: {phase.value: phase.msgid for phase in Phase},
    Facet.STEP: {str(number): text for number, text in MELDCODE.items()},
    Facet.LEVEL: {level.value: text for level, text in _LEVELS.items()},
    Facet.FORM: {form.value: form.msgid for form in Form},
}


def value_name(facet: Facet, value: str) -> str:
    """What a value of a facet is called; themes, roles and packs are called as they are written."""
    known = _VALUES.get(facet, {}).get(value)
    if facet is Facet.STEP and known is not None:
        return f"{value}. {_(known)}"
    return value if known is None else _(known)
