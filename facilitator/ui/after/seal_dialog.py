"""SealDialog: documents with an electronic seal, in the name that the user gives; and what looking at a seal told."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.ui.after.making import Making, breakable
from facilitator.ui.after.which_papers import WhichPapers
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services
from facilitator.ui.widgets import Dialog, PlainLabel
from facilitator.ui.widgets.line_edit import LineEdit
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.bundle import Job
    from facilitator.report.sealing.keys import SealKey
    from facilitator.report.sealing.seal import SealedJob
    from facilitator.storage.database import Connection

SETTING = "seal"
"""Under this name the key of the seal is kept, in the encrypted store."""


class SealDialog(Dialog):
    """Asks which documents and, the first time, in which name; makes them and stays to tell what came of it.

    Attributes:
        name: in whose name; it stands fast once there is a key.
        which: the choice.
        making: the files that are being made.

    Signals:
        handed_out(tuple): these documents (Jobs) were made.
        failed(Exception): the store does not answer, or a fault of our own.
    """

    handed_out = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        key: SealKey | None,
        job: Job | None,
        title: str,
        jobs: Sequence[Job],
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        from facilitator.report.archive.writing import archive_of  # noqa: PLC0415  not needed for the first window
        from facilitator.report.bundle import Document  # noqa: PLC0415

        super().__init__(_("Save with a seal"), parent, accept=_("Save"), cancel=_("Close"))
        self._services = services
        self._key = key
        self.ask_for(620)
        self.add_text(
            _(
                "A seal shows whether a file is still as you made it. It keeps nobody from reading it, "
                "and nobody but you vouches for your name."
            )
        )
        label = PlainLabel(_("In whose name"))
        self.name = LineEdit(_("In whose name"))
        self.name.setMaxLength(64)
        label.setBuddy(self.name)
        self.body.addWidget(label)
        self.body.addWidget(self.name)
        told = _("The key of your seal is kept in the encrypted store of this laptop, and made when you save.")
        self.add_text(told, "small")
        archive = next((archive_of(each) for each in jobs if each.document is Document.REPORT), None)
        self.which = WhichPapers(job, title, jobs, _("The papers of all participants ({papers})"), archive)
        self.body.addWidget(self.which)
        self.add_text(_("They go to {folder}").format(folder=breakable(folder)), "small")
        self.making = Making(services, folder)
        self.body.addWidget(self.making)
        self.name.textChanged.connect(self._show_choice)
        self.making.turned.connect(self._turn)
        self.making.made.connect(self._made)
        self.making.failed.connect(self.failed)
        if key is not None:
            self.name.setText(key.name)
            self.name.setReadOnly(True)
        self._show_choice()

    def accept(self) -> None:
        """Make the files, and first the key where there is none; the dialog stays."""
        from facilitator.report.sealing.keys import new_key  # noqa: PLC0415  seldom needed

        if self._key is not None:
            self._seal(self._key)
            return
        self._turn(busy=True)
        work = partial(new_key, self.name.text().strip(), self._services.now())
        deliver(self._services.documents().do(work), self._keep, self._fail)

    def reject(self) -> None:
        """Close; the file at hand is finished, and no further one is begun."""
        self.making.exporting.stop()
        super().reject()

    def _keep(self, key: SealKey) -> None:
        def write(connection: Connection) -> SealKey:
            from facilitator.storage import settings  # noqa: PLC0415  asked in the store's thread

            settings.keep(connection, SETTING, key.to_plain())
            return key

        deliver(self._services.store.ask(write), self._seal, self._fail)

    def _seal(self, key: SealKey) -> None:
        from facilitator.report.sealing.seal import sealed_job  # noqa: PLC0415  seldom needed

        self._key = key
        self.name.setReadOnly(True)
        now = self._services.now()
        self.making.start(tuple(sealed_job(job, key, now) for job in self.which.jobs), _("Making the documents …"))

    def _made(self, tasks: tuple[SealedJob, ...]) -> None:
        from facilitator.report.bundle import Job  # noqa: PLC0415  not needed for the first window

        self.handed_out.emit(tuple(task.job for task in tasks if isinstance(task.job, Job)))

    def _fail(self, error: Exception) -> None:
        self._turn(busy=False)
        self.failed.emit(error)

    def _turn(self, busy: bool) -> None:
        self.which.setEnabled(not busy)
        self._show_choice()
        if busy:
            self.accept_button.setEnabled(False)
        else:
            self.cancel_button.setFocus()

    def _show_choice(self) -> None:
        self.accept_button.setEnabled(bool(self.name.text().strip()) and bool(self.which.jobs))
