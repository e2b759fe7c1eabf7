from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.storage import backup, keys
from facilitator.storage.copies import save_copy
from facilitator.storage.errors import StillInBackups
from facilitator.storage.journal import record_of
from facilitator.storage.key_store import NoKeyStore
from facilitator.ui.destinations import SESSIONS
from facilitator.ui.main_window import MainWindow
from facilitator.ui.start.copy_key import CopyKeyDialog
from facilitator.ui.start.erase_dialog import EraseDialog
from facilitator.ui.start.sessions_page import SessionsPage
from facilitator.ui.widgets import PlainLabel
from tests.storage.test_forgetting import no_backups
from tests.ui.desk import TODAY, Desk, fill, press


@pytest.fixture
def window(qtbot: QtBot, made: Desk) -> MainWindow:
    fill(made)
    window = MainWindow(made.services)
    qtbot.addWidget(window)
    window.show_start()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go(SESSIONS)
    return window


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> SessionsPage:
    page = window.stack.currentWidget()
    assert isinstance(page, SessionsPage)
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    return page


def cells(page: SessionsPage, row: int) -> list[str]:
    return [page.model.data(page.model.index(row, column)) for column in range(page.model.columnCount())]


def test_every_session_tells_how_it_stands(page: SessionsPage) -> None:
    assert [page.model.line(row).id for row in range(4)] == ["s-planned", "s-running", "s-closed", "s-old"]  # type: ignore[union-attr]
    assert cells(page, 0)[1:5] == ["De Kring, Voorbeeldstad", "Proefdraaiboek", "planned", "–"]
    assert cells(page, 2)[3:6] == ["closed", "1", "5 agreements · 2 late"]
    assert "past" in cells(page, 3)[6]
    assert "1 session is kept longer" in page.past.text()


def test_enter_opens_the_session_that_is_chosen(page: SessionsPage, window: MainWindow, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Down)
    with qtbot.waitSignal(window.lead_requested) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == ["s-running"]


def test_only_a_closed_session_has_documents_to_hand_out(page: SessionsPage) -> None:
    page.choose("s-running")
    assert not page.documents_button.isEnabled()
    page.choose("s-closed")
    assert page.documents_button.isEnabled()


def test_erasing_asks_first_and_then_it_is_gone_from_store_and_backups(
    page: SessionsPage, window: MainWindow, qtbot: QtBot, made: Desk
) -> None:
    made.store.back_up().result(10)
    page.choose("s-old")
    press(Qt.Key.Key_Delete)
    dialog = window.findChild(EraseDialog)
    assert dialog is not None
    assert any("look back stays there" in label.text() for label in dialog.findChildren(PlainLabel))
    assert not dialog.accept_button.isEnabled()
    dialog.sure.click()
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    assert made.load("s-old") is None
    assert len(backup.backups(made.services.home)) == 1


def test_a_session_that_a_backup_still_holds_is_gone_here_and_told(
    page: SessionsPage, qtbot: QtBot, made: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.store.back_up().result(20)
    with no_backups(monkeypatch), qtbot.waitSignal(page.failed) as failed:
        page._erase("s-old", "asked")
    assert isinstance(failed.args[0], StillInBackups)
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)


def test_not_ticking_leaves_everything(page: SessionsPage, window: MainWindow, qtbot: QtBot, made: Desk) -> None:
    page.choose("s-old")
    page.erase_button.click()
    dialog = window.findChild(EraseDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    press(Qt.Key.Key_Escape)
    assert made.load("s-old") is not None


def test_a_backup_is_made_and_told(page: SessionsPage, qtbot: QtBot, made: Desk) -> None:
    with qtbot.waitSignal(page.backups.said, timeout=10_000):
        page.backups.make.click()
    qtbot.waitUntil(lambda: "1 backup" in page.backups.text.text())


def test_a_copy_made_here_is_brought_back(page: SessionsPage, qtbot: QtBot, made: Desk, tmp_path: Path) -> None:
    copy = made.store.save_copy(tmp_path / "stick.db", "s-closed").result(10)
    with qtbot.waitSignal(page.backups.said) as said:
        page.backups.take_back(copy)
    assert "already" in said.args[0]


def test_a_copy_of_another_laptop_asks_for_its_recovery_key(
    page: SessionsPage, qtbot: QtBot, made: Desk, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    new = keys.create(other, NoKeyStore())
    planned = made.planned("s-else", TODAY + timedelta(days=3), "Elders")
    copy = save_copy(tmp_path / "stick.db", other, new.key, [record_of(planned, "s-else")])
    page.backups.take_back(copy)
    qtbot.waitUntil(lambda: page.backups.findChild(CopyKeyDialog) is not None)
    dialog = page.backups.findChild(CopyKeyDialog)
    assert dialog is not None
    dialog.field.setText("XXXX")
    dialog.accept_button.click()
    qtbot.waitUntil(dialog.wrong.isVisible)
    dialog.field.setText(str(new.recovery))
    with qtbot.waitSignal(page.backups.brought_back, timeout=10_000):
        dialog.accept_button.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 5)


def test_a_file_that_is_no_copy_is_told(page: SessionsPage, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"SQLite format 3\x00" + bytes(2000))
    with qtbot.waitSignal(window.messages.posted) as posted:
        page.backups.take_back(tmp_path / "x.db")
    assert "not encrypted" in posted.args[0].text


def test_without_sessions_it_says_what_to_do(qtbot: QtBot, made: Desk) -> None:
    window = MainWindow(made.services)
    qtbot.addWidget(window)
    window.show()
    window.go(SESSIONS)
    page = window.stack.currentWidget()
    assert isinstance(page, SessionsPage)
    qtbot.waitUntil(page.empty.isVisible)
    assert page.empty.button is not None
    page.empty.button.click()
    assert window.stack.currentWidget() is not page


def test_the_state_of_the_store_is_explained(window: MainWindow, qtbot: QtBot) -> None:
    window.sidebar.safety.click()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()
