"""Who is at the table, as rows: every organisation with its people under it."""

from __future__ import annotations

from datetime import datetime

from facilitator.core.attendance import attendance, was_there
from facilitator.core.people import Participant
from facilitator.core.session import Session
from facilitator.report.presence import away_words, clock, missed_words
from facilitator.ui.console.rows import Look, Row
from facilitator.ui.widgets import Tone
from facilitator.words import _, ngettext


def people_rows(session: Session, now: datetime) -> tuple[Row, ...]:
    """A row per organisation, each followed by a row per person; `now` is the time (aware)."""
    rows = []
    for partner in session.notebook.partners:
        members = session.members_of(partner.id)
        count = ngettext("{count} person", "{count} people", len(members)).format(count=len(members))
        rows.append(Row(partner.id, partner.name, aside=count if members else _("nobody yet"), mark="●"))
        rows += [_person(session, member, now) for member in members]
    return tuple(rows)


def _person(session: Session, person: Participant, now: datetime) -> Row:
    facts = [fact for fact in (person.role, _("walked in") if person.walk_in else "") if fact]
    been = was_there(session, person.id)
    pill = _("present") if person.present else _("gone") if been else _("absent")
    noted = (presence_words(session, person.id), missed_words(session, person.id, now) if been else "")
    return Row(
        person.id,
        person.name or person.role,
        below=" · ".join(words for words in noted if words),
        aside=" · ".join(facts) if person.name else "",
        pill=pill,
        tone=Tone.CALM if person.present else Tone.PLAIN,
        look=Look.SUB,
    )


def presence_words(session: Session, participant_id: str) -> str:
    """Since when somebody is in, when they were out, since when they are gone; nothing for who was there throughout."""
    stays = attendance(session, participant_id)
    if not stays:
        return ""
    came, left, away = stays[0].came, stays[-1].left, away_words(session, participant_id)
    parts = (
        "" if came is None else _("in since {time}").format(time=clock(session, came)),
        _("out {times}").format(times=away) if away else "",
        "" if left is None else _("gone since {time}").format(time=clock(session, left)),
    )
    return " · ".join(part for part in parts if part)
