from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from facilitator.core.session import Session
from facilitator.core.vocabulary import Channel
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


def test_what_was_printed_before_it_was_stopped_is_handed_out(
    qtbot: QtBot, made: Desk, closed: Session, tmp_path: Path
) -> None:
    pane = DocumentsPane(made.services)
    qtbot.addWidget(pane)
    pane.show_session(closed, lambda session, choices: documents_of(session, choices)[2:5])
    run = Printing(made.services, pane)
    run.progressed.connect(lambda *_told: pane.progress.stop.click())
    with qtbot.waitSignal(pane.handed_out, timeout=20_000) as told, qtbot.waitSignal(pane.said) as said:
        pane.print_on(run, printer_into(tmp_path / "paper.pdf"))
        assert not pane.make.isEnabled()
    channel, jobs = told.args
    assert channel is Channel.PRINT
    assert [job.path for job in jobs] == [job.path for job in documents_of(closed)[2:3]]
    assert said.args == ["1 document went to the printer."]
    assert pane.make.isEnabled()


def test_a_folder_that_does_not_open_is_named(
    qtbot: QtBot, made: Desk, closed: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    pane = DocumentsPane(made.services)
    qtbot.addWidget(pane)
    pane.show_session(closed, lambda session, choices: documents_of(session, choices)[:1])
    with qtbot.waitSignal(pane.exporting.done, timeout=20_000):
        pane.make.click()
    with qtbot.waitSignal(pane.said) as said:
        pane.show_folder.click()
    assert said.args == [f"The documents are in {pane.folder}."]
    assert "1 document is in" in pane.outcome.text()
