"""Handing: the documents of a session that are being made or printed, and who has them then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from facilitator.core.vocabulary import Channel
from facilitator.ui.after.making import Making
from facilitator.ui.services import Services
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from facilitator.report.bundle import Job
    from facilitator.report.worker import Task
    from facilitator.ui.after.printing import Printing

    Note = Callable[[tuple[Job, ...]], object]


class Handing(Making):
    """Making, for documents that have readers, and for a printer too.

    Signals:
        said(str): something went well.
        warned(str): something did not, in words.
        handed_out(Channel, tuple): these documents (Jobs) were made or printed, also where others could not be.
    """

    said = Signal(str)
    warned = Signal(str)
    handed_out = Signal(object, object)

    def __init__(self, services: Services, folder: Path) -> None:
        super().__init__(services, folder)
        self._services = services
        self._jobs: tuple[Job, ...] = ()
        self._printed_count = 0
        self._printing: Printing | None = None
        self.made.connect(lambda tasks: self._hand_out(Channel.FILE, len(tasks)))
        self.progress.cancelled.connect(self._stop_printing)

    def make(self, tasks: Sequence[Task], jobs: Sequence[Job], note: Note | None) -> None:
        """Make these files; `jobs` are the documents that their readers have by it, in the same order.

        `note` is called with the documents that were made, when this is gone by then.
        """
        known = self._jobs = tuple(jobs)
        self.start(tasks, _("Making the documents …"), None if note is None else lambda count: note(known[:count]))

    def say_made(self, count: int, *, stopped: bool) -> str:
        """So many documents."""
        if stopped:
            return ngettext(
                "Stopped. {count} document was made and is in {folder}.",
                "Stopped. {count} documents were made and are in {folder}.",
                count,
            )
        return ngettext("{count} document is in {folder}.", "{count} documents are in {folder}.", count)

    def say_where(self) -> None:
        """Say it in passing: the outcome stays."""
        self.said.emit(_("The documents are in {folder}.").format(folder=self.folder))

    def _hand_out(self, channel: Channel, count: int) -> None:
        done = self._jobs[:count]
        if done:
            self.handed_out.emit(channel, done)

    # ---- printing

    def choose_printer(self, act: Callable[[Printing, QPrinter], object]) -> None:
        """Ask on which printer, and go on with it."""
        from facilitator.ui.after import printing  # noqa: PLC0415  seldom needed

        if not printing.has_printer():
            self.warned.emit(
                _(
                    "This laptop knows no printer. Connect one, or make the documents "
                    "and put the folder on a USB stick to print elsewhere."
                )
            )
            return
        dialog = printing.choose_printer(self)
        dialog.accepted.connect(lambda: act(printing.Printing(self._services, self), dialog.printer()))
        dialog.setModal(True)
        dialog.show()

    def print_on(self, run: Printing, printer: QPrinter, jobs: Sequence[Job]) -> None:
        """Print these on the printer that was chosen."""
        self._printing, self._jobs, self._printed_count = run, tuple(jobs), 0
        self.begin(_("Printing …"))
        run.progressed.connect(self._tell_printed)
        run.done.connect(self._printed)
        run.failed.connect(self._not_printed)
        run.broken.connect(self._broken)
        run.start(self._jobs, printer)

    def _tell_printed(self, done: int, total: int, name: str) -> None:
        self._printed_count = done
        self.advance(done, total, name)

    def _printed(self, count: int) -> None:
        self._end_printing()
        text = ngettext("{count} document went to the printer.", "{count} documents went to the printer.", count)
        self.said.emit(text.format(count=count))
        self._hand_out(Channel.PRINT, self._printed_count)

    def _not_printed(self, text: str) -> None:
        self._end_printing()
        self.warned.emit(text)
        self._hand_out(Channel.PRINT, self._printed_count)

    def _broken(self, error: Exception) -> None:
        self._end_printing()
        self.tell_error(error)
        self._hand_out(Channel.PRINT, self._printed_count)

    def _end_printing(self) -> None:
        self._printing = None
        self.end()

    def _stop_printing(self) -> None:
        if self._printing is not None:
            self._printing.stop()
