"""Making: files that are being made in a folder: how far it is, what came of it, where they are."""

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
    from facilitator.ui.after.exporting import Alone


class Making(QWidget):
    """Out of sight until something is made. With `beside` no file takes the place of an earlier, different one.

    Attributes:
        folder: where the files go.
        progress: how far it is.
        outcome: what came of it, in words.
        column: the layout they are in.

    Signals:
        turned(bool): it is at work now, or no longer.
        made(tuple): these tasks are files now, also where others could not be made.
        failed(Exception): a fault of our own, that the user can do nothing about.
    """

    turned = Signal(bool)
    made = Signal(object)
    failed = Signal(object)

    def __init__(
        self, services: Services, folder: Path, parent: QWidget | None = None, *, beside: bool = False
    ) -> None:
        super().__init__(parent)
        self.folder = folder
        self._tasks: tuple[Task, ...] = ()
        self._count = 0
        self.exporting = Exporting(services, self, beside=beside)
        self.progress = ProgressPanel()
        self.outcome = PlainLabel(wrap=True)
        self.show_folder = Button(_("Open the folder"))
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.progress)
        column.addWidget(self.outcome)
        column.addWidget(self.show_folder, 0, Qt.AlignmentFlag.AlignLeft)
        self.progress.hide()
        self.forget()
        self.progress.cancelled.connect(self.exporting.stop)
        self.show_folder.clicked.connect(self._open_folder)
        self.exporting.progressed.connect(self._tell_progress, QUEUED)
        self.exporting.done.connect(self._exported)
        self.exporting.failed.connect(self._not_made)

    def start(self, tasks: Sequence[Task], text: str, alone: Alone | None = None) -> None:
        """Make these files; `text` says what is being done, `alone` hears how many when this is gone by then."""
        self._tasks, self._count = tuple(tasks), 0
        self.begin(text)
        self.exporting.start(self._tasks, self.folder, alone)

    def begin(self, text: str) -> None:
        """Be at work, until `end`."""
        self.forget()
        self.progress.begin(text)
        self.progress.show()
        self._fit()
        self.turned.emit(True)
        self.progress.stop.setFocus()

    def advance(self, done: int, total: int, name: str) -> None:
        """Tell that so many of so many are done, and the name of the last."""
        self.progress.advance(done, total, _("{done} of {total}: {name}").format(done=done, total=total, name=name))

    def end(self) -> None:
        """Be at work no longer."""
        self.progress.hide()
        self._fit()
        self.turned.emit(False)

    def forget(self) -> None:
        """Tell no longer what came of it."""
        self.outcome.hide()
        self.show_folder.hide()
        self._fit()

    def tell(self, text: str, *, wrong: bool = False) -> None:
        """Say what came of it, aloud too."""
        self.outcome.setText(text)
        self.outcome.set_role("attention" if wrong else "strong")
        self.outcome.show()
        self.show_folder.setVisible(not wrong)
        self._fit()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def tell_error(self, error: Exception) -> None:
        """Tell what the user can act on in place; a fault of our own goes on to where faults are told."""
        explain = getattr(error, "explain", None)
        if callable(explain):
            self.tell(str(explain()), wrong=True)
        else:
            self.failed.emit(error)

    def say_made(self, count: int, *, stopped: bool) -> str:
        """So many are in the folder, with its name left open; a page may have another word for files."""
        if stopped:
            return ngettext(
                "Stopped. {count} file was made and is in {folder}.",
                "Stopped. {count} files were made and are in {folder}.",
                count,
            )
        return ngettext("{count} file is in {folder}.", "{count} files are in {folder}.", count)

    def say_where(self) -> None:
        """Tell where they are, when the system does not show the folder."""
        self.tell(_("The files are in {folder}.").format(folder=breakable(self.folder)))

    def _exported(self, exported: Exported) -> None:
        count = self._count = len(exported.made)
        self.end()
        text = self.say_made(count, stopped=exported.cancelled)
        self.tell(text.format(count=count, folder=breakable(self.folder)))
        self._tell_made()

    def _not_made(self, error: Exception) -> None:
        self.end()
        self.tell_error(error)
        self._tell_made()

    def _tell_made(self) -> None:
        if self._count:
            self.made.emit(self._tasks[: self._count])

    def _tell_progress(self, done: int, total: int, name: str) -> None:
        self._count = done
        self.advance(done, total, name)

    def _fit(self) -> None:
        """Take no room while there is nothing to see."""
        self.setVisible(not (self.progress.isHidden() and self.outcome.isHidden()))

    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder))):
            self.say_where()


def breakable(path: Path) -> str:
    """Let a path break at its parts where a line is full."""
    return str(path).replace(os.sep, f"{os.sep}\N{ZERO WIDTH SPACE}")
