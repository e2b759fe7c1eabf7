"""The papers of a meeting that went on with another case: those of every case it studied, and each its own."""

from __future__ import annotations

import pickle

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Origin
from facilitator.core.script import Question
from facilitator.report import documents
from facilitator.report.bundle import Document, documents_of
from facilitator.report.documents.hand_out import HandOutModel
from facilitator.report.documents.role_cards import RoleCardsModel
from facilitator.report.documents.run_sheet import RunSheetModel, run_sheet_paper
from facilitator.report.documents.session_report import ReportModel, report_paper
from tests.builders import CASE, CASE_SCRIPT, OTHER_CASE, Table


def switched() -> Table:
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus")
    assert table.do(ev.CaseSwitched, case=OTHER_CASE) is None
    return table


def run_sheet(table: Table) -> RunSheetModel:
    model = run_sheet_paper(table.session).model
    assert isinstance(model, RunSheetModel)
    return model


def test_every_case_has_its_papers_under_a_name_of_their_own() -> None:
    jobs = [job for job in documents_of(switched().session) if job.document in {Document.ROLE_CARDS, Document.HAND_OUT}]
    models = [documents.of(job.document, job.session, None, case_id=job.case_id).model for job in jobs]
    titles = [model.title for model in models if isinstance(model, RoleCardsModel | HandOutModel)]
    assert titles == ["Stil", "Luid"] * 2
    assert [str(job.path) for job in jobs[2:]] == [
        "Hand-out of the case for afterwards Stil Wijk Noord 2026-11-17.pdf",
        "Hand-out of the case for afterwards Luid Wijk Noord 2026-11-17.pdf",
    ]
    assert len({job.path for job in jobs}) == len(jobs)
    assert [pickle.loads(pickle.dumps(job)) for job in jobs] == jobs  # noqa: S301  our own pickle


def test_a_paper_of_one_case_says_of_no_other_that_it_is_invented() -> None:
    session = switched().session
    for document in (Document.HAND_OUT, Document.ROLE_CARDS):
        model = documents.of(document, session, None, case_id=CASE.id).model
        assert isinstance(model, RoleCardsModel | HandOutModel)
        assert ("Stil" in model.invented, "Luid" in model.invented) == (True, False)


def test_a_question_that_waits_for_a_decision_is_not_handed_out() -> None:
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus")
    asked, found = Question("naam", "Wat zou Jan doen?"), (ev.Spotted("naam", "Jan"),)
    assert table.do(ev.QuestionWritten, step_id="casus", question=asked, moment_id="m1", findings=found) is None
    assert "Jan" not in str(documents.of(Document.HAND_OUT, table.session, None).model)
    assert "Jan" not in str(run_sheet(table))


def test_an_agreement_keeps_the_moment_it_came_up_at() -> None:
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus")
    agreement = Agreement("a", "bellen", "p-pol", origin=Origin("casus", "m1"))
    assert table.do(ev.AgreementMade, agreement=agreement) is None
    assert table.do(ev.CaseSwitched, case=OTHER_CASE) is None
    model = report_paper(table.session).model
    assert isinstance(model, ReportModel)
    assert "Came up at the moment “maandag”" in model.agreements[0].notes


def test_the_run_sheet_keeps_the_case_as_it_was_planned() -> None:
    table = switched()
    for _time in range(2):
        shown = run_sheet(table)
        assert shown.case is not None
        assert (shown.case.title, "Luid" in shown.case.invented) == ("Stil", False)
        assert [told.title for told in shown.steps[1].moments] == ["maandag", "dinsdag"]
        table.do(ev.CaseSwitched, case=CASE)


def test_the_run_sheet_tells_the_case_under_its_step_wherever_that_was_moved() -> None:
    table = Table(CASE_SCRIPT, CASE).started()
    assert table.do(ev.ProgrammeChanged, order=("welkom", "afspraken", "casus"), minutes=(10, 30, 40)) is None
    shown = run_sheet(table)
    assert [(each.title, len(each.moments)) for each in shown.steps] == [
        ("Stap welkom", 0),
        ("Stap casus", 2),
        ("Stap afspraken", 0),
    ]


def test_papers_of_a_case_hold_nothing_that_the_meeting_added() -> None:
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus")
    asked = Question("extra", "En als het nacht is?")
    assert table.do(ev.QuestionWritten, step_id="casus", question=asked, moment_id="m1") is None
    for document in (Document.HAND_OUT, Document.ROLE_CARDS):
        assert "nacht" not in str(documents.of(document, table.session, None).model)
    assert "Wat weet jij?" in str(documents.of(Document.HAND_OUT, table.session, None).model)
