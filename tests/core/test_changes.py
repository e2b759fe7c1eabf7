from dataclasses import replace
from typing import Any

import pytest

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Status
from facilitator.core.events import Answer, Note, Parked
from facilitator.core.people import Participant, Partner
from facilitator.core.refusal import Refusal
from facilitator.core.script import Answering
from tests.builders import CASE, CASE_SCRIPT, DETAILS, PEOPLE, SCRIPT, TEAM, Table, step


@pytest.fixture
def table() -> Table:
    """A running session with one of everything, at the step with the open question."""
    table = Table().started().at_step("nodig")
    table.do(ev.AnswerGiven, answer=Answer("a", "nodig", "Sneller weten", "p-pol"))
    table.do(ev.NoteWritten, note=Note("n", "onder ons"))
    table.do(ev.ItemParked, item=Parked("k", "later"))
    table.do(ev.AgreementMade, agreement=Agreement("g", "Bellen", "p-vt", "d-2", ("p-pol", "p-vt", "p-pol")))
    return table


REFUSED: list[tuple[type[ev.Event], dict[str, Any], Refusal]] = [
    (ev.PartnerAdded, {"partner": Partner("x", "politie")}, Refusal.DOUBLE),
    (ev.PartnerAdded, {"partner": Partner("p-pol", "Anders")}, Refusal.DOUBLE),
    (ev.PartnerAdded, {"partner": Partner("x", " ")}, Refusal.EMPTY),
    (ev.PartnerRenamed, {"partner_id": "p-pol", "name": ""}, Refusal.EMPTY),
    (ev.PartnerRenamed, {"partner_id": "p-pol", "name": "VEILIG THUIS"}, Refusal.DOUBLE),
    (ev.PartnerRenamed, {"partner_id": "x", "name": "Nieuw"}, Refusal.UNKNOWN),
    (ev.PartnerRemoved, {"partner_id": "p-wijk"}, Refusal.IN_USE),
    (ev.PartnerRemoved, {"partner_id": "x"}, Refusal.UNKNOWN),
    (ev.ParticipantAdded, {"participant": Participant("x", " ", "p-pol")}, Refusal.EMPTY),
    (ev.ParticipantAdded, {"participant": Participant("x", "Jo", "nergens")}, Refusal.UNKNOWN),
    (ev.ParticipantAdded, {"participant": PEOPLE[0]}, Refusal.DOUBLE),
    (ev.ParticipantChanged, {"participant": Participant("x", "Jo", "p-pol")}, Refusal.UNKNOWN),
    (ev.ParticipantChanged, {"participant": Participant("d-1", "", "p-pol")}, Refusal.EMPTY),
    (ev.ParticipantChanged, {"participant": replace(PEOPLE[1], partner_id="p-pol")}, Refusal.IN_USE),
    (ev.ParticipantRemoved, {"participant_id": "x"}, Refusal.UNKNOWN),
    (ev.ParticipantRemoved, {"participant_id": "d-2"}, Refusal.IN_USE),
    (ev.AnswerGiven, {"answer": Answer("b", "nergens", "x")}, Refusal.UNKNOWN),
    (ev.AnswerGiven, {"answer": Answer("b", "nodig", "x", "nergens")}, Refusal.UNKNOWN),
    (ev.AnswerGiven, {"answer": Answer("b", "nodig", "x", question_id="m-q")}, Refusal.UNKNOWN),
    (ev.AnswerGiven, {"answer": Answer("b", "nodig", "x", moment_id="m1")}, Refusal.UNKNOWN),
    (ev.AnswerGiven, {"answer": Answer("b", "nodig", "x", turning_point_id="k")}, Refusal.UNKNOWN),
    (ev.AnswerGiven, {"answer": Answer("b", "nodig", "x", role="huisarts")}, Refusal.UNKNOWN),
    (ev.AnswerGiven, {"answer": Answer("b", "nodig", " ")}, Refusal.EMPTY),
    (ev.VotesCounted, {"answer_id": "x", "votes": 1}, Refusal.UNKNOWN),
    (ev.VotesCounted, {"answer_id": "a", "votes": -1}, Refusal.UNKNOWN),
    (ev.VotesCounted, {"answer_id": "a", "votes": 1}, Refusal.NO_VOTES),
    (ev.AnswerGiven, {"answer": Answer("b", "welkom", "x")}, Refusal.NO_ANSWERS),
    (ev.AnswerGiven, {"answer": Answer("b", "kies", "misschien")}, Refusal.NOT_A_CHOICE),
    (ev.AnswerGiven, {"answer": Answer("b", "schaal", "11")}, Refusal.NOT_ON_SCALE),
    (ev.AnswerGiven, {"answer": Answer("a", "nodig", "x")}, Refusal.DOUBLE),
    (ev.AnswerChanged, {"answer_id": "x", "text": "y"}, Refusal.UNKNOWN),
    (ev.AnswerChanged, {"answer_id": "a", "text": ""}, Refusal.EMPTY),
    (ev.AnswerRemoved, {"answer_id": "x"}, Refusal.UNKNOWN),
    (ev.AnswersShown, {"answer_ids": ()}, Refusal.UNKNOWN),
    (ev.AnswersShown, {"answer_ids": ("a", "x")}, Refusal.UNKNOWN),
    (ev.NoteWritten, {"note": Note("m", "\n")}, Refusal.EMPTY),
    (ev.NoteWritten, {"note": Note("n", "weer")}, Refusal.DOUBLE),
    (ev.NoteChanged, {"note_id": "n", "text": ""}, Refusal.EMPTY),
    (ev.NoteChanged, {"note_id": "x", "text": "y"}, Refusal.UNKNOWN),
    (ev.NoteRemoved, {"note_id": "x"}, Refusal.UNKNOWN),
    (ev.ItemParked, {"item": Parked("l", "")}, Refusal.EMPTY),
    (ev.ItemParked, {"item": Parked("k", "weer")}, Refusal.DOUBLE),
    (ev.ItemUnparked, {"item_id": "x"}, Refusal.UNKNOWN),
    (ev.AgreementMade, {"agreement": Agreement("h", " ")}, Refusal.EMPTY),
    (ev.AgreementMade, {"agreement": Agreement("h", "x", "nergens")}, Refusal.UNKNOWN),
    (ev.AgreementMade, {"agreement": Agreement("h", "x", "p-pol", "d-2")}, Refusal.UNKNOWN),
    (ev.AgreementMade, {"agreement": Agreement("g", "x")}, Refusal.DOUBLE),
    (ev.AgreementChanged, {"agreement": Agreement("h", "x")}, Refusal.UNKNOWN),
    (ev.AgreementChanged, {"agreement": Agreement("g", "")}, Refusal.EMPTY),
    (ev.AgreementRemoved, {"agreement_id": "x"}, Refusal.UNKNOWN),
    (ev.AgreementConfirmed, {"agreement_id": "x"}, Refusal.UNKNOWN),
    (ev.AgreementStatusSet, {"agreement_id": "x", "status": Status.KEPT}, Refusal.UNKNOWN),
]


@pytest.mark.parametrize(("kind", "fields", "reason"), REFUSED, ids=lambda value: getattr(value, "__name__", None))
def test_what_does_not_fit_is_refused_with_its_reason(
    table: Table, kind: type[ev.Event], fields: dict[str, Any], reason: Refusal
) -> None:
    before = table.session
    assert table.do(kind, **fields) is reason
    assert table.session is before


def test_answers_need_a_meeting_that_began() -> None:
    assert Table().do(ev.AnswerGiven, answer=Answer("b", "nodig", "x")) is Refusal.NOT_RUNNING


@pytest.mark.parametrize(
    ("moment_id", "question_id", "outcome"),
    [("m1", "m-q", None), ("m2", "alg", None), (None, None, Refusal.UNKNOWN), ("m1", "q1", Refusal.UNKNOWN)],
)
def test_an_answer_in_a_case_belongs_to_a_moment(
    moment_id: str | None, question_id: str | None, outcome: Refusal | None
) -> None:
    answer = Answer("b", "casus", "x", question_id=question_id, moment_id=moment_id)
    assert Table(CASE_SCRIPT, CASE).started().do(ev.AnswerGiven, answer=answer) is outcome


def test_details_are_put_right(table: Table) -> None:
    assert table.do(ev.DetailsChanged, details=replace(DETAILS, place="Wijk Zuid")) is None
    assert table.session.details.place == "Wijk Zuid"


def test_partners_join_are_renamed_and_leave(table: Table) -> None:
    assert table.do(ev.PartnerAdded, partner=Partner("x", "GGD")) is None
    assert table.do(ev.PartnerRenamed, partner_id="x", name="GGD Midden") is None
    assert table.session.partner("x") == Partner("x", "GGD Midden")
    assert table.do(ev.PartnerRemoved, partner_id="x") is None
    assert table.session.partner("x") is None


def test_a_partner_keeps_its_own_name_spelled_otherwise(table: Table) -> None:
    assert table.do(ev.PartnerRenamed, partner_id="p-pol", name="POLITIE") is None


def test_a_partner_named_by_an_answer_or_an_agreement_stays(table: Table) -> None:
    for person in ("d-1", "d-3", "d-4"):
        table.do(ev.ParticipantRemoved, participant_id=person)
    assert table.do(ev.PartnerRemoved, partner_id="p-pol") is Refusal.IN_USE
    table.do(ev.AnswerRemoved, answer_id="a")
    assert table.do(ev.PartnerRemoved, partner_id="p-pol") is Refusal.IN_USE
    assert table.do(ev.PartnerRemoved, partner_id=TEAM.id) is None


def test_people_come_change_and_leave(table: Table) -> None:
    assert table.do(ev.ParticipantAdded, participant=Participant("x", "Jo", "p-pol", walk_in=True)) is None
    assert table.do(ev.ParticipantChanged, participant=Participant("x", "Jo", "p-vt", present=False)) is None
    assert [p.id for p in table.session.members_of("p-vt")] == ["d-2", "x"]
    assert table.do(ev.ParticipantRemoved, participant_id="x") is None


def test_an_answer_is_changed_shown_and_removed(table: Table) -> None:
    assert table.do(ev.AnswerChanged, answer_id="a", text="Eerder weten", partner_id=None) is None
    assert table.do(ev.AnswersShown, answer_ids=("a",)) is None
    assert table.session.answer("a") == Answer("a", "nodig", "Eerder weten", None, shown=True)
    assert table.do(ev.AnswersShown, answer_ids=("a",), shown=False) is None
    assert table.do(ev.AnswerRemoved, answer_id="a") is None
    assert table.session.answers_here() == ()


def test_a_step_decides_whether_answers_are_shown(table: Table) -> None:
    table.do(ev.AnswerGiven, answer=Answer("r", "ronde", "meteen"))
    table.do(ev.AnswerGiven, answer=Answer("s", "schaal", "7"))
    table.do(ev.AnswerGiven, answer=Answer("c", "kies", "ja", shown=True))
    assert [(a.id, a.shown) for a in table.session.notebook.answers] == [
        ("a", False),
        ("r", True),
        ("s", False),
        ("c", False),
    ]
    assert table.do(ev.AnswersShown, answer_ids=("s",)) is Refusal.NEVER_SHOWN
    assert table.do(ev.AnswersShown, answer_ids=("s",), shown=False) is None


def test_notes_and_parked_items_come_and_go(table: Table) -> None:
    assert table.do(ev.NoteChanged, note_id="n", text="mag erin", released=True) is None
    assert table.session.notebook.notes == (Note("n", "mag erin", released=True),)
    assert table.do(ev.NoteRemoved, note_id="n") is None
    assert table.do(ev.ItemUnparked, item_id="k") is None
    assert not table.session.notebook.notes
    assert not table.session.notebook.parked


def test_an_agreement_names_each_partner_once_and_never_its_owner_twice(table: Table) -> None:
    agreement = table.session.agreement("g")
    assert agreement is not None
    assert agreement.with_ids == ("p-pol",)
    assert agreement.parties == {"p-vt", "p-pol"}
    assert agreement.concerns("p-pol")
    assert not agreement.concerns("p-wijk")


def test_what_an_agreement_lacks_is_named() -> None:
    assert Agreement("g", "x").missing == ("owner", "when")
    assert Agreement("g", "x", "p-vt", rhythm="elke maand").missing == ()
    assert Agreement("g", "x").parties == frozenset()


def status(table: Table) -> tuple[bool, Status]:
    agreement = table.session.agreement("g")
    assert agreement is not None
    return agreement.confirmed, agreement.status


def test_confirming_makes_a_concept_agreed_and_changing_takes_that_back(table: Table) -> None:
    table.do(ev.AgreementConfirmed, agreement_id="g")
    assert status(table) == (True, Status.AGREED)
    table.do(ev.AgreementChanged, agreement=Agreement("g", "Anders", "p-vt"))
    assert status(table) == (False, Status.CONCEPT)
    table.do(ev.AgreementConfirmed, agreement_id="g")
    table.do(ev.AgreementConfirmed, agreement_id="g", confirmed=False)
    assert status(table) == (False, Status.CONCEPT)


def test_a_status_that_came_later_survives_correcting_and_confirming(table: Table) -> None:
    table.do(ev.AgreementStatusSet, agreement_id="g", status=Status.KEPT, remark="gelukt")
    table.do(ev.AgreementChanged, agreement=Agreement("g", "Anders", "p-vt"))
    table.do(ev.AgreementConfirmed, agreement_id="g")
    assert status(table) == (True, Status.KEPT)
    assert not Status.KEPT.open
    assert table.do(ev.AgreementRemoved, agreement_id="g") is None
    assert table.session.agreement("g") is None


def test_votes_are_counted_where_a_group_chooses_between_proposals() -> None:
    script = replace(SCRIPT, steps=(step("kies", answering=Answering.PROPOSALS),))
    table = Table(script).started()
    table.do(ev.AnswerGiven, answer=Answer("a", "kies", "De casus van de school", "p-pol"))
    for votes in (3, 4):
        assert table.do(ev.VotesCounted, answer_id="a", votes=votes) is None
    table.do(ev.AnswerChanged, answer_id="a", text="Die van de wijk")
    assert (table.session.notebook.answers[0].text, table.session.notebook.answers[0].votes) == ("Die van de wijk", 4)
    for _ in range(2):
        table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    assert table.session.notebook.answers[0].votes == 3


def test_what_was_needed_is_said_in_words_whatever_the_step_takes() -> None:
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus")
    table.do(ev.TurningPointMarked, point=ev.TurningPoint("k", "m1", "Toen"))
    table.at_step("welkom")
    needed = Answer("a", "welkom", "Een belletje", "p-vt", role="huisarts", turning_point_id="k")
    assert table.do(ev.AnswerGiven, answer=replace(needed, turning_point_id=None)) is Refusal.NO_ANSWERS
    assert table.do(ev.AnswerGiven, answer=needed) is None
    assert table.session.needs_at("k") == (needed,)
