"""Texts that are held back: found wherever they stand, and put right where they stand."""

from __future__ import annotations

from typing import Any

import pytest

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Status
from facilitator.core.held import Sort, found_at, held_texts, kept_off_paper, replaced, title_of, written_text
from facilitator.core.refusal import Refusal
from facilitator.core.spotting import without_held
from facilitator.core.vocabulary import Phase
from facilitator.core.weighing import Verdict
from tests.builders import CASE, CASE_SCRIPT, Table

NAMED = "Fatima"
FOUND = (ev.Spotted("naam", NAMED),)
TEXT = f"Bel {NAMED} terug, {NAMED} wacht"
WRITTEN: dict[str, tuple[type[ev.Event], dict[str, Any]]] = {
    "a": (ev.AnswerGiven, {"answer": ev.Answer("a", "afspraken", TEXT)}),
    "n": (ev.NoteWritten, {"note": ev.Note("n", TEXT)}),
    "p": (ev.ItemParked, {"item": ev.Parked("p", TEXT)}),
    "k": (ev.TurningPointMarked, {"point": ev.TurningPoint("k", "m1", TEXT)}),
    "m1/judgement": (ev.MomentJudged, {"judgement": ev.Judgement("m1", Phase.RECOVERY, None, TEXT)}),
    "m1/weighing-2": (ev.QuestionWeighed, {"weighed": ev.Weighed("m1", 2, Verdict.YES, TEXT)}),
    "b": (ev.AgreementMade, {"agreement": Agreement("b", TEXT, feedback=f"aan {NAMED}")}),
    "b/remark": (ev.AgreementStatusSet, {"agreement_id": "b", "status": Status.BUSY, "remark": TEXT}),
}


PLACES = {
    "a": (Sort.ANSWER, "afspraken", None),
    "n": (Sort.NOTE, None, None),
    "p": (Sort.PARKED, None, None),
    "k": (Sort.TURNING_POINT, None, "m1"),
    "m1/judgement": (Sort.JUDGEMENT, None, "m1"),
    "m1/weighing-2": (Sort.WEIGHING, None, "m1"),
    "b": (Sort.AGREEMENT, None, None),
    "b/remark": (Sort.REMARK, None, None),
}


@pytest.fixture
def table() -> Table:
    led = Table(CASE_SCRIPT, CASE).started()
    led.do(ev.AgreementMade, agreement=Agreement("b", "Iets zonder namen"))
    return led


@pytest.mark.parametrize("subject", [name for name in WRITTEN if name != "b"])
def test_a_held_text_is_found_and_put_right_where_it_stands(table: Table, subject: str) -> None:
    kind, fields = WRITTEN[subject]
    table.do(kind, **fields, findings=FOUND)
    (held,) = held_texts(table.session)
    assert (held.subject_id, held.text, held.spotted) == (subject, TEXT, FOUND)
    again = replaced(table.session, subject, NAMED, "een ouder")
    assert again is not None
    table.do(again[0], **again[1])
    assert held_texts(table.session) == ()
    assert NAMED not in repr(table.session.notebook)
    assert "Bel een ouder terug, een ouder wacht" in repr(table.session.notebook)


def test_every_word_of_an_agreement_is_put_right(table: Table) -> None:
    table.do(ev.AgreementChanged, agreement=Agreement("b", TEXT, feedback=f"aan {NAMED}"), findings=FOUND)
    again = replaced(table.session, "b", NAMED, "een ouder")
    assert again is not None
    table.do(again[0], **again[1])
    agreement = table.session.agreement("b")
    assert agreement is not None
    assert (agreement.what, agreement.feedback) == ("Bel een ouder terug, een ouder wacht", "aan een ouder")


def test_what_was_decided_is_held_no_longer(table: Table) -> None:
    table.do(ev.NoteWritten, note=ev.Note("n", TEXT), findings=FOUND)
    table.do(ev.FindingSettled, subject_id="n", text=NAMED, decision=ev.Decision.INVENTED)
    assert held_texts(table.session) == ()


def test_a_text_that_is_gone_cannot_be_put_right(table: Table) -> None:
    assert replaced(table.session, "weg", NAMED, "iemand") is None


def test_something_parked_keeps_its_place_when_its_words_change(table: Table) -> None:
    for item in ("p", "q"):
        table.do(ev.ItemParked, item=ev.Parked(item, item))
    table.do(ev.ParkedChanged, item=ev.Parked("p", "anders"))
    assert [item.text for item in table.session.notebook.parked] == ["anders", "q"]
    assert table.do(ev.ParkedChanged, item=ev.Parked("p", " ")) is Refusal.EMPTY
    assert table.do(ev.ParkedChanged, item=ev.Parked("weg", "iets")) is Refusal.UNKNOWN


@pytest.mark.parametrize("subject", WRITTEN)
def test_a_text_says_what_it_is_and_where_it_was_written(table: Table, subject: str) -> None:
    if subject != "b":
        table.do(WRITTEN[subject][0], **WRITTEN[subject][1])
    written = written_text(table.session, subject)
    assert written is not None
    assert (written.sort, written.step_id, written.moment_id) == PLACES[subject]
    assert written_text(table.session, "weg") is None
    titles = {"afspraken": "Stap afspraken", "m1": "maandag"}
    assert title_of(table.session, written) == titles.get(written.moment_id or written.step_id or "", "")


def test_what_was_needed_at_a_turning_point_is_no_plain_answer(table: Table) -> None:
    table.do(ev.TurningPointMarked, point=ev.TurningPoint("k", "m1", "Hier"))
    table.do(ev.AnswerGiven, answer=ev.Answer("a", "casus", TEXT, moment_id="m1", turning_point_id="k"))
    written = written_text(table.session, "a")
    assert written is not None
    assert (written.sort, written.step_id, written.moment_id) == (Sort.NEED, "casus", "m1")


def test_a_note_for_the_facilitator_alone_is_not_kept_off_paper_and_a_released_one_is(table: Table) -> None:
    table.do(ev.NoteWritten, note=ev.Note("n", "Iets"))
    table.do(ev.NoteChanged, note_id="n", text="Iets", released=True)
    table.do(ev.ItemParked, item=ev.Parked("p", TEXT), findings=FOUND)
    table.do(ev.NoteWritten, note=ev.Note("m", TEXT), findings=FOUND)
    assert [held.subject_id for held in held_texts(table.session)] == ["p", "m"]
    assert [held.subject_id for held in kept_off_paper(table.session)] == ["p"]
    assert len(kept_off_paper(table.session)) == without_held(table.session.notebook)[1]


def test_a_short_name_is_replaced_and_not_the_words_that_hold_its_letters(table: Table) -> None:
    table.do(ev.NoteWritten, note=ev.Note("n", "An zag vanavond An"), findings=(ev.Spotted("name", "An"),))
    again = replaced(table.session, "n", "An", "een moeder")
    assert again is not None
    assert again[1]["text"] == "een moeder zag vanavond een moeder"


def test_words_that_stand_only_inside_longer_ones_are_found_there() -> None:
    assert found_at("xJansenx", "Jansen") == ((1, 7),)
    assert found_at("niets", "Jansen") == found_at("niets", "") == ()


def test_a_text_of_a_session_without_a_case_is_at_its_step() -> None:
    led = Table().started()
    led.do(ev.ItemParked, item=ev.Parked("p", TEXT, "nodig"))
    written = written_text(led.session, "p")
    assert written is not None
    assert title_of(led.session, written) == "Stap nodig"
