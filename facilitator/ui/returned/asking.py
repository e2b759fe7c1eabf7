"""Asking: offers, beside the documents of a session, to ask its organisations how their agreements stand."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from facilitator.core.session import Session
from facilitator.ui.after.documents_pane import DocumentsPane
from facilitator.ui.services import Services
from facilitator.ui.widgets import Dialog
from facilitator.words import _


class Asking(QObject):
    """Opens the dialog that asks.

    Attributes:
        dialog: the dialog that was opened last.

    Signals:
        read_requested(): read what came back.
        typing_requested(Session, str): type over what this organisation wrote on paper.
    """

    read_requested = Signal()
    typing_requested = Signal(object, str)

    def __init__(self, services: Services, pane: DocumentsPane) -> None:
        super().__init__(pane)
        self._services = services
        self._pane = pane
        self._session: Session | None = None
        self.dialog: Dialog | None = None
        self.ask = pane.offer(_("Ask how agreements stand …"), self.open)

    def show_session(self, session: Session) -> None:
        """Offer it for this session."""
        self._session = session

    def open(self) -> None:
        """Open the dialog."""
        from facilitator.ui.returned.ask_dialog import AskDialog  # noqa: PLC0415  seldom needed

        session = self._session
        if session is None:
            return
        dialog = self.dialog = AskDialog(self._services, session, self._pane.folder, self._pane)
        dialog.read_requested.connect(self.read_requested)
        dialog.typing_requested.connect(lambda partner_id: self.typing_requested.emit(session, partner_id))
        dialog.failed.connect(self._pane.failed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._pane.more.setFocus)
        dialog.open()
