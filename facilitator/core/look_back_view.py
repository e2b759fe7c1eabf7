"""What the room may see of an agreement of an earlier session."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from facilitator.core.look_back import carried, for_the_table, item_of, said_of, status_of
from facilitator.core.session import Session
from facilitator.core.spotting import look_back_subject
from facilitator.core.vocabulary import Status


@dataclass(frozen=True, slots=True)
class ShownLookBack:
    """An agreement of the session of `day` and how it stands. Partners by name; `number` of `total` that may be seen.

    `remark` and `to` are what this meeting said; what somebody wrote to the facilitator beforehand is not for the room.
    `carried` says that it was taken over into this session.
    """

    what: str
    day: date
    owner: str
    with_partners: tuple[str, ...]
    deadline: date | None
    rhythm: str
    status: Status
    remark: str
    to: str
    late: bool
    carried: bool
    number: int
    total: int


def shown_look_back(session: Session) -> ShownLookBack | None:
    """Give the item that stands before the room; None where not all it belongs to sit at this table any more."""
    item, seen = item_of(session, session.course.look_back_ref), for_the_table(session)
    if item is None or item not in seen:
        return None
    said, further = said_of(session, item.ref), carried(session, item.ref) is not None
    agreement = replace(item.agreement, status=status_of(session, item))
    held = session.notebook.is_held(look_back_subject(item.ref))
    return ShownLookBack(
        agreement.what,
        item.day,
        "".join(_names(session, (agreement.owner_id,))),
        _names(session, agreement.with_ids),
        agreement.deadline,
        agreement.rhythm,
        agreement.status,
        "" if said is None or held else said.remark,
        "" if said is None or held else said.to,
        agreement.is_late(session.details.day) and not further,
        further,
        seen.index(item) + 1,
        len(seen),
    )


def _names(session: Session, partner_ids: tuple[str | None, ...]) -> tuple[str, ...]:
    """Partners by the names they have here: all of them sit at this table."""
    return tuple(partner.name for partner in map(session.partner, partner_ids) if partner is not None)
