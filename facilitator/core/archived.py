"""A session that was held elsewhere, as its report tells it: known by that report, followed up here.

It is closed and stays so: what was said in it can be put right where it was held. How its agreements stand can be said
here, and stays said when a newer report of it is read: what was said last holds, wherever that was. So do what was
spotted in its texts, and what was decided about that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Standing
from facilitator.core.archived_knowledge import Known, fits, known
from facilitator.core.course import Course
from facilitator.core.events import ArchivedReport, Screen
from facilitator.core.notebook import Flag, Notebook
from facilitator.core.people import Participant, Partner
from facilitator.core.refusal import Refusal
from facilitator.core.script import Script, Step, StepKind
from facilitator.core.session import Session, State
from facilitator.core.spotting import remark_subject, walk_subject, words_of, words_of_status
from facilitator.core.text import fold
from facilitator.core.vocabulary import AVE_LEVELS, READ_IN, Channel, Frustration, Status

MOST_PEOPLE: Final = 9_999
"""More than come to any meeting; a report that tells of more is none."""


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


def taken(
    session: Session, report: ArchivedReport, source: ev.ReadFrom, *, found: tuple[ev.FoundIn, ...], at: datetime
) -> Session | Refusal:
    """Give the session as a report tells it, with what was said here of how its agreements stand.

    `found` is what was spotted in the texts of the report. What was spotted before stays noted while it stands there.
    It was read `at` a moment: nothing that it tells is of later, whatever a clock said where it was made.
    """
    if report.session_id != session.id or report.version < 1 or not _fits(report):
        return Refusal.UNKNOWN
    book, when, told_of = session.notebook, min(_ended(report), at), known(report)
    flags = tuple(dict.fromkeys((*book.flags, *(Flag(one.subject_id, one.spotted) for one in found))))
    noted = replace(book, flags=flags)
    before = {agreement.id: agreement for agreement in book.agreements}
    told = (replace(each, standings=_told(each, when, at)) for each in report.agreements)
    agreements = tuple(_followed(noted, agreement, before.get(agreement.id)) for agreement in told)
    notebook = Notebook(report.details, report.partners, report.participants, agreements=agreements)
    notebook = replace(notebook, walks=told_of.walks, guesses=told_of.guesses)
    notebook = replace(notebook, flags=_still_there(flags, notebook), settled=book.settled)
    notebook = replace(notebook, frustrations=_recognised(session, report))
    course = replace(_closed(report, when, told_of), handed_out=session.course.handed_out)
    return replace(session, notebook=notebook, course=course, history=(), undone=(), read_from=source)


def _closed(report: ArchivedReport, when: datetime, told: Known) -> Course:
    """Give how a meeting went that is over, as far as its report tells."""
    course = Course(State.CLOSED, closed_at=(when,) * report.version, covers=(Screen.NEUTRAL,))
    return replace(course, cards_shown=told.cards_shown, revealed=told.revealed)


def take(session: Session, event: ev.ReportRead) -> Session | Refusal:
    """Have a newer report take the place of the one before."""
    if session.read_from is None:
        return Refusal.HELD_HERE
    if event.report.version <= session.version:
        return Refusal.READ_ALREADY
    return taken(session, event.report, event.source, found=event.found, at=event.at)


def words_read(session: Session) -> Iterator[tuple[str, str]]:
    """Every text that was read from a file and was typed in the meeting, with the id under which it is flagged.

    What a card says is none: that was looked at when the card was written, as it is of any card before a room.
    """
    yield from ((subject, words) for subject, words in _notes(session.notebook) if words)
    for agreement in session.notebook.agreements:
        yield agreement.id, words_of(agreement)
        for one in agreement.standings:
            if one.channel is Channel.FILE and (one.remark or one.to):
                yield remark_subject(agreement.id), words_of_status(one.remark, one.to)


def _recognised(session: Session, report: ArchivedReport) -> tuple[tuple[Frustration, str, int], ...]:
    """Give how many recognised each frustration, at the step of that name, or the first. "A few" is one at least."""
    at, first = {step.title: step.id for step in reversed(session.steps)}, session.steps[0].id
    found: dict[tuple[Frustration, str], int] = {}
    for one in report.frustrations:
        key = one.frustration, at.get(one.step, first)
        found[key] = max(found.get(key, 1), one.people)
    return tuple((frustration, step_id, people) for (frustration, step_id), people in found.items())


def _notes(book: Notebook) -> Iterator[tuple[str, str]]:
    """What was written with each question of a walk, with the id under which it is flagged."""
    for walk in book.walks:
        yield from ((walk_subject(walk.id, said.question_id), said.words) for said in walk.answers)


def _still_there(flags: tuple[Flag, ...], book: Notebook) -> tuple[Flag, ...]:
    """Give the flags whose words stand in a text that is there now."""
    texts = dict(_notes(book)) | {each.id: words_of(each) for each in book.agreements}
    texts |= {remark_subject(each.id): words_of_status(each.status_remark, each.handed_to) for each in book.agreements}
    return tuple(flag for flag in flags if _stands(flag.spotted, texts.get(flag.subject_id, "")))


def _stands(spotted: ev.Spotted, text: str) -> bool:
    """Whether these words stand in a text: inside a longer word too, for it is better to ask once too often."""
    return fold(spotted.text) in fold(text)


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
    if not fits(report) or any(not 0 <= one.people <= MOST_PEOPLE for one in report.frustrations):
        return False
    try:
        _ended(report)
    except (KeyError, ValueError, OSError, OverflowError):  # a zone or a length that cannot be
        return False
    once = all(len(set(ids)) == len(ids) for ids in (partners, people, _ids(report.agreements)))
    return once and named <= set(partners)


def _ids(records: tuple[Partner, ...] | tuple[Participant, ...] | tuple[Agreement, ...]) -> list[str]:
    return [record.id for record in records]


def _ended(report: ArchivedReport) -> datetime:
    """When the meeting was to be over (UTC), for a report does not tell when it was made."""
    details = report.details
    start = datetime.combine(details.day, details.start, ZoneInfo(details.time_zone))
    return start.astimezone(UTC) + timedelta(minutes=details.available_minutes)


def _followed(noted: Notebook, agreement: Agreement, before: Agreement | None) -> Agreement:
    """Give an agreement with its life: what the report tells, and what was said here of the one before, as it was said.

    What has a status other than that of a concept was agreed. Words that wait for a decision are gone when others come
    in their place.
    """
    here = () if before is None else tuple(one for one in before.standings if one.channel is not Channel.FILE)
    *earlier, now = sorted((*agreement.standings, *here), key=lambda one: one.at)
    waiting = noted.open_flags(remark_subject(agreement.id))
    life = (*(_without(waiting, one) for one in earlier), now)
    return replace(
        agreement,
        confirmed=agreement.status is not Status.CONCEPT,
        standings=life,
        status=now.status,
        status_remark=now.remark,
        handed_to=now.to,
    )


def _told(agreement: Agreement, when: datetime, at: datetime) -> tuple[Standing, ...]:
    """Give the life that a report tells, the newest last. Its pages tell the words of the newest with the agreement."""
    told = sorted(agreement.standings or (Standing(agreement.status, when),), key=lambda one: one.at)
    newest = told[-1]
    if not (newest.remark or newest.to):
        told[-1] = replace(newest, remark=agreement.status_remark, to=agreement.handed_to)
    return tuple(replace(one, at=min(one.at, at), channel=Channel.FILE) for one in told)


def _without(waiting: tuple[ev.Spotted, ...], said: Standing) -> Standing:
    """Give what was said before without its words, where any of them wait for a decision."""
    words = words_of_status(said.remark, said.to)
    return replace(said, remark="", to="") if any(_stands(each, words) for each in waiting) else said


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
