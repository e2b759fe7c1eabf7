"""What a draft still needs, and what is worth a second look, in words beside the field it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from facilitator.core.text import fold
from facilitator.ui.prepare.draft import Draft
from facilitator.words import _, ngettext


class Part(StrEnum):
    """The parts of preparing, in order."""

    SCRIPT = "script"
    MEETING = "meeting"
    PEOPLE = "people"


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
    return (*_about_script(draft), *_about_meeting(draft, today), *_about_people(draft))


def blocked(found: tuple[Hint, ...], part: Part | None = None) -> bool:
    """Whether something must be put right first, in one part or in all."""
    return any(hint.blocks and part in {None, hint.part} for hint in found)


def _about_script(draft: Draft) -> Iterator[Hint]:
    if draft.script is None:
        yield Hint(Part.SCRIPT, "script", _("Choose a script."))
    elif draft.needs_case and draft.case is None:
        yield Hint(Part.SCRIPT, "case", _("Choose a case: this script tells one."))


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
