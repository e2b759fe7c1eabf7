"""Which documents a session has, and what each is called. Screen, command line and demo share this list.

A job is small and can be handed to another process: it names a document of a session; its text is made where it is
rendered (`documents`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from facilitator.core.attendance import was_there
from facilitator.core.casus import Case
from facilitator.core.people import Participant
from facilitator.core.session import Session
from facilitator.report import names
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.documents.paper import Paper
    from facilitator.report.press import Press, Rendered


_LONGEST_PART = 40
"""Characters of an organisation, role or name in a file name, so that none pushes the others out."""


class Document(Enum):
    """A kind of document. The value is its template."""

    RUN_SHEET = "run-sheet.xhtml.j2"
    ROLE_CARDS = "role-cards.xhtml.j2"
    HAND_OUT = "hand-out.xhtml.j2"
    REPORT = "report.xhtml.j2"
    PARTICIPANT = "participant.xhtml.j2"


@dataclass(frozen=True, slots=True)
class Job:
    """One document of a session: `path` is where it goes inside the folder of an export.

    `participant_id` names the participant that a participant's document is for; `moments` is how many moments of the
    case a hand-out tells (None: all of them); `case_id` says of which case it is.
    """

    document: Document
    session: Session
    path: PurePosixPath
    participant_id: str | None = None
    moments: int | None = None
    case_id: str | None = None

    def render(self, press: Press) -> Rendered:
        """Make the document. Imports what is needed for paper, so it belongs in the worker process."""
        paper = self.paper()
        return press.render(self.document.value, {"doc": paper.model}, paper.meta, paper.drawings(press.measure))

    def paper(self) -> Paper:
        """Give what the document says, before it becomes paper. Raises KeyError for who or what is not there."""
        from facilitator.report import documents  # noqa: PLC0415  Babel's calendar is read in the worker only

        return documents.of(self.document, self.session, self.participant_id, self.moments, self.case_id)


def run_sheet_of(session: Session) -> Job:
    """Give the facilitator's run sheet, which is there before the meeting begins."""
    return Job(Document.RUN_SHEET, _light(session), PurePosixPath(_file_name(_("Run sheet"), session)))


def report_of(session: Session) -> Job:
    """Give the report of a session."""
    return Job(Document.REPORT, _light(session), PurePosixPath(_file_name(_("Report"), session)))


def participants_of(session: Session) -> tuple[Job, ...]:
    """Give the papers of everybody who was there or owns an agreement, each under a name of its own."""
    light, folder = _light(session), PurePosixPath(_("participants"))
    owners = {agreement.owner_participant_id for agreement in session.notebook.agreements}
    readers = [
        person for person in session.notebook.participants if was_there(session, person.id) or person.id in owners
    ]
    paths = names.unique(folder / f"{_person_name(session, person)}.pdf" for person in readers)
    return tuple(Job(Document.PARTICIPANT, light, path, each.id) for path, each in zip(paths, readers, strict=True))


def role_cards_of(session: Session) -> tuple[Job, ...]:
    """Give the role cards of every case that was studied; none where no role knows anything of its own."""
    light, cases = _light(session), tuple(case for case in session.cases if case.roles)
    paths = _case_paths(_("Role cards"), session, cases)
    return tuple(
        Job(Document.ROLE_CARDS, light, path, case_id=case.id) for path, case in zip(paths, cases, strict=True)
    )


def hand_out_of(session: Session, moments: int | None = None) -> tuple[Job, ...]:
    """Give the hand-out of every case: up to so many moments during the meeting, or whole (None), for afterwards."""
    kind = (
        _("Hand-out of the case for afterwards")
        if moments is None
        else _("Hand-out of the case up to moment {number}").format(number=moments)
    )
    light, cases = _light(session), session.cases
    paths = _case_paths(kind, session, cases)
    made = zip(paths, cases, strict=True)
    return tuple(Job(Document.HAND_OUT, light, path, moments=moments, case_id=case.id) for path, case in made)


def before_of(session: Session) -> tuple[Job, ...]:
    """Give what is printed before the meeting: run sheet, role cards, and the hand-out up to each moment and whole."""
    last = 0 if session.case is None else len(session.case.moments)
    parts = (hand_out_of(session, moments) for moments in (*range(1, last), None))
    return run_sheet_of(session), *role_cards_of(session), *(job for jobs in parts for job in jobs)


def documents_of(session: Session) -> tuple[Job, ...]:
    """Give every document of a session: report, run sheet, those of its cases, and the papers of the participants.

    Of a session that was read in only the papers of the participants: the report is the file that it was read from.
    """
    if session.read_from is not None:
        return participants_of(session)
    case = (*role_cards_of(session), *hand_out_of(session))
    return report_of(session), run_sheet_of(session), *case, *participants_of(session)


def _light(session: Session) -> Session:
    """Leave out what no document shows and what is long: the notebooks that undo could bring back."""
    return replace(session, history=(), undone=(), course=replace(session.course, held=None))


def _case_paths(kind: str, session: Session, cases: tuple[Case, ...]) -> tuple[PurePosixPath, ...]:
    """Name the paper of each case; the case is named where several were studied."""
    several = len(session.cases) > 1
    titles = (case.title[:_LONGEST_PART] if several else "" for case in cases)
    return names.unique(PurePosixPath(_file_name(kind, session, title)) for title in titles)


def _file_name(kind: str, session: Session, title: str = "") -> str:
    details = session.details
    return f"{names.joined((kind, title, details.place))} {details.day.isoformat()}.pdf"


def _person_name(session: Session, person: Participant) -> str:
    partner = session.partner(person.partner_id)
    organisation = "" if partner is None else partner.name
    parts = (part[:_LONGEST_PART] for part in (organisation, person.role, person.name))
    return names.joined(parts, " - ") or _("participant")
