"""No paper holds what is not its reader's: over random sessions, by words that can be found again."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Status
from facilitator.core.people import Participant
from facilitator.core.session import Session, State
from facilitator.report import documents
from facilitator.report.bundle import Document, participants_of, report_of, run_sheet_of
from facilitator.report.documents import paper
from facilitator.report.press import Press
from tests.builders import Table
from tests.random_sessions import marked, random_table
from tests.report.conftest import RESOURCES
from tests.report.reading import seen, spoken

MARKED = re.compile(r"[a-z]+\d{5}x")
PRESS = Press(RESOURCES / "templates", RESOURCES / "fonts")
OWNED = (("p-pol", "p-vt"), ("p-vt", "p-wijk"), ("p-wijk", "p-pol"), (None, "p-pol"))
"""Who does what is agreed, and with whom."""


def furnished(table: Table) -> Table:
    """Give every kind of thing that could leak to a session: each with a marked word of its own."""
    if table.session.course.state is State.CLOSED:
        table.do(ev.SessionReopened, reason="fout")
    for number, person in enumerate(table.session.notebook.participants):
        table.do(ev.ParticipantChanged, participant=replace(person, name=marked("mens", 90_000 + number)))
    for number, (owner, other) in enumerate(OWNED):
        what, details, how = (marked(kind, 90_000 + number) for kind in ("afspraak", "toelichting", "terug"))
        made = Agreement(f"vol{number}", what, owner, with_ids=(other,), feedback=how, details=details)
        table.do(ev.AgreementMade, agreement=made)
        table.do(ev.NoteWritten, note=ev.Note(f"n{number}", marked("geheim", 90_000 + number)))
    table.do(ev.NoteChanged, note_id="n1", text=marked("geheim", 91_000), released=True)
    table.do(ev.ItemParked, item=ev.Parked("vol", marked("geparkeerd", 90_000)))
    table.do(ev.AnswerGiven, answer=ev.Answer("vol", "afspraken", marked("tekst", 90_000)))
    return table


def sessions() -> st.SearchStrategy[Session]:
    """Any session, with everything in it that must stay where it is."""
    tables = st.builds(random_table, st.integers(0, 2**32), st.integers(0, 60))
    return tables.map(lambda table: furnished(table).session)


def words(text: str) -> set[str]:
    return set(MARKED.findall(text))


def markup(session: Session, document: Document, person_id: str | None = None) -> str:
    return PRESS.markup(document.value, {"doc": documents.of(document, session, person_id).model})


def said_in(agreement: Agreement) -> set[str]:
    return words(f"{agreement.what} {agreement.details} {agreement.feedback}")


def theirs(session: Session, person: Participant) -> set[str]:
    """Every marked word that this person's paper may hold."""
    agreements = [a for a in session.notebook.agreements if a.concerns(person.partner_id)]
    own = [a for a in agreements if a.owner_id == person.partner_id]
    named = {a.owner_participant_id for a in own} | {person.id}
    people = [p for p in session.notebook.participants if p.id in named and p.partner_id == person.partner_id]
    return {p.name for p in people}.union(*map(said_in, agreements))


def private(session: Session) -> set[str]:
    return {note.text for note in session.notebook.notes if not note.released}


def hidden(pdf: bytes) -> str:
    """What a file says beside its pages: properties, metadata, bookmarks."""
    with pikepdf.open(BytesIO(pdf)) as document, document.open_outline() as outline:
        properties = " ".join(str(value) for value in document.docinfo.values())
        titles = " ".join(str(item.title) for item in outline.root)
        return f"{properties} {titles} {document.Root.Metadata.read_bytes().decode()}"


def test_what_could_leak_is_there() -> None:
    book = furnished(random_table(3, 40)).session.notebook
    assert {note.released for note in book.notes} == {True, False}
    kinds = {word.rstrip("0123456789x") for word in words(repr(book))}
    assert kinds >= {"mens", "afspraak", "toelichting", "terug", "geheim", "geparkeerd", "tekst"}


@settings(max_examples=100, deadline=None)
@given(sessions())
def test_a_participants_paper_holds_only_what_is_theirs(session: Session) -> None:
    for person in session.notebook.participants:
        assert words(markup(session, Document.PARTICIPANT, person.id)) <= theirs(session, person)


PLANTED = {
    "agreement": lambda book: [agreement.what for agreement in book.agreements],
    "private note": lambda book: [note.text for note in book.notes if not note.released],
    "released note": lambda book: [note.text for note in book.notes if note.released],
    "parked item": lambda book: [item.text for item in book.parked],
    "answer": lambda book: [answer.text for answer in book.answers],
    "name": lambda book: [person.name for person in book.participants],
}


@pytest.mark.parametrize("kind", PLANTED)
def test_a_planted_leak_is_seen(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setattr(paper, "contact", lambda session: " ".join(PLANTED[kind](session.notebook)))
    session = furnished(random_table(3, 80)).session
    people = session.notebook.participants
    assert any(words(markup(session, Document.PARTICIPANT, each.id)) - theirs(session, each) for each in people)


@settings(max_examples=100, deadline=None)
@given(sessions())
def test_a_participants_paper_holds_every_agreement_of_theirs(session: Session) -> None:
    for person in session.notebook.participants:
        told = markup(session, Document.PARTICIPANT, person.id)
        current = [a for a in session.notebook.agreements if a.status is not Status.DROPPED]
        assert all(a.what in told for a in current if a.concerns(person.partner_id))


@settings(max_examples=100, deadline=None)
@given(sessions())
def test_only_released_notes_reach_the_report_and_nothing_the_run_sheet(session: Session) -> None:
    told = {word for word in words(markup(session, Document.REPORT)) if word.startswith("geheim")}
    assert told == {note.text for note in session.notebook.notes if note.released}
    assert not words(markup(session, Document.RUN_SHEET))


@pytest.mark.parametrize("seed", [3, 11, 42])
def test_a_finished_file_holds_no_more_than_its_reader_may_read(seed: int) -> None:
    session = furnished(random_table(seed, 80)).session
    for job in [*participants_of(session), report_of(session), run_sheet_of(session)]:
        pdf = job.render(PRESS).pdf
        person = session.participant(job.participant_id)
        read = words(" ".join((seen(pdf), spoken(pdf), hidden(pdf), str(job.path), pdf.decode("latin-1"))))
        assert not read & private(session)
        if person is not None:
            assert read <= theirs(session, person)
        elif job.document is Document.RUN_SHEET:
            assert not read
        assert words(spoken(pdf)) == words(markup(session, job.document, job.participant_id))


@pytest.mark.parametrize("seed", [3, 42])
def test_no_name_stands_in_the_properties_of_a_file(seed: int) -> None:
    session = furnished(random_table(seed, 80)).session
    for job in [*participants_of(session), report_of(session), run_sheet_of(session)]:
        assert not words(hidden(job.render(PRESS).pdf))
