"""What is told and asked of agreements when they are read back, before the session is closed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.core.agreement import Agreement
from facilitator.core.held import kept_off_paper
from facilitator.core.session import Session
from facilitator.core.text import shorten
from facilitator.ui.console.keys import Command, key_of
from facilitator.ui.console.phrases import joined, names_of, when_words
from facilitator.ui.console.rows import folded_words
from facilitator.ui.dates import long_day
from facilitator.ui.findings import left_out_words
from facilitator.words import _, ngettext

NAMED = 3
"""So many agreements are named in a sentence; of the rest it says how many."""

LONGEST = 50
"""Characters of an agreement's name in a sentence."""


def fact_lines(session: Session, agreement: Agreement) -> list[str]:
    """Who, with whom, when and feedback, a line each, and what else is filled in; what is not there is left out."""
    owner = session.partner(agreement.owner_id)
    person = session.participant(agreement.owner_participant_id)
    who = " · ".join(part for part in (owner.name if owner else "", person.name if person else "") if part)
    back = ", ".join(part for part in (names_of(session, agreement.feedback_ids), agreement.feedback) if part)
    lines = (
        (_("Title: {text}"), agreement.title),
        (_("Who: {text}"), who),
        (_("With: {text}"), names_of(session, agreement.with_ids)),
        (_("When: {text}"), when_words(agreement)),
        (_("Begins on: {text}"), long_day(agreement.start) if agreement.start else ""),
        (_("Feedback: {text}"), back),
        *_more_facts(session, agreement),
    )
    return [line.format(text=text) for line, text in lines if text]


def _more_facts(session: Session, agreement: Agreement) -> Iterator[tuple[str, str]]:
    director, watcher = session.partner(agreement.directed_by_id), session.partner(agreement.monitored_by_id)
    what = "" if agreement.coordination is None else _(agreement.coordination.msgid)
    yield _("Direction: {text}"), " · ".join(part for part in (what, director.name if director else "") if part)
    said = (watcher.name if watcher else "", agreement.monitoring)
    yield _("Monitoring: {text}"), " · ".join(part for part in said if part)
    yield _("Safety criterion: {text}"), agreement.safety_criterion
    steps = (_("AVE {level} {to}").format(level=step.level, to=step.to) for step in agreement.escalation)
    yield _("When it does not work out: {text}"), "; ".join(steps)
    yield _("Evaluation: {text}"), long_day(agreement.evaluate_on) if agreement.evaluate_on else ""


def held_words() -> str:
    """Say that the room does not see an agreement, and what to do."""
    key = key_of(Command.CHECK).sign
    return _("The room does not see this one: it looks like personal data. Check: {key}").format(key=key)


def lacking(session: Session) -> tuple[Agreement, ...]:
    """The agreements that lack an owner or a day."""
    return tuple(agreement for agreement in session.notebook.agreements if agreement.missing)


def asked_words(session: Session, *, private: bool) -> str:
    """What there is to know before closing, as a question; empty when there is nothing."""
    held, open_ones = len(kept_off_paper(session)), sum(not a.confirmed for a in session.notebook.agreements)
    parts = []
    if held:
        parts.append(left_out_words(held))
    if open_ones:
        text = ngettext(
            "{count} agreement is not confirmed. It stays a draft.",
            "{count} agreements are not confirmed. They stay drafts.",
            open_ones,
        )
        parts.append(text.format(count=open_ones))
    if missing := lacking(session):
        parts.append(_missing_words(session, missing, private=private))
    return " ".join((*parts, _("Close the session all the same?"))) if parts else ""


def _missing_words(session: Session, missing: Sequence[Agreement], *, private: bool) -> str:
    """`Zonder trekker of dag: “Navragen” en 2 andere. Ctrl+E vult ze aan.`"""
    names = [_quoted(session, agreement, private=private) for agreement in missing[:NAMED]]
    if (rest := len(missing) - NAMED) > 0:
        names.append(ngettext("{count} other", "{count} others", rest).format(count=rest))
    return _("Without owner or day: {names}. Ctrl+E completes them.").format(names=joined(names))


def _quoted(session: Session, agreement: Agreement, *, private: bool) -> str:
    if session.notebook.is_held(agreement.id) and not private:
        return folded_words()
    return _("“{answer}”").format(answer=shorten(agreement.name, LONGEST))


def gentle_words(agreement: Agreement) -> str:
    """Ask for what is missing."""
    match agreement.missing:
        case ("owner", "when"):
            return _("Who takes this on, and when will it be done?")
        case ("owner",):
            return _("Who takes this on?")
        case ("when",):
            return _("When will it be done?")
        case _:
            return ""


def left_words(session: Session) -> str:
    """Say how many are to be confirmed, and what is left out of the documents."""
    agreements = session.notebook.agreements
    left = sum(not agreement.confirmed for agreement in agreements)
    held = len(kept_off_paper(session))
    if not agreements:
        words = _("There are no agreements to read back.")
    elif not left:
        words = _("All agreements are confirmed.")
    else:
        words = ngettext("{count} agreement to confirm", "{count} agreements to confirm", left).format(count=left)
    return " · ".join((words, left_out_words(held))) if held else words
