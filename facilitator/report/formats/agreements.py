"""The agreements of a session as a table: a row each, a column for everything that can be agreed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from facilitator.core.agreement import Agreement, Escalation
from facilitator.core.session import Session
from facilitator.core.vocabulary import N_
from facilitator.report.documents import paper
from facilitator.report.formats.reader import Reader
from facilitator.report.formats.sheet import Table, Value
from facilitator.words import _

_Column = tuple[str, Callable[[Session, Agreement], Value]]


def agreements_table(whole: Session, reader: Reader | None = None) -> Table:
    """Give the agreements of a session, without what waits for a decision; of a reader only those that are theirs.

    A column in which nothing stands is left out, but for the first that everybody looks for.
    """
    session, _held = paper.handed_out(whole)
    theirs = [one for one in session.notebook.agreements if reader is None or reader.has(one.parties)]
    columns = [(heading, [tell(session, one) for one in theirs]) for heading, tell in (*_ALWAYS, *_WHERE_THERE_IS_ANY)]
    kept = [(heading, cells) for number, (heading, cells) in enumerate(columns) if number < len(_ALWAYS) or any(cells)]
    title = " · ".join((_("Agreements"), paper.session_name(session)))
    rows = tuple(zip(*(cells for _heading, cells in kept), strict=True))
    return Table(title, session.details.day, tuple(_(heading) for heading, _cells in kept), rows)


def _owner(session: Session, agreement: Agreement) -> str:
    owner = session.partner(agreement.owner_id)
    return "" if owner is None else owner.name


def _person(session: Session, agreement: Agreement) -> str:
    person = session.participant(agreement.owner_participant_id)
    return "" if person is None else ", ".join(part for part in (person.name, person.role) if part)


def _directs(session: Session, agreement: Agreement) -> str:
    partner = session.partner(agreement.directed_by_id)
    parts = (_(agreement.coordination.msgid) if agreement.coordination else "", partner.name if partner else "")
    return ": ".join(part for part in parts if part)


def _watches(session: Session, agreement: Agreement) -> str:
    partner = session.partner(agreement.monitored_by_id)
    return ", ".join(part for part in (partner.name if partner else "", agreement.monitoring) if part)


def _escalates(_session: Session, agreement: Agreement) -> str:
    return "\n".join(map(_level, agreement.escalation))


def _level(step: Escalation) -> str:
    if step.after_days is None:
        return _("level {level}: {to}").format(level=step.level, to=step.to)
    return _("level {level}: {to}, after {days} days").format(level=step.level, to=step.to, days=step.after_days)


_ALWAYS: Final[tuple[_Column, ...]] = (
    (N_("Agreement"), lambda _session, one: one.what),
    (N_("Owner"), _owner),
    (N_("With whom"), lambda session, one: paper.partner_names(session, one.with_ids)),
    (N_("Before"), lambda _session, one: one.deadline),
    (N_("Status"), lambda _session, one: _(one.status.msgid)),
)
_WHERE_THERE_IS_ANY: Final[tuple[_Column, ...]] = (
    (N_("Title"), lambda _session, one: one.title),
    (N_("Explanation"), lambda _session, one: one.details),
    (N_("Person"), _person),
    (N_("Rhythm"), lambda _session, one: one.rhythm),
    (N_("Feedback to"), lambda session, one: paper.partner_names(session, one.feedback_ids)),
    (N_("How feedback is given"), lambda _session, one: one.feedback),
    (N_("Remark"), lambda _session, one: one.status_remark),
    (N_("Handed over to"), lambda _session, one: one.handed_to),
    (N_("Start"), lambda _session, one: one.start),
    (N_("Evaluate on"), lambda _session, one: one.evaluate_on),
    (N_("Kind"), lambda _session, one: _(one.kind.msgid) if one.kind else ""),
    (N_("Level"), lambda _session, one: _(one.level.msgid) if one.level else ""),
    (N_("Phase"), lambda _session, one: _(one.phase.msgid) if one.phase else ""),
    (N_("Why"), lambda _session, one: one.why),
    (N_("Who directs"), _directs),
    (N_("Who watches over it"), _watches),
    (N_("Safety criterion"), lambda _session, one: one.safety_criterion),
    (N_("When it does not work out"), _escalates),
    (N_("Paragraph"), lambda _session, one: one.ground.title if one.ground else ""),
)
