"""A report for the archive: its pages, and the data that they tell attached to them.

The data are cut out of the session by asking what the pages would say without each of them (`printed`), so they follow
whatever was left out of this report: names, answers, times, what waits for a decision.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import time
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from facilitator.core.agreement import Agreement, Origin
from facilitator.core.attendance import was_there
from facilitator.core.events import ArchivedFrustration, ArchivedReport, ArchivedStep, Details
from facilitator.core.people import Participant
from facilitator.core.session import Session
from facilitator.core.vocabulary import Frustration
from facilitator.report.bundle import Document, Job
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.pictures.drawing import Drawing
    from facilitator.report.press import Press, Rendered
    from facilitator.report.tagging.metadata import Attachment

_NOWHEN: Final = {"place": "", "start": time(0), "available_minutes": 0}
"""What stands in the data for what the report does not tell of when and where."""

Show = Callable[[Session], object]


@dataclass(frozen=True, slots=True)
class ArchiveJob:
    """A report of a session with its data in it. Raises ValueError for another kind of document."""

    job: Job
    path: PurePosixPath

    def __post_init__(self) -> None:
        if self.job.document is not Document.REPORT:
            raise ValueError(self.job.document)

    def render(self, press: Press) -> Rendered:
        """Make the file."""
        paper = self.job.paper()
        markup, pictures = press.markup(self.job.document.value, {"doc": paper.model}), paper.drawings(press.measure)
        attached = replace(paper.meta, attachments=(_attachment(self.job, press, markup, pictures),))
        return press.typeset(markup, attached, pictures)


def archive_of(job: Job) -> ArchiveJob:
    """Give the report of a job for the archive, under a name of its own."""
    return ArchiveJob(job, job.path.with_name(_("{name} (archive).pdf").format(name=job.path.stem)))


def _attachment(job: Job, press: Press, markup: str, pictures: Mapping[str, Drawing]) -> Attachment:
    from facilitator.report.archive import form  # noqa: PLC0415  only the worker needs what follows
    from facilitator.report.archive.told import told  # noqa: PLC0415
    from facilitator.report.markup import parse  # noqa: PLC0415
    from facilitator.report.tagging.metadata import Attachment  # noqa: PLC0415

    content = form.to_json(list(told(parse(markup), pictures)), archived(job, press))
    return Attachment(form.NAME, form.KIND, _("The data of this report"), content)


def archived(job: Job, press: Press) -> ArchivedReport:
    """Give what the report of a job tells, as it is read back."""
    from facilitator.report.archive import knowledge  # noqa: PLC0415  only the worker needs it
    from facilitator.report.documents import paper  # noqa: PLC0415

    session, _held = paper.handed_out(job.session)

    def show(other: Session) -> str:
        """The pages themselves: what a model holds and its template leaves out is not told."""
        return press.markup(job.document.value, {"doc": replace(job, session=other).paper().model})

    people, whole = _people(session, show), show(session)
    printed = _words_of(whole)
    pages = knowledge.Pages(session, show, whole, printed)
    agreements = tuple(_agreement(session, each, people, printed) for each in session.notebook.agreements)
    named = {person.partner_id for person in people}.union(*(agreement.parties for agreement in agreements))
    named |= {standing.by_id for agreement in agreements for standing in agreement.standings if standing.by_id}
    return ArchivedReport(
        session_id=session.id,
        title=session.script.title,
        form=session.script.form,
        details=_details(session, show),
        version=session.version,
        steps=_steps(session, job, printed),
        partners=tuple(partner for partner in session.notebook.partners if partner.id in named),
        participants=people,
        agreements=agreements,
        frustrations=_frustrations(session, show, printed),
        walks=tuple(knowledge.walks(pages)),
        cards=tuple(knowledge.cards(pages)),
        claims=tuple(knowledge.claims(pages)),
    )


def _words_of(markup: str) -> str:
    """Give the text of the pages in the form in which others are looked for in it."""
    from facilitator.report.archive.told import one_line, words  # noqa: PLC0415  only the worker needs it
    from facilitator.report.markup import parse  # noqa: PLC0415

    return one_line(words(parse(markup)))


def _details(session: Session, show: Show) -> Details:
    from facilitator.report.archive.printed import only_printed  # noqa: PLC0415  only the worker needs it

    return only_printed(session.details, lambda details: show(_with(session, details=details)), _NOWHEN)


def _people(session: Session, show: Show) -> tuple[Participant, ...]:
    """Give the persons whom the report names or tells of."""
    from facilitator.report.archive.printed import only_printed  # noqa: PLC0415  only the worker needs it

    whole, book = show(session), session.notebook
    told = []
    for number, person in enumerate(book.participants):

        def among(*persons: Participant, number: int = number) -> Session:
            others = book.participants[:number], book.participants[number + 1 :]
            return _with(session, participants=(*others[0], *persons, *others[1]))

        if show(among()) == whole:
            continue
        plain = only_printed(person, lambda one: show(among(one)), {"name": ""})
        told.append(replace(plain, present=was_there(session, person.id) or not _tells_presence(session, person, show)))
    return tuple(told)


def _tells_presence(session: Session, person: Participant, show: Show) -> bool:
    """Whether the report tells that somebody was not there."""
    there = replace(person, present=True)
    others = tuple(there if each.id == person.id else each for each in session.notebook.participants)
    stays = tuple(each for each in session.notebook.presences if each.participant_id != person.id)
    return show(_with(session, participants=others, presences=stays)) != show(session)


def _agreement(session: Session, agreement: Agreement, people: tuple[Participant, ...], printed: str) -> Agreement:
    """Give what the list of agreements tells of one. Where it came up is told by ids that mean nothing elsewhere.

    A part of its row of which any text is not on the pages counts for nothing.
    """
    from facilitator.report.archive.printed import only_printed  # noqa: PLC0415  only the worker needs it
    from facilitator.report.documents.session_report import agreed_row  # noqa: PLC0415

    row = agreed_row(session, agreement)
    parts = [field.name for field in fields(row) if _is_printed(getattr(row, field.name), printed)]

    def show(one: Agreement) -> object:
        other = agreed_row(session, one)
        return [getattr(other, name) for name in parts]

    told = only_printed(agreement, show)
    person_id = told.owner_participant_id
    return replace(
        told,
        origin=Origin(frustration=told.origin.frustration),
        owner_participant_id=person_id if any(person.id == person_id for person in people) else None,
    )


def _is_printed(value: object, printed: str) -> bool:
    """Whether all text in a part of a model stands on the pages."""
    from facilitator.report.archive.form import texts_in  # noqa: PLC0415  only the worker needs it
    from facilitator.report.archive.told import one_line  # noqa: PLC0415

    texts = texts_in(list(value) if isinstance(value, tuple) else value)
    return all(one_line(text) in printed for text in texts)


def _steps(session: Session, job: Job, printed: str) -> tuple[ArchivedStep, ...]:
    """Give the programme with its planned minutes, where the report tells it."""
    rows = getattr(job.paper().model, "steps", ())
    planned = {step.id: minutes for step, minutes in zip(session.script.steps, session.minutes, strict=True)}
    told = zip(session.steps, rows, strict=False)  # more follows in the report: pauses, and all together
    return tuple(
        ArchivedStep(row.title, planned.get(step.id, 0)) for step, row in told if _is_printed(row.title, printed)
    )


def _frustrations(session: Session, show: Show, printed: str) -> tuple[ArchivedFrustration, ...]:
    """Give how many recognised each frustration at a step: what was counted, or chosen there, as far as it is told."""
    found: dict[tuple[Frustration, str], int] = {}
    for frustration, step_id, people in (*_counted(session, show), *_chosen(session, show)):
        title = next(step.title for step in session.steps if step.id == step_id)
        key = frustration, title if _is_printed(title, printed) else ""
        found[key] = max(found.get(key, 0), people)
    return tuple(ArchivedFrustration(*key, people) for key, people in found.items())


def _counted(session: Session, show: Show) -> Iterator[tuple[Frustration, str, int]]:
    """Give what was counted; 0 where the number makes no difference to the pages."""
    whole, counts = show(session), session.notebook.frustrations
    for count in counts:
        others = tuple(each for each in counts if each is not count)
        if show(_with(session, frustrations=others)) != whole:
            one = tuple((*each[:2], 1) if each is count else each for each in counts)
            yield *count[:2], count[2] if show(_with(session, frustrations=one)) != whole else 0


def _chosen(session: Session, show: Show) -> Iterator[tuple[Frustration, str, int]]:
    whole, answers = show(session), session.notebook.answers
    for step in session.steps:
        for choice, frustration in zip(step.choices, step.frustrations, strict=False):
            others = tuple(each for each in answers if (each.step_id, each.text) != (step.id, choice))
            if len(others) < len(answers) and show(_with(session, answers=others)) != whole:
                yield frustration, step.id, len(answers) - len(others)


def _with(session: Session, **parts: Any) -> Session:  # noqa: ANN401  parts of a notebook
    return replace(session, notebook=replace(session.notebook, **parts))
