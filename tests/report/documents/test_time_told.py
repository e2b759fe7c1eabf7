"""How the time of a session is told on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from facilitator.core import events as ev
from facilitator.report.documents.time_told import done_steps, done_together, real_span, time_notes
from tests.builders import DETAILS, START, Table, step


def at(table: Table, minutes: float, begun: datetime = START) -> Table:
    """Let what comes next happen so many minutes after the start."""
    table.at = begun + timedelta(minutes=minutes)
    return table


def rows(table: Table) -> list[tuple[str, str, str, str]]:
    steps = (*done_steps(table.session), done_together(table.session))
    return [(step.title, step.planned, step.real, step.difference) for step in steps]


def test_planned_stands_against_real() -> None:
    table = at(Table().started(), 12).at_step("nodig")
    at(table, 30).at_step("ronde")
    at(table, 50).do(ev.SessionClosed)
    assert rows(table) == [
        ("Stap welkom", "10 minutes", "12 minutes", "+2"),
        ("Stap nodig", "20 minutes", "18 minutes", "−2"),
        ("Stap ronde", "20 minutes", "20 minutes", "–"),
        ("Stap kies", "10 minutes", "skipped", "–"),
        ("Stap schaal", "10 minutes", "skipped", "–"),
        ("Stap afspraken", "30 minutes", "skipped", "–"),
        ("Together", "100 minutes", "50 minutes", "−50"),
    ]
    assert list(time_notes(table.session)) == []
    assert real_span(table.session) == "14.00 to 14.50 uur"


def test_what_was_a_pause_is_a_line_of_its_own_and_told() -> None:
    table = at(Table().started(), 4)
    table.do(ev.MeetingPaused)
    at(table, 10).do(ev.MeetingContinued)
    at(table, 14).at_step("nodig")
    at(table, 60).do(ev.PauseCounted, stretch=ev.Stretch(START + timedelta(minutes=20), START + timedelta(minutes=50)))
    at(table, 61).do(ev.MeetingPaused)
    at(table, 61.4).do(ev.MeetingContinued)
    at(table, 64).do(ev.SessionClosed)
    told = rows(table)
    assert told[0] == ("Stap welkom", "10 minutes", "8 minutes", "−2")
    assert told[1] == ("Stap nodig", "20 minutes", "20 minutes", "–")
    assert told[-2:] == [("Paused", "–", "36 minutes", "–"), ("Together", "100 minutes", "64 minutes", "−36")]
    assert list(time_notes(table.session)) == [
        "The meeting stood still from 14.04 to 14.10 uur.",
        "The meeting stood still from 14.20 to 14.50 uur.",
    ]


def test_a_start_that_was_put_right_is_told() -> None:
    table = at(Table().started(), 5)
    table.do(ev.StartCorrected, visit=0, began=START - timedelta(minutes=10))
    at(table, 10).do(ev.SessionClosed)
    assert rows(table)[0][2] == "20 minutes"
    assert real_span(table.session) == "13.50 to 14.10 uur"
    assert list(time_notes(table.session)) == [
        "“Stap welkom” began at 13.50 uur; that was put right afterwards, and was 14.00 uur."
    ]


def test_a_meeting_that_still_runs_is_told_up_to_its_last_step() -> None:
    table = Table()
    assert (rows(table)[-1][2], real_span(table.session)) == ("0 minutes", "")
    at(table, 0).started()
    at(table, 7).at_step("nodig")
    assert [real for _title, _planned, real, _difference in rows(table)[:2]] == ["7 minutes", "0 minutes"]
    assert real_span(table.session) == ""


@pytest.mark.parametrize(
    ("day", "span"), [(date(2026, 10, 25), "1.30 to 2.10 uur"), (date(2026, 3, 29), "1.30 to 4.10 uur")]
)
def test_a_night_on_which_the_clocks_change_is_told_as_long_as_it_was(day: date, span: str) -> None:
    table = Table(details=replace(DETAILS, day=day, start=time(1, 30)))
    begun = table.session.planned_start.astimezone(UTC)
    at(table, 0, begun).started()
    at(table, 95, begun).at_step("nodig")
    at(table, 100, begun).do(ev.SessionClosed)
    assert [row[2] for row in rows(table)[:2]] == ["95 minutes", "5 minutes"]
    assert (real_span(table.session), rows(table)[-1][3]) == (span, "–")


def test_time_in_a_step_that_was_taken_back_is_told() -> None:
    table = at(Table().started(), 10)
    assert table.do(ev.StepWritten, step=step("extra"), before="nodig") is None
    at(table, 10).at_step("extra")
    at(table, 18).at_step("nodig")
    table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    at(table, 30).do(ev.SessionClosed)
    told = rows(table)
    assert told[-2:] == [
        ("In a step that was taken back", "–", "8 minutes", "–"),
        ("Together", "100 minutes", "30 minutes", "−70"),
    ]
