"""A certificate of attendance: which meeting, what it was about, and how long somebody was really there.

It says what happened and claims nothing: whether it counts for a professional register is for that register to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from facilitator.core.attendance import time_there
from facilitator.core.people import Participant, Partner
from facilitator.core.session import Session
from facilitator.report import dates
from facilitator.report.contents import ALL, Contents
from facilitator.report.documents import paper
from facilitator.report.documents.paper import Paper
from facilitator.report.documents.present import ended, there_words
from facilitator.report.documents.session_report import Fact
from facilitator.report.documents.time_told import real_span
from facilitator.report.presence import away_words, missed_words
from facilitator.words import _, ngettext


@dataclass(frozen=True, slots=True)
class CertificateModel:
    """What the template shows. `goal` is Markdown; `goals` are those of the cases that were studied."""

    name: str
    role: str
    version: str
    facts: tuple[Fact, ...]
    hours: str
    missed: str
    goal: str
    goals: tuple[str, ...]
    contact: str


def certificate_paper(session: Session, person: Participant, contents: Contents = ALL) -> Paper:
    """Give the certificate of one participant."""
    partner = session.partner(person.partner_id) or Partner(person.partner_id, "")
    model = CertificateModel(
        name=person.name or person.role,
        role=", ".join(part for part in (person.role if person.name else "", partner.name) if part),
        version=paper.version(session),
        facts=tuple(fact for fact in _facts(session, person, contents) if fact.value),
        hours=in_hours(time_there(session, person.id, ended(session))),
        missed=missed_words(session, person.id, ended(session)),
        goal=session.script.goal,
        goals=tuple(dict.fromkeys(goal for case in session.cases for goal in case.learning_goals)),
        contact=paper.contact(session),
    )
    reader = ", ".join(part for part in (model.name, partner.name) if part)
    title = _("Certificate of attendance")
    return Paper(model, paper.meta(session, title, _("Certificate for {reader}").format(reader=reader)))


def _facts(session: Session, person: Participant, contents: Contents) -> tuple[Fact, ...]:
    details = session.details
    return (
        Fact(_("Meeting"), session.script.title),
        Fact(_("Form"), _(session.script.form.msgid)),
        Fact(_("Date"), dates.with_weekday(details.day)),
        Fact(_("Place"), ", ".join(part for part in (details.place, details.municipality) if part)),
        Fact(_("Case"), ", ".join(case.title for case in session.cases)),
        *(_times(session, person) if contents.times else ()),
    )


def _times(session: Session, person: Participant) -> tuple[Fact, ...]:
    """Give when the meeting really was, and when this person was there where that was not all of it."""
    there = there_words(session, person.id)
    return (
        Fact(_("Time"), real_span(session)),
        Fact(_("There"), "" if there == _("present") else there),
        Fact(_("Out of the room"), away_words(session, person.id)),
    )


def in_hours(time: timedelta) -> str:
    """Give a time in words, in whole minutes: "2 hours and 5 minutes". What was not reached does not count."""
    hours, minutes = divmod(int(time.total_seconds()) // 60, 60)
    told = ngettext("{count} hour", "{count} hours", hours).format(count=hours)
    rest = ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
    if hours and minutes:
        return _("{hours} and {minutes}").format(hours=told, minutes=rest)
    return told if hours else rest
