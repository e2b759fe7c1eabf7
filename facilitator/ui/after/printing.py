"""Printing: documents one by one on a printer, each a print job of its own, so that two people never share a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from facilitator.ui.after.pdf_pages import POINTS_PER_INCH, PdfPages, open_pages
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.bundle import Job
    from facilitator.report.press import Rendered

DOTS_PER_INCH = 300


def has_printer() -> bool:
    """Whether the laptop knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def choose_printer(parent: QWidget) -> QPrintDialog:
    """Give the dialog in which a printer is chosen; open it, and take its printer when it is accepted."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_("Print all documents"))
    return dialog


class Printing(QObject):
    """Prints documents in order. Every page is the picture of the page in the PDF.

    Signals:
        progressed(int, int, str): so many of so many documents were handed to the printer; the name of the last.
        done(int): so many documents were handed to the printer.
        failed(str): the printer does not take any more; the text says which document was not printed.
        broken(Exception): a document could not be made.
    """

    progressed = Signal(int, int, str)
    done = Signal(int)
    failed = Signal(str)
    broken = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs: tuple[Job, ...] = ()
        self._next = 0
        self._stopped = False
        self._painter = QPainter()

    def start(self, jobs: Sequence[Job], printer: QPrinter) -> None:
        """Print these documents."""
        self._jobs = tuple(jobs)
        self._next = 0
        self._stopped = False
        self._printer = printer
        printer.setFullPage(True)
        self._go_on()

    def stop(self) -> None:
        """End after the document at hand."""
        self._stopped = True

    def _go_on(self) -> None:
        if self._stopped or self._next == len(self._jobs):
            self.done.emit(self._next)
            return
        deliver(self._services.documents().render(self._jobs[self._next]), self._rendered, self._break)

    def _rendered(self, rendered: Rendered) -> None:
        deliver(open_pages(rendered.pdf), self._begin, self._break)

    def _begin(self, pages: PdfPages) -> None:
        self._printer.setDocName(self._name)
        self._turn_to(pages, 0)
        if self._painter.begin(self._printer):
            self._ask_page(pages, 0)
        else:
            self._give_up(pages)

    def _ask_page(self, pages: PdfPages, number: int) -> None:
        deliver(pages.picture(number, DOTS_PER_INCH), partial(self._paint, pages, number), self._break)

    def _paint(self, pages: PdfPages, number: int, image: QImage) -> None:
        self._painter.drawImage(self._place(pages, number), image)
        following = number + 1
        if following < len(pages.sizes):
            self._turn_to(pages, following)
            if not self._printer.newPage():
                self._give_up(pages)
                return
            self._ask_page(pages, following)
            return
        pages.close()
        if not self._painter.end():
            self.failed.emit(self._complaint)
            return
        self._next += 1
        self.progressed.emit(self._next, len(self._jobs), self._jobs[self._next - 1].path.name)
        self._go_on()

    def _turn_to(self, pages: PdfPages, number: int) -> None:
        size = pages.sizes[number]
        lies = size.width() > size.height()
        kinds = QPageLayout.Orientation
        self._printer.setPageOrientation(kinds.Landscape if lies else kinds.Portrait)

    def _place(self, pages: PdfPages, number: int) -> QRectF:
        """The page on the paper, at its own size."""
        scale = self._printer.resolution() / POINTS_PER_INCH
        size = pages.sizes[number]
        return QRectF(0, 0, size.width() * scale, size.height() * scale)

    def _give_up(self, pages: PdfPages) -> None:
        if self._painter.isActive():
            self._painter.end()
        pages.close()
        self.failed.emit(self._complaint)

    def _break(self, error: Exception) -> None:
        if self._painter.isActive():
            self._painter.end()
        self.broken.emit(error)

    @property
    def _name(self) -> str:
        return self._jobs[self._next].path.stem

    @property
    def _complaint(self) -> str:
        return _(
            "The printer did not take {name}. What was printed before is good. "
            "Check the printer, and print the rest again."
        ).format(name=self._name)
