"""What the room sees of an agreement that is read back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from facilitator.core.session import Session


@dataclass(frozen=True, slots=True)
class ShownAgreement:
    """An agreement as it is read back. Partners by name; `number` of `total`."""

    what: str
    owner: str
    with_partners: tuple[str, ...]
    feedback_to: tuple[str, ...]
    feedback: str
    deadline: date | None
    rhythm: str
    confirmed: bool
    number: int
    total: int


def shown_agreement(session: Session) -> ShownAgreement | None:
    """Give the agreement that is read back; None where it is gone, or words in it wait for a decision."""
    agreements = session.notebook.agreements
    agreement = session.agreement(session.course.read_back)
    if agreement is None or session.notebook.is_held(agreement.id):
        return None
    return ShownAgreement(
        agreement.what,
        "".join(_names(session, (agreement.owner_id,))),
        _names(session, agreement.with_ids),
        _names(session, agreement.feedback_ids),
        agreement.feedback,
        agreement.deadline,
        agreement.rhythm,
        agreement.confirmed,
        agreements.index(agreement) + 1,
        len(agreements),
    )


def _names(session: Session, partner_ids: tuple[str | None, ...]) -> tuple[str, ...]:
    partners = (session.partner(partner_id) for partner_id in partner_ids)
    return tuple(partner.name for partner in partners if partner is not None)
