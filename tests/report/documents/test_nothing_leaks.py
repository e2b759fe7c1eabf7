"""No paper holds what is not its reader's: over random sessions, by words that can be found again."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Escalation, Status
from facilitator.core.people import Participant
from facilitator.core.session import Session, State
from facilitator.core.spotting import words_of
from facilitator.core.vocabulary import Phase
from facilitator.core.walk import Answered, Walk
from facilitator.core.weighing import Verdict
from facilitator.report import documents
from facilitator.report.bundle import Document, Job, documents_of
from facilitator.report.documents import paper
from facilitator.report.press import Press
from tests.builders import CASE, Table
from tests.random_sessions import COMPLETED, INSTRUMENT, LIVED, marked, random_table
from tests.report.conftest import RESOURCES
from tests.report.reading import seen, spoken

MARKED = re.compile(r"[a-z]+\d{5}x")
PRESS = Press(RESOURCES / "templates", RESOURCES / "fonts")
OWNED = (("p-pol", "p-vt"), ("p-vt", "p-wijk"), ("p-wijk", "p-pol"), (None, "p-pol"))
"""Who does what is agreed, and with whom."""


def _held_word(number: int) -> str:
    return marked("bewaard", 90_000 + number)


_WAITING: list[tuple[type[ev.Event], dict[str, Any]]] = [
    (ev.AgreementMade, {"agreement": Agreement("h0", _held_word(0), "p-pol", with_ids=("p-vt",))}),
    (ev.AgreementMade, {"agreement": Agreement("h1", "x", "p-vt", details=_held_word(1), feedback="y")}),
    (ev.AgreementMade, {"agreement": Agreement("h2", "x", "p-vt", feedback=_held_word(2))}),
    (ev.AgreementMade, {"agreement": Agreement("h3", "x", "p-vt", rhythm=_held_word(3))}),
    (ev.AgreementStatusSet, {"agreement_id": "vol0", "status": Status.BUSY, "remark": _held_word(4)}),
    (ev.AgreementMade, {"agreement": Agreement("h11", "x", "p-vt", title=_held_word(11))}),
    (ev.AgreementMade, {"agreement": Agreement("h12", "x", "p-vt", why=_held_word(12))}),
    (ev.AgreementMade, {"agreement": Agreement("h13", "x", "p-vt", monitoring=_held_word(13))}),
    (ev.AgreementMade, {"agreement": Agreement("h14", "x", "p-vt", safety_criterion=_held_word(14))}),
    (ev.AgreementMade, {"agreement": Agreement("h15", "x", "p-vt", escalation=(Escalation(2, _held_word(15)),))}),
    (ev.AgreementStatusSet, {"agreement_id": "vol1", "status": Status.HANDED_OVER, "to": _held_word(16)}),
    (ev.AnswerGiven, {"answer": ev.Answer("h5", "afspraken", _held_word(5))}),
    (ev.NoteChanged, {"note_id": "n3", "text": _held_word(6), "released": True}),
    (ev.ItemParked, {"item": ev.Parked("h7", _held_word(7))}),
    (ev.TurningPointMarked, {"point": ev.TurningPoint("h8", "m1", _held_word(8))}),
    (ev.MomentJudged, {"judgement": ev.Judgement("m1", Phase.RECOVERY, reason=_held_word(9))}),
    (ev.QuestionWeighed, {"weighed": ev.Weighed("m1", 2, Verdict.YES, _held_word(10))}),
    (ev.WalkAnswered, {"walk_id": "loop", "said": Answered("veilig", 0, _held_word(17))}),
]
HELD = [(kind, fields, *re.findall(r"bewaard\d{5}x", repr(fields))) for kind, fields in _WAITING]
"""A text of every kind that waits for a decision, with the word in it that must stay where it is."""


def furnished(table: Table) -> Table:
    """Give every kind of thing that could leak to a session: each with a marked word of its own."""
    if table.session.course.state is State.CLOSED:
        table.do(ev.SessionReopened, reason="fout")
    for number, person in enumerate(table.session.notebook.participants):
        table.do(ev.ParticipantChanged, participant=replace(person, name=marked("mens", 90_000 + number)))
    for number, (owner, other) in enumerate(OWNED):
        what, details, how = (marked(kind, 90_000 + number) for kind in ("afspraak", "toelichting", "terug"))
        made = Agreement(f"vol{number}", what, owner, with_ids=(other,), feedback=how, details=details)
        table.do(ev.AgreementMade, agreement=replace(made, **_completed(number)))
        table.do(ev.NoteWritten, note=ev.Note(f"n{number}", marked("geheim", 90_000 + number)))
    table.do(ev.NoteChanged, note_id="n1", text=marked("geheim", 91_000), released=True)
    table.do(ev.ItemParked, item=ev.Parked("vol", marked("geparkeerd", 90_000)))
    table.do(ev.AnswerGiven, answer=ev.Answer("vol", "afspraken", marked("tekst", 90_000)))
    table.do(ev.WalkBegun, walk=Walk("loop", "instrument", "Wegen", INSTRUMENT))
    for kind, fields, word in HELD:
        table.do(kind, **fields, findings=(ev.Spotted("naam", word),))
    return table


def _completed(number: int) -> dict[str, Any]:
    """Every other agreement has all that is filled in later; another partner directs it and watches over it."""
    if number % 2:
        return {}
    told = {name: marked(kind, 90_000 + number) for name, kind in COMPLETED.items()}
    steps = (Escalation(1, marked("stap", 90_000 + number), 5),)
    directed, monitored = ("p-wijk", None) if number else (None, "p-wijk")
    return told | {"escalation": steps, "directed_by_id": directed, "monitored_by_id": monitored}


def sessions() -> st.SearchStrategy[Session]:
    """Any session, with everything in it that must stay where it is."""
    tables = st.builds(random_table, st.integers(0, 2**32), st.integers(0, 60))
    return tables.map(lambda table: furnished(table).session)


def words(text: str) -> set[str]:
    return set(MARKED.findall(text))


def markup(session: Session, document: Document, person_id: str | None = None) -> str:
    return PRESS.markup(document.value, {"doc": documents.of(document, session, person_id).model})


def job_markup(job: Job) -> str:
    return PRESS.markup(job.document.value, {"doc": documents.paper_of(job).model})


def said_in(agreement: Agreement) -> set[str]:
    return words(f"{words_of(agreement)} {agreement.status_remark} {agreement.handed_to}")


def theirs(session: Session, person: Participant) -> set[str]:
    """Every marked word that this person's paper may hold."""
    book = session.notebook
    agreements = [a for a in book.agreements if a.concerns(person.partner_id) and not book.is_held(a.id)]
    own = [a for a in agreements if a.owner_id == person.partner_id]
    named = {a.owner_participant_id for a in own} | {person.id}
    people = [p for p in session.notebook.participants if p.id in named and p.partner_id == person.partner_id]
    return {p.name for p in people}.union(before_of(session, person.partner_id), *map(said_in, agreements))


def of_partner(session: Session, partner_id: str | None) -> set[str]:
    """Every marked word that the paper of an organisation may hold."""
    book = session.notebook
    agreements = [a for a in book.agreements if a.concerns(partner_id or "") and not book.is_held(a.id)]
    members = {person.name for person in book.participants if person.partner_id == partner_id}
    return members.union(before_of(session, partner_id or ""), *map(said_in, agreements))


def before_of(session: Session, partner_id: str) -> set[str]:
    """Every marked word of what an organisation agreed in earlier sessions, and of what was said of it in this one."""
    before = [item for item in session.course.look_back if item.agreement.concerns(partner_id)]
    said = [said for said in session.notebook.looked_back if said.ref in {item.ref for item in before}]
    return words(" ".join((*(repr(item) for item in before), *(f"{one.remark} {one.to}" for one in said))))


def held(session: Session) -> set[str]:
    """Every marked word in which something waits for a decision."""
    book = session.notebook
    return {flag.spotted.text for flag in book.flags if book.is_held(flag.subject_id)} & words(repr(book))


def private(session: Session) -> set[str]:
    return {note.text for note in session.notebook.notes if not note.released} | held(session)


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
    assert kinds >= {"mens", "afspraak", "toelichting", "terug", "geheim", "geparkeerd", "tekst", "bewaard"}
    assert kinds >= {*COMPLETED.values(), "stap"}
    lived = furnished(Table(LIVED, CASE).started()).session
    assert {word for word in held(lived) if word.startswith("bewaard")} == {word for _kind, _fields, word in HELD}


@settings(max_examples=100, deadline=None)
@given(sessions())
def test_a_participants_paper_holds_only_what_is_theirs(session: Session) -> None:
    for person in session.notebook.participants:
        assert words(markup(session, Document.PARTICIPANT, person.id)) <= theirs(session, person)


PLANTED = {
    "agreement": lambda book: [agreement.what for agreement in book.agreements],
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


def test_a_private_note_reaches_no_model_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "contact", lambda session: repr(session.notebook.notes))
    session = furnished(random_table(3, 80)).session
    told = {word for word in words(markup(session, Document.PARTICIPANT, "d-1")) if word.startswith("geheim")}
    assert told
    assert told <= {note.text for note in session.notebook.notes if note.released}


@settings(max_examples=100, deadline=None)
@given(sessions())
def test_a_participants_paper_holds_every_agreement_of_theirs(session: Session) -> None:
    for person in session.notebook.participants:
        told = markup(session, Document.PARTICIPANT, person.id)
        book = session.notebook
        current = [a for a in book.agreements if a.status is not Status.DROPPED and not book.is_held(a.id)]
        assert all(words(words_of(a)) <= words(told) for a in current if a.concerns(person.partner_id))


@settings(max_examples=100, deadline=None)
@given(sessions())
def test_only_released_notes_reach_the_report_and_nothing_the_run_sheet(session: Session) -> None:
    told = {word for word in words(markup(session, Document.REPORT)) if word.startswith("geheim")}
    book = session.notebook
    assert told == {note.text for note in book.notes if note.released and not book.is_held(note.id)}
    assert not words(markup(session, Document.RUN_SHEET))


@settings(max_examples=100, deadline=None)
@given(sessions())
def test_no_paper_holds_what_waits_for_a_decision(session: Session) -> None:
    told = words(markup(session, Document.REPORT)).union(
        *(words(markup(session, Document.PARTICIPANT, person.id)) for person in session.notebook.participants)
    )
    assert not told & held(session)
    assert ("not in this report" in markup(session, Document.REPORT)) == bool(paper.handed_out(session)[1])


@pytest.mark.parametrize(("kind", "fields", "word"), HELD)
def test_a_held_text_is_in_the_report_once_somebody_decided(
    kind: type[ev.Event], fields: dict[str, Any], word: str
) -> None:
    table = furnished(Table(LIVED, CASE).started())
    (flag,) = [flag for flag in table.session.notebook.flags if flag.spotted.text == word]
    assert word not in markup(table.session, Document.REPORT)
    counted = paper.handed_out(table.session)[1]
    decided = {"subject_id": flag.subject_id, "text": word, "decision": ev.Decision.INVENTED}
    assert table.do(ev.FindingSettled, **decided) is None
    if kind is ev.NoteChanged:
        assert table.do(ev.NoteChanged, **fields, findings=(flag.spotted,)) is None  # it was kept, and not released
    else:
        assert paper.handed_out(table.session)[1] == counted - 1
    assert word in markup(table.session, Document.REPORT)


@settings(max_examples=50, deadline=None)
@given(sessions())
def test_papers_of_the_case_hold_nothing_that_was_written_but_who_holds_a_role(session: Session) -> None:
    if session.case is None:
        return
    assert not words(markup(session, Document.HAND_OUT))
    assert {word.rstrip("0123456789x") for word in words(markup(session, Document.ROLE_CARDS))} <= {"mens"}


@pytest.mark.parametrize("seed", [3, 11, 42])
def test_a_finished_file_holds_no_more_than_its_reader_may_read(seed: int) -> None:
    session = furnished(random_table(seed, 80)).session
    for job in documents_of(session):
        pdf = job.render(PRESS).pdf
        person = session.participant(job.participant_id)
        read = words(" ".join((seen(pdf), spoken(pdf), hidden(pdf), str(job.path), pdf.decode("latin-1"))))
        assert not read & private(session)
        if job.document is Document.CERTIFICATE:
            assert person is not None
            assert read <= {person.name}
        elif person is not None:
            assert read <= theirs(session, person)
        elif job.document is Document.PARTNER:
            assert read <= of_partner(session, job.partner_id)
        elif job.document in {Document.RUN_SHEET, Document.HAND_OUT}:
            assert not read
        assert words(spoken(pdf)) == words(job_markup(job))


@pytest.mark.parametrize("seed", [3, 42])
def test_no_name_stands_in_the_properties_of_a_file(seed: int) -> None:
    session = furnished(random_table(seed, 80)).session
    for job in documents_of(session):
        assert not words(hidden(job.render(PRESS).pdf))
