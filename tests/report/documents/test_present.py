"""Who was there, for what not, and who agreed to confidentiality, in the report."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from facilitator.core import events as ev
from facilitator.core.people import Participant, Stay
from facilitator.report.bundle import participants_of, report_of
from facilitator.report.documents.present import Present, attended, not_promised, promises
from facilitator.report.press import Press
from tests.builders import CASE, CASE_SCRIPT, START, Table
from tests.report.reading import seen

TEXT = "Wat je hier hoort, blijft **hier**."


def after(minutes: int) -> datetime:
    return START + timedelta(minutes=minutes)


def was(table: Table, who: str, *stays: Stay) -> None:
    assert table.do(ev.PresenceCorrected, participant_id=who, stays=stays) is None


@pytest.fixture
def table() -> Table:
    """Two moments of a case, from minute 10 and 30 on; it ends after an hour."""
    table = Table(CASE_SCRIPT, CASE).started()
    for minute, page in ((10, 0), (30, 1)):
        table.at = after(minute)
        table.at_step("casus", page)
    table.at = after(60)
    return table


def line(table: Table, name: str) -> Present:
    return next(each for each in attended(table.session) if each.name == name)


def test_who_was_there_throughout_was_present(table: Table) -> None:
    table.do(ev.SessionClosed)
    shown = line(table, "Noor Bakker")
    assert (shown.organisation, shown.role, shown.there, shown.out) == ("Politie", "wijkagent", "present", ())


def test_who_came_later_left_or_was_out_is_told_with_times_and_moments(table: Table) -> None:
    was(table, "d-1", Stay(after(20)))
    was(table, "d-2", Stay(None, after(12)), Stay(after(31), after(45)))
    was(table, "d-3", Stay(None, after(5)))
    table.at = after(60)
    table.do(ev.SessionClosed)
    assert line(table, "Noor Bakker").there == "14:20–15:00"
    assert line(table, "Noor Bakker").out == ("partly for moment 1 of the case “Stil”",)
    assert line(table, "Sam Visser").there == "14:00–14:45"
    assert line(table, "Sam Visser").out == ("out 14:12–14:31", "partly for moments 1 and 2 of the case “Stil”")
    assert line(table, "Kim de Wit").out == ("not there for the case “Stil”",)


def test_a_draft_says_since_when(table: Table) -> None:
    was(table, "d-1", Stay(after(20)))
    assert line(table, "Noor Bakker").there == "from 14:20"


def test_who_never_came_missed_nothing_that_needs_saying(table: Table) -> None:
    was(table, "d-1")
    table.do(ev.SessionClosed)
    assert (line(table, "Noor Bakker").there, line(table, "Noor Bakker").out) == ("absent", ())
    assert attended(table.session)[-1].name == "Noor Bakker"


def test_before_it_began_nobody_has_times() -> None:
    assert {each.there for each in attended(Table(CASE_SCRIPT, CASE).session)} == {"present"}


def test_who_left_early_gets_a_paper_and_counts(table: Table) -> None:
    was(table, "d-1", Stay(None, after(20)))
    was(table, "d-2")
    readers = [job.participant_id for job in participants_of(table.session)]
    assert readers == ["d-1", "d-3", "d-4"]


def test_the_text_that_was_read_stands_with_who_agreed_and_when(table: Table) -> None:
    table.do(ev.ConfidentialityPledged, participant_ids=("d-1", "d-2"), text=TEXT)
    table.at = after(90)
    table.do(ev.ConfidentialityPledged, participant_ids=("d-3",), text="Anders.")
    first, second = promises(table.session)
    assert first.text == TEXT
    assert [(each.organisation, each.name, each.time) for each in first.people] == [
        ("Politie", "Noor Bakker", "15:00"),
        ("Veilig Thuis", "Sam Visser", "15:00"),
    ]
    assert [each.time for each in second.people] == ["15:30"]
    assert not_promised(table.session) == "Not noted of: Bo Smit."


def test_where_nothing_was_read_nothing_is_said_of_it(table: Table, press: Press) -> None:
    assert (promises(table.session), not_promised(table.session)) == ((), "")
    assert "Confidentiality" not in seen(report_of(table.session).render(press).pdf)
    table.do(ev.ConfidentialityPledged, participant_ids=("d-1", "d-2", "d-3", "d-4"), text=TEXT)
    was(table, "d-4", Stay(None, after(12)))
    shown = seen(report_of(table.session).render(press).pdf)
    assert all(words in shown for words in ("Confidentiality", "blijft hier", "15:00", "Missed", "14:00–14:12"))
    assert not_promised(table.session) == ""


def test_a_participant_reads_of_nobody_else_when_they_were_there(table: Table, press: Press) -> None:
    table.do(ev.ParticipantAdded, participant=Participant("d-9", "Ada Boon", "p-vt", walk_in=True))
    table.do(ev.ConfidentialityPledged, participant_ids=("d-9",), text=TEXT)
    paper = next(job for job in participants_of(table.session) if job.participant_id == "d-1")
    shown = seen(paper.render(press).pdf)
    assert not any(words in shown for words in ("Ada", "Confidentiality:", "out 1", "15:00"))
