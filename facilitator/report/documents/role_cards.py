"""The role cards of a case: a page for the facilitator, then a sheet per role with a card to cut for each moment.

A sheet comes as often as somebody holds its role, so that what comes out of the printer is what is needed. A card says
itself of which role and moment it is, and that it is invented: once cut, nothing else tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.core.casus import Case
from facilitator.core.people import Participant
from facilitator.core.roles import hands
from facilitator.core.session import Session
from facilitator.report.documents import case_parts, paper
from facilitator.report.documents.paper import Paper
from facilitator.words import _, ngettext


@dataclass(frozen=True, slots=True)
class Holding:
    """A role, who holds it, and how many sheets of it there are."""

    role: str
    who: str
    sheets: str


@dataclass(frozen=True, slots=True)
class Size:
    """A size of the group, and what to do with the roles then."""

    people: str
    how: str


@dataclass(frozen=True, slots=True)
class Card:
    """What a role knows at one moment (Markdown)."""

    title: str
    knows: str


@dataclass(frozen=True, slots=True)
class RoleSheet:
    """The sheet of one role: who you are (Markdown), and a card for each moment. `copy` is empty for the only one."""

    role: str
    copy: str
    about: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class RoleCardsModel:
    """What the template shows; an empty tuple or text leaves its part out."""

    title: str
    invented: str
    holdings: tuple[Holding, ...]
    dealt: bool
    idle: str
    sizes: tuple[Size, ...]
    sheets: tuple[RoleSheet, ...]


def role_cards_paper(session: Session, case: Case) -> Paper:
    """Give the role cards."""
    holders = _roles(session, case)
    model = RoleCardsModel(
        title=case.title,
        invented=paper.invented(case),
        holdings=tuple(_holding(session, role, people) for role, people in holders.items()),
        dealt=any(holders.values()),
        idle=_idle(session),
        sizes=tuple(_sizes(session, case)),
        sheets=tuple(sheet for role, people in holders.items() for sheet in _sheets(case, role, len(people))),
    )
    return Paper(model, paper.meta(session, _("Role cards"), _("Role cards · invented case · cut along the dashes")))


def _holders(session: Session, role: str) -> tuple[Participant, ...]:
    people = session.notebook.participants
    return tuple(person for person in people if person.present and role in session.roles_of(person.id))


def _roles(session: Session, case: Case) -> dict[str, tuple[Participant, ...]]:
    """Give who holds each role: what was dealt is of the present case, also where another has a role of that name."""
    present = session.case is not None and session.case.id == case.id
    return {role: _holders(session, role) if present else () for role in case.roles}


def _holding(session: Session, role: str, people: tuple[Participant, ...]) -> Holding:
    named = ", ".join(_named(session, person) for person in people)
    count = max(1, len(people))
    sheets = ngettext("{count} sheet", "{count} sheets", count).format(count=count)
    return Holding(role, named or _("nobody yet"), sheets)


def _named(session: Session, person: Participant) -> str:
    partner = paper.partner_names(session, (person.partner_id,))
    return f"{person.name or person.role} ({partner})" if partner else person.name or person.role


def _idle(session: Session) -> str:
    people = session.notebook.participants
    return ", ".join(_named(session, each) for each in people if each.present and not session.roles_of(each.id))


def _sizes(session: Session, case: Case) -> Iterator[Size]:
    roles, present = len(case.roles), sum(person.present for person in session.notebook.participants)
    least = min(session.script.group_min, present or session.script.group_min)
    for people in range(min(max(2, least), roles), roles):
        merged = (" + ".join(held) for held in hands(case, people) if len(held) > 1)
        yield Size(_people(people), _("One person holds: {roles}.").format(roles="; ".join(merged)))
    yield Size(_people(roles), _("Everybody holds one role."))
    more = _("Two people share a role: each has a sheet, and they answer together.")
    yield Size(_("{count} or more").format(count=roles + 1), more)


def _people(count: int) -> str:
    return ngettext("{count} person", "{count} persons", count).format(count=count)


def _sheets(case: Case, role: str, holders: int) -> Iterator[RoleSheet]:
    copies = max(1, holders)
    for number in range(1, copies + 1):
        copy = _("sheet {number} of {count}").format(number=number, count=copies) if copies > 1 else ""
        yield RoleSheet(role, copy, case.role_card(role).about, tuple(_cards(case, role)))


def _cards(case: Case, role: str) -> Iterator[Card]:
    for number, moment in enumerate(case.moments, start=1):
        knows = case_parts.knowledge(moment, role)
        if knows:
            yield Card(f"{case_parts.moment_number(number)}: {moment.title}", knows)
