"""What the documents of a session say: pure functions from a Session to plain models of text.

A model holds text and tuples only; its template in resources/templates says where each text stands. Nothing here reads
a clock: every time in a document is a time of the session itself.
"""

from __future__ import annotations

from facilitator.core.session import Session
from facilitator.report.bundle import Document
from facilitator.report.documents.hand_out import hand_out_paper
from facilitator.report.documents.paper import Paper
from facilitator.report.documents.participant import participant_paper
from facilitator.report.documents.role_cards import role_cards_paper
from facilitator.report.documents.run_sheet import run_sheet_paper
from facilitator.report.documents.session_report import report_paper


def of(document: Document, session: Session, participant_id: str | None, moments: int | None = None) -> Paper:
    """Give model and meta of a document; `moments` is how many moments of the case a hand-out tells (None: all).

    Raises KeyError for a participant or a case that the session does not have.
    """
    if document is Document.REPORT:
        return report_paper(session)
    if document is Document.RUN_SHEET:
        return run_sheet_paper(session)
    if document in {Document.ROLE_CARDS, Document.HAND_OUT}:
        if session.case is None:
            raise KeyError(document)
        if document is Document.ROLE_CARDS:
            return role_cards_paper(session, session.case)
        return hand_out_paper(session, session.case, moments)
    person = session.participant(participant_id)
    if person is None:
        raise KeyError(participant_id)
    return participant_paper(session, person)
