"""What was shown all the same is told in the report, without repeating it."""

from __future__ import annotations

import pytest

from facilitator.core import events as ev
from facilitator.core.events import Answer, Decision, Note, Spotted
from facilitator.report.bundle import report_of
from facilitator.report.documents.shown_anyway import shown_anyway
from facilitator.report.press import Press
from tests.builders import Table
from tests.report.reading import seen

FOUND = {"findings": (Spotted("name", "Fatima"),)}


@pytest.fixture
def table() -> Table:
    table = Table().started()
    table.do(ev.AnswerGiven, answer=Answer("a", "nodig", "Fatima belde"), **FOUND)
    table.do(ev.NoteWritten, note=Note("n", "Fatima is moe"), **FOUND)
    return table


def settle(table: Table, subject: str, decision: Decision = Decision.SHOWN) -> None:
    assert table.do(ev.FindingSettled, subject_id=subject, text="Fatima", decision=decision) is None


def test_it_names_the_kind_the_place_and_the_time_and_never_the_words(table: Table) -> None:
    settle(table, "a")
    (line,) = shown_anyway(table.session)
    assert line == "a name, in an answer at “Stap nodig”: 17 november 2026, 14.03 uur"


def test_what_is_invented_taken_away_or_private_is_not_told(table: Table) -> None:
    settle(table, "n")
    settle(table, "a", Decision.INVENTED)
    assert shown_anyway(table.session) == ()
    table.do(ev.NoteChanged, note_id="n", text="Fatima is moe", released=True)
    assert shown_anyway(table.session) == ("a name, in a private note: 17 november 2026, 14.03 uur",)
    table.do(ev.NoteRemoved, note_id="n")
    assert shown_anyway(table.session) == ()


def test_the_report_has_a_part_of_its_own_for_it_only_when_there_is_something(table: Table, press: Press) -> None:
    assert "Shown after checking" not in seen(report_of(table.session).render(press).pdf)
    settle(table, "a")
    assert "a name, in an answer" in seen(report_of(table.session).render(press).pdf)
