"""Life: how an agreement stood, when that was said, by whom and in which session; the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from facilitator.core.agreement import Agreement, Standing
from facilitator.core.events import LookBackItem
from facilitator.core.look_back import item_of
from facilitator.core.session import Session
from facilitator.core.spotting import remark_subject
from facilitator.core.vocabulary import N_, Channel, Status
from facilitator.ui.console.phrases import zone
from facilitator.ui.console.rows import folded_words
from facilitator.ui.dates import long_day
from facilitator.words import _


def life_lines(session: Session, agreement: Agreement) -> tuple[str, ...]:
    """A line for each time somebody said how it stands; what it continues, and how that stood, comes last."""
    return (*reversed(tuple(_here(session, agreement))), *_before(session, agreement))


def heard_lines(session: Session, item: LookBackItem) -> list[str]:
    """What was heard of an agreement of before since the room said yes to it, the newest first."""
    names = {partner.id: partner.name for partner in (*item.partners, *session.notebook.partners)}
    heard = (standing for standing in reversed(item.agreement.standings) if standing.status is not Status.AGREED)
    return [_line(session, standing, names, _(_SINCE[standing.channel]), waits=False) for standing in heard]


def _here(session: Session, agreement: Agreement) -> Iterator[str]:
    held = session.notebook.is_held(remark_subject(agreement.id))
    names = {partner.id: partner.name for partner in session.notebook.partners}
    for standing in agreement.standings:
        waits = held and standing is agreement.standings[-1] and bool(standing.remark or standing.to)
        yield _line(session, standing, names, _(_WAYS[standing.channel]), waits=waits)


def _before(session: Session, agreement: Agreement) -> Iterator[str]:
    item = item_of(session, agreement.continues)
    if item is None:
        return
    place = _("in “{session}” of {day}").format(session=item.session_title, day=long_day(item.day))
    names = {partner.id: partner.name for partner in item.partners}
    for standing in reversed(item.agreement.standings):
        yield _line(session, standing, names, place, waits=False)
    yield _("Continues what was agreed {where}.").format(where=place)


_WAYS = {
    Channel.ROOM: N_("in this session"),
    Channel.DESK: N_("told afterwards"),
    Channel.FORM: N_("with a form"),
    Channel.MAIL: N_("by mail"),
    Channel.FILE: N_("with a file"),
    Channel.PRINT: N_("on paper"),
}


_SINCE = {**_WAYS, Channel.ROOM: N_("in a session")}
"""The same, told in a later session."""


def _line(session: Session, standing: Standing, names: dict[str, str], where: str, *, waits: bool) -> str:
    """`17 november 2026 15:52 · nagekomen · Politie, in deze sessie · “ging goed”`."""
    said = names.get(standing.by_id or "", "") or _("the group")
    status = _(standing.status.msgid)
    if standing.to and not waits:
        status = _("{status} to {name}").format(status=status, name=standing.to)
    remark = _("“{answer}”").format(answer=standing.remark) if standing.remark else ""
    parts = (_when(session, standing.at), status, f"{said}, {where}", folded_words() if waits else remark)
    return " · ".join(part for part in parts if part)


def _when(session: Session, at: datetime) -> str:
    there = at.astimezone(zone(session))
    return f"{long_day(there.date())} {there:%H:%M}"
