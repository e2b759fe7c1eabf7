"""SummaryCard: a closed session at a glance."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.core.attendance import was_there
from facilitator.core.session import Session
from facilitator.ui import dates
from facilitator.ui.widgets import Button, Card, PlainLabel, SectionTitle
from facilitator.words import _, ngettext


def version_text(session: Session) -> str:
    """`versie 2, vervangt versie 1 van 24 november 2026, 16:02`; only the number for the first."""
    closings = session.course.closed_at
    if session.version < 2 or len(closings) < session.version:
        return _("version {number}").format(number=session.version)
    before = closings[session.version - 2].astimezone(session.planned_start.tzinfo)
    return _("version {number}, replaces version {former} of {day}, {clock}").format(
        number=session.version, former=session.version - 1, day=dates.long_day(before.date()), clock=f"{before:%H:%M}"
    )


class SummaryCard(Card):
    """Who, when, how many; and the way back in.

    Signals:
        reopen_requested(): correct the session.
    """

    reopen_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.when = PlainLabel(wrap=True)
        self.version = PlainLabel(role="soft", wrap=True)
        self.people = PlainLabel(wrap=True)
        self.open_ends = PlainLabel(role="attention", wrap=True)
        self.elsewhere = PlainLabel(wrap=True)
        self.reopen = Button(_("Reopen to correct …"))
        self.reopen.clicked.connect(self.reopen_requested)
        self.column.addWidget(SectionTitle(_("This session")))
        for label in (self.when, self.people, self.version, self.elsewhere, self.open_ends):
            self.column.addWidget(label)
        self.column.addWidget(self.reopen, 0, Qt.AlignmentFlag.AlignLeft)

    def show_session(self, session: Session) -> None:
        """Show a session."""
        details, book = session.details, session.notebook
        self.when.setText(
            _("{title} · {day}").format(title=session.script.title, day=dates.weekday_and_day(details.day))
        )
        self.version.setText(version_text(session))
        there = [person for person in book.participants if was_there(session, person.id)]
        people = ngettext("{count} person was there", "{count} people were there", len(there))
        partners = ngettext("of {count} organisation", "of {count} organisations", len(book.partners))
        count = len(book.agreements)
        agreements = ngettext("{count} agreement", "{count} agreements", count).format(count=count)
        self.people.setText(
            f"{people.format(count=len(there))} {partners.format(count=len(book.partners))} · {agreements}"
        )
        loose = sum(bool(agreement.missing) for agreement in book.agreements)
        text = ngettext(
            "{count} agreement has no owner or no day yet.", "{count} agreements have no owner or no day yet.", loose
        )
        self.open_ends.setText(text.format(count=loose))
        self.open_ends.setVisible(loose > 0)
        self.reopen.setVisible(session.read_from is None)
        self.elsewhere.setVisible(session.read_from is not None)
        if session.read_from is not None:
            text = _(
                "Read in from {name}. The meeting was held elsewhere: here you follow up its agreements. "
                "What else was said is in the report itself."
            )
            self.elsewhere.setText(text.format(name=session.read_from.name))
