from __future__ import annotations

import errno
import os
from pathlib import Path, PurePosixPath

import pytest

from facilitator.report import files
from facilitator.report.errors import FolderError, FolderFull, FolderGone, FolderReadOnly

NAME = PurePosixPath("deelnemers", "Noor.pdf")


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_a_document_replaces_the_old_one(tmp_path: Path) -> None:
    assert files.write(tmp_path, NAME, b"oud") == tmp_path / NAME
    files.write(tmp_path, NAME, b"nieuw")
    assert (tmp_path / NAME).read_bytes() == b"nieuw"
    assert names_in(tmp_path / "deelnemers") == ["Noor.pdf"]


def test_beside_an_earlier_one_that_says_something_else_it_gets_a_number(tmp_path: Path) -> None:
    for content in (b"een", b"twee", b"drie"):
        files.write_beside(tmp_path, NAME, content)
    folder = tmp_path / "deelnemers"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        "Noor.pdf": b"een",
        "Noor (2).pdf": b"twee",
        "Noor (3).pdf": b"drie",
    }
    assert files.write_beside(tmp_path, NAME, b"twee") == folder / "Noor (2).pdf"
    assert len(names_in(folder)) == 3


def test_what_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir(parents=True)
    assert files.write_beside(tmp_path, NAME, b"een").name == "Noor (2).pdf"


def test_a_folder_that_is_gone_is_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(FolderGone) as caught:
        files.write(tmp_path / "stick", NAME, b"x")
    assert "stick" in caught.value.explain()
    assert not (tmp_path / "stick").exists()


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, FolderFull),
        (errno.EDQUOT, FolderFull),
        (errno.EROFS, FolderReadOnly),
        (errno.EACCES, FolderReadOnly),
        (errno.EIO, FolderGone),
        (errno.EINVAL, FolderError),
    ],
)
def test_each_fault_keeps_the_old_file_and_has_its_own_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[FolderError]
) -> None:
    files.write(tmp_path, NAME, b"oud")

    def fail(_: int) -> None:
        raise OSError(number, "stuk")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(FolderError) as caught:
        files.write(tmp_path, NAME, b"nieuw")
    assert type(caught.value) is kind
    assert "Noor.pdf" in caught.value.explain() or kind is FolderGone
    assert (tmp_path / NAME).read_bytes() == b"oud"
    assert names_in(tmp_path / "deelnemers") == ["Noor.pdf"]


def test_a_folder_that_is_a_file_is_gone(tmp_path: Path) -> None:
    (tmp_path / "deelnemers").write_text("ik ben een bestand")
    with pytest.raises(FolderError):
        files.write(tmp_path, NAME, b"x")
