"""Who is at the table, or which roles, with who has the floor: as rows. Pure."""

from __future__ import annotations

from facilitator.core.session import Session
from facilitator.core.turns import by_role, is_away, spoke_here, who_can_speak
from facilitator.ui.console.phrases import members_words
from facilitator.ui.console.rows import Look, Row
from facilitator.ui.widgets import Tone
from facilitator.words import _, ngettext


def table_rows(session: Session, *, private: bool) -> tuple[Row, ...]:
    """A row per organisation, or role in a round of perspectives. Without `private` no person can be told from it."""
    if by_role(session):
        return tuple(floor_row(session, role, role) for role in who_can_speak(session))
    if session.step.way.in_turn:
        return tuple(floor_row(session, partner.id, partner.name) for partner in session.notebook.partners)
    return tuple(_at_table(session, partner.id, partner.name, private=private) for partner in session.notebook.partners)


def _at_table(session: Session, partner_id: str, name: str, *, private: bool) -> Row:
    members = session.members_of(partner_id)
    there, count = sum(member.present for member in members), len(members)
    plain = ngettext("{count} participant", "{count} participants", count).format(count=count)
    words = members_words(members) if private else plain
    # Names get the room: of more than one person only the number stands beside them.
    short = str(count) if there == count or not private else f"{there}/{count}"
    speaks = session.course.turn == partner_id  # also where nobody has the floor in turn, when it was given
    return Row(
        partner_id,
        name,
        aside=_("speaks") if speaks else short if count > 1 else words,
        mark="▶" if speaks else "●" if there else "○",
        look=Look.NOW if speaks else Look.PLAIN,
        spoken=f"{name}, {words}",
    )


def floor_row(session: Session, whose: str, name: str) -> Row:
    """Whether one who takes turns has the floor, had it, waits for it, or only listens."""
    course = session.course
    if course.turn == whose:
        return Row(whose, name, aside=_("speaks"), mark="▶", look=Look.NOW)
    if session.step.way.has_presenter and course.presenter == whose:
        return Row(whose, name, pill=_("listens"), tone=Tone.ATTENTION, mark="◌")
    if whose in spoke_here(session):
        return Row(whose, name, aside=_("spoke"), mark="✓", look=Look.DONE)
    if is_away(session, whose):
        return Row(whose, name, aside=_("is out"), mark="–", look=Look.DONE)
    return Row(whose, name, aside=_("waits"), mark="○")


def floor_title(session: Session) -> str:
    """What stands above the table."""
    if by_role(session):
        return _("Perspectives")
    return _("Who has the floor") if session.step.way.in_turn else _("At the table")
