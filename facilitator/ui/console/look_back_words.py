"""What the console says of agreements of earlier sessions, in words: pure functions."""

from __future__ import annotations

from facilitator.core.agreement import AgreementRef, Status
from facilitator.core.events import LookBackItem
from facilitator.core.look_back import carried, in_order, said_of, status_of, strangers
from facilitator.core.session import Session
from facilitator.core.spotting import look_back_subject
from facilitator.ui.console.agreeing.life import heard_lines
from facilitator.ui.console.phrases import joined, when_words
from facilitator.ui.console.rows import Look, Row, folded_words, to_check
from facilitator.ui.dates import long_day
from facilitator.ui.status_words import signed
from facilitator.ui.widgets import Tone
from facilitator.words import _, ngettext


def row_id(ref: AgreementRef) -> str:
    """An item's id in a list."""
    return f"{ref.session_id}/{ref.agreement_id}"


def is_late(session: Session, item: LookBackItem) -> bool:
    """Whether somebody still has to do something whose day has passed, and it is not taken further."""
    open_still = status_of(session, item).open and carried(session, item.ref) is None
    return open_still and item.agreement.is_late(session.details.day)


def standing_words(session: Session, item: LookBackItem) -> tuple[str, Tone]:
    """How it stands, in a word, and how much weight that has; empty while nobody said anything of it."""
    if said_of(session, item.ref) is not None:
        return signed(status_of(session, item)), Tone.CALM
    if carried(session, item.ref) is not None:
        return _("goes on"), Tone.CALM
    if is_late(session, item):
        return _("late"), Tone.ATTENTION
    return ("", Tone.PLAIN) if item.agreement.status is Status.AGREED else (signed(item.agreement.status), Tone.PLAIN)


def look_back_row(session: Session, item: LookBackItem) -> Row:
    """What, whose and by when, and how it stands."""
    pill, tone = standing_words(session, item)
    owner, when = owner_name(session, item), when_words(item.agreement)
    below = f" · {when}" if owner and when else when
    late = is_late(session, item)
    look = Look.ASKING if late else Look.EDGED
    row = Row(row_id(item.ref), item.agreement.name, owner, below, pill=pill, tone=tone, look=look, pill_under=True)
    return to_check(row) if session.notebook.is_held(look_back_subject(item.ref)) else row


def owner_name(session: Session, item: LookBackItem) -> str:
    """Who takes care of it."""
    return _names(session, item, (item.agreement.owner_id,))


def fact_lines(session: Session, item: LookBackItem) -> list[str]:
    """Who, with whom, when, of which meeting, and what was heard since; a line each, what is not there is left out."""
    agreement = item.agreement
    meeting = " · ".join(part for part in (long_day(item.day), item.session_title, item.place) if part)
    lines = (
        (_("Who: {text}"), owner_name(session, item)),
        (_("With: {text}"), _names(session, item, agreement.with_ids)),
        (_("When: {text}"), when_words(agreement)),
        (_("Agreed: {text}"), meeting),
    )
    return [line.format(text=text) for line, text in lines if text] + heard_lines(session, item)


def table_words(session: Session, item: LookBackItem) -> str:
    """Who is not at this table, and what follows from that; empty where everybody is."""
    missing = strangers(session, item)
    if not missing:
        return ""
    words = _("Not at this table: {names}. The room does not see this agreement; once it goes on here, everybody may.")
    return words.format(names=joined(missing))


def absent_words(session: Session, item: LookBackItem) -> str:
    """Who is left out when it is taken further, in words that stand in the new agreement."""
    missing = strangers(session, item)
    return _("Agreed before with {names} too.").format(names=joined(missing)) if missing else ""


def said_words(session: Session, item: LookBackItem, *, private: bool) -> str:
    """What this meeting said of it: to whom it went, or why it stands like that."""
    said = said_of(session, item.ref)
    if said is None:
        return ""
    if not private and session.notebook.is_held(look_back_subject(item.ref)):
        return folded_words()
    return said.to if said.status is Status.HANDED_OVER else said.remark


def asked_words(status: Status) -> str:
    """What is asked beside a status."""
    asked = {Status.NOT_KEPT: _("Why not?"), Status.DROPPED: _("What changed?"), Status.HANDED_OVER: _("To whom?")}
    return asked.get(status, _("Remark"))


def left_words(session: Session) -> str:
    """How many were not spoken of yet."""
    items = in_order(session)
    left = sum(said_of(session, item.ref) is None and carried(session, item.ref) is None for item in items)
    if not items:
        return _("There is nothing to look back on.")
    if not left:
        return _("All were spoken of.")
    return ngettext("{count} agreement to speak of", "{count} agreements to speak of", left).format(count=left)


def _names(session: Session, item: LookBackItem, partner_ids: tuple[str | None, ...]) -> str:
    """Partners by the names they have here, or else had then."""
    names = {partner.id: partner.name for partner in (*item.partners, *session.notebook.partners)}
    return joined([names[partner_id] for partner_id in partner_ids if partner_id in names])
