"""OldVersionsCard: who still has documents that newer ones replace."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.course import HandedOut
from facilitator.core.handing_out import have_old, is_draft
from facilitator.core.session import Session
from facilitator.ui import dates
from facilitator.ui.widgets import Card, PlainLabel, SectionTitle
from facilitator.ui.widgets.emptying import empty_layout
from facilitator.words import _, ngettext


class OldVersionsCard(Card):
    """Out of sight when nobody has anything old."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(8)
        self.column.addWidget(SectionTitle(_("Hand out again"), wrap=True))
        self.column.addLayout(self.rows)
        self.hide()

    def show_session(self, session: Session) -> None:
        """Show who has what of a session."""
        empty_layout(self.rows)
        told = _told(session)
        for words, names in told:
            self.rows.addWidget(PlainLabel(words, "attention", wrap=True))
            self.rows.addWidget(PlainLabel(names, wrap=True))
        self.setVisible(bool(told))


def _told(session: Session) -> list[tuple[str, str]]:
    """How many have which old version, and their names; the newest version first."""
    had = sorted(
        have_old(session).items(), key=lambda item: (item[1].version, is_draft(session, item[1])), reverse=True
    )
    found = []
    for (version, draft), each in groupby(had, key=lambda item: (item[1].version, is_draft(session, item[1]))):
        readers = list(each)
        words = _draft_words(session, readers[0][1], len(readers)) if draft else _version_words(version, len(readers))
        names = [reader_name(session, reader) for reader, _given in readers]
        found.append((words, ", ".join(names)))
    return found


def _version_words(version: int, count: int) -> str:
    return ngettext(
        "{count} reader still has version {version}:", "{count} readers still have version {version}:", count
    ).format(count=count, version=version)


def _draft_words(session: Session, given: HandedOut, count: int) -> str:
    day = dates.long_day(given.at.astimezone(session.planned_start.tzinfo).date())
    return ngettext(
        "{count} reader still has a draft of {day}:", "{count} readers still have a draft of {day}:", count
    ).format(count=count, day=day)


def reader_name(session: Session, reader_id: str) -> str:
    """`Noor Bakker (Politie)`, or the name of an organisation."""
    person = session.participant(reader_id)
    partner = session.partner(reader_id if person is None else person.partner_id)
    organisation = "" if partner is None else partner.name
    if person is None:
        return organisation
    name = person.name or person.role
    return _("{name} ({organisation})").format(name=name, organisation=organisation)
