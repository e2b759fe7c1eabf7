from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread, current_thread, main_thread
from typing import Any

import pytest
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from facilitator.storage import backup, keys
from facilitator.storage.errors import Damaged, DiskFull, StoreError
from facilitator.storage.key_store import NoKeyStore
from facilitator.storage.keys import DataKey, KeyPlace, Unlocked
from facilitator.storage.thread import Listener
from facilitator.ui.threshold.opening import Opening
from facilitator.ui.threshold.recovery_page import RecoveryPage
from facilitator.ui.threshold.trouble_page import TroublePage

NOW = datetime(2026, 11, 17, 13, 30, tzinfo=UTC)


@pytest.fixture
def troubles() -> list[StoreError]:
    return []


@pytest.fixture
def opening(qtbot: QtBot, tmp_path: Path, troubles: list[StoreError]) -> Iterator[Opening]:
    """Over an empty home."""
    listener = Listener(lambda *_: None, lambda *_: None, lambda *_: None, troubles.append)
    made = Opening(tmp_path / "home", NoKeyStore(), listener, lambda: NOW)
    qtbot.addWidget(made.window)
    yield made
    made.close()


def full(*_: Any) -> None:
    raise DiskFull


def recovery_page(opening: Opening, qtbot: QtBot) -> RecoveryPage:
    with qtbot.waitSignal(opening.asked):
        opening.open()
    page = opening.window.centralWidget()
    assert isinstance(page, RecoveryPage)
    return page


def test_a_recovery_key_that_cannot_be_noted_keeps_no_meeting_waiting(
    opening: Opening, qtbot: QtBot, troubles: list[StoreError], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = recovery_page(opening, qtbot)
    monkeypatch.setattr(keys, "recovery_noted", full)
    page.sure.setChecked(True)
    with qtbot.waitSignal(opening.opened):
        page.go_on.click()
    assert [type(error) for error in troubles] == [DiskFull]


def test_a_recovery_key_that_did_not_get_on_paper_is_told(
    opening: Opening, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = recovery_page(opening, qtbot)
    places = iter([tmp_path / "not there" / "key.pdf", tmp_path / "key.pdf"])
    monkeypatch.setattr(QPrinterInfo, "availablePrinters", staticmethod(list))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_a, **_k: (str(next(places)), "")))
    page.print.click()
    assert "did not get on paper" in page.wrong.text()
    assert page.wrong.isVisible()
    page.print.click()
    assert page.wrong.isHidden()


def test_nor_does_one_that_cannot_be_made_anew(
    opening: Opening, qtbot: QtBot, troubles: list[StoreError], monkeypatch: pytest.MonkeyPatch
) -> None:
    recovery_page(opening, qtbot)
    opening.close()
    monkeypatch.setattr(keys, "renew_recovery", full)
    with qtbot.waitSignal(opening.opened):
        opening.open()
    assert [type(error) for error in troubles] == [DiskFull]


def refused(opening: Opening, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, error: Exception) -> TroublePage:
    """The page that an opening with this error leads to."""

    def raising(*_: Any) -> None:
        raise error

    with monkeypatch.context() as patched, qtbot.waitSignal(opening.asked):
        patched.setattr(keys, "unlock", raising)
        opening.open()
    page = opening.window.centralWidget()
    assert isinstance(page, TroublePage)
    return page


def test_a_fault_of_our_own_shows_a_way_out_too(
    opening: Opening, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.captureExceptions() as faults:
        page = refused(opening, qtbot, monkeypatch, ValueError("ours"))
        qtbot.waitUntil(lambda: [fault[0] for fault in faults] == [ValueError])
    assert page.reason.text() == StoreError().text()


def test_trying_again_twice_opens_the_store_once(
    opening: Opening, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = refused(opening, qtbot, monkeypatch, DiskFull())
    with qtbot.waitSignal(opening.asked):
        page.retry.click()
        page.retry.click()
    assert isinstance(opening.window.centralWidget(), RecoveryPage)


def test_a_backup_is_put_back_beside_the_windows(
    opening: Opening, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = Damaged(tmp_path / "store.db", tmp_path / "20261117-120000.db")
    page = refused(opening, qtbot, monkeypatch, damaged)
    threads: list[Thread] = []
    monkeypatch.setattr(keys, "unlock", lambda *_: Unlocked(DataKey.new(), KeyPlace.FILE, recovery_noted=True))
    monkeypatch.setattr(backup, "restore", lambda *_: threads.append(current_thread()))
    assert page.put_back is not None
    page.put_back.click()
    assert not page.isEnabled()
    qtbot.waitUntil(lambda: opening.store is not None)
    assert [thread is main_thread() for thread in threads] == [False]
