from __future__ import annotations

import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.ui.faults import Faults

NOW = datetime(2026, 11, 17, 13, 30, tzinfo=UTC)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "faults.log"


@pytest.fixture
def faults(qapp: object, log: Path) -> Faults:
    return Faults(log, lambda: NOW)


def test_a_fault_in_another_thread_is_heard_too(
    faults: Faults, log: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (sys, threading):
        monkeypatch.setattr(module, "excepthook", module.excepthook)
    faults.hear()
    with qtbot.waitSignal(faults.faulted):
        beside = threading.Thread(target=lambda: 1 / 0)
        beside.start()
        beside.join()
    assert "ZeroDivisionError" in log.read_text("utf-8")


def test_a_fault_is_logged_without_words_of_the_session(
    faults: Faults, log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    faults.tell(ValueError, ValueError("geheim van Sem"), None)
    assert log.read_text("utf-8").splitlines()[0] == "2026-11-17T13:30:00+00:00 ValueError"
    assert "geheim" not in log.read_text("utf-8")
    assert "geheim" in capsys.readouterr().err


def test_a_log_that_cannot_be_written_keeps_nobody_from_hearing(qtbot: QtBot, tmp_path: Path) -> None:
    faults = Faults(tmp_path, lambda: NOW)  # a folder is no file
    with qtbot.waitSignal(faults.faulted):
        faults.tell(ValueError, ValueError(), None)
