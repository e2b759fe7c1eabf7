"""What was agreed in earlier sessions, and what this meeting said of it: a part of the report."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.core.events import LookBackItem
from facilitator.core.look_back import carried, said_of, status_of
from facilitator.core.session import Session
from facilitator.report import dates
from facilitator.report.documents.paper import session_name_of
from facilitator.words import _


@dataclass(frozen=True, slots=True)
class BeforeLine:
    """An agreement of before: whose it is, from which session, how it stands now and what was said of it."""

    what: str
    notes: tuple[str, ...]
    who: str
    since: str
    status: str


def looked_back(session: Session, partner_id: str | None = None) -> tuple[BeforeLine, ...]:
    """Give every agreement the meeting looked back on, in order; with a partner only those that belong to it."""
    items = session.course.look_back
    theirs = (item for item in items if partner_id is None or item.agreement.concerns(partner_id))
    return tuple(_line(session, item) for item in theirs)


def _line(session: Session, item: LookBackItem) -> BeforeLine:
    said, names = said_of(session, item.ref), {partner.id: partner.name for partner in item.partners}
    notes = (
        item.agreement.details,
        "" if said is None else said.remark,
        _("Taken over by {name}.").format(name=said.to) if said is not None and said.to else "",
        _("Taken further in this session.") if carried(session, item.ref) is not None else "",
    )
    return BeforeLine(
        what=item.agreement.name,
        notes=tuple(note for note in notes if note),
        who=names.get(item.agreement.owner_id or "", "") or _("nobody yet"),
        since=session_name_of(item.session_title, item.place, dates.in_words(item.day)),
        status=_(status_of(session, item).msgid),
    )
