"""Files in other forms, each made in the worker process like a document: a path, and `render`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from facilitator.core.people import Participant
from facilitator.core.session import Session
from facilitator.report import names
from facilitator.report.bundle import Document, Job, Whose
from facilitator.report.formats.addresses import usable
from facilitator.report.formats.reader import Reader, due, has_cancelled
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.formats.sheet import Table
    from facilitator.report.press import Press, Rendered


@dataclass(frozen=True, slots=True)
class MailJob:
    """A mail draft to the participant of a job, with that job's document in it.

    Letter and enclosure come from the one participant of the one job, so that they cannot belong to two people. The
    address is kept beside it: a job in which people go by their role knows none.
    """

    job: Job
    path: PurePosixPath
    email: str

    @property
    def person(self) -> Participant:
        """Whom it is for. Raises KeyError where the job is for nobody."""
        person = self.job.session.participant(self.job.participant_id)
        if person is None:
            raise KeyError(self.job.participant_id)
        return person

    @property
    def address(self) -> str | None:
        """Where it goes; None where there is no address, or one that is none."""
        return usable(self.email)

    def render(self, press: Press) -> Rendered:
        """Make the document and the draft around it."""
        from facilitator.report.formats import letters, mail  # noqa: PLC0415  only the worker needs them

        rendered = self.job.render(press)
        name = self.job.path.name
        letter = replace(letters.letter_to(self.job.session, self.person, name), to=self.email)
        return replace(rendered, pdf=mail.draft(letter, (mail.Enclosure(name, rendered.pdf),)))


@dataclass(frozen=True, slots=True)
class CalendarJob:
    """The days of a session for one reader; `cancelling`: what takes those out of a calendar that hold no longer."""

    session: Session
    path: PurePosixPath
    reader: Reader
    cancelling: bool = False

    @property
    def whose(self) -> Whose:
        """For whom it is."""
        mine = self.reader.participant_id
        return mine, None if mine is not None else self.reader.partner_id

    def render(self, press: Press) -> Rendered:  # noqa: ARG002  a calendar needs no paper
        """Make the calendar."""
        from facilitator.report.formats import calendar, diary  # noqa: PLC0415  only the worker needs them
        from facilitator.report.press import Rendered  # noqa: PLC0415

        told = diary.diary_of(self.session, self.reader)
        if self.cancelling:
            return Rendered(calendar.cancelling_file(told.cancelled, told.stamp), 0)
        return Rendered(calendar.calendar_file((*told.days, *told.cancelled), told.name, told.stamp), 0)


@dataclass(frozen=True, slots=True)
class FormJob:
    """A document in another form than PDF, by the end of its name: DOCX or HTML. Its text is that of the job."""

    job: Job
    path: PurePosixPath

    @property
    def whose(self) -> Whose:
        """Whose paper with agreements it is."""
        return self.job.whose

    def render(self, press: Press) -> Rendered:
        """Make the document."""
        from facilitator.report.formats import raster, story, web, word  # noqa: PLC0415  only the worker needs them
        from facilitator.report.markup import parse  # noqa: PLC0415
        from facilitator.report.press import Rendered  # noqa: PLC0415

        paper = self.job.paper()
        body = parse(press.markup(self.job.document.value, {"doc": paper.model}))
        blocks = story.story_of(body, paper.drawings(press.measure))
        if self.path.suffix == ".html":
            return Rendered(web.web_page(blocks, paper.meta), 0)
        return Rendered(word.word_document(blocks, paper.meta, lambda one: raster.png(one, press.typeface)), 0)


def forms_of(jobs: Iterable[Job], documents: Iterable[Document], ending: str) -> tuple[FormJob, ...]:
    """Give these kinds of documents in another form: "docx" or "html", each beside its PDF."""
    kinds = frozenset(documents)
    return tuple(FormJob(job, job.path.with_suffix(f".{ending}")) for job in jobs if job.document in kinds)


@dataclass(frozen=True, slots=True)
class SheetJob:
    """The agreements of a session as a table: XLSX or CSV, by the end of its name."""

    session: Session
    path: PurePosixPath

    def render(self, press: Press) -> Rendered:  # noqa: ARG002  a spreadsheet needs no paper
        """Make the spreadsheet."""
        from facilitator.report.formats.agreements import agreements_table  # noqa: PLC0415  only the worker needs them
        from facilitator.report.formats.sheet import csv_file, workbook  # noqa: PLC0415
        from facilitator.report.press import Rendered  # noqa: PLC0415

        table = agreements_table(self.session)
        return Rendered(csv_file(table) if self.path.suffix == ".csv" else workbook(table), 0)


@dataclass(frozen=True, slots=True)
class TableJob:
    """A table that was put together elsewhere, such as all agreements that were found: XLSX or CSV, by its name."""

    table: Table
    path: PurePosixPath

    def render(self, press: Press) -> Rendered:  # noqa: ARG002  as above
        """Make the spreadsheet."""
        from facilitator.report.formats.sheet import csv_file, workbook  # noqa: PLC0415  only the worker needs them
        from facilitator.report.press import Rendered  # noqa: PLC0415

        return Rendered(csv_file(self.table) if self.path.suffix == ".csv" else workbook(self.table), 0)


def sheets_of(jobs: Iterable[Job]) -> tuple[SheetJob, ...]:
    """Give the agreements of a session as XLSX and as CSV, with the names that its report has."""
    made = []
    for session in _reports(jobs):
        name = names.joined((_("Agreements"), session.details.place, session.details.day.isoformat()))
        made += [SheetJob(session, PurePosixPath(f"{name}.{end}")) for end in ("xlsx", "csv")]
    return tuple(made)


def calendars_of(jobs: Iterable[Job]) -> tuple[CalendarJob, ...]:
    """Give the calendars of a session: all of it for the facilitator, their own for who has a paper of their own.

    Who has no day in it gets no calendar, for an empty one is none.
    """
    asked, folder = tuple(jobs), PurePosixPath(_("calendar"))
    everything = ((_("All agreements"), session, Reader()) for session in _reports(asked))
    wanted: list[tuple[str, Session, Reader, bool]] = []
    for name, session, reader in (*everything, *_readers(asked)):
        gone = has_cancelled(session, reader)
        if gone or due(session, reader) or session.details.next_meeting is not None:
            wanted.append((name, session, reader, False))
        if gone:
            wanted.append((_("{name} (cancelled)").format(name=name), session, reader, True))
    paths = names.unique(folder / f"{name}.ics" for name, *_rest in wanted)
    made = zip(paths, wanted, strict=True)
    return tuple(CalendarJob(session, path, reader, gone) for path, (_name, session, reader, gone) in made)


def _reports(jobs: Iterable[Job]) -> Iterator[Session]:
    """The session as its report tells it: what the facilitator keeps goes by the same choice."""
    return (job.session for job in jobs if job.document is Document.REPORT)


def _readers(jobs: Iterable[Job]) -> Iterator[tuple[str, Session, Reader]]:
    """Whoever has a paper of their own: participants, and organisations."""
    for job in jobs:
        person = job.session.participant(job.participant_id)
        if job.document is Document.PARTICIPANT and person is not None:
            yield job.path.stem, job.session, Reader(person.partner_id, person.id)
        elif job.document is Document.PARTNER:
            yield job.path.stem, job.session, Reader(job.partner_id)


def mails_of(session: Session, jobs: Iterable[Job]) -> tuple[MailJob, ...]:
    """Give the mail to everybody who gets a paper of their own, those without an address among them."""
    folder, made = PurePosixPath(_("mail")), []
    for job in jobs:
        person = session.participant(job.participant_id)
        if job.document is Document.PARTICIPANT and person is not None:
            made.append(MailJob(job, folder / f"{job.path.stem}.eml", person.email))
    return tuple(made)
