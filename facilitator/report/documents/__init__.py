"""What the documents of a session say: pure functions from a Session to plain models of text.

A model holds text and tuples only; its template in resources/templates says where each text stands. Nothing here reads
a clock: every time in a document is a time of the session itself.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.core.casus import Case
from facilitator.core.session import Session
from facilitator.report.contents import ALL, Contents, narrowed
from facilitator.report.documents.certificate import certificate_paper
from facilitator.report.documents.hand_out import hand_out_paper
from facilitator.report.documents.overview import session_overview
from facilitator.report.documents.paper import Paper, handed_out
from facilitator.report.documents.participant import participant_paper
from facilitator.report.documents.partner import partner_paper
from facilitator.report.documents.prevention import prevention_paper
from facilitator.report.documents.role_cards import role_cards_paper
from facilitator.report.documents.run_sheet import run_sheet_paper
from facilitator.report.documents.session_report import report_paper
from facilitator.report.documents.status_form import status_form_paper as status_form_paper
from facilitator.report.kinds import Document

if TYPE_CHECKING:
    from facilitator.report.bundle import Job


def of(
    document: Document,
    whole: Session,
    participant_id: str | None,
    moments: int | None = None,
    case_id: str | None = None,
    contents: Contents = ALL,
) -> Paper:
    """Give model and meta of a document.

    `moments` is how many moments of the case a hand-out tells (None: all), `case_id` which of its cases (None: the
    present one). `contents` is what goes in.

    Raises KeyError for a participant or a case that the session does not have.
    """
    session = narrowed(whole, contents)
    if document is Document.REPORT:
        return report_paper(session, contents)
    if document is Document.RUN_SHEET:
        return run_sheet_paper(session)
    if document in {Document.ROLE_CARDS, Document.HAND_OUT}:
        return _of_case(document, session, case_id, moments)
    person = session.participant(participant_id)
    if person is None:
        raise KeyError(participant_id)
    return participant_paper(session, person)


def paper_of(job: Job) -> Paper:
    """Give model and meta of the document that a job asks for. Raises KeyError for what its session does not have."""
    session = narrowed(job.session, job.contents)
    if job.document is Document.STATUS_FORM and job.slip is not None:
        return status_form_paper(session, job.slip)
    if job.document is Document.OVERVIEW:
        return session_overview(session)
    if job.document is Document.PREVENTION:
        return prevention_paper(session, job.scan)
    if job.document is Document.PARTNER:
        partner = session.partner(job.partner_id)
        if partner is None:
            raise KeyError(job.partner_id)
        return partner_paper(session, partner)
    if job.document is Document.CERTIFICATE:
        person = session.participant(job.participant_id)
        if person is None:
            raise KeyError(job.participant_id)
        return certificate_paper(session, person, job.contents)
    return of(job.document, session, job.participant_id, job.moments, job.case_id, job.contents)


def _of_case(document: Document, whole: Session, case_id: str | None, moments: int | None) -> Paper:
    """Give a paper of a case, without what waits for a decision."""
    session, _held = handed_out(whole)
    case = session.case if case_id is None else next((each for each in session.cases if each.id == case_id), None)
    if case is None:
        raise KeyError(case_id)
    told = _as_it_came(session, case)
    if document is Document.ROLE_CARDS:
        return role_cards_paper(session, told)
    return hand_out_paper(session, told, moments)


def _as_it_came(session: Session, case: Case) -> Case:
    """A case without the questions that the meeting added: its papers tell the case, and nothing that was typed."""
    asked = session.notebook.asked
    moments = (
        replace(moment, questions=tuple(question for question in moment.questions if question.id not in asked))
        for moment in case.moments
    )
    return replace(case, moments=tuple(moments))
