"""OtherHands: what else can be done with the documents of a session than printing them: by mail, and in other forms."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.core.session import Session
from facilitator.core.vocabulary import Channel
from facilitator.ui.after.documents_pane import DocumentsPane
from facilitator.ui.services import Services
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.bundle import Job
    from facilitator.ui.widgets import Dialog


class OtherHands(QObject):
    """Offers these things in the menu of the documents, and opens their dialogs.

    Attributes:
        dialog: the dialog that was opened last.

    Signals:
        handed_out(Channel, tuple, tuple): mail drafts or files were made for participants and organisations, by id.
    """

    handed_out = Signal(object, object, object)

    def __init__(self, services: Services, pane: DocumentsPane) -> None:
        super().__init__(pane)
        self._services = services
        self._pane = pane
        self._session: Session | None = None
        self._jobs: tuple[Job, ...] = ()
        self.dialog: Dialog | None = None
        self.mail = pane.offer(_("Send by mail …"), self._mail)
        self.forms = pane.offer(_("Other forms …"), self._other_forms)

    def show_session(self, session: Session, jobs: tuple[Job, ...]) -> None:
        """Offer them for these documents of a session."""
        self._session, self._jobs = session, jobs

    def _mail(self) -> None:
        from facilitator.ui.after.mail_dialog import MailDialog  # noqa: PLC0415  seldom needed

        if self._session is None:
            return
        dialog = MailDialog(self._services, self._session, self._jobs, self._pane.folder, self._pane)
        dialog.handed_out.connect(partial(self.handed_out.emit, Channel.MAIL))
        dialog.failed.connect(self._pane.failed)
        self._open(dialog)

    def _other_forms(self) -> None:
        from facilitator.ui.after.forms_dialog import FormsDialog  # noqa: PLC0415  seldom needed

        if self._session is None:
            return
        dialog = FormsDialog(self._services, self._session, self._jobs, self._pane.folder, self._pane)
        dialog.handed_out.connect(partial(self.handed_out.emit, Channel.FILE))
        dialog.failed.connect(self._pane.failed)
        self._open(dialog)

    def _open(self, dialog: Dialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._pane.more.setFocus)
        dialog.open()
