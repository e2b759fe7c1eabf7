"""Which documents a session has, and what each is called. Screen, command line and demo share this list.

A job is small and can be handed to another process: it names a document of a session; its text is made where it is
rendered (`documents`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from facilitator.core.attendance import time_there, was_there
from facilitator.core.casus import Case
from facilitator.core.instrument import Instrument
from facilitator.core.people import Participant
from facilitator.core.reporting import Slip
from facilitator.core.session import Session
from facilitator.core.vocabulary import AgreementKind, Form
from facilitator.report import names
from facilitator.report.contents import ALL, Choices, Contents, narrowed
from facilitator.report.house import HouseStyle
from facilitator.report.kinds import PREVENTION_SCAN
from facilitator.report.kinds import Document as Document  # noqa: PLC0414  known under this name too
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.documents.paper import Paper
    from facilitator.report.press import Press, Rendered


_LEAST_THERE = timedelta(minutes=1)
"""Whoever was there for less has nothing to show for it."""

_LONGEST_PART = 40
"""Characters of an organisation, role or name in a file name, so that none pushes the others out."""


Whose = tuple[str | None, str | None]
"""For which participant a file is, and else for which organisation, by id; for the facilitator neither."""


@dataclass(frozen=True, slots=True)
class Job:
    """One document of a session: `path` is where it goes inside the folder of an export.

    `participant_id` names the participant that a participant's document is for; `moments` is how many moments of the
    case a hand-out tells (None: all of them); `case_id` says of which case it is; `contents` is what goes in; `slip`
    has the marks of a status form; `partner_id` names the organisation that a paper is for; `scan` has the questions
    that a prevention plan follows; `house` is the style of who it is from.
    """

    document: Document
    session: Session
    path: PurePosixPath
    participant_id: str | None = None
    moments: int | None = None
    case_id: str | None = None
    contents: Contents = ALL
    slip: Slip | None = None
    partner_id: str | None = None
    scan: Instrument | None = None
    house: HouseStyle | None = None

    @property
    def whose(self) -> Whose:
        """Whose paper with agreements it is, by id; of any other document nobody's, a certificate included."""
        return (
            self.participant_id if self.document is Document.PARTICIPANT else None,
            self.partner_id if self.document is Document.PARTNER else None,
        )

    def render(self, press: Press) -> Rendered:
        """Make the document. Imports what is needed for paper, so it belongs in the worker process."""
        paper = self.paper()
        return press.render(self.document.value, {"doc": paper.model}, paper.meta, paper.drawings(press.measure))

    def paper(self) -> Paper:
        """Give what the document says, before it becomes paper. Raises KeyError for who or what is not there."""
        from facilitator.report import documents  # noqa: PLC0415  Babel's calendar is read in the worker only

        paper = documents.paper_of(self)
        return paper if self.house is None else replace(paper, meta=replace(paper.meta, house=self.house))


def run_sheet_of(session: Session) -> Job:
    """Give the facilitator's run sheet, which is there before the meeting begins."""
    return Job(Document.RUN_SHEET, _light(session), PurePosixPath(_file_name(_("Run sheet"), session)))


def report_of(whole: Session, contents: Contents = ALL) -> Job:
    """Give the report of a session."""
    session = _light(whole, contents)
    return Job(Document.REPORT, session, PurePosixPath(_file_name(_("Report"), session)), contents=contents)


def participants_of(whole: Session, contents: Contents = ALL) -> tuple[Job, ...]:
    """Give the papers of everybody who was there or owns an agreement, each under a name of its own."""
    session, folder = _light(whole, contents), PurePosixPath(_("participants"))
    owners = {agreement.owner_participant_id for agreement in session.notebook.agreements}
    readers = [
        person for person in session.notebook.participants if was_there(session, person.id) or person.id in owners
    ]
    paths = names.unique(folder / f"{_person_name(session, person)}.pdf" for person in readers)
    made = zip(paths, readers, strict=True)
    return tuple(Job(Document.PARTICIPANT, session, path, each.id, contents=contents) for path, each in made)


def status_forms_of(whole: Session, slips: Iterable[Slip], contents: Contents = ALL) -> tuple[Job, ...]:
    """Give the form of each organisation on which it tells how its agreements stand."""
    session = _light(whole, contents)
    asked = tuple(slip for slip in slips if slip.codes)
    found = (session.partner(slip.partner_id) for slip in asked)
    titles = ("" if partner is None else partner.name[:_LONGEST_PART] for partner in found)
    folder, kind = PurePosixPath(_("status forms")), _("How do your agreements stand")
    paths = names.unique(folder / _file_name(kind, session, title) for title in titles)
    made = zip(paths, asked, strict=True)
    return tuple(Job(Document.STATUS_FORM, session, path, slip=slip, contents=contents) for path, slip in made)


def role_cards_of(whole: Session, contents: Contents = ALL) -> tuple[Job, ...]:
    """Give the role cards of every case that was studied; none where no role knows anything of its own."""
    session = _light(whole, contents)
    cases = tuple(case for case in session.cases if case.roles)
    made = zip(_case_paths(_("Role cards"), session, cases), cases, strict=True)
    return tuple(Job(Document.ROLE_CARDS, session, path, case_id=case.id, contents=contents) for path, case in made)


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


def before_of(session: Session, choices: Choices | None = None) -> tuple[Job, ...]:
    """Give what is printed before the meeting: run sheet, role cards, and the hand-out up to each moment and whole."""
    named = _chosen(choices, Document.ROLE_CARDS)
    last = 0 if session.case is None else len(session.case.moments)
    parts = (hand_out_of(session, moments) for moments in (*range(1, last), None))
    return run_sheet_of(session), *role_cards_of(session, named), *(job for jobs in parts for job in jobs)


def overview_of(whole: Session, contents: Contents = ALL) -> tuple[Job, ...]:
    """Give the overview of the agreements; none where nothing was agreed."""
    session = _light(whole, contents)
    if not session.notebook.agreements:
        return ()
    path = PurePosixPath(_file_name(_("Overview of agreements"), session))
    return (Job(Document.OVERVIEW, session, path, contents=contents),)


def partners_of(whole: Session, contents: Contents = ALL) -> tuple[Job, ...]:
    """Give the paper of every organisation that was there or that an agreement belongs to."""
    session, folder = _light(whole, contents), PurePosixPath(_("organisations"))
    there = {person.partner_id for person in session.notebook.participants if was_there(session, person.id)}
    there = there.union(*(agreement.parties for agreement in session.notebook.agreements))
    partners = [partner for partner in session.notebook.partners if partner.id in there]
    named = (names.safe(partner.name[:_LONGEST_PART]) or _("organisation") for partner in partners)
    made = zip(names.unique(folder / f"{name}.pdf" for name in named), partners, strict=True)
    return tuple(Job(Document.PARTNER, session, path, partner_id=each.id, contents=contents) for path, each in made)


def certificates_of(whole: Session, contents: Contents = ALL) -> tuple[Job, ...]:
    """Give a certificate of attendance for everybody who was really there, once a meeting that was held is over."""
    session, folder = _light(whole, contents), PurePosixPath(_("certificates of attendance"))
    if not session.course.closed_at or session.rehearsal or session.script.form is Form.ZELFSTUDIE:
        return ()
    closed = session.course.closed_at[0]
    people = [p for p in session.notebook.participants if time_there(session, p.id, closed) >= _LEAST_THERE]
    paths = names.unique(folder / f"{_person_name(session, person)}.pdf" for person in people)
    made = zip(paths, people, strict=True)
    return tuple(Job(Document.CERTIFICATE, session, path, each.id, contents=contents) for path, each in made)


def has_plan(session: Session) -> bool:
    """Whether a session makes a prevention plan: its script follows the scan, or something of that kind was agreed."""
    scanned = any(PREVENTION_SCAN in step.cards for step in session.script.steps)
    return scanned or any(one.kind is AgreementKind.PREVENTION for one in session.notebook.agreements)


def plan_of(whole: Session, contents: Contents = ALL, scan: Instrument | None = None) -> tuple[Job, ...]:
    """Give the prevention plan of a session that makes one; `scan` has the questions it follows."""
    if not has_plan(whole):
        return ()
    session = _light(whole, contents)
    path = PurePosixPath(_file_name(_("Prevention plan"), session))
    return (Job(Document.PREVENTION, session, path, contents=contents, scan=scan),)


def documents_of(session: Session, choices: Choices | None = None, scan: Instrument | None = None) -> tuple[Job, ...]:
    """Give every document of a session: first those of the whole, then those of each organisation and participant.

    `choices` is what goes into each kind; `scan` has the questions of the prevention scan, where a session needs them.
    Of a session that was read in there are only the papers of its readers: its report is the file it was read from.
    """

    def chosen(document: Document) -> Contents:
        return _chosen(choices, document)

    papers = (
        *partners_of(session, chosen(Document.PARTNER)),
        *participants_of(session, chosen(Document.PARTICIPANT)),
    )
    if session.read_from is not None:
        return papers
    return (
        report_of(session, chosen(Document.REPORT)),
        *overview_of(session, chosen(Document.OVERVIEW)),
        *plan_of(session, chosen(Document.PREVENTION), scan),
        run_sheet_of(session),
        *role_cards_of(session, chosen(Document.ROLE_CARDS)),
        *hand_out_of(session),
        *papers,
        *certificates_of(session, chosen(Document.CERTIFICATE)),
    )


def readers_of(jobs: Iterable[Job]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the participants and the partners whose papers with agreements these are, by id."""
    whose = tuple(job.whose for job in jobs)
    people = tuple(dict.fromkeys(person for person, _partner in whose if person is not None))
    return people, tuple(dict.fromkeys(partner for _person, partner in whose if partner is not None))


def _chosen(choices: Choices | None, document: Document) -> Contents:
    """Give what goes into a kind of document."""
    return (choices or {}).get(document, ALL).of_kind(document)


def _light(session: Session, contents: Contents = ALL) -> Session:
    """Leave out what does not go in, and what is long: the notebooks that undo could bring back.

    What is left out does not even reach the process that makes the document. Those notebooks go last: they know the
    names of who was taken away.
    """
    light = narrowed(session, contents)
    return replace(light, history=(), undone=(), course=replace(light.course, held=None))


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
