"""The report for the archive, documents behind a password, documents with a seal, and looking at a seal."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from facilitator.core.session import Session
from facilitator.report.archive import form
from facilitator.report.archive.reading import read_report
from facilitator.report.sealing.seal import Holds, Looked
from facilitator.storage import settings
from facilitator.ui.after.after_page import AfterPage
from facilitator.ui.after.protect_dialog import ProtectDialog
from facilitator.ui.after.seal_dialog import SETTING, SealDialog
from facilitator.ui.after.seal_told import SealToldDialog, explained, verdict
from facilitator.ui.start.read_in_dialog import ReadInDialog
from facilitator.ui.widgets import PlainLabel
from tests.ui.desk import NOW, Desk

SLOW = 30_000


@pytest.fixture
def page(qtbot: QtBot, made: Desk, closed: Session, tmp_path: Path) -> AfterPage:
    page = AfterPage(made.services, closed)
    qtbot.addWidget(page)
    page.documents.use_folder(tmp_path / "uit")
    page.show()
    qtbot.waitUntil(lambda: page.documents.list.count() > 0)
    return page


def pdfs(page: AfterPage) -> list[Path]:
    return sorted(page.documents.folder.rglob("*.pdf"))


def protecting(page: AfterPage, qtbot: QtBot) -> ProtectDialog:
    page.lasting.protect.trigger()
    qtbot.waitUntil(lambda: isinstance(page.lasting.dialog, ProtectDialog))
    assert isinstance(page.lasting.dialog, ProtectDialog)
    return page.lasting.dialog


def sealing(page: AfterPage, qtbot: QtBot) -> SealDialog:
    page.lasting.dialog = None
    page.lasting.seal.trigger()
    qtbot.waitUntil(lambda: isinstance(page.lasting.dialog, SealDialog), timeout=10_000)
    assert isinstance(page.lasting.dialog, SealDialog)
    return page.lasting.dialog


def test_the_report_for_the_archive_has_its_data_in_it(page: AfterPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.documents.exporting.done, timeout=SLOW):
        page.lasting.archive.trigger()
    (file,) = pdfs(page)
    with pikepdf.open(file) as pdf:
        assert form.NAME in pdf.attachments
    qtbot.waitUntil(lambda: "1 document" in page.documents.outcome.text())


def test_the_document_at_hand_gets_a_password_that_is_shown_once(page: AfterPage, qtbot: QtBot) -> None:
    dialog = protecting(page, qtbot)
    assert dialog.passwords.isHidden()
    with qtbot.waitSignal(dialog.making.made, timeout=SLOW):
        dialog.accept_button.click()
    item = dialog.passwords.item(0, 1)
    assert item is not None
    (file,) = pdfs(page)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(file)
    with pikepdf.open(file, password=item.text()) as pdf:
        assert pdf.encryption.R == 6
    assert dialog.passwords.isVisibleTo(dialog)
    assert not dialog.accept_button.isEnabled()
    dialog.copy.click()
    assert QGuiApplication.clipboard().text().endswith(f"\t{item.text()}")
    QGuiApplication.clipboard().clear()


def test_every_participant_gets_a_password_of_their_own(page: AfterPage, qtbot: QtBot) -> None:
    dialog = protecting(page, qtbot)
    dialog.which.all.setChecked(True)
    with (
        qtbot.waitSignal(dialog.making.made, timeout=SLOW),
        qtbot.waitSignal(page.documents.handed_out, timeout=SLOW) as told,
    ):
        dialog.accept_button.click()
    rows = [dialog.passwords.item(row, 1) for row in range(dialog.passwords.rowCount())]
    words = {item.text() for item in rows if item is not None}
    papers = len(told.args[1])
    assert len(words) == len(pdfs(page)) == papers
    assert [job.participant_id for job in told.args[1]] == ["d-1", "d-2", "d-3", "d-4"]  # and no certificate
    opened = 0
    for file in pdfs(page):
        for word in words:
            try:
                with pikepdf.open(file, password=word):
                    opened += 1
            except pikepdf.PasswordError:
                continue
    assert opened == papers


def test_a_seal_is_made_in_the_name_that_is_given_and_its_key_is_kept(
    page: AfterPage, qtbot: QtBot, made: Desk
) -> None:
    dialog = sealing(page, qtbot)
    assert not dialog.accept_button.isEnabled()
    dialog.name.setText("  Mo Bakker ")
    with qtbot.waitSignal(dialog.making.made, timeout=SLOW):
        dialog.accept_button.click()
    kept = made.store.ask(lambda connection: settings.kept(connection, SETTING)).result(10)
    assert isinstance(kept, dict)
    assert kept["name"] == "Mo Bakker"
    dialog.reject()
    again = sealing(page, qtbot)
    assert (again.name.text(), again.name.isReadOnly()) == ("Mo Bakker", True)
    again.reject()
    page.lasting.look_at(pdfs(page)[0])
    qtbot.waitUntil(lambda: isinstance(page.lasting.dialog, SealToldDialog), timeout=SLOW)
    assert page.lasting.dialog is not None
    said = " ".join(label.text() for label in page.lasting.dialog.findChildren(PlainLabel))
    assert "unchanged since it was sealed" in said
    assert "key of this laptop" in said


def test_the_report_for_the_archive_can_have_a_seal_too(page: AfterPage, qtbot: QtBot) -> None:
    dialog = sealing(page, qtbot)
    dialog.name.setText("Mo Bakker")
    dialog.which.archive.setChecked(True)
    with qtbot.waitSignal(dialog.making.made, timeout=SLOW):
        dialog.accept_button.click()
    (file,) = pdfs(page)
    read = read_report(file)
    assert read.seal is not None
    assert (read.seal.holds, read.seal.name) == (Holds.UNCHANGED, "Mo Bakker")
    told = ReadInDialog(read.report, read.source, 0, page, read.seal)
    assert any("unchanged since" in label.text() for label in told.findChildren(PlainLabel))


def test_a_file_that_cannot_be_looked_at_is_told(page: AfterPage, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "brief.pdf").write_text("geen pdf")
    with qtbot.waitSignal(page.documents.failed, timeout=SLOW) as told:
        page.lasting.look_at(tmp_path / "brief.pdf")
    assert "is not a PDF" in told.args[0].explain()


@pytest.mark.parametrize(
    ("holds", "word", "good"),
    [
        (Holds.NO_SEAL, "no seal", False),
        (Holds.UNCHANGED, "unchanged", True),
        (Holds.ADDED_TO, "added", False),
        (Holds.CHANGED, "was changed", False),
    ],
)
def test_every_outcome_is_said_in_one_sentence(holds: Holds, word: str, good: bool) -> None:
    sentence, right = verdict(Looked(holds))
    assert word in sentence
    assert right is good


def test_whose_seal_it_is_is_told_with_what_that_is_worth() -> None:
    assert explained(Looked(Holds.NO_SEAL)) == []
    foreign = explained(Looked(Holds.UNCHANGED, "Mo", "AB12 CD34", datetime(2026, 1, 2, tzinfo=UTC)))
    assert "AB12 CD34" in foreign[-1]
    assert "Mo" in foreign[0]
    own = explained(Looked(Holds.UNCHANGED, "Mo", "AB12", NOW, own=True))
    assert "this laptop" in own[-1]
    assert len(explained(Looked(Holds.UNCHANGED, "Mo", "AB12", None, own=True))) == 2
