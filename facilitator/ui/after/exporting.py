"""Exporting: all documents of a session into a folder, with progress, and to be stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from facilitator.core.session import Session
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.services import Services
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.worker import Exported, Made, Task


Alone = Callable[[int], object]
"""Called with how many documents were made, when the page that asked for them is gone."""


class FolderNotMadeError(Exception):
    """The folder for the documents cannot be made."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.folder = folder

    def explain(self) -> str:
        """Say in the user's words what happened and what to do."""
        return _("The folder {folder} cannot be made. Nothing is lost. Choose another folder.").format(
            folder=self.folder
        )


def usual_folder(services: Services, session: Session) -> Path:
    """Give the folder that is proposed: one for each session and version, below the documents folder."""
    from facilitator.report.names import joined  # noqa: PLC0415  not needed for the first window

    details = session.details
    version = _("version {number}").format(number=session.version) if session.version > 1 else ""
    name = joined((details.place, details.day.isoformat(), version))
    return services.documents_folder / "Facilitator" / (name or session.id)


class Exporting(QObject):
    """One export at a time. With `beside` no file takes the place of an earlier one that says something else.

    Signals:
        progressed(int, int, str): so many of so many documents are done; the name of the last.
        done(Exported): all were made, or it was stopped.
        failed(Exception): a FolderError, FolderNotMadeError or WorkerStopped; what was made before stays.
    """

    progressed = Signal(int, int, str)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None, *, beside: bool = False) -> None:
        super().__init__(parent)
        self._services = services
        self._beside = beside
        self._stop = threading.Event()

    def start(self, jobs: Sequence[Task], folder: Path, alone: Alone | None = None) -> None:
        """Make the documents. The folder is made when it is not there.

        They are made also when the page is left meanwhile: then `alone` hears how many.
        """
        self._stop = threading.Event()
        deliver(in_background(partial(_make, folder)), partial(self._export, tuple(jobs), alone), self._fail)

    def stop(self) -> None:
        """End after the document at hand."""
        self._stop.set()

    def _tell(self, count: int, total: int, made: Made) -> None:
        """Called in the worker's thread; the signal crosses over."""
        if isValid(self):  # the page may have been left; the documents are made all the same
            self.progressed.emit(count, total, made.path.name)

    def _export(self, jobs: tuple[Task, ...], alone: Alone | None, folder: Path) -> None:
        documents = self._services.documents()
        exported = documents.export(jobs, folder, self._tell, self._stop, beside=self._beside)
        deliver(exported, partial(_end, self, alone), self._fail)  # also when the page is gone by then

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)


def _end(exporting: Exporting, alone: Alone | None, exported: Exported) -> None:
    if isValid(exporting):
        exporting.done.emit(exported)
    elif alone is not None:
        alone(len(exported.made))


def _make(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderNotMadeError(folder) from error
    return folder


QUEUED = Qt.ConnectionType.QueuedConnection
"""How `progressed` is to be connected: it is sent from another thread."""
