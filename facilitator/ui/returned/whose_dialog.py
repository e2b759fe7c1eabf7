"""WhoseDialog: of which session and which organisation something is, where it does not say so itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from facilitator.core import reporting
from facilitator.core.session import Session
from facilitator.core.vocabulary import State
from facilitator.ui import dates
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services
from facilitator.ui.widgets import Dialog, LineEdit, PlainLabel
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.storage.database import Connection
    from facilitator.storage.overview import SessionLine

_MOST = 200


class WhoseDialog(Dialog):
    """A session, and an organisation in it that has something to tell. The reference on the paper leads there too.

    Attributes:
        sessions, organisations: what can be chosen.
        reference: what stands on the paper, for who would rather type that.

    Signals:
        chosen(Session, str): the session and the id of the organisation.
        failed(Exception): the store did not answer.
    """

    chosen = Signal(object, str)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("Whose answer is it?"), parent, accept=_("Go on"))
        self.ask_for(520)
        self._services = services
        self._session: Session | None = None
        self._wanted = ""
        self.sessions, self.organisations = QComboBox(), QComboBox()
        self.sessions.setAccessibleName(_("Session"))
        self.organisations.setAccessibleName(_("Organisation"))
        self.reference = LineEdit(_("Reference on the form"), _("Reference, like K7QMX-2WDB9"))
        self.none = PlainLabel(role="attention", wrap=True)
        self.add_text(_("Type the reference that stands at the end of the form, or choose."))
        self.body.addWidget(self.reference)
        for name, box in ((_("Session"), self.sessions), (_("Organisation"), self.organisations)):
            self.body.addWidget(PlainLabel(name, "small"))
            self.body.addWidget(box)
        self.body.addWidget(self.none)
        self.none.hide()
        self.accept_button.setEnabled(False)
        for box in (self.sessions, self.organisations):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sessions.currentIndexChanged.connect(lambda _index: self._load())
        self.reference.textChanged.connect(self._look_up)
        self._ask()

    def accept(self) -> None:
        """Hand on what was chosen."""
        partner_id = self.organisations.currentData()
        if self._session is not None and partner_id:
            self.chosen.emit(self._session, partner_id)
            super().accept()

    def _ask(self) -> None:
        def lines(connection: Connection) -> tuple[SessionLine, ...]:
            from facilitator.storage import overview  # noqa: PLC0415  asked in the store's thread

            return overview.sessions(connection, State.CLOSED, State.REOPENED, State.RUNNING, limit=_MOST)

        deliver(self._services.store.ask(lines), self._fill, self.failed.emit)

    def _fill(self, lines: tuple[SessionLine, ...]) -> None:
        for line in lines:
            text = " · ".join(part for part in (line.place or line.title, dates.long_day(line.day)) if part)
            self.sessions.addItem(text, line.id)
        if not lines:
            self._say(_("There is no session yet that agreements were made in."))

    def _load(self) -> None:
        session_id = self.sessions.currentData()
        if session_id:
            deliver(self._services.store.load(session_id), self._show, self.failed.emit)

    def _show(self, session: Session | None) -> None:
        if session is None or session.id != self.sessions.currentData():
            return  # another one was chosen meanwhile
        self._session = session
        wanted = self.organisations.currentData()
        self.organisations.clear()
        for partner_id in reporting.asked(session):
            partner = session.partner(partner_id)
            self.organisations.addItem("" if partner is None else partner.name, partner_id)
        self.organisations.setCurrentIndex(max(0, self.organisations.findData(self._wanted or wanted)))
        there = self.organisations.count() > 0
        self.accept_button.setEnabled(there)
        self._say("" if there else _("No organisation has an agreement of its own in this session that is open."))

    def _look_up(self, text: str) -> None:
        from facilitator.ui.returned.arriving import PURPOSE  # noqa: PLC0415  it opens no dialogs

        reference = reporting.reference_in(text)
        if not reference:
            self._wanted = ""
            return
        key = self._services.store.secret(PURPOSE)

        def place(connection: Connection) -> tuple[str, str] | None:
            from facilitator.storage import overview  # noqa: PLC0415  asked in the store's thread

            return reporting.place_of(key, reference, overview.seats(connection))

        deliver(self._services.store.ask(place), self._found, self.failed.emit)

    def _found(self, place: tuple[str, str] | None) -> None:
        if place is None:
            self._say(_("No session on this laptop has this reference. Check it, or choose."))
            return
        session_id, self._wanted = place
        self.sessions.setCurrentIndex(self.sessions.findData(session_id))
        self._load()

    def _say(self, text: str) -> None:
        self.none.setText(text)
        self.none.setVisible(bool(text))
