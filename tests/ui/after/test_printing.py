from pathlib import Path

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from facilitator.core.session import Session
from facilitator.report.bundle import documents_of
from facilitator.ui.after.documents_pane import DocumentsPane
from facilitator.ui.after.pdf_pages import open_pages
from facilitator.ui.after.printing import Printing
from tests.ui.desk import Desk


def printer_into(file: Path) -> QPrinter:
    """A printer that prints into a PDF."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setOutputFileName(str(file))
    return printer


def test_every_page_of_a_document_is_printed(qtbot: QtBot, made: Desk, closed: Session, tmp_path: Path) -> None:
    run = Printing(made.services)
    (job,) = documents_of(closed)[:1]
    pages = open_pages(made.services.documents().render(job).result(20).pdf).result(20)
    with qtbot.waitSignal(run.done, timeout=20_000) as done:
        run.start([job], printer_into(tmp_path / "paper.pdf"))
    assert done.args == [1]
    printed = open_pages((tmp_path / "paper.pdf").read_bytes()).result(20)
    assert len(printed.sizes) == len(pages.sizes)
    printed.close()
    pages.close()


def test_a_printer_that_takes_nothing_is_told(qtbot: QtBot, made: Desk, closed: Session, tmp_path: Path) -> None:
    pane = DocumentsPane(made.services)
    qtbot.addWidget(pane)
    pane.show_session(closed, lambda session, choices: documents_of(session, choices)[:1])
    with qtbot.waitSignal(pane.warned, timeout=20_000) as warned:
        pane.print_on(Printing(made.services, pane), printer_into(tmp_path / "nowhere" / "paper.pdf"))
    assert closed.details.place in warned.args[0]
    assert pane.print.isEnabled()


def test_stopping_ends_after_the_document_at_hand(qtbot: QtBot, made: Desk, closed: Session, tmp_path: Path) -> None:
    run = Printing(made.services)
    run.progressed.connect(run.stop)
    with qtbot.waitSignal(run.done, timeout=20_000) as done:
        run.start(documents_of(closed)[2:4], printer_into(tmp_path / "paper.pdf"))
    assert done.args == [1]
