"""What a new script, case or card begins with, and what a copy takes over."""

from __future__ import annotations

from facilitator.core.casus import Level, Phase
from facilitator.core.script import Form, StepKind
from facilitator.storage.library.records import ItemKind
from facilitator.ui.casuistry.editor.tree import Plain, put
from facilitator.words import _


def blank(kind: ItemKind) -> Plain:
    """Give the least that makes a form worth looking at: one of each part that every author fills in."""
    match kind:
        case ItemKind.CASE:
            return _case()
        case ItemKind.SCRIPT:
            return _script()
        case ItemKind.CARD:
            return {"title": _("New card")}


def _case() -> Plain:
    moment: Plain = {"id": "moment-1", "title": _("The beginning"), "phase": Phase.DIRECT_SAFETY.value}
    return {
        "title": _("New case"),
        "summary": _("This case is invented. The people, the place and the conversations do not exist."),
        "level": Level.BASIC.value,
        "minutes": "45",
        "persons": ({"id": "persoon-1", "name": "", "kind": "gezin"},),
        "moments": (moment,),
    }


def _script() -> Plain:
    step: Plain = {
        "id": "stap-1",
        "title": _("Welcome"),
        "kind": StepKind.WELCOME.value,
        "minutes": "10",
        "minimum_minutes": "5",
        "audience": {"title": _("Welcome")},
    }
    return {
        "title": _("New script"),
        "form": Form.LEERBIJEENKOMST.value,
        "group": {"min": "4", "max": "16"},
        "steps": (step,),
    }


def copied(tree: Plain, title: str) -> Plain:
    """Give a copy that is called one; the original stays as it is."""
    return put(tree, ("title",), _("{title} (own version)").format(title=title))
