"""What the papers about a case share: what it is called, who is in it, and where a moment stands."""

from __future__ import annotations

from facilitator.core.casus import Case, Moment, PersonKind
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


def persons(case: Case, moments: int) -> tuple[tuple[str, str], ...]:
    """Give the persons a group knows that was told so many moments: with their age, and what it may know (Markdown).

    Who comes into the case by relations alone that are not known yet, is not known yet.
    """
    told = _told(case, moments)
    since = {
        person.id: {each.since for each in case.relations if person.id in {each.one, each.other}}
        for person in case.persons
    }
    return tuple(
        (person.name if person.age is None else f"{person.name} ({person.age})", person.about)
        for person in case.persons
        if person.kind is PersonKind.FAMILY or not since[person.id] or since[person.id] & told
    )


def timeline(case: Case, moments: int) -> tuple[tuple[str, str], ...]:
    """Give what happened, as far as a group knows it that was told so many moments."""
    told = _told(case, moments)
    return tuple((each.when, each.what) for each in case.timeline if each.moment in told)


def _told(case: Case, moments: int) -> set[str | None]:
    """The moments that were told; None stands for what is known from the beginning."""
    return {None, *(moment.id for moment in case.moments[:moments])}


def knowledge(moment: Moment, role: str) -> str:
    """Give what a role knows at a moment (Markdown); empty where that is nothing of its own."""
    return "\n\n".join(known.knows for known in moment.roles if known.role == role)
