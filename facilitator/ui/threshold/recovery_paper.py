"""The recovery key on paper: painted on a printer, or into a PDF that the facilitator puts where they want."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QWidget

from facilitator.ui import theme
from facilitator.words import _

_MM = 1 / 25.4


class NotOnPaperError(Exception):
    """The printer, or the file, did not take the page."""

    def text(self) -> str:
        """Tell the user what happened and what to do now."""
        return _("The recovery key did not get on paper. Choose another printer or folder, or write the key down.")


def put_on_paper(key: str, parent: QWidget) -> bool:
    """Let the facilitator print the key; without a printer, save it as PDF. Gives False when they called it off.

    Raises NotOnPaperError.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(20, 20, 20, 20),
            QPageLayout.Unit.Millimeter,
        )
    )
    printer.setDocName(_("Recovery key of Facilitator"))
    chosen = _ask_printer(printer, parent) if QPrinterInfo.availablePrinters() else _ask_file(printer, parent)
    if chosen and not paint(printer, key):
        raise NotOnPaperError
    return chosen


def _ask_printer(printer: QPrinter, parent: QWidget) -> bool:
    return QPrintDialog(printer, parent).exec() == QPrintDialog.DialogCode.Accepted


def _ask_file(printer: QPrinter, parent: QWidget) -> bool:
    name, _kind = QFileDialog.getSaveFileName(
        parent,
        _("Save the recovery key on a USB stick"),
        str(Path.home() / (_("recovery key") + ".pdf")),
        "PDF (*.pdf)",
        options=QFileDialog.Option.DontUseNativeDialog,
    )
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(name)
    return bool(name)


def paint(printer: QPrinter, key: str) -> bool:
    """Paint the one page. Gives whether the printer or file took it."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    millimetre = printer.resolution() * _MM
    width = printer.pageLayout().paintRectPixels(printer.resolution()).width()
    flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
    top = 0.0
    for text, points, weight, gap in _lines(key):
        painter.setFont(_font(points, weight))
        found = painter.boundingRect(QRectF(0, top, width, 250 * millimetre), flags, text)
        painter.drawText(QRectF(0, top, width, 250 * millimetre), flags, text)
        top += found.height() + gap * millimetre
    return painter.end()


def _lines(key: str) -> list[tuple[str, float, QFont.Weight, float]]:
    """Texts with size in points, weight, and millimetres below."""
    groups = key.split("-")
    return [
        (_("Recovery key of Facilitator"), 22, QFont.Weight.Bold, 8),
        ("   ".join(groups[:3]), 26, QFont.Weight.DemiBold, 3),
        ("   ".join(groups[3:]), 26, QFont.Weight.DemiBold, 10),
        (_("This key opens the sessions on your laptop when the laptop has lost its own key."), 12, _PLAIN, 4),
        (
            _("Keep this page away from the laptop, for example in a locked drawer. Nobody else has this key."),
            12,
            _PLAIN,
            4,
        ),
        (_("There are no letters I, L, O and U in it. Capitals or small letters make no difference."), 12, _PLAIN, 0),
    ]


_PLAIN = QFont.Weight.Normal


def _font(points: float, weight: QFont.Weight) -> QFont:
    font = theme.current().font(weight)
    font.setPointSizeF(points)
    return font
