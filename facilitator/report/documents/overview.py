"""An overview of agreements: of one session, or of any selection of them across sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.core.agreement import Status
from facilitator.core.session import Session
from facilitator.report import dates
from facilitator.report.documents import paper
from facilitator.report.documents.paper import Paper
from facilitator.report.documents.session_report import Agreed, agreed_row
from facilitator.report.press import Meta
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.report.overview import OverviewJob, Row


@dataclass(frozen=True, slots=True)
class OverviewModel:
    """What the template shows; `counts` says how many there are and how they stand."""

    title: str
    subtitle: str
    version: str
    counts: tuple[tuple[str, str], ...]
    lines: tuple[Agreed, ...]
    left_out: str
    everyone: str
    keeping: str


def session_overview(whole: Session) -> Paper:
    """Give the agreements of one session, without what waits for a decision."""
    session, _held = paper.handed_out(whole)
    agreements = session.notebook.agreements
    model = OverviewModel(
        title=session.script.title,
        subtitle=" · ".join(part for part in (session.details.place, dates.in_words(session.details.day)) if part),
        version=paper.version(session),
        counts=_counts([agreement.status for agreement in agreements]),
        lines=tuple(agreed_row(session, agreement) for agreement in agreements),
        left_out="",
        everyone=paper.everyone(session),
        keeping=paper.keeping(session),
    )
    reader = _("Confidential · overview for the facilitator")
    return Paper(model, paper.meta(session, _("Overview of agreements"), reader))


def selection_overview(job: OverviewJob) -> Paper:
    """Give any agreements across sessions, in the order in which they come."""
    model = OverviewModel(
        title=job.selection,
        subtitle="",
        version=_("As it stood on {day}.").format(day=dates.in_words(job.today)),
        counts=_counts([row.status for row in job.all_rows], sum(row.is_late(job.today) for row in job.all_rows)),
        lines=tuple(_line_of_row(job, row) for row in job.rows),
        left_out=_left_out(len(job.all_rows) - len(job.rows)),
        everyone="",
        keeping="",
    )
    day = dates.in_words(job.today)
    title = _("Overview of agreements")
    reader = _("Confidential · overview for the facilitator")
    return Paper(model, Meta(f"{title} · {day}", title, title, day, reader, job.today, house=job.house))


def _line_of_row(job: OverviewJob, row: Row) -> Agreed:
    since = " · ".join(part for part in (row.session, "" if row.day is None else dates.in_words(row.day)) if part)
    when = row.rhythm or _("not known yet")
    if row.deadline is not None:
        when = _("before {day}").format(day=dates.in_words(row.deadline))
    return Agreed(
        what=row.what,
        body="",
        notes=tuple(note for note in (since, row.remark) if note),
        who=row.owner or _("nobody yet"),
        partners=", ".join(row.partners),
        under_who=(),
        when=when,
        under_when=(_("too late"),) if row.is_late(job.today) else (),
        status=_(row.status.msgid),
    )


def _counts(statuses: Sequence[Status], late: int = 0) -> tuple[tuple[str, str], ...]:
    """Give how many there are, and how many stand in each way that occurs."""
    counted = [(_(status.msgid).capitalize(), str(statuses.count(status))) for status in Status if status in statuses]
    too_late = [(_("of which too late"), str(late))] if late else []
    return ((_("Agreements"), str(len(statuses))), *counted, *too_late)


def _left_out(count: int) -> str:
    if count <= 0:
        return ""
    words = ngettext(
        "{count} more agreement fits and is not in this list: choose fewer at a time.",
        "{count} more agreements fit and are not in this list: choose fewer at a time.",
        count,
    )
    return words.format(count=count)
