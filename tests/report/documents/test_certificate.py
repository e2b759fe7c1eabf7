"""The certificate of attendance: how long somebody was really there, and no claim about what it is worth."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from facilitator.core import events as ev
from facilitator.core.script import StepKind
from facilitator.core.vocabulary import Form
from facilitator.report.bundle import certificates_of
from facilitator.report.contents import Contents
from facilitator.report.documents.certificate import in_hours
from tests.builders import CASE, CASE_SCRIPT, START, Table
from tests.report.documents.test_nothing_leaks import job_markup


def held(table: Table, minutes: int = 125) -> Table:
    """A meeting of so many minutes, of which Noor missed the first 25."""
    table.started().at_step("casus")
    table.at = START + timedelta(minutes=1)
    table.do(ev.PresenceSet, participant_id="d-1", present=False)
    table.at = START + timedelta(minutes=26)
    table.do(ev.PresenceSet, participant_id="d-1", present=True)
    table.at = START + timedelta(minutes=minutes)
    assert table.do(ev.SessionClosed) is None
    return table


def test_it_says_how_long_somebody_was_there_and_what_they_missed() -> None:
    noor, sam = (job_markup(job) for job in certificates_of(held(Table(CASE_SCRIPT, CASE)).session)[:2])
    assert "1 hour and 40 minutes" in noor
    assert "Missed: not there for moment" in noor or "Missed: partly" in noor
    assert "2 hours and 5 minutes" in sam
    assert "Missed" not in sam
    assert "Delen wat mag" in sam
    assert "Elkaar leren kennen." in sam
    assert "It is no accreditation" in sam


def test_it_names_nobody_else_and_nothing_that_was_said() -> None:
    table = held(Table(CASE_SCRIPT, CASE))
    table.do(ev.SessionReopened, reason="fout")
    table.do(ev.ItemParked, item=ev.Parked("k", "geheim"))
    noor = job_markup(certificates_of(table.session)[0])
    assert "Noor Bakker" in noor
    assert not any(word in noor for word in ("geheim", "Sam Visser", "Kim de Wit", "noor@example.org"))


def test_times_can_stay_out() -> None:
    session = held(Table(CASE_SCRIPT, CASE)).session
    assert "14:01–14:26" in job_markup(certificates_of(session)[0])
    assert "14.00 to 16.05 uur" in job_markup(certificates_of(session)[1])
    without = job_markup(certificates_of(session, Contents(times=False))[0])
    assert "14:01" not in without
    assert "14.00" not in without


def test_there_is_none_before_the_end_nor_for_who_was_not_there_nor_for_studying_alone() -> None:
    assert certificates_of(Table(CASE_SCRIPT, CASE).started().session) == ()
    people = Table().session.notebook.participants
    absent = replace(people[1], present=False)
    table = held(Table(CASE_SCRIPT, CASE, participants=(people[0], absent)))
    assert [job.participant_id for job in certificates_of(table.session)] == ["d-1"]
    alone = replace(CASE_SCRIPT, form=Form.ZELFSTUDIE)
    assert certificates_of(held(Table(alone, CASE)).session) == ()
    assert certificates_of(replace(table.session, rehearsal=True)) == ()


def test_a_break_counts_for_nothing() -> None:
    steps = (*CASE_SCRIPT.steps[:1], replace(CASE_SCRIPT.steps[1], kind=StepKind.BREAK), *CASE_SCRIPT.steps[2:])
    table = Table(replace(CASE_SCRIPT, steps=steps), CASE)
    assert "<b>1 minute</b>" in job_markup(certificates_of(held(table).session)[1])


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "0 minutes"), (60, "1 hour"), (121, "2 hours and 1 minute"), (59.99, "59 minutes")]
)
def test_hours_are_told_in_whole_minutes(minutes: float, words: str) -> None:
    assert in_hours(timedelta(minutes=minutes)) == words
