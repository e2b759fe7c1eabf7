"""Looking back: what was agreed in earlier sessions with these partners, and what this meeting says of it.

The items are what was known when the meeting was to begin; what is said of them belongs to this session, and other
sessions read it from here. An agreement is carried over by making one that continues it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, AgreementRef, Origin, Status
from facilitator.core.notebook import Outcome
from facilitator.core.refusal import Refusal
from facilitator.core.session import Session, State


def fill(session: Session, event: ev.LookBackFilled) -> Session | Refusal:
    """Take the items over; one that something was said of, or that was carried over, stays: also where that is undone.

    A session does not look back on itself.
    """
    touched = set(_touched(session))
    new = {item.ref: item for item in event.items if item.ref.session_id != session.id}
    old = tuple(item for item in session.course.look_back if item.ref in touched and item.ref not in new)
    shown = session.course.look_back_ref
    shown = shown if shown in new or any(item.ref == shown for item in old) else None
    course = replace(session.course, look_back=(*old, *new.values()), look_back_ref=shown)
    return replace(session, course=course)


def _touched(session: Session) -> Iterator[AgreementRef]:
    for book in (session.notebook, *(snapshot.notebook for snapshot in (*session.history, *session.undone))):
        yield from (said.ref for said in book.looked_back)
        yield from (one.continues for one in book.agreements if one.continues is not None)


def item_of(session: Session, ref: AgreementRef | None) -> ev.LookBackItem | None:
    """Find an item."""
    return next((item for item in session.course.look_back if item.ref == ref), None)


def said_of(session: Session, ref: AgreementRef) -> ev.LookedBack | None:
    """What this meeting said of an item, if anything."""
    return next((said for said in session.notebook.looked_back if said.ref == ref), None)


def carried(session: Session, ref: AgreementRef) -> Agreement | None:
    """The agreement of this session that takes an item further, if there is one."""
    return next((one for one in session.notebook.agreements if one.continues == ref), None)


def status_of(session: Session, item: ev.LookBackItem) -> Status:
    """How an item stands now."""
    said = said_of(session, item.ref)
    return item.agreement.status if said is None else said.status


def strangers(session: Session, item: ev.LookBackItem) -> tuple[str, ...]:
    """The names of partners an item belongs to that are not at this table: then the room does not see it."""
    here = {partner.id for partner in session.notebook.partners}
    names = {partner.id: partner.name for partner in item.partners}
    parties = item.agreement.parties
    concerned = (*(partner_id for partner_id in names if partner_id in parties), *sorted(parties - set(names)))
    return tuple(names.get(partner_id, partner_id) for partner_id in concerned if partner_id not in here)


def in_order(session: Session) -> tuple[ev.LookBackItem, ...]:
    """Give the items in the order in which they are looked at: late ones first, by the day they were to be done.

    They were late or not on the day of the meeting: what is said of them changes no place.
    """
    today = session.details.day

    def place(item: ev.LookBackItem) -> tuple[bool, date, date]:
        return not item.agreement.is_late(today), item.agreement.deadline or date.max, item.day

    return tuple(sorted(session.course.look_back, key=place))


def for_the_table(session: Session) -> tuple[ev.LookBackItem, ...]:
    """Give the items that this whole table may know of: those whose parties all sit here."""
    return tuple(item for item in in_order(session) if not strangers(session, item))


def say(session: Session, event: ev.LookBackSaid) -> Outcome:
    """Note how an agreement of before stands."""
    book = session.notebook
    if item_of(session, event.ref) is None:
        return Refusal.UNKNOWN
    if event.by_id is not None and session.partner(event.by_id) is None:
        return Refusal.UNKNOWN
    said = ev.LookedBack(event.ref, event.status, event.at, event.remark, event.by_id, event.to)
    if event.puts_right:
        before = said_of(session, event.ref)
        if before is None:
            return Refusal.UNKNOWN
        said = replace(before, remark=event.remark, to=event.to)
    others = tuple(each for each in book.looked_back if each.ref != event.ref)
    return replace(book, looked_back=(*others, said))


def show(session: Session, event: ev.LookBackShown) -> Session | Refusal:
    """Put an item before the room, or take it away; only where all it belongs to sit at this table."""
    item = item_of(session, event.ref)
    if event.ref is not None:
        if session.course.state is State.PLANNED:
            return Refusal.NOT_RUNNING
        if item is None:
            return Refusal.UNKNOWN
        if strangers(session, item):
            return Refusal.NOT_AT_TABLE
    course = session.course if event.ref is None else session.course.bare_but_case
    return replace(session, course=replace(course, look_back_ref=event.ref))


def continued(item: ev.LookBackItem, agreement_id: str) -> Agreement:
    """Give the agreement that takes an item further: the same words, to be confirmed by the room anew."""
    return replace(
        item.agreement,
        id=agreement_id,
        owner_participant_id=None,
        origin=Origin(),
        confirmed=False,
        status=Status.CONCEPT,
        status_remark="",
        handed_to="",
        standings=(),
        edition=0,
        continues=item.ref,
    )


def carried_over(session: Session, item: ev.LookBackItem, agreement_id: str, absent: str = "") -> Agreement:
    """Give the same for this table: whoever is not at it is no partner of the agreement.

    `absent` names those in words, in its details. A day that is over already is no day to do it: it is asked for anew.
    """
    whole, here = continued(item, agreement_id), {partner.id for partner in session.notebook.partners}
    today = session.details.day

    def still(partner_id: str | None) -> str | None:
        return partner_id if partner_id in here else None

    return replace(
        whole,
        owner_id=still(whole.owner_id),
        with_ids=tuple(each for each in whole.with_ids if each in here),
        feedback_ids=tuple(each for each in whole.feedback_ids if each in here),
        directed_by_id=still(whole.directed_by_id),
        monitored_by_id=still(whole.monitored_by_id),
        deadline=None if whole.deadline is None or whole.deadline < today else whole.deadline,
        evaluate_on=None if whole.evaluate_on is None or whole.evaluate_on < today else whole.evaluate_on,
        details="\n".join(part for part in (whole.details, absent) if part),
    )
