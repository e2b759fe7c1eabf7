"""A session that was held elsewhere, as its report tells it: known by that report, followed up here.

It is closed and stays so: what was said in it can be put right where it was held. How its agreements stand can be said
here, and stays said when a newer report of it is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Standing
from facilitator.core.events import ArchivedReport, Screen
from facilitator.core.notebook import Notebook
from facilitator.core.people import Participant, Partner
from facilitator.core.refusal import Refusal
from facilitator.core.script import Script, Step, StepKind
from facilitator.core.session import Course, Session, State
from facilitator.core.text import fold
from facilitator.core.vocabulary import AVE_LEVELS, READ_IN, Channel


def planned(report: ArchivedReport, source: ev.ReadFrom, event_id: str, at: datetime) -> ev.SessionPlanned:
    """Give the event with which a session begins that is known by its report."""
    told = report.steps or (ev.ArchivedStep(report.title),)
    steps = tuple(
        Step(f"stap-{number}", each.title, StepKind.QUESTION, each.minutes, 0, each.title)
        for number, each in enumerate(told, 1)
    )
    script = Script(READ_IN, report.title, report.form, "", "", 1, 99, steps)
    return ev.SessionPlanned(
        id=event_id,
        at=at,
        session_id=report.session_id,
        script=script,
        details=report.details,
        minutes=tuple(each.minutes for each in told),
        partners=report.partners,
        participants=report.participants,
        report=report,
        read_from=source,
    )


def taken(session: Session, report: ArchivedReport, source: ev.ReadFrom) -> Session | Refusal:
    """Give the session as a report tells it, with what was said here of how its agreements stand."""
    if report.session_id != session.id or report.version < 1 or not _fits(report):
        return Refusal.UNKNOWN
    before = {agreement.id: agreement for agreement in session.notebook.agreements}
    when = _ended(report)
    agreements = tuple(_followed(agreement, before.get(agreement.id), when) for agreement in report.agreements)
    notebook = Notebook(report.details, report.partners, report.participants, agreements=agreements)
    course = Course(State.CLOSED, closed_at=(when,) * report.version, covers=(Screen.NEUTRAL,))
    course = replace(course, handed_out=session.course.handed_out)
    return replace(session, notebook=notebook, course=course, history=(), undone=(), read_from=source)


def take(session: Session, event: ev.ReportRead) -> Session | Refusal:
    """Have a newer report take the place of the one before."""
    if session.read_from is None:
        return Refusal.HELD_HERE
    if event.report.version <= session.version:
        return Refusal.READ_ALREADY
    return taken(session, event.report, event.source)


def _fits(report: ArchivedReport) -> bool:
    """Whether everything that is named in a report is in it, once."""
    partners, people = _ids(report.partners), _ids(report.participants)
    named = {person.partner_id for person in report.participants}
    for agreement in report.agreements:
        named |= agreement.parties
        named |= {standing.by_id for standing in agreement.standings if standing.by_id is not None}
        if agreement.owner_participant_id not in {None, *people} or not agreement.what.strip():
            return False
        if any(step.level not in AVE_LEVELS for step in agreement.escalation):
            return False
    once = all(len(set(ids)) == len(ids) for ids in (partners, people, _ids(report.agreements)))
    return once and named <= set(partners)


def _ids(records: tuple[Partner, ...] | tuple[Participant, ...] | tuple[Agreement, ...]) -> list[str]:
    return [record.id for record in records]


def _ended(report: ArchivedReport) -> datetime:
    """When the meeting was to be over, for a report does not tell when it was made."""
    details = report.details
    return datetime.combine(details.day, details.start, UTC) + timedelta(minutes=details.available_minutes)


def _followed(agreement: Agreement, before: Agreement | None, when: datetime) -> Agreement:
    """Give an agreement with its life: first what the report tells, then what was said here of the one before."""
    told = agreement.standings or (Standing(agreement.status, when, agreement.status_remark, to=agreement.handed_to),)
    life = tuple(replace(standing, channel=Channel.FILE) for standing in told)
    here = () if before is None else tuple(one for one in before.standings if one.channel is not Channel.FILE)
    now = (*life, *here)[-1]
    return replace(agreement, standings=(*life, *here), status=now.status, status_remark=now.remark, handed_to=now.to)


def known_here(report: ArchivedReport, here: Mapping[str, str]) -> ArchivedReport:
    """Give a report with organisations by the ids they have here; `here` gives those by folded name.

    One that is not known here keeps its own id. Of two of one name only the first is taken for the one that is here.
    """
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for partner in report.partners:
        meant = here.get(fold(partner.name), partner.id)
        ids[partner.id] = partner.id if meant in taken else meant
        taken.add(ids[partner.id])
    return replace(
        report,
        partners=tuple(replace(partner, id=ids[partner.id]) for partner in report.partners),
        participants=tuple(
            replace(person, partner_id=ids.get(person.partner_id, person.partner_id)) for person in report.participants
        ),
        agreements=tuple(_with_ids(agreement, ids) for agreement in report.agreements),
    )


def _with_ids(agreement: Agreement, ids: Mapping[str, str]) -> Agreement:
    def here(partner_id: str | None) -> str | None:
        return None if partner_id is None else ids.get(partner_id, partner_id)

    def all_here(partner_ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(ids.get(each, each) for each in partner_ids)

    return replace(
        agreement,
        owner_id=here(agreement.owner_id),
        with_ids=all_here(agreement.with_ids),
        feedback_ids=all_here(agreement.feedback_ids),
        directed_by_id=here(agreement.directed_by_id),
        monitored_by_id=here(agreement.monitored_by_id),
        standings=tuple(replace(standing, by_id=here(standing.by_id)) for standing in agreement.standings),
    )
