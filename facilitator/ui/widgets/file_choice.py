"""Asking which file or which folder, over a window that goes on.

It is Qt's own dialog and not the system's: that speaks our words, has our look, and opens the same way everywhere.
Nothing is done when nothing is chosen. `names` says which files are offered, as Qt writes it: "Reports (*.pdf)".
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_file(
    over: QWidget, title: str, folder: Path, take: Callable[[Path], object], *, names: str = ""
) -> QFileDialog:
    """Ask for a file that is there, from `folder` on; `take` gets it."""
    dialog = _dialog(over, title, folder, names)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda path: take(Path(path)))
    return _opened(dialog)


def ask_files(
    over: QWidget, title: str, folder: Path, take: Callable[[list[Path]], object], *, names: str = ""
) -> QFileDialog:
    """Ask for files that are there, from `folder` on; `take` gets them all."""
    dialog = _dialog(over, title, folder, names)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda paths: take([Path(path) for path in paths]))
    return _opened(dialog)


def ask_folder(over: QWidget, title: str, folder: Path, take: Callable[[Path], object]) -> QFileDialog:
    """Ask for a folder, from `folder` on or from what there is of it; `take` gets it."""
    there = next((each for each in (folder, *folder.parents) if each.is_dir()), Path.home())
    dialog = _dialog(over, title, there, "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda path: take(Path(path)))
    return _opened(dialog)


def ask_place(
    over: QWidget, title: str, proposed: Path, take: Callable[[Path], object], *, names: str, suffix: str = ""
) -> QFileDialog:
    """Ask where a file is to be written, with a place proposed; `take` gets it. `suffix` (no dot) is put behind it."""
    dialog = _dialog(over, title, proposed.parent, names)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(proposed.name)
    dialog.fileSelected.connect(lambda path: take(Path(path)))
    return _opened(dialog)


def _dialog(over: QWidget, title: str, folder: Path, names: str) -> QFileDialog:
    dialog = QFileDialog(over, title, str(folder), names)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    return dialog


def _opened(dialog: QFileDialog) -> QFileDialog:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
