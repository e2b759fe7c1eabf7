"""Who was out of the room, and for what: the words of it, the same on the screen and on paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from facilitator.core.attendance import Missed, attendance, missed
from facilitator.core.session import Session
from facilitator.words import _, ngettext


def away_words(session: Session, participant_id: str) -> str:
    """Say between which times somebody was out of the room and came back: "15:10–15:25, 15:40–15:45"."""
    gaps = ((one.left, other.came) for one, other in pairwise(attendance(session, participant_id)))
    return ", ".join(
        f"{clock(session, left)}–{clock(session, came)}" for left, came in gaps if left is not None and came is not None
    )


def missed_words(session: Session, participant_id: str, now: datetime) -> str:
    """Say what of a case was told without somebody, by the name of the case; empty when they heard all of it."""
    return "; ".join(_missed_of(each) for each in missed(session, participant_id, now))


def _missed_of(each: Missed) -> str:
    if each.whole:
        return _("not there for the case “{title}”").format(title=each.case_title)
    parts = []
    if each.moments:
        words = ngettext("not there for moment {numbers}", "not there for moments {numbers}", len(each.moments))
        parts.append(words.format(numbers=_listed(each.moments)))
    if each.partly:
        words = ngettext("partly for moment {numbers}", "partly for moments {numbers}", len(each.partly))
        parts.append(words.format(numbers=_listed(each.partly)))
    return _("{moments} of the case “{title}”").format(moments=", ".join(parts), title=each.case_title)


def _listed(numbers: Sequence[int]) -> str:
    words = [str(number) for number in numbers]
    if len(words) == 1:
        return words[0]
    return _("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])


def clock(session: Session, at: datetime) -> str:
    """Give "14:42", by the wall clock of the place where the session is."""
    return f"{at.astimezone(ZoneInfo(session.details.time_zone)):%H:%M}"
