from __future__ import annotations

import pickle
from dataclasses import replace

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement
from facilitator.core.people import Participant
from facilitator.report.bundle import (
    Document,
    before_of,
    certificates_of,
    documents_of,
    participants_of,
    partners_of,
    readers_of,
    report_of,
    run_sheet_of,
)
from facilitator.report.formats.jobs import forms_of
from tests.builders import CASE, CASE_SCRIPT, Table


def test_a_session_has_report_run_sheet_and_a_paper_for_everybody_present() -> None:
    table = Table().started()
    absent = replace(table.session.notebook.participants[0], present=False)
    table.do(ev.ParticipantChanged, participant=absent)
    jobs = documents_of(table.session)
    assert [job.document for job in jobs] == [
        *(Document.REPORT, Document.RUN_SHEET),
        *[Document.PARTNER] * 2,
        *[Document.PARTICIPANT] * 3,
    ]
    assert absent.id not in {job.participant_id for job in jobs}


def test_a_case_has_its_role_cards_and_is_handed_out_whole_when_all_is_over() -> None:
    table = Table(CASE_SCRIPT, CASE)
    jobs = documents_of(table.session)[2:4]
    assert [(job.document, job.moments) for job in jobs] == [(Document.ROLE_CARDS, None), (Document.HAND_OUT, None)]
    assert str(jobs[1].path) == "Hand-out of the case for afterwards Wijk Noord 2026-11-17.pdf"


def test_before_the_meeting_the_case_can_be_printed_up_to_each_moment() -> None:
    jobs = before_of(Table(CASE_SCRIPT, CASE).session)
    parts = [Document.RUN_SHEET, Document.ROLE_CARDS, Document.HAND_OUT, Document.HAND_OUT]
    assert [job.document for job in jobs] == parts
    assert [job.moments for job in jobs[2:]] == [1, None]
    assert len({job.path for job in jobs}) == len(jobs)
    assert [job.document for job in before_of(Table().session)] == [Document.RUN_SHEET]


def test_an_absent_owner_gets_a_paper_too() -> None:
    table = Table().started()
    owner = replace(table.session.notebook.participants[0], present=False)
    table.do(ev.ParticipantChanged, participant=owner)
    table.do(ev.AgreementMade, agreement=Agreement("a", "bellen", owner.partner_id, owner.id))
    assert owner.id in {job.participant_id for job in participants_of(table.session)}


def test_names_say_what_it_is() -> None:
    session = Table().session
    assert str(report_of(session).path) == "Report Wijk Noord 2026-11-17.pdf"
    assert str(run_sheet_of(session).path) == "Run sheet Wijk Noord 2026-11-17.pdf"
    assert str(participants_of(session)[0].path) == "participants/Politie - wijkagent - Noor Bakker.pdf"


def test_two_of_the_same_name_get_two_files() -> None:
    table = Table()
    for number in (7, 8):
        table.do(ev.ParticipantAdded, participant=Participant(f"d-{number}", "Jan", "p-pol"))
    names = [job.path.name for job in participants_of(table.session)]
    assert names[-2:] == ["Politie - Jan.pdf", "Politie - Jan (2).pdf"]


def test_a_person_without_any_name_still_gets_a_file() -> None:
    table = Table(participants=(Participant("d-1", "???", "p-pol", "///"),), partners=())
    assert [job.path.name for job in participants_of(table.session)] == ["participant.pdf"]


def test_a_job_is_small_and_can_be_sent() -> None:
    table = Table().started()
    for number in range(50):
        table.do(ev.ItemParked, item=ev.Parked(f"k{number}", "x" * 100))
    job = report_of(table.session)
    assert pickle.loads(pickle.dumps(job)) == job  # noqa: S301  our own pickle
    assert len(pickle.dumps(job)) < 30_000


def test_a_certificate_is_no_paper_with_agreements() -> None:
    table = Table().started()
    table.do(ev.SessionClosed)
    certificates, papers = certificates_of(table.session), participants_of(table.session)
    assert readers_of(certificates) == ((), ())
    assert {form.whose for form in forms_of(certificates, Document, "docx")} == {(None, None)}
    everybody = tuple(job.participant_id for job in papers)
    assert readers_of((*papers, *partners_of(table.session))) == (everybody, ("p-pol", "p-vt", "p-wijk"))
