"""Files in other forms, each made in the worker process like a document: a path, and `render`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from facilitator.core.people import Participant
from facilitator.report.bundle import Document, Job
from facilitator.report.formats.addresses import usable
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.press import Press, Rendered


@dataclass(frozen=True, slots=True)
class MailJob:
    """A mail draft to the participant of a job, with that job's document in it.

    Letter and enclosure come from the one participant of the one job, so that they cannot belong to two people.
    """

    job: Job
    path: PurePosixPath

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
        return usable(self.person.email)

    def render(self, press: Press) -> Rendered:
        """Make the document and the draft around it."""
        from facilitator.report.formats import letters, mail  # noqa: PLC0415  only the worker needs them

        rendered = self.job.render(press)
        name = self.job.path.name
        letter = letters.letter_to(self.job.session, self.person, name)
        return replace(rendered, pdf=mail.draft(letter, (mail.Enclosure(name, rendered.pdf),)))


def mails_of(jobs: Iterable[Job]) -> tuple[MailJob, ...]:
    """Give the mail to everybody who gets a paper of their own, those without an address among them."""
    folder = PurePosixPath(_("mail"))
    own = (job for job in jobs if job.document is Document.PARTICIPANT)
    return tuple(MailJob(job, folder / f"{job.path.stem}.eml") for job in own)
