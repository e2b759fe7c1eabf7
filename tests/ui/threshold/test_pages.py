from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from facilitator.storage.recovery_key import RecoveryKey
from facilitator.ui.threshold import recovery_paper
from facilitator.ui.threshold.key_page import KeyPage
from facilitator.ui.threshold.recovery_page import RecoveryPage
from facilitator.ui.threshold.trouble_page import TroublePage

KEY = "9Q3K7M-04A5KV-DZB7Y4-N6C43S-7ZCQ63-15KYET"


@pytest.fixture
def recovery(qtbot: QtBot) -> RecoveryPage:
    page = RecoveryPage(KEY)
    qtbot.addWidget(page)
    page.show()
    page.enter()
    return page


def test_the_whole_recovery_key_is_shown(recovery: RecoveryPage) -> None:
    assert "-".join(recovery.key.text().split()) == KEY
    assert "9 Q 3 K" in recovery.key.accessibleName()


def test_nobody_goes_on_without_saying_that_the_key_is_kept(recovery: RecoveryPage, qtbot: QtBot) -> None:
    assert not recovery.go_on.isEnabled()
    recovery.sure.setFocus()
    qtbot.keyClick(recovery.sure, Qt.Key.Key_Space)
    with qtbot.waitSignal(recovery.noted):
        qtbot.keyClick(recovery.go_on, Qt.Key.Key_Space)


def test_the_recovery_key_can_be_copied(recovery: RecoveryPage) -> None:
    recovery.copy.click()
    assert QGuiApplication.clipboard().text() == KEY


def test_without_a_printer_the_key_becomes_a_pdf(
    recovery: RecoveryPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sleutel.pdf"
    monkeypatch.setattr(QPrinterInfo, "availablePrinters", staticmethod(list))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_a, **_k: (str(path), "")))
    assert recovery_paper.put_on_paper(KEY, recovery)
    with pypdfium2.PdfDocument(path) as document:
        text = "".join(document[0].get_textpage().get_text_bounded().split())
    assert KEY.replace("-", "") in text


def test_saving_the_key_can_be_called_off(recovery: RecoveryPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinters", staticmethod(list))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_a, **_k: ("", "")))
    assert not recovery_paper.put_on_paper(KEY, recovery)


def test_a_file_that_cannot_be_written_is_not_called_done(recovery: RecoveryPage, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "is er niet" / "sleutel.pdf"))
    assert not recovery_paper.paint(printer, KEY)


@pytest.fixture
def key_page(qtbot: QtBot) -> KeyPage:
    page = KeyPage("De sleutel is weg.")
    qtbot.addWidget(page)
    page.show()
    page.enter()
    return page


def test_a_typed_key_is_tried_once_and_kept_when_it_is_wrong(key_page: KeyPage, qtbot: QtBot) -> None:
    typed: list[str] = []
    key_page.typed.connect(typed.append)
    qtbot.keyClicks(key_page.field, KEY.lower())
    qtbot.keyClick(key_page.field, Qt.Key.Key_Return)
    qtbot.keyClick(key_page.field, Qt.Key.Key_Return)
    key_page.refuse("Er zit een typefout in.")
    assert typed == [KEY.lower()]
    assert (key_page.field.text(), key_page.wrong.text()) == (KEY.lower(), "Er zit een typefout in.")
    qtbot.keyClick(key_page.field, Qt.Key.Key_Return)
    assert len(typed) == 2


def test_an_empty_field_asks_nothing(key_page: KeyPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(key_page.typed):
        qtbot.keyClick(key_page.field, Qt.Key.Key_Return)


def test_trouble_offers_the_backup_only_where_there_is_one(qtbot: QtBot) -> None:
    without, with_one = TroublePage("Vol."), TroublePage("Beschadigd.", backup="store-1.db")
    for page in (without, with_one):
        qtbot.addWidget(page)
        page.show()
        page.enter()
    assert without.put_back is None
    assert with_one.put_back is not None
    with qtbot.waitSignal(with_one.restore):
        with_one.put_back.click()
    with qtbot.waitSignal(without.again):
        without.retry.click()


def test_the_page_shows_a_key_that_can_be_typed_back(qtbot: QtBot) -> None:
    made = RecoveryKey.new()
    page = RecoveryPage(str(made))
    qtbot.addWidget(page)
    assert RecoveryKey.typed(page.key.text()) == made
