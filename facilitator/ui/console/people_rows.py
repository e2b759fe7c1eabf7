"""Who is at the table, as rows: every organisation with its people under it."""

from __future__ import annotations

from facilitator.core.people import Participant
from facilitator.core.session import Session
from facilitator.ui.console.rows import Look, Row
from facilitator.ui.widgets import Tone
from facilitator.words import _, ngettext


def people_rows(session: Session) -> tuple[Row, ...]:
    """A row per organisation, each followed by a row per person."""
    rows = []
    for partner in session.notebook.partners:
        members = session.members_of(partner.id)
        count = ngettext("{count} person", "{count} people", len(members)).format(count=len(members))
        rows.append(Row(partner.id, partner.name, aside=count if members else _("nobody yet"), mark="●"))
        rows += [_person(member) for member in members]
    return tuple(rows)


def _person(person: Participant) -> Row:
    facts = [fact for fact in (person.role, _("walked in") if person.walk_in else "") if fact]
    return Row(
        person.id,
        person.name or person.role,
        aside=" · ".join(facts) if person.name else "",
        pill=_("present") if person.present else _("absent"),
        tone=Tone.CALM if person.present else Tone.PLAIN,
        look=Look.SUB,
    )
