"""No paper holds what is not its reader's: over random sessions, by words that can be found again."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from facilitator.core.agreement import Status
from facilitator.core.people import Participant
from facilitator.core.session import Session
from facilitator.report import documents
from facilitator.report.bundle import Document, participants_of, report_of, run_sheet_of
from facilitator.report.press import Press
from tests.builders import Table
from tests.random_sessions import random_table, tables
from tests.report.conftest import RESOURCES
from tests.report.reading import seen, spoken

MARKED = re.compile(r"[a-z]+\d{5}x")
PRESS = Press(RESOURCES / "templates", RESOURCES / "fonts")


def markup(session: Session, document: Document, person_id: str | None = None) -> str:
    return PRESS.markup(document.value, {"doc": documents.of(document, session, person_id).model})


def theirs(session: Session, person: Participant) -> set[str]:
    """Every marked word that this person's paper may hold."""
    agreements = [a for a in session.notebook.agreements if a.concerns(person.partner_id)]
    own = [a for a in agreements if a.owner_id == person.partner_id]
    named = {a.owner_participant_id for a in own} | {person.id}
    people = [p for p in session.notebook.participants if p.id in named and p.partner_id == person.partner_id]
    return {agreement.what for agreement in agreements} | {p.name for p in people}


@settings(max_examples=60, deadline=None)
@given(tables())
def test_a_participants_paper_holds_only_what_is_theirs(table: Table) -> None:
    session = table.session
    for person in session.notebook.participants:
        told = set(MARKED.findall(markup(session, Document.PARTICIPANT, person.id)))
        assert told <= theirs(session, person)


@settings(max_examples=60, deadline=None)
@given(tables())
def test_a_participants_paper_holds_every_agreement_of_theirs(table: Table) -> None:
    session = table.session
    for person in session.notebook.participants:
        told = markup(session, Document.PARTICIPANT, person.id)
        current = [a for a in session.notebook.agreements if a.status is not Status.DROPPED]
        assert all(a.what in told for a in current if a.concerns(person.partner_id))


@settings(max_examples=60, deadline=None)
@given(tables())
def test_only_released_notes_reach_the_report(table: Table) -> None:
    session = table.session
    told = {word for word in MARKED.findall(markup(session, Document.REPORT)) if word.startswith("geheim")}
    assert told == {note.text for note in session.notebook.notes if note.released}
    assert "geheim" not in markup(session, Document.RUN_SHEET)


@pytest.mark.parametrize("seed", [3, 11, 42])
def test_the_finished_pdf_holds_no_more_than_its_markup(seed: int) -> None:
    session = random_table(seed, 80).session
    jobs = [*participants_of(session), report_of(session), run_sheet_of(session)]
    for job in jobs:
        pdf = job.render(PRESS).pdf
        allowed = set(MARKED.findall(markup(session, job.document, job.participant_id)))
        assert set(MARKED.findall(seen(pdf).replace("\r\n", "\n"))) <= allowed
        assert set(MARKED.findall(spoken(pdf))) == allowed
        assert not set(MARKED.findall(pdf.decode("latin-1"))) - allowed
