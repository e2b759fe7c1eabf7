"""What a session looks back on: the open agreements of earlier sessions with the same organisations, whole."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.core.vocabulary import State
from facilitator.storage import agreements, journal
from facilitator.storage.agreements import Said
from facilitator.storage.database import Connection

if TYPE_CHECKING:
    from facilitator.core.agreement import Agreement
    from facilitator.core.events import LookBackItem
    from facilitator.core.people import Partner
    from facilitator.core.session import Session

MOST = 40
"""So many are looked back on at most, the most urgent ones: a meeting speaks of no more."""


def count(connection: Connection, partner_ids: Collection[str], session_id: str) -> int:
    """Give how many open agreements of earlier sessions there are with these organisations."""
    ids = json.dumps(sorted(agreements.same_partners(connection, partner_ids)))
    asked = f"SELECT count(*) FROM ({agreements.OPEN_OF})"  # noqa: S608  our own query
    return int(connection.execute(asked, (session_id, ids)).fetchone()[0])


def items(connection: Connection, partner_ids: Collection[str], session_id: str) -> tuple[LookBackItem, ...]:
    """Give what a session with these organisations looks back on, as it stands now, the most urgent first.

    `session_id` is that session, which may not be kept yet. Sessions that were only planned are no meetings. What waits
    for a decision about personal data is not in it. An organisation goes by the id that it has in this session,
    whatever it was known under before.
    """
    mine = _ids_here(connection, partner_ids)
    found, sessions = [], {}
    for one in agreements.open_of(connection, partner_ids, session_id, MOST):
        if one.ref.session_id not in sessions:
            sessions[one.ref.session_id] = journal.load(connection, one.ref.session_id)
        session = sessions[one.ref.session_id]
        agreement = None if session is None else _handed_on(session, one.ref.agreement_id)
        if session is not None and agreement is not None:
            said = agreements.life(connection, (one.ref.session_id, one.ref.agreement_id))
            found.append(_item(session, agreement, said, mine))
    return tuple(found)


def _ids_here(connection: Connection, partner_ids: Collection[str]) -> dict[str, str]:
    """The ids these organisations have here, by every id they are known under."""
    return {
        known: partner_id
        for partner_id in sorted(partner_ids)
        for known in agreements.same_partners(connection, [partner_id])
    } | {partner_id: partner_id for partner_id in partner_ids}


def _handed_on(session: Session, agreement_id: str) -> Agreement | None:
    """An agreement as it may be handed on; None where it may not, or the session was never held."""
    from facilitator.core.spotting import without_held  # noqa: PLC0415  records cost more than the first window

    if session.course.state is State.PLANNED:
        return None
    book, _held = without_held(session.notebook)
    return next((one for one in book.agreements if one.id == agreement_id), None)


def _item(session: Session, agreement: Agreement, said: tuple[Said, ...], mine: dict[str, str]) -> LookBackItem:
    from facilitator.core.agreement import AgreementRef, Standing  # noqa: PLC0415  see above
    from facilitator.core.events import LookBackItem  # noqa: PLC0415  see above

    def here(partner_id: str) -> str:
        return mine.get(partner_id, partner_id)

    life = tuple(
        Standing(one.status, one.at, one.remark, here(one.by_id) if one.by_id else None, one.handed_to, one.channel)
        for one in said
        if one.at is not None
    )
    newest = said[-1]
    told = replace(
        agreement,
        owner_id=None if agreement.owner_id is None else here(agreement.owner_id),
        with_ids=tuple(map(here, agreement.with_ids)),
        feedback_ids=tuple(map(here, agreement.feedback_ids)),
        directed_by_id=None if agreement.directed_by_id is None else here(agreement.directed_by_id),
        monitored_by_id=None if agreement.monitored_by_id is None else here(agreement.monitored_by_id),
        status=newest.status,
        status_remark=newest.remark,
        handed_to=newest.handed_to,
        standings=life,
    )
    concerned = {*told.parties, *(standing.by_id for standing in life)}
    named = tuple(partner for partner in _named(session, said, mine) if partner.id in concerned)
    ref, details = AgreementRef(session.id, agreement.id), session.details
    return LookBackItem(ref, told, named, session.script.title, details.day, details.place)


def _named(session: Session, said: tuple[Said, ...], mine: dict[str, str]) -> Iterator[Partner]:
    """Who is named, once each, by the names they had."""
    from facilitator.core.people import Partner  # noqa: PLC0415  see above

    names = {mine.get(one.by_id, one.by_id): one.by_name for one in said if one.by_id is not None}
    names |= {mine.get(partner.id, partner.id): partner.name for partner in session.notebook.partners}
    yield from (Partner(partner_id, name) for partner_id, name in names.items())
