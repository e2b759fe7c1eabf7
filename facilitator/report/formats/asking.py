"""The mail that asks an organisation how its agreements stand: to be answered in the mail itself, or on the form in it.

Every agreement has its code and a line for the answer; by the codes the program knows what is answered, however a mail
program quotes, folds or colours it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from facilitator.core import reporting
from facilitator.core.people import Partner
from facilitator.core.reporting import Slip
from facilitator.core.session import Session
from facilitator.core.spotting import without_held
from facilitator.report.bundle import Job
from facilitator.report.formats.addresses import usable
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.formats.mail import Letter
    from facilitator.report.press import Press, Rendered


@dataclass(frozen=True, slots=True)
class AskingJob:
    """A mail draft to one organisation, with the form of that same organisation in it. `to` is one address."""

    job: Job
    slip: Slip
    path: PurePosixPath
    to: str

    def render(self, press: Press) -> Rendered:
        """Make the form and the draft around it."""
        from facilitator.report.formats import mail  # noqa: PLC0415  only the worker needs it

        rendered = self.job.render(press)
        letter = asking_letter(self.job.session, self.slip, self.to)
        enclosed = mail.Enclosure(self.job.path.name, rendered.pdf)
        return replace(rendered, pdf=mail.draft(letter, (enclosed,)))


def address_of(session: Session, partner_id: str) -> str:
    """The first address of an organisation's people that mail can be sent to; empty where there is none."""
    found = (usable(person.email) for person in session.members_of(partner_id))
    return next((address for address in found if address), "")


def asking_of(job: Job, slip: Slip, whole: Session | None = None) -> AskingJob | None:
    """Give the mail around a form; None where the organisation has no address.

    `whole` is the session with its addresses, where those are left out of the form.
    """
    to = address_of(whole or job.session, slip.partner_id)
    path = PurePosixPath(_("mail")) / f"{job.path.stem}.eml"
    return AskingJob(job, slip, path, to) if to else None


def asking_letter(whole: Session, slip: Slip, to: str) -> Letter:
    """Give the letter, without what waits for a decision."""
    from facilitator.report.documents import paper, status_form  # noqa: PLC0415  Babel's calendar
    from facilitator.report.formats.mail import Letter, one_line  # noqa: PLC0415

    notebook, _held = without_held(whole.notebook)
    session = replace(whole, notebook=notebook)
    partner = session.partner(slip.partner_id) or Partner(slip.partner_id, "")
    subject = _("How do your agreements of {meeting} stand?").format(meeting=one_line(paper.session_name(session)))
    paragraphs = (
        _("Dear colleagues of {organisation},").format(organisation=one_line(partner.name)),
        f"{status_form.intro(session)} {status_form.back(session)}",
        _(
            "Answer this mail and write after each 'Antwoord' how it stands: nagekomen, bezig, niet nagekomen, "
            "vervallen or overgedragen. Add why, or to whom. Or fill in the form that is enclosed."
        ),
        _("Leave the codes as they are: by them we know which agreement you answer."),
        _("Write no names or other data of clients. It is about how you work together."),
        *asking_lines(whole, slip),
        _("(Kenmerk {reference}: leave this as it is.)").format(reference=slip.reference),
        _("Kind regards,"),
    )
    return Letter(to, subject, "\n\n".join(paragraphs) + "\n")


def asking_lines(session: Session, slip: Slip) -> list[str]:
    """The line of each agreement with its code, and under it the line for the answer."""
    from facilitator.report.formats.mail import one_line  # noqa: PLC0415  only the worker needs it

    codes = dict(slip.codes)
    # The words of the answer's line are those that are looked for when it is read back: they are not translated.
    return [
        f"[{codes[one.id]}] {one_line(one.name)}\nAntwoord {codes[one.id]}:"
        for one in reporting.asked_of(session, slip.partner_id)
        if one.id in codes
    ]
