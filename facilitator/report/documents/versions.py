"""What a paper says of the versions before it: who had them, and what changed since."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Final

from facilitator.core.agreement import Agreement
from facilitator.core.course import HandedOut, Stood
from facilitator.core.handing_out import changes, had_before, have_old, is_draft
from facilitator.core.people import Participant, Partner
from facilitator.core.session import Session
from facilitator.core.text import shorten
from facilitator.report import dates
from facilitator.report.documents import paper
from facilitator.words import _


@dataclass(frozen=True, slots=True)
class Changed:
    """What became of the agreements: `title` names since which version; without `items` nothing changed."""

    title: str
    items: tuple[tuple[str, str], ...]


def changed(session: Session, partner_id: str | None = None, since: int | None = None) -> Changed | None:
    """Give what is new, changed and gone, with how each is called; None for a first version.

    What waits for a decision is passed over. Of what is gone only whose it was and its day: its words may have been
    taken out for a reason.
    """
    found = changes(session, partner_id, since)
    if found is None:
        return None
    book = session.notebook
    items = (
        *((_("New"), _called(session, one)) for one in found.new if not book.is_held(one.id)),
        *((_("Changed"), _called(session, one)) for one in found.changed if not book.is_held(one.id)),
        *((_("Gone"), _gone(session, one)) for one in found.gone),
    )
    return Changed(_("What changed since version {version}").format(version=found.since), items)


def _called(session: Session, agreement: Agreement) -> str:
    """Name an agreement and whose it is; both in full stand further on."""
    what, owner = shorten(agreement.name, _LONGEST), session.partner(agreement.owner_id)
    if owner is None:
        return what
    return _("{what} ({owner})").format(what=what, owner=shorten(owner.name, _LONGEST))


_LONGEST: Final = 100
"""Characters of a name in the list of what changed."""


def _gone(session: Session, stood: Stood) -> str:
    owner = session.partner(stood.owner_id)
    said = _("an agreement of {owner}").format(owner=owner.name) if owner else _("an agreement of nobody yet")
    if stood.deadline is None:
        return said
    return _("{agreement}, before {day}").format(agreement=said, day=dates.in_year(stood.deadline, session.details.day))


def replaces_yours(session: Session, reader: Participant | Partner) -> str:
    """Say to who got an earlier version that this one takes its place; nothing to who did not."""
    given = had_before(session, reader.id)
    if given is None:
        return ""
    version = _named(session, given)
    if isinstance(reader, Partner):
        return _("Your organisation got {version} before. This paper takes its place.").format(version=version)
    return _("You got {version} earlier. This paper takes its place.").format(version=version)


def since_of(session: Session, reader: Participant | Partner) -> int | None:
    """Give the version a reader knows, if any: a draft is no version to compare with."""
    given = had_before(session, reader.id)
    return None if given is None or is_draft(session, given) else given.version


def who_has_old(session: Session) -> tuple[tuple[str, str], ...]:
    """Give for each earlier version who still has it; the newest first."""
    had = sorted(have_old(session).items(), key=lambda item: item[1].at, reverse=True)
    named = [(_named(session, given), _reader(session, reader)) for reader, given in had]
    return tuple(
        (version, ", ".join(name for _version, name in each))
        for version, each in groupby(named, key=lambda item: item[0])
    )


def _named(session: Session, given: HandedOut) -> str:
    day = dates.in_words(paper.local(session, given.at).date())
    if is_draft(session, given):
        return _("a draft of {day}").format(day=day)
    return _("version {number} of {day}").format(number=given.version, day=day)


def _reader(session: Session, reader_id: str) -> str:
    person = session.participant(reader_id)
    partner = session.partner(reader_id if person is None else person.partner_id)
    organisation = "" if partner is None else partner.name
    if person is None:
        return organisation
    return _("{name} ({organisation})").format(name=person.name or person.role, organisation=organisation)
