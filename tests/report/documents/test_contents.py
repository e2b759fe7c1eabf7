"""What goes into a document: what is left out is nowhere in the file, its own name included."""

from __future__ import annotations

import dataclasses
import pickle
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, AgreementRef, Status
from facilitator.core.card import Verdict
from facilitator.core.people import Participant, Partner
from facilitator.core.session import Session
from facilitator.core.shown_card import ShownCard, ShownClaim
from facilitator.report import documents
from facilitator.report.bundle import Job, documents_of, report_of
from facilitator.report.contents import ALL, Contents, from_plain, narrowed
from facilitator.report.documents import paper
from facilitator.report.kinds import Document, Part
from facilitator.report.roles_only import by_role
from tests.builders import CASE, CASE_SCRIPT, DETAILS, Table
from tests.random_sessions import random_table
from tests.report.documents.test_nothing_leaks import PRESS, furnished, hidden, private, words
from tests.report.reading import seen, spoken

ROLES = Contents(names=False)
EVERY_KIND = dict.fromkeys(Document, ROLES)


def told(session: Session, contents: Contents = ALL) -> str:
    model = documents.of(Document.REPORT, session, None, contents=contents).model
    return PRESS.markup(Document.REPORT.value, {"doc": model})


def full() -> Table:
    """A closed meeting in which something of everything was said; Noor Bakker is named in several ways."""
    table = Table(CASE_SCRIPT, CASE).started().at_step("afspraken")
    assert table.do(ev.AnswerGiven, answer=ev.Answer("a1", table.session.step.id, "Noor zei: bel mij")) is None
    table.do(ev.ItemParked, item=ev.Parked("k1", "vraag aan NOOR BAKKER"))
    table.do(ev.AgreementMade, agreement=Agreement("g1", "Bakkers lijst nalopen", "p-pol", feedback="aan noor bakker"))
    table.do(ev.NoteWritten, note=ev.Note("n1", "Vraag het Noor", released=True))
    table.do(ev.NoteWritten, note=ev.Note("n2", "Nog iets", released=True))
    return table


def with_card(table: Table) -> Table:
    claim = ShownClaim("Het stopt vanzelf.", Verdict.FALSE, "Zelden.", "Zoek hulp.")
    for card in (ShownCard("k", "De meldcode", "Vijf stappen."), ShownCard("f", "Stopt het?", claim=claim)):
        table.do(ev.CardShown, card=card)
    table.do(ev.GuessesCounted, guesses=ev.Guesses("f", 3, 1, 4))
    return table


def with_look_back(table: Table) -> Table:
    old = Agreement("o1", "maandelijks bellen", "p-pol", status=Status.AGREED)
    item = ev.LookBackItem(AgreementRef("s-0", "o1"), old, (Partner("p-pol", "Politie"),), "Het Gesprek", DETAILS.day)
    table.do(ev.LookBackFilled, items=(item,))
    table.do(ev.LookBackSaid, ref=item.ref, status=Status.KEPT, remark="liep goed")
    return table


LEFT_OUT = {
    Part.ANSWERS: "What was said",
    Part.TIMES: "The programme as it went",
    Part.ATTENDANCE: "Who was there",
    Part.PARKED: "Parked for later",
    Part.LOOK_BACK: "What was agreed before",
    Part.CARDS: "Knowledge that was shown",
}


@pytest.mark.parametrize("part", LEFT_OUT)
def test_a_part_that_is_left_out_has_no_heading_either(part: Part) -> None:
    session = with_card(with_look_back(full())).session
    assert LEFT_OUT[part] in told(session)
    without = told(session, from_plain({part.value: False}))
    assert LEFT_OUT[part] not in without
    assert all(heading in without for other, heading in LEFT_OUT.items() if other is not part)


def test_what_is_left_out_is_not_even_handed_to_the_process() -> None:
    session = with_card(with_look_back(full())).session
    none = Contents(answers=False, parked=False, look_back=False, cards=False, names=False, without_notes=("n1",))
    jobs = documents_of(session, {Document.REPORT: none})
    sent = pickle.dumps((jobs[0].session.notebook, jobs[0].session.course))
    for words_out in (b"Noor ", b"BAKKER", b"bel mij", b"liep goed", b"Vraag het", b"stopt vanzelf"):
        assert words_out in pickle.dumps(session)
        assert words_out not in sent


def test_each_note_is_a_choice_of_its_own_and_a_private_one_is_none() -> None:
    table = full()
    table.do(ev.NoteWritten, note=ev.Note("n3", "nooit op papier"))
    without = told(table.session, Contents(without_notes=("n1",)))
    assert "Nog iets" in without
    assert "Vraag het" not in without
    assert "nooit op papier" not in told(table.session)


def test_what_is_left_out_does_not_wait_for_a_decision() -> None:
    table = full()
    spotted = (ev.Spotted("phone", "06-12345678"),)
    table.do(ev.AnswerGiven, answer=ev.Answer("a2", table.session.step.id, "bel 06-12345678"), findings=spotted)
    assert "not in this report" in told(table.session)
    assert "not in this report" not in told(table.session, Contents(answers=False))


def test_people_go_by_their_role_also_in_what_was_typed() -> None:
    without = told(full().session, ROLES)
    assert not re.search(r"\b(noor|bakkers?)\b", without.casefold())
    assert "[wijkagent] zei: bel mij" in without


@pytest.mark.parametrize(
    ("name", "text", "instead"),
    [
        ("José Peña", "Jose en peña", "[wijkagent] en [wijkagent]"),
        ("Karin de Wit", "De kar van Karin, de Wit’s", "De kar van [wijkagent], de [wijkagent]"),
        ("An Li", "een an, LI en Li An", "een an, LI en [wijkagent] [wijkagent]"),
        ("Sam", "Samen met Sams groep", "Samen met [wijkagent] groep"),
        ("O'Neill", "o'neill belt", "[wijkagent] belt"),
    ],
)
def test_a_name_is_found_as_people_write_it(name: str, text: str, instead: str) -> None:
    person = Participant("d-1", name, "p-pol", "wijkagent")
    table = Table(participants=(person,))
    table.do(ev.ItemParked, item=ev.Parked("k", text))
    assert by_role(table.session).notebook.parked[0].text == instead


def test_a_name_that_was_shown_on_purpose_is_a_name_all_the_same() -> None:
    table = Table()
    table.do(ev.ItemParked, item=ev.Parked("k", "vraag Fatima"), findings=(ev.Spotted("name", "Fatima"),))
    table.do(ev.FindingSettled, subject_id="k", text="Fatima", decision=ev.Decision.SHOWN)
    assert by_role(table.session).notebook.parked[0].text == "vraag [name]"


def test_who_was_taken_away_and_whom_to_ask_are_named_nowhere_either() -> None:
    table = Table().started()
    table.do(ev.DetailsChanged, details=replace(DETAILS, contact="Gerda Smits van de Politie, 06-12345678"))
    table.do(ev.ParticipantAdded, participant=Participant("d-9", "Wouter Weg", "p-pol", "agent"))
    table.do(ev.ParticipantChanged, participant=Participant("d-9", "Wout Weg", "p-pol", "agent"))
    table.do(ev.ItemParked, item=ev.Parked("k", "Wouter, Wout of Smits (06-12345678) van Politie"))
    table.do(ev.ParticipantRemoved, participant_id="d-9")
    parked = report_of(table.session, ROLES).session.notebook.parked
    assert parked[0].text == "[agent], [agent] of [whom to ask] ([whom to ask]) van Politie"


def test_a_role_that_holds_a_name_is_no_place_for_it_either() -> None:
    people = (Participant("d-1", "Noor", "p-pol", "collega van Bo Smit"), Participant("d-2", "Bo Smit", "p-pol"))
    session = by_role(Table(participants=people).session)
    assert [person.role for person in session.notebook.participants] == ["collega van [participant]", "participant"]


def test_the_contact_is_a_person_too_and_the_address_stays_told() -> None:
    table = Table()
    details = replace(table.session.details, contact="Noor Bakker, 06-1")
    person = replace(table.session.notebook.participants[0], email="noor@politie.nl")
    table.do(ev.DetailsChanged, details=details)
    table.do(ev.ParticipantChanged, participant=person)
    model: Any = documents.of(Document.PARTICIPANT, table.session, person.id, contents=ROLES).model
    assert paper.contact(table.session) != model.contact == "Ask the facilitator of this meeting."
    assert "mail address" in model.kept


@settings(max_examples=60, deadline=None)
@given(st.builds(random_table, st.integers(0, 2**32), st.integers(0, 60)))
def test_narrowing_twice_is_narrowing_once(table: Table) -> None:
    contents = Contents(names=False, answers=False, without_notes=("n1",))
    once = narrowed(table.session, contents)
    assert narrowed(once, contents) == once


@pytest.mark.parametrize("seed", [3, 11, 42])
def test_no_name_stands_anywhere_in_a_file_with_roles_only(seed: int) -> None:
    session = furnished(random_table(seed, 80)).session
    for person in session.notebook.participants:
        assert person.name.startswith("mens")
    for job in documents_of(session, EVERY_KIND):
        reader = session.participant(job.participant_id)
        own = {reader.name} if reader is not None and job.document is Document.CERTIFICATE else set()
        assert {word for word in _everything(job) if word.startswith("mens")} == own  # it says who was there
        assert not _everything(job) & private(session)


def _everything(job: Job) -> set[str]:
    pdf = job.render(PRESS).pdf
    return words(" ".join((seen(pdf), spoken(pdf), hidden(pdf), str(job.path), pdf.decode("latin-1"))))


def test_with_names_they_are_there() -> None:
    session = furnished(random_table(3, 80)).session
    assert any(word.startswith("mens") for job in documents_of(session) for word in _everything(job))


def test_a_kind_knows_only_what_can_be_chosen_for_it() -> None:
    none = from_plain({part.value: False for part in Part} | {"without_notes": ["n"]})
    assert none.of_kind(Document.REPORT) == none
    assert none.of_kind(Document.PARTICIPANT) == Contents(names=False, look_back=False)
    assert none.of_kind(Document.RUN_SHEET) == ALL


@pytest.mark.parametrize("field", [field.name for field in dataclasses.fields(Contents)][:-1])
def test_a_choice_is_remembered(field: str) -> None:
    chosen = replace(from_plain({field: False}), without_notes=("n1",))
    assert from_plain(chosen.to_plain()) == chosen


@pytest.mark.parametrize("plain", [None, [], {"names": "nee"}, {"without_notes": {"a": 1}}, {"x": 1}])
def test_what_is_remembered_badly_is_as_if_it_never_was(plain: object) -> None:
    assert from_plain(plain) == ALL
