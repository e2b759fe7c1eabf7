from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from facilitator.ui.copy_elsewhere import CopyElsewhere
from facilitator.ui.main_window import MainWindow
from tests.ui.desk import TODAY, Desk
from tests.waiting import until


@pytest.fixture
def window(empty_desk: Desk, qtbot: QtBot) -> MainWindow:
    window = MainWindow(empty_desk.services)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def told(window: MainWindow) -> list[str]:
    """What the desk says."""
    texts: list[str] = []
    window.messages.posted.connect(lambda message: texts.append(message.text))
    return texts


def asked(empty_desk: Desk, window: MainWindow) -> QFileDialog:
    """The question where the copy of a session goes."""
    empty_desk.keep(*empty_desk.led("s-1", TODAY - timedelta(days=1), "Wijk Noord"))
    CopyElsewhere(empty_desk.services, window).ask("s-1")
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    return dialog


def test_a_copy_is_proposed_by_its_day_and_told_when_it_is_there(
    empty_desk: Desk, window: MainWindow, told: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = asked(empty_desk, window)
    assert [Path(path).name for path in dialog.selectedFiles()] == [f"copy of the session {TODAY.isoformat()}.db"]
    dialog.fileSelected.emit(str(tmp_path / "stick.db"))
    dialog.reject()
    until(qtbot, lambda: bool(told))
    assert str(tmp_path / "stick.db") in told[0]
    assert (tmp_path / "stick.db").is_file()


def test_a_copy_that_could_not_be_made_is_told_too(
    empty_desk: Desk, window: MainWindow, told: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = asked(empty_desk, window)
    (tmp_path / "no folder").write_text("x")
    dialog.fileSelected.emit(str(tmp_path / "no folder" / "stick.db"))
    dialog.reject()
    until(qtbot, lambda: bool(told))
    assert "The copy is in" not in told[0]
