"""ArrivedCard: one form or mail that was read, or what is the matter with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.core.session import Session
from facilitator.ui import dates
from facilitator.ui.returned.answer_row import AnswerRow
from facilitator.ui.returned.arriving import Arrived
from facilitator.ui.running_session import Spot
from facilitator.ui.start.follow_up import Saying
from facilitator.ui.widgets import Button, Card, PlainLabel, SectionTitle
from facilitator.words import _

_LONG = 1_200


class ArrivedCard(Card):
    """Who tells, of which session, and what of each agreement.

    Attributes:
        rows: what was said of each agreement.
        type_over: offered where a person has to read it.

    Signals:
        changed(): something else would be recorded.
        typing_wanted(Arrived): somebody reads it and types it over.
    """

    changed = Signal()
    typing_wanted = Signal(object)

    def __init__(self, arrived: Arrived, spot: Spot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.arrived = arrived
        self.rows: list[AnswerRow] = []
        self.column.addWidget(SectionTitle(_title(arrived), wrap=True))
        self.column.addWidget(PlainLabel(_where(arrived), "small", wrap=True))
        if arrived.trouble:
            self.column.addWidget(PlainLabel(arrived.trouble, "attention", wrap=True))
        for note in arrived.notes:
            self.column.addWidget(PlainLabel(note, "attention", wrap=True))
        if arrived.session is not None:
            self._add_rows(arrived.session, spot)
        self._add_rest()
        text = _("Choose whose answer it is …") if arrived.mail is not None else _("Type it over …")
        self.type_over = Button(text)
        self.type_over.setVisible(arrived.typing)
        self.type_over.clicked.connect(lambda: self.typing_wanted.emit(arrived))
        self.column.addWidget(self.type_over, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def sayings(self) -> tuple[Saying, ...]:
        """What would be recorded of it."""
        found = (row.saying(self.arrived.partner_id, self.arrived.channel) for row in self.rows)
        return tuple(saying for saying in found if saying is not None)

    def _add_rows(self, session: Session, spot: Spot) -> None:
        for line in self.arrived.lines:
            row = AnswerRow(session, line, spot)
            row.changed.connect(self.changed)
            self.rows.append(row)
            self.column.addWidget(row)

    def _add_rest(self) -> None:
        rest = self.arrived.rest or ("" if self.arrived.mail is None else self.arrived.mail.text.strip())
        if rest:
            shown = rest if len(rest) <= _LONG else f"{rest[:_LONG]} […]"
            self.column.addWidget(PlainLabel(_("Also written, at no agreement; it is not kept by itself:"), "soft"))
            self.column.addWidget(PlainLabel(shown, wrap=True))


def _title(arrived: Arrived) -> str:
    partner = None if arrived.session is None else arrived.session.partner(arrived.partner_id)
    return arrived.source if partner is None else partner.name


def _where(arrived: Arrived) -> str:
    session = arrived.session
    told = [] if session is None else [name_of(session), arrived.source]
    if arrived.by:
        told.append(_("filled in by: {role}").format(role=arrived.by))
    return " · ".join(told)


def name_of(session: Session) -> str:
    """Name a session by its place and day."""
    details = session.details
    return " · ".join(part for part in (details.place or session.script.title, dates.long_day(details.day)) if part)
