"""The agreements of one organisation: what it does, what others do for it, and how its earlier ones stand.

Like the paper of a participant it starts from the agreements that belong to its reader, so nothing else can end up on
it: no answers, no notes, no list of people, and nothing that only others agreed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from facilitator.core.people import Partner
from facilitator.core.session import Session
from facilitator.report import dates
from facilitator.report.documents import agreed, paper, versions
from facilitator.report.documents.looked_back import BeforeLine, looked_back
from facilitator.report.documents.paper import Paper
from facilitator.report.documents.participant import Promise, intro, promises_of, shared_with
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
    done: tuple[Promise, ...]
    looked_back: tuple[BeforeLine, ...]
    next_meeting: str
    contact: str
    keeping: str


def partner_paper(whole: Session, partner: Partner) -> Paper:
    """Give the paper of one organisation, without what waits for a decision."""
    session, _held = paper.handed_out(whole)
    shared, done = shared_with(session, partner)
    followed = [agreement for agreement in shared if agreed.follows(agreement, partner)]
    promises = partial(promises_of, session, reader=partner, together=True)
    others = [each for each in shared if each.owner_id != partner.id and each not in followed]
    day = session.details.next_meeting
    model = PartnerModel(
        organisation=partner.name,
        version=paper.version(session),
        replaces=versions.replaces_yours(session, partner),
        intro=intro(session),
        changed=versions.changed(whole, partner.id, versions.since_of(session, partner)),
        ours=promises(each for each in shared if each.owner_id == partner.id),
        others=promises(others),
        followed=promises(followed),
        done=promises(done),
        looked_back=looked_back(session, partner.id),
        next_meeting="" if day is None else dates.in_words(day),
        contact=paper.contact(session),
        keeping=paper.keeping(session),
    )
    reader = _("Confidential · only for {reader}").format(reader=partner.name)
    return Paper(model, paper.meta(session, _("Agreements of your organisation"), reader))
