"""What the mail to a participant says. It names nobody but its reader: all else stands in the enclosure."""

from __future__ import annotations

from facilitator.core.people import Participant
from facilitator.core.session import Session
from facilitator.report import dates
from facilitator.report.documents import paper
from facilitator.report.formats.mail import Letter, one_line
from facilitator.words import _


def letter_to(session: Session, person: Participant, enclosed: str) -> Letter:
    """Give the letter that goes with somebody's paper, `enclosed` being the name of its file."""
    day = dates.in_words(session.details.day)
    said = {"meeting": one_line(paper.session_name(session)), "day": day}
    subject = _("Your agreements of {meeting}, {day}").format(**said)
    name = one_line(person.name)
    paragraphs = (
        _("Dear {name},").format(name=name) if name else _("Dear participant,"),
        paper.version(session),
        _(
            "Enclosed are the agreements of {meeting} of {day} that concern your organisation: "
            "what you do, what others do for you, and by when."
        ).format(**said),
        _("The enclosure: {file}").format(file=enclosed),
        _replaces(session),
        _next(session),
        _("Is something not right? {contact}").format(contact=one_line(paper.contact(session))),
        _("The enclosure is meant for you alone. Do not send the enclosure on."),
        _("Kind regards,"),
    )
    return Letter(person.email, subject, "\n\n".join(part for part in paragraphs if part) + "\n")


def _replaces(session: Session) -> str:
    return _("Do you still have an older version? Then throw it away.") if session.version > 1 else ""


def _next(session: Session) -> str:
    day = session.details.next_meeting
    return "" if day is None else _("We meet again on {day}.").format(day=dates.with_weekday(day))
