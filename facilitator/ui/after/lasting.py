"""Lasting: what makes a document last, or keeps it shut: the report for the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.core.session import Session
from facilitator.ui.after.documents_pane import DocumentsPane
from facilitator.ui.services import Services
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.bundle import Job


class Lasting(QObject):
    """Offers these things in the menu of the documents.

    Attributes:
        archive: saves the report with its data, so that it can be read in elsewhere.
    """

    def __init__(self, services: Services, pane: DocumentsPane) -> None:
        super().__init__(pane)
        self._services = services
        self._pane = pane
        self._jobs: tuple[Job, ...] = ()
        self.archive = pane.offer(_("Report for the archive"), self._archive)

    def show_session(self, session: Session, jobs: tuple[Job, ...]) -> None:
        """Offer them for these documents of a session."""
        self._jobs = jobs
        self.archive.setVisible(session.read_from is None)

    def _archive(self) -> None:
        from facilitator.report.archive.writing import archive_of  # noqa: PLC0415  not needed for the first window
        from facilitator.report.bundle import Document  # noqa: PLC0415

        reports = (job for job in self._jobs if job.document is Document.REPORT)
        self._pane.export([archive_of(job) for job in reports])
