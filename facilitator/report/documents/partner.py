"""The agreements of one organisation: what it does, what others do for it, and how its earlier ones stand.

Like the paper of a participant it starts from the agreements that belong to its reader, so nothing else can end up on
it: no answers, no notes, no list of people, and nothing that only others agreed.
"""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.core.people import Partner
from facilitator.core.session import Session
from facilitator.report import dates
from facilitator.report.documents import agreed, paper, versions
from facilitator.report.documents.looked_back import BeforeLine, looked_back
from facilitator.report.documents.paper import Paper
from facilitator.report.documents.participant import Promise, intro, is_current, promises_of
from facilitator.report.documents.versions import Changed
from facilitator.words import _


@dataclass(frozen=True, slots=True)
class PartnerModel:
    """What the template shows; an empty text or tuple leaves its part out."""

    organisation: str
    version: str
    replaces: str
    intro: str
    changed: Changed | None
    ours: tuple[Promise, ...]
    others: tuple[Promise, ...]
    followed: tuple[Promise, ...]
    looked_back: tuple[BeforeLine, ...]
    next_meeting: str
    contact: str
    keeping: str


def partner_paper(whole: Session, partner: Partner) -> Paper:
    """Give the paper of one organisation, without what waits for a decision."""
    session, _held = paper.handed_out(whole)
    shared = [agreement for agreement in session.notebook.agreements if is_current(agreement, partner)]
    followed = [agreement for agreement in shared if agreed.follows(agreement, partner)]
    others = [each for each in shared if each.owner_id != partner.id and each not in followed]
    day = session.details.next_meeting
    model = PartnerModel(
        organisation=partner.name,
        version=paper.version(session),
        replaces=versions.replaces_yours(session, partner),
        intro=intro(session),
        changed=versions.changed(whole, partner.id, versions.since_of(session, partner)),
        ours=promises_of(session, (each for each in shared if each.owner_id == partner.id), partner),
        others=promises_of(session, others, partner),
        followed=promises_of(session, followed, partner),
        looked_back=looked_back(session, partner.id),
        next_meeting="" if day is None else dates.in_words(day),
        contact=paper.contact(session),
        keeping=paper.keeping(session),
    )
    reader = _("Confidential · only for {reader}").format(reader=partner.name)
    return Paper(model, paper.meta(session, _("Agreements of your organisation"), reader))
