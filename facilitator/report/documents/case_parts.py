"""What the papers about a case share: what it is called, who is in it, and where a moment stands."""

from __future__ import annotations

from facilitator.core.casus import Moment
from facilitator.core.disclosure import Disclosed
from facilitator.core.vocabulary import MELDCODE, Phase
from facilitator.words import _


def moment_number(number: int) -> str:
    """Give "Moment 2" for the second moment."""
    return _("Moment {number}").format(number=number)


def where(phase: Phase, meldcode_step: int | None) -> str:
    """Say in which phase a moment is, and at which step of the meldcode."""
    parts = [_("Phase: {name}").format(name=_(phase.msgid))]
    if meldcode_step is not None:
        name = _(MELDCODE[meldcode_step])
        parts.append(_("Reporting code, step {number}: {name}").format(number=meldcode_step, name=name))
    return " · ".join(parts)


def persons(known: Disclosed) -> tuple[tuple[str, str], ...]:
    """Give the persons that a group knows: with their age, and what it may know of them (Markdown)."""
    return tuple(
        (person.name if person.age is None else f"{person.name} ({person.age})", person.about)
        for person in known.persons
    )


def timeline(known: Disclosed) -> tuple[tuple[str, str], ...]:
    """Give what happened, as far as a group knows it."""
    return tuple((occurrence.when, occurrence.what) for occurrence in known.occurrences)


def knowledge(moment: Moment, role: str) -> str:
    """Give what a role knows at a moment (Markdown); empty where that is nothing of its own."""
    return "\n\n".join(known.knows for known in moment.roles if known.role == role)
