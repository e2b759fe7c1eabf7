"""What events do to the agreements of a session and to their life. Each function gives what it becomes, or why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Standing, Status
from facilitator.core.course import HandedOut
from facilitator.core.kept import add, drop, put
from facilitator.core.look_back import carried, item_of
from facilitator.core.notebook import Notebook, Outcome
from facilitator.core.refusal import Refusal
from facilitator.core.session import Session
from facilitator.core.spotting import remark_subject
from facilitator.core.vocabulary import AVE_LEVELS, Channel

PUT_RIGHT_WITHIN = timedelta(hours=12)
"""What is said again so soon is the same word put right; after that it is said anew."""


def _bad_agreement(session: Session, agreement: Agreement) -> Refusal | None:
    if not agreement.what.strip():
        return Refusal.EMPTY
    if any(session.partner(partner_id) is None for partner_id in agreement.parties):
        return Refusal.UNKNOWN
    if any(step.level not in AVE_LEVELS for step in agreement.escalation):
        return Refusal.UNKNOWN
    person_id = agreement.owner_participant_id
    if person_id is None:
        return None
    person = session.participant(person_id)
    return None if person is not None and person.partner_id == agreement.owner_id else Refusal.UNKNOWN


def _tidy(agreement: Agreement) -> Agreement:
    """Name each partner once; the owner makes no agreement with itself."""
    others = tuple(p for p in dict.fromkeys(agreement.with_ids) if p != agreement.owner_id)
    return replace(agreement, with_ids=others, feedback_ids=tuple(dict.fromkeys(agreement.feedback_ids)))


def make_agreement(session: Session, event: ev.AgreementMade) -> Outcome:
    """Record an agreement; what continues one of an earlier session does so once."""
    if bad := _bad_agreement(session, event.agreement):
        return bad
    before = event.agreement.continues
    if before is not None and item_of(session, before) is None:
        return Refusal.UNKNOWN
    if before is not None and carried(session, before) is not None:
        return Refusal.DOUBLE
    made = replace(_tidy(event.agreement), edition=session.version)
    agreements = add(session.notebook.agreements, made)
    return agreements if isinstance(agreements, Refusal) else replace(session.notebook, agreements=agreements)


def change_agreement(session: Session, event: ev.AgreementChanged) -> Outcome:
    """Complete an agreement or put it right; what the room confirmed was the old one. Its life stays as it was."""
    if bad := _bad_agreement(session, event.agreement):
        return bad
    book, tidy = session.notebook, _tidy(event.agreement)

    def changed_from(old: Agreement) -> Agreement:
        kept = replace(_with_life_of(tidy, old), version=old.version, edition=old.edition, continues=old.continues)
        if kept != old and _was_handed_out(session, old):
            kept = replace(kept, version=old.version + 1, edition=session.version)
        return _unconfirmed(kept)

    agreements = put(book.agreements, tidy.id, changed_from)
    if isinstance(agreements, Refusal):
        return agreements
    return replace(book, agreements=agreements, yeses=_yeses_after(session, tidy.id))


def _was_handed_out(session: Session, agreement: Agreement) -> bool:
    """Whether these very words stand in documents that people have: of this session, or of the one they come from."""
    before = item_of(session, agreement.continues)
    return agreement.edition < session.version or (before is not None and before.agreement.version == agreement.version)


def _with_life_of(agreement: Agreement, old: Agreement) -> Agreement:
    return replace(
        agreement,
        confirmed=old.confirmed,
        status=old.status,
        status_remark=old.status_remark,
        handed_to=old.handed_to,
        standings=old.standings,
    )


def remove_agreement(session: Session, event: ev.AgreementRemoved) -> Outcome:
    """Take an agreement away."""
    book = session.notebook
    agreements = drop(book.agreements, event.agreement_id)
    if isinstance(agreements, Refusal):
        return agreements
    return replace(book, agreements=agreements, yeses=_without_yes(book, event.agreement_id))


def confirm_agreement(session: Session, event: ev.AgreementConfirmed) -> Outcome:
    """Note that the room said yes: a concept becomes agreed, and back.

    A yes in the place of another is of the moment of that one: what a later session said since is still the newest.
    """
    book = session.notebook
    at = dict(book.yeses).get(event.agreement_id, event.at)

    def confirmed(old: Agreement) -> Agreement:
        if not event.confirmed:
            return _unconfirmed(old)
        if old.status is not Status.CONCEPT:
            return replace(old, confirmed=True)
        life = (*old.standings, Standing(Status.AGREED, at))
        return replace(old, confirmed=True, status=Status.AGREED, status_remark="", handed_to="", standings=life)

    agreements = put(book.agreements, event.agreement_id, confirmed)
    if isinstance(agreements, Refusal):
        return agreements
    yeses = _without_yes(book, event.agreement_id) if event.confirmed else _yeses_after(session, event.agreement_id)
    return replace(book, agreements=agreements, yeses=yeses)


def _unconfirmed(old: Agreement) -> Agreement:
    """Take the yes of the room back; what was agreed is a concept again. What was said of it in between stays said."""
    if old.status is not Status.AGREED:
        return replace(old, confirmed=False)
    life = old.standings
    if life:
        at = life[-1].at
        life = life[:-1] if life[-1] == Standing(Status.AGREED, at) else life
        if life and life[-1].status is not Status.CONCEPT:
            life = (*life, Standing(Status.CONCEPT, at))
    return replace(old, confirmed=False, status=Status.CONCEPT, status_remark="", handed_to="", standings=life)


def _yeses_after(session: Session, agreement_id: str) -> tuple[tuple[str, datetime], ...]:
    """The moments of the yeses that were taken back, with that of this agreement if it is taken back now."""
    old = session.agreement(agreement_id)
    if old is None or old.status is not Status.AGREED or not old.standings:
        return session.notebook.yeses
    return (*_without_yes(session.notebook, agreement_id), (agreement_id, old.standings[-1].at))


def _without_yes(book: Notebook, agreement_id: str) -> tuple[tuple[str, datetime], ...]:
    return tuple(each for each in book.yeses if each[0] != agreement_id)


def set_status(session: Session, event: ev.AgreementStatusSet) -> Outcome:
    """Note how an agreement stands, and who said so.

    The same said again soon after is the newest put right. What is read from a form or a mail a second time is refused,
    and words that waited for a decision are gone when others come in their place. Words that are only put right are
    said when they were said, by whom they were said.
    """
    book, agreement = session.notebook, session.agreement(event.agreement_id)
    if agreement is None:
        return Refusal.UNKNOWN
    if event.report_id and any(standing.report_id == event.report_id for standing in agreement.standings):
        return Refusal.READ_ALREADY
    changed = _in_other_words(agreement, event) if event.puts_right else _said(book, agreement, event)
    yeses = book.yeses if event.puts_right else _without_yes(book, agreement.id)
    agreements = put(book.agreements, agreement.id, lambda _old: changed)
    return agreements if isinstance(agreements, Refusal) else replace(book, agreements=agreements, yeses=yeses)


def _in_other_words(old: Agreement, event: ev.AgreementStatusSet) -> Agreement:
    newest = tuple(replace(standing, remark=event.remark, to=event.to) for standing in old.standings[-1:])
    life = (*old.standings[:-1], *newest)
    return replace(old, status_remark=event.remark, handed_to=event.to, standings=life)


def _said(book: Notebook, old: Agreement, event: ev.AgreementStatusSet) -> Agreement:
    now = Standing(event.status, event.at, event.remark, event.by_id, event.to, event.channel, event.report_id)
    life = old.standings
    if life and _same_said(life[-1], now):
        life, now = life[:-1], replace(now, report_id=life[-1].report_id)
    elif life and book.is_held(remark_subject(old.id)):
        life = (*life[:-1], replace(life[-1], remark="", to=""))
    return replace(old, status=event.status, status_remark=event.remark, handed_to=event.to, standings=(*life, now))


def _same_said(before: Standing, now: Standing) -> bool:
    same = (before.status, before.by_id, before.channel) == (now.status, now.by_id, now.channel)
    return same and not now.report_id and now.at - before.at < PUT_RIGHT_WITHIN


def hand_out(session: Session, event: ev.DocumentsHandedOut) -> Session | Refusal:
    """Note who got the documents of this version; of a rehearsal nobody gets any."""
    if session.rehearsal or event.channel is Channel.ROOM or not (event.participant_ids or event.partner_ids):
        return Refusal.UNKNOWN
    given = HandedOut(session.version, event.at, event.channel, event.participant_ids, event.partner_ids)
    return replace(session, course=replace(session.course, handed_out=(*session.course.handed_out, given)))
