"""A correction says what changed, who had the version before, and to each reader only what is theirs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement
from facilitator.core.vocabulary import Channel
from facilitator.report.documents.participant import ParticipantModel, participant_paper
from facilitator.report.documents.partner import PartnerModel, partner_paper
from facilitator.report.documents.session_report import ReportModel, report_paper
from facilitator.report.press import Press
from tests.builders import SAFE, TEAM, Table


@pytest.fixture
def table() -> Table:
    """Version 2: Noor and Veilig Thuis had version 1, Sam had a draft."""
    table = Table().started()
    for name, owner, other in (("bellen", "p-pol", "p-vt"), ("mailen", "p-vt", "p-wijk")):
        made = Agreement(name, name, owner, with_ids=(other,), deadline=date(2026, 12, 1))
        table.do(ev.AgreementMade, agreement=made)
    table.do(ev.DocumentsHandedOut, channel=Channel.PRINT, participant_ids=("d-2",))
    table.do(ev.SessionClosed)
    table.do(ev.DocumentsHandedOut, channel=Channel.FILE, participant_ids=("d-1",), partner_ids=("p-vt",))
    table.do(ev.SessionReopened, reason="fout")
    first = table.session.agreement("bellen")
    assert first is not None
    table.do(ev.AgreementChanged, agreement=replace(first, deadline=date(2026, 12, 8)))
    table.do(ev.AgreementRemoved, agreement_id="mailen")
    table.do(ev.AgreementMade, agreement=Agreement("nieuw", "nieuw", "p-wijk"))
    table.do(ev.SessionClosed)
    return table


def report(table: Table) -> ReportModel:
    model = report_paper(table.session).model
    assert isinstance(model, ReportModel)
    return model


def paper_of(table: Table, person_id: str) -> ParticipantModel:
    person = table.session.participant(person_id)
    assert person is not None
    model = participant_paper(table.session, person).model
    assert isinstance(model, ParticipantModel)
    return model


def test_a_first_version_says_nothing_of_others() -> None:
    table = Table().started()
    table.do(ev.SessionClosed)
    assert (report(table).changed, report(table).have_old) == (None, ())
    assert (paper_of(table, "d-1").changed, paper_of(table, "d-1").replaces) == (None, "")


def test_the_report_tells_what_changed_and_who_had_the_old_one(table: Table) -> None:
    told = report(table)
    assert told.changed is not None
    assert told.changed.title == "What changed since version 1"
    assert told.changed.items == (
        ("New", "nieuw (Wijkteam Noord)"),
        ("Changed", "bellen (Politie)"),
        ("Gone", "an agreement of Veilig Thuis, before 1 december"),
    )
    assert told.have_old == (
        ("version 1 of 17 november 2026", "Noor Bakker (Politie), Veilig Thuis"),
        ("a draft of 17 november 2026", "Sam Visser (Veilig Thuis)"),
    )
    table.do(ev.DocumentsHandedOut, channel=Channel.FILE, participant_ids=("d-1",), partner_ids=("p-vt",))
    assert report(table).have_old == (("a draft of 17 november 2026", "Sam Visser (Veilig Thuis)"),)


def test_each_reader_hears_only_of_their_own_agreements(table: Table) -> None:
    police, team = paper_of(table, "d-1").changed, paper_of(table, "d-3").changed
    assert police is not None
    assert team is not None
    assert police.items == (("Changed", "bellen (Politie)"),)
    assert team.items == (
        ("New", "nieuw (Wijkteam Noord)"),
        ("Gone", "an agreement of Veilig Thuis, before 1 december"),
    )


def test_only_who_got_an_earlier_version_hears_of_it(table: Table) -> None:
    assert paper_of(table, "d-1").replaces == (
        "You got version 1 of 17 november 2026 earlier. This paper takes its place."
    )
    assert paper_of(table, "d-2").replaces.startswith("You got a draft of 17 november 2026 earlier.")
    assert paper_of(table, "d-3").replaces == ""


def test_an_organisation_hears_that_it_got_an_earlier_version(table: Table) -> None:
    safe, team = (partner_paper(table.session, partner).model for partner in (SAFE, TEAM))
    assert isinstance(safe, PartnerModel)
    assert isinstance(team, PartnerModel)
    assert safe.replaces.startswith("Your organisation got version 1 of 17 november 2026 before.")
    assert team.replaces == ""
    assert safe.changed is not None
    assert safe.changed.items[-1] == ("Gone", "an agreement of Veilig Thuis, before 1 december")


def test_changes_are_told_since_the_version_that_the_reader_has(table: Table) -> None:
    table.do(ev.SessionReopened, reason="nog iets")
    table.do(ev.SessionClosed)
    had, had_not = paper_of(table, "d-1").changed, paper_of(table, "d-3").changed
    assert had is not None
    assert had_not is not None
    assert (had.title, len(had.items)) == ("What changed since version 1", 1)
    assert (had_not.title, had_not.items) == ("What changed since version 2", ())


def test_what_waits_for_a_decision_is_not_told_as_a_change(table: Table) -> None:
    table.do(ev.SessionReopened, reason="nog iets")
    seen = (ev.Spotted("naam", "Kim"),)
    table.do(ev.AgreementMade, agreement=Agreement("kim", "Kim bellen", "p-pol"), findings=seen)
    table.do(ev.SessionClosed)
    told = report(table).changed
    assert told is not None
    assert told.items == ()


def test_both_papers_show_it(table: Table, press: Press) -> None:
    whole = press.markup("report.xhtml.j2", {"doc": report(table)})
    assert "<b>Gone:</b> an agreement of Veilig Thuis" in whole
    assert "<b>version 1 of 17 november 2026:</b> Noor Bakker (Politie)" in whole
    mine = press.markup("participant.xhtml.j2", {"doc": paper_of(table, "d-1")})
    assert "replaces version 1 of 17 november 2026. You got version 1" in mine
    assert "mailen" not in whole
