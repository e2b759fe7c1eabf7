"""Paragraphs of a regional agreement that chafe or work: noted, put right, taken away, and never before the room."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Ground
from facilitator.core.audience import audience_view
from facilitator.core.held import Sort, held_texts, replaced
from facilitator.core.refusal import Refusal
from facilitator.core.spotting import without_held
from tests.builders import Table

GROUND = Ground("model", "bellen", "Bellen")
MARK = ev.ParagraphMark("w", GROUND, why="Niemand belt", step_id="nodig")


def test_a_paragraph_chafes_or_works_and_can_be_put_right() -> None:
    table = Table().started()
    assert table.do(ev.ParagraphMarked, mark=MARK) is None
    works = ev.ParagraphMark("v", GROUND, chafes=False)
    assert table.do(ev.ParagraphMarked, mark=works) is None
    right = replace(MARK, why="Niemand belt terug")
    assert table.do(ev.ParagraphMarked, mark=right) is None
    assert table.session.notebook.marks == (right, works)


def test_a_mark_can_be_taken_away_and_that_taken_back() -> None:
    table = Table().started()
    table.do(ev.ParagraphMarked, mark=MARK)
    assert table.do(ev.ParagraphUnmarked, mark_id="w") is None
    assert not table.session.notebook.marks
    table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    assert table.session.notebook.marks == (MARK,)
    assert table.do(ev.ParagraphUnmarked, mark_id="x") is Refusal.UNKNOWN


@pytest.mark.parametrize(
    ("mark", "refusal"),
    [
        (replace(MARK, ground=Ground("", "bellen")), Refusal.EMPTY),
        (replace(MARK, ground=Ground("model", "")), Refusal.EMPTY),
        (replace(MARK, step_id="nergens"), Refusal.UNKNOWN),
        (replace(MARK, agreement_id="weg"), Refusal.UNKNOWN),
    ],
)
def test_what_does_not_fit_is_refused(mark: ev.ParagraphMark, refusal: Refusal) -> None:
    assert Table().started().do(ev.ParagraphMarked, mark=mark) is refusal


def test_it_can_be_said_at_an_agreement_and_outlives_it() -> None:
    table = Table().started()
    table.do(ev.AgreementMade, agreement=Agreement("a", "Wij bellen.", ground=GROUND))
    assert table.do(ev.ParagraphMarked, mark=replace(MARK, agreement_id="a", step_id=None)) is None
    assert table.do(ev.AgreementRemoved, agreement_id="a") is None
    assert [mark.id for mark in table.session.notebook.marks] == ["w"]


def test_a_reason_with_a_name_is_held_back_and_the_mark_counts_on() -> None:
    table = Table().started()
    found = (ev.Spotted("naam", "Fatima"),)
    table.do(ev.ParagraphMarked, mark=replace(MARK, why="Fatima belt niet"), findings=found)
    book, held = without_held(table.session.notebook)
    assert ([mark.why for mark in book.marks], held) == ([""], 1)
    (text,) = held_texts(table.session)
    assert (text.written.sort, text.written.step_id) == (Sort.MARK, "nodig")
    again = replaced(table.session, "w", "Fatima", "een ouder")
    assert again is not None
    table.do(again[0], **again[1])
    assert table.session.notebook.marks[0].why == "een ouder belt niet"
    assert held_texts(table.session) == ()


def test_a_mark_that_is_taken_away_holds_nothing_back() -> None:
    table = Table().started()
    table.do(ev.ParagraphMarked, mark=MARK, findings=(ev.Spotted("naam", "Niemand"),))
    table.do(ev.ParagraphUnmarked, mark_id="w")
    assert held_texts(table.session) == ()


def test_the_room_sees_nothing_of_it() -> None:
    table = Table().started()
    before = audience_view(table.session)
    table.do(ev.ParagraphMarked, mark=MARK)
    assert audience_view(table.session) == before
