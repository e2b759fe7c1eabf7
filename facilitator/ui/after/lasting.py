"""Lasting: what makes a document last, or keeps it shut: for the archive, with a password, with a seal."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.core.session import Session
from facilitator.core.vocabulary import Channel
from facilitator.ui.after.documents_pane import DocumentsPane
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services
from facilitator.ui.widgets.file_choice import ask_file
from facilitator.words import _

if TYPE_CHECKING:
    from concurrent.futures import Future

    from facilitator.report.bundle import Job
    from facilitator.report.sealing.keys import SealKey
    from facilitator.report.sealing.seal import Looked
    from facilitator.storage.database import Connection
    from facilitator.ui.after.protect_dialog import ProtectDialog
    from facilitator.ui.after.seal_dialog import SealDialog
    from facilitator.ui.widgets import Dialog


class Lasting(QObject):
    """Offers these things in the menu of the documents.

    Attributes:
        archive: saves the report with its data, so that it can be read in elsewhere.
        protect, seal: save documents with a password, or with a seal; `check` looks at a seal.
        dialog: the dialog that was opened last.
    """

    def __init__(self, services: Services, pane: DocumentsPane) -> None:
        super().__init__(pane)
        self._services = services
        self._pane = pane
        self._jobs: tuple[Job, ...] = ()
        self.dialog: Dialog | None = None
        self.archive = pane.offer(_("Report for the archive"), self._archive)
        self.protect = pane.offer(_("With a password …"), lambda: pane.when_chosen(self._protect))
        self.seal = pane.offer(_("With a seal …"), lambda: pane.when_chosen(self._ask_key))
        self.check = pane.offer(_("Check a seal …"), self._choose_file)

    def show_session(self, session: Session, jobs: tuple[Job, ...]) -> None:
        """Offer them for these documents of a session."""
        self._jobs = jobs
        self.archive.setVisible(session.read_from is None)

    def _archive(self) -> None:
        from facilitator.report.archive.writing import archive_of  # noqa: PLC0415  not needed for the first window
        from facilitator.report.bundle import Document  # noqa: PLC0415

        reports = (job for job in self._jobs if job.document is Document.REPORT)
        self._pane.export([archive_of(job) for job in reports])

    def _protect(self) -> None:
        from facilitator.ui.after.protect_dialog import ProtectDialog  # noqa: PLC0415  seldom needed

        job, title = self._pane.at_hand
        self._open(ProtectDialog(self._services, job, title, self._jobs, self._pane.folder, self._pane))

    # ---- the seal

    def _ask_key(self) -> None:
        deliver(self._key(), self._seal, self._pane.failed.emit)

    def _key(self) -> Future[SealKey | None]:
        def kept(connection: Connection) -> SealKey | None:
            from facilitator.report.sealing.keys import from_plain  # noqa: PLC0415  seldom needed
            from facilitator.storage import settings  # noqa: PLC0415
            from facilitator.ui.after.seal_dialog import SETTING  # noqa: PLC0415

            return from_plain(settings.kept(connection, SETTING))

        return self._services.store.ask(kept)

    def _seal(self, key: SealKey | None) -> None:
        from facilitator.ui.after.seal_dialog import SealDialog  # noqa: PLC0415  seldom needed

        job, title = self._pane.at_hand
        self._open(SealDialog(self._services, key, job, title, self._jobs, self._pane.folder, self._pane))

    def _open(self, dialog: ProtectDialog | SealDialog) -> None:
        dialog.handed_out.connect(partial(self._pane.handed_out.emit, Channel.FILE))
        dialog.failed.connect(self._pane.failed)
        self._show(dialog)

    def _show(self, dialog: Dialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._pane.more.setFocus)
        dialog.open()

    def _choose_file(self) -> None:
        ask_file(self._pane, _("Check a seal"), self._pane.folder, self.look_at, names=_("Documents (*.pdf)"))

    def look_at(self, path: Path) -> None:
        """Look whether the seal on a file holds, and tell."""
        deliver(self._key(), partial(self._look_at, path), self._pane.failed.emit)

    def _look_at(self, path: Path, own: SealKey | None) -> None:
        from facilitator.report.sealing.seal import look  # noqa: PLC0415  seldom needed

        work = partial(look, path, own)
        deliver(self._services.documents().do(work), partial(self._tell, path), self._pane.failed.emit)

    def _tell(self, path: Path, looked: Looked) -> None:
        from facilitator.ui.after.seal_told import SealToldDialog  # noqa: PLC0415  seldom needed

        self._show(SealToldDialog(path.name, looked, self._pane))
