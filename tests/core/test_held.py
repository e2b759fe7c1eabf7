"""Texts that are held back: found wherever they stand, and put right where they stand."""

from __future__ import annotations

from typing import Any

import pytest

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Status
from facilitator.core.held import held_texts, replaced
from facilitator.core.refusal import Refusal
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
