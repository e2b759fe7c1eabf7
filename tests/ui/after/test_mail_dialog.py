from __future__ import annotations

from email import message_from_bytes
from pathlib import Path, PurePath
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QTableWidgetItem
from pytestqt.qtbot import QtBot

from facilitator.core.session import Session
from facilitator.core.vocabulary import Channel
from facilitator.report import files
from facilitator.report.bundle import Document, documents_of
from facilitator.report.errors import FolderFull
from facilitator.ui.after.after_page import AfterPage
from facilitator.ui.after.mail_dialog import MailDialog
from tests.ui.desk import Desk, focused, press


@pytest.fixture
def dialog(qtbot: QtBot, made: Desk, closed: Session, tmp_path: Path) -> MailDialog:
    dialog = MailDialog(made.services, closed, documents_of(closed), tmp_path / "out")
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the desktop was asked to open; it can."""
    asked: list[str] = []

    def open_url(url: Any) -> bool:
        asked.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return asked


def cell(dialog: MailDialog, row: int, column: int = 0) -> QTableWidgetItem:
    item = dialog.rows.item(row, column)
    assert item is not None
    return item


def test_the_checklist_tells_who_gets_what_and_who_cannot_be_reached(dialog: MailDialog) -> None:
    assert dialog.rows.rowCount() == 4
    texts = [[cell(dialog, row, column).text() for column in range(3)] for row in range(4)]
    assert texts[0] == ["Noor Bakker (Politie)", "noor@example.org", "Politie - wijkagent - Noor Bakker.pdf"]
    assert texts[1][1] == "no address"
    ticks = [cell(dialog, row).checkState() for row in range(4)]
    assert ticks == [Qt.CheckState.Checked, *[Qt.CheckState.Unchecked] * 3]
    assert not cell(dialog, 1).flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert dialog.accept_button.text() == "Make 1 draft"


def test_only_who_is_ticked_gets_a_draft_and_nobody_else_is_noted(
    dialog: MailDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(dialog.handed_out, timeout=20_000) as told:
        dialog.accept_button.click()
    (file,) = (tmp_path / "out").rglob("*.*")
    assert told.args == [("d-1",), ()]
    assert message_from_bytes(file.read_bytes())["To"] == "noor@example.org"
    assert "1 file is in" in dialog.making.outcome.text()
    assert dialog.isVisible()
    assert dialog.accept_button.isEnabled()


def test_without_anybody_ticked_nothing_can_be_made(dialog: MailDialog, tmp_path: Path) -> None:
    assert focused() is dialog.rows
    press(Qt.Key.Key_Space)
    assert dialog.chosen == ()
    assert not dialog.accept_button.isEnabled()
    dialog.accept()
    assert not (tmp_path / "out").exists()


def test_one_can_be_opened_in_the_mail_program(dialog: MailDialog, qtbot: QtBot, opened: list[str]) -> None:
    with qtbot.waitSignal(dialog.handed_out, timeout=20_000):
        dialog.one.click()
    (path,) = opened
    assert path.endswith(".eml")
    assert Path(path).is_file()
    dialog.rows.selectRow(1)
    assert not dialog.one.isEnabled()


def test_without_a_mail_program_it_says_where_the_draft_is(
    dialog: MailDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    with qtbot.waitSignal(dialog.handed_out, timeout=20_000):
        dialog.one.click()
    assert "no program that opens mail drafts" in dialog.making.outcome.text()
    assert "eml" in dialog.making.outcome.text()


def test_a_folder_that_cannot_be_made_says_what_to_do(dialog: MailDialog, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("no folder")
    with qtbot.assertNotEmitted(dialog.handed_out):
        dialog.accept_button.click()
        qtbot.waitUntil(dialog.making.outcome.isVisible)
    assert "Choose another folder" in dialog.making.outcome.text()
    assert dialog.accept_button.isEnabled()


def test_when_the_disk_is_full_those_who_have_a_draft_are_noted(
    dialog: MailDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.mails = dialog.mails[:1] * 4
    for row in range(1, 4):
        cell(dialog, row).setCheckState(Qt.CheckState.Checked)
    write = files.write
    written: list[PurePath] = []

    def full(folder: Path, name: PurePath, content: bytes) -> Path:
        if len(written) == 2:
            raise FolderFull(folder / name)
        written.append(name)
        return write(folder, name, content)

    monkeypatch.setattr(files, "write", full)
    with qtbot.waitSignal(dialog.handed_out, timeout=20_000) as told:
        dialog.accept_button.click()
    assert told.args == [("d-1", "d-1"), ()]
    assert "no room left" in dialog.making.outcome.text()


def test_it_is_noted_who_has_a_mail(qtbot: QtBot, made: Desk, closed: Session) -> None:
    page = AfterPage(made.services, closed)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.correcting.handed_out):
        page.others.handed_out.emit(Channel.MAIL, ("d-1",), ())
    session = made.load(closed.id)
    assert session is not None
    assert [(given.channel, given.participant_ids) for given in session.course.handed_out] == [(Channel.MAIL, ("d-1",))]


def test_it_opens_from_the_menu_of_the_documents(qtbot: QtBot, made: Desk, closed: Session) -> None:
    page = AfterPage(made.services, closed)
    qtbot.addWidget(page)
    page.show()
    page.others.mail.trigger()
    dialog = page.others.dialog
    assert isinstance(dialog, MailDialog)
    assert [mail.job for mail in dialog.mails] == [
        job for job in documents_of(closed) if job.document is Document.PARTICIPANT
    ]
    dialog.reject()
