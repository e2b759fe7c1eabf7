from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from facilitator.ui.widgets.file_choice import ask_file, ask_files, ask_folder, ask_place
from tests.waiting import until


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_it_is_the_programs_own_dialog_and_goes_when_it_was_answered(over: QWidget, qtbot: QtBot) -> None:
    dialog = ask_file(over, "Choose", Path.home(), print)
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.reject()
    until(qtbot, lambda: not isValid(dialog))


def test_a_file_is_chosen_among_those_that_are_offered(over: QWidget, tmp_path: Path) -> None:
    taken: list[Path] = []
    dialog = ask_file(over, "Choose", tmp_path, taken.append, names="Reports (*.pdf)")
    assert dialog.nameFilters() == ["Reports (*.pdf)"]
    assert Path(dialog.directory().absolutePath()) == tmp_path
    dialog.fileSelected.emit(str(tmp_path / "a.pdf"))
    dialog.reject()
    assert taken == [tmp_path / "a.pdf"]


def test_more_files_are_taken_at_once(over: QWidget, tmp_path: Path) -> None:
    taken: list[list[Path]] = []
    dialog = ask_files(over, "Choose", tmp_path, taken.append)
    dialog.filesSelected.emit([str(tmp_path / name) for name in ("a", "b")])
    dialog.reject()
    assert taken == [[tmp_path / "a", tmp_path / "b"]]


@pytest.mark.parametrize("wanted", ["", "not/there/yet"])
def test_a_folder_that_is_not_there_yet_is_looked_for_from_what_there_is(
    over: QWidget, tmp_path: Path, wanted: str
) -> None:
    dialog = ask_folder(over, "Choose", tmp_path / wanted, print)
    assert Path(dialog.directory().absolutePath()) == tmp_path
    assert dialog.testOption(QFileDialog.Option.ShowDirsOnly)
    dialog.reject()


def test_a_place_is_proposed_for_what_is_written(over: QWidget, tmp_path: Path) -> None:
    dialog = ask_place(over, "Where", tmp_path / "copy of mine.db", print, names="*.db", suffix="db")
    assert [Path(path) for path in dialog.selectedFiles()] == [tmp_path / "copy of mine.db"]
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert dialog.defaultSuffix() == "db"
    dialog.reject()
