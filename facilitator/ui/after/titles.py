"""What documents are called in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.report.kinds import Document
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.bundle import Job


def job_title(job: Job) -> str:
    """Name a document in a list."""
    if job.document is Document.HAND_OUT and job.moments is not None:
        return _("Case up to moment {number}").format(number=job.moments)
    if job.document is Document.PARTNER:
        partner = job.session.partner(job.partner_id)
        return _("Agreements of {organisation}").format(organisation="" if partner is None else partner.name)
    person = job.session.participant(job.participant_id)
    if person is None:
        return {
            Document.RUN_SHEET: _("Run sheet for you"),
            Document.ROLE_CARDS: _("Role cards to cut"),
            Document.HAND_OUT: _("The whole case, for afterwards"),
            Document.OVERVIEW: _("Overview of agreements"),
            Document.PREVENTION: _("Prevention plan"),
        }.get(job.document, _("Report"))
    partner = job.session.partner(person.partner_id)
    name = " · ".join(part for part in (person.name or person.role, partner.name if partner else "") if part)
    if job.document is Document.CERTIFICATE:
        return _("Certificate of {name}").format(name=name)
    return name
