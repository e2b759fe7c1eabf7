"""What a draft still needs, and what is worth a second look, in words beside the field it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from facilitator.core.fit import Fit, fit
from facilitator.core.text import fold
from facilitator.ui.prepare.draft import Draft
from facilitator.ui.prepare.fit_words import reasons_text
from facilitator.words import _, ngettext


class Part(StrEnum):
    """The parts of preparing, in order."""

    SCRIPT = "script"
    MEETING = "meeting"
    PEOPLE = "people"
    ROLES = "roles"


@dataclass(frozen=True, slots=True)
class Hint:
    """Something to tell beside a field. `blocks` says that the session cannot be planned like this.

    `row` is the id of the guest it is about, empty when it is about none.
    """

    part: Part
    field: str
    text: str
    blocks: bool = True
    row: str = ""


def hints(draft: Draft, today: date) -> tuple[Hint, ...]:
    """Give every hint about a draft, in the order of the page."""
    return (*_about_script(draft), *_about_meeting(draft, today), *_about_people(draft), *_about_roles(draft))


def blocked(found: tuple[Hint, ...], part: Part | None = None) -> bool:
    """Whether something must be put right first, in one part or in all."""
    return any(hint.blocks and part in {None, hint.part} for hint in found)


def _about_script(draft: Draft) -> Iterator[Hint]:
    if draft.script is None:
        yield Hint(Part.SCRIPT, "script", _("Choose a script."))
    elif draft.needs_case and draft.case is None:
        yield Hint(Part.SCRIPT, "case", _("Choose a case: this script tells one."))
    elif draft.needs_case and draft.case is not None:
        yield from _about_fit(draft, fit(draft.script, draft.case))


def _about_fit(draft: Draft, found: Fit) -> Iterator[Hint]:
    """A planned session keeps its case, so there it is told and blocks nothing."""
    if not found.suits:
        text = _("This case does not fit the script: {reasons}. Choose another case.")
        yield Hint(Part.SCRIPT, "fit", text.format(reasons=reasons_text(found)), blocks=draft.session is None)
    elif found.against:
        text = _("Mind: this case {reasons}.").format(reasons=reasons_text(found))
        yield Hint(Part.SCRIPT, "fit", text, blocks=False)


def _about_meeting(draft: Draft, today: date) -> Iterator[Hint]:
    if not draft.place.strip():
        yield Hint(Part.MEETING, "place", _("Fill in where the meeting is, for example the name of the building."))
    if draft.day < today:
        yield Hint(Part.MEETING, "day", _("This day is in the past."), blocks=False)
    plan = draft.plan
    if plan is not None and plan.short_by:
        text = ngettext(
            "This script needs {count} minute more, even at its shortest.",
            "This script needs {count} minutes more, even at its shortest.",
            plan.short_by,
        ).format(count=plan.short_by)
        yield Hint(Part.MEETING, "minutes", text, blocks=not draft.short_on_purpose)
    if draft.next_meeting is not None and draft.next_meeting <= draft.day:
        yield Hint(Part.MEETING, "next_meeting", _("The next meeting must be after this one."))


def _about_people(draft: Draft) -> Iterator[Hint]:
    seen: set[tuple[str, str]] = set()
    for guest in draft.people:
        if not guest.name.strip() and not guest.role.strip():
            yield Hint(Part.PEOPLE, "name", _("Fill in a name, or what this person does."), row=guest.id)
        if not guest.organisation.strip():
            text = _("Choose the organisation of {name}.").format(name=guest.name.strip() or _("this person"))
            yield Hint(Part.PEOPLE, "organisation", text, row=guest.id)
        who = fold(guest.name), fold(guest.organisation)
        if guest.name.strip() and who in seen:
            text = _("{name} is in the list twice.").format(name=guest.name.strip())
            yield Hint(Part.PEOPLE, "name", text, blocks=False, row=guest.id)
        seen.add(who)
    yield from _about_group(draft)


def _about_group(draft: Draft) -> Iterator[Hint]:
    script, count = draft.script, len(draft.people)
    if not draft.names_at_table:
        text = _("Nobody is in the list yet. You can also add people when they come in.")
        yield Hint(Part.PEOPLE, "group", text, blocks=False)
    elif script is not None and count and not script.group_min <= count <= script.group_max:
        text = _("You have {count} people; this script works best with {least} to {most}.").format(
            count=count, least=script.group_min, most=script.group_max
        )
        yield Hint(Part.PEOPLE, "group", text, blocks=False)


def _about_roles(draft: Draft) -> Iterator[Hint]:
    if not draft.roles or not draft.deals:
        return
    held = {role for deal in draft.deals for role in deal.roles}
    for role in draft.roles:
        if role not in held:
            yield Hint(Part.ROLES, "roles", _("Nobody plays {role} yet.").format(role=role), blocks=False)
    for person in draft.at_table:
        if not draft.roles_of(person.id):
            text = _("{name} has no role yet.").format(name=person.name or person.role)
            yield Hint(Part.ROLES, "roles", text, blocks=False, row=person.id)
