"""What looked like personal data and stands in a report all the same, because the facilitator said so."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from facilitator.core.events import Decision
from facilitator.core.held import Sort, title_of, written_text
from facilitator.core.notebook import Settled
from facilitator.core.privacy.kinds import name_of
from facilitator.core.session import Session
from facilitator.report import dates
from facilitator.words import _


def shown_anyway(session: Session) -> tuple[str, ...]:
    """Give a line for each such decision: what kind, in what, where and when. The words themselves are not repeated."""
    lines = (_line(session, settled) for settled in session.notebook.settled if settled.decision is Decision.SHOWN)
    return tuple(dict.fromkeys(line for line in lines if line))


def _line(session: Session, settled: Settled) -> str:
    """Empty for what is no longer there, and for a note that is not in the report."""
    book = session.notebook
    written = written_text(session, settled.subject_id)
    mine = (flag for flag in book.flags if flag.subject_id == settled.subject_id and settled.covers(flag))
    flag = next(mine, None)
    released = {note.id for note in book.notes if note.released}
    if written is None or flag is None or (written.sort is Sort.NOTE and settled.subject_id not in released):
        return ""
    title = title_of(session, written)
    told = _("{kind}, in {text} at “{title}”") if title else _("{kind}, in {text}")
    at = settled.at.astimezone(ZoneInfo(session.details.time_zone))
    what = told.format(kind=_(name_of(flag.spotted.kind)), text=_(written.sort.value), title=title)
    return _("{what}: {day}, {time}").format(what=what, day=dates.in_words(at.date()), time=dates.in_sentence(at))
