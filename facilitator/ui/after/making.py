"""Making: files that are being made in a folder, inside a dialog: how far it is, what came of it, where they are."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.ui.after.exporting import QUEUED, Exporting
from facilitator.ui.services import Services
from facilitator.ui.widgets import Button, PlainLabel, ProgressPanel
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.report.worker import Exported, Task


class Making(QWidget):
    """Out of sight until something is made.

    Attributes:
        folder: where the files go.
        outcome: what came of it, in words.

    Signals:
        turned(bool): it is at work now, or no longer.
        made(tuple): these tasks are files now, also where others could not be made.
        failed(Exception): a fault of our own, that the user can do nothing about.
    """

    turned = Signal(bool)
    made = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self._tasks: tuple[Task, ...] = ()
        self._count = 0
        self.exporting = Exporting(services, self)
        self.progress = ProgressPanel()
        self.outcome = PlainLabel(wrap=True)
        self.show_folder = Button(_("Open the folder"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.progress)
        column.addWidget(self.outcome)
        column.addWidget(self.show_folder, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.progress, self.outcome, self.show_folder):
            part.hide()
        self.progress.cancelled.connect(self.exporting.stop)
        self.show_folder.clicked.connect(self._open_folder)
        self.exporting.progressed.connect(self._tell_progress, QUEUED)
        self.exporting.done.connect(self._exported)
        self.exporting.failed.connect(self._not_made)

    def start(self, tasks: Sequence[Task], text: str) -> None:
        """Make these files; `text` says what is being done."""
        self._tasks, self._count = tuple(tasks), 0
        self.outcome.hide()
        self.show_folder.hide()
        self.progress.begin(text)
        self.progress.show()
        self.turned.emit(True)
        self.progress.stop.setFocus()
        self.exporting.start(self._tasks, self.folder)

    def tell(self, text: str, *, wrong: bool = False) -> None:
        """Say what came of it, aloud too."""
        self.outcome.setText(text)
        self.outcome.set_role("attention" if wrong else "strong")
        self.outcome.show()
        self.show_folder.setVisible(not wrong)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _exported(self, exported: Exported) -> None:
        count = self._count = len(exported.made)
        if exported.cancelled:
            text = ngettext(
                "Stopped. {count} file was made and is in {folder}.",
                "Stopped. {count} files were made and are in {folder}.",
                count,
            )
        else:
            text = ngettext("{count} file is in {folder}.", "{count} files are in {folder}.", count)
        self._end()
        self.tell(text.format(count=count, folder=breakable(self.folder)))
        self._tell_made()

    def _not_made(self, error: Exception) -> None:
        self._end()
        explain = getattr(error, "explain", None)
        if callable(explain):
            self.tell(str(explain()), wrong=True)
        else:
            self.failed.emit(error)
        self._tell_made()

    def _tell_made(self) -> None:
        if self._count:
            self.made.emit(self._tasks[: self._count])

    def _end(self) -> None:
        self.progress.hide()
        self.turned.emit(False)

    def _tell_progress(self, done: int, total: int, name: str) -> None:
        self._count = done
        self.progress.advance(done, total, _("{done} of {total}: {name}").format(done=done, total=total, name=name))

    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder))):
            self.tell(_("The files are in {folder}.").format(folder=breakable(self.folder)))


def breakable(path: Path) -> str:
    """Let a path break at its parts where a line is full."""
    return str(path).replace(os.sep, f"{os.sep}\N{ZERO WIDTH SPACE}")
