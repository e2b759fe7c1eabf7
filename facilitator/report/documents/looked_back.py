"""What was agreed in earlier sessions, and what this meeting said of it: a part of the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.core.events import LookBackItem
from facilitator.core.look_back import carried, in_order, said_of, status_of, strangers
from facilitator.core.session import Session
from facilitator.core.vocabulary import Status
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
    """Give every agreement the meeting looked back on, late ones first; with a partner only those that belong to it."""
    items = in_order(session)
    theirs = (item for item in items if partner_id is None or item.agreement.concerns(partner_id))
    return tuple(_line(session, item, whole=partner_id is None) for item in theirs)


def _line(session: Session, item: LookBackItem, *, whole: bool) -> BeforeLine:
    names = {partner.id: partner.name for partner in (*item.partners, *session.notebook.partners)}
    notes = (item.agreement.details, *_said(session, item), *(_absent(session, item) if whole else ()))
    return BeforeLine(
        what=item.agreement.name,
        notes=tuple(note for note in notes if note),
        who=names.get(item.agreement.owner_id or "", "") or _("nobody yet"),
        since=session_name_of(item.session_title, item.place, dates.in_words(item.day)),
        status=_(status_of(session, item).msgid),
    )


def _said(session: Session, item: LookBackItem) -> Iterator[str]:
    """What this meeting said of it: why it stands like that, who took it over, whether it goes on."""
    said, further = said_of(session, item.ref), carried(session, item.ref) is not None
    if said is not None and said.remark:
        because = {
            Status.NOT_KEPT: _("Not kept, because: {words}"),
            Status.DROPPED: _("Dropped, because: {words}"),
        }
        yield because.get(said.status, "{words}").format(words=said.remark)
    if said is not None and said.to:
        yield _("Taken over by {name}.").format(name=said.to)
    if further:
        yield _("Taken further in this session.")
    if said is None and not further:
        yield _("Not spoken of in this session.")


def _absent(session: Session, item: LookBackItem) -> Iterator[str]:
    """Who it also belongs to and did not sit at this table: the report tells the facilitator."""
    missing = strangers(session, item)
    if missing:
        yield _("Not at the table: {names}.").format(names=", ".join(missing))
