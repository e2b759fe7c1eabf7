"""What was read the last time is the same as reading it again, and counts for nothing once anything changed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from facilitator.content import kept as kept_module
from facilitator.content.kept import read_library_kept
from facilitator.content.library import KINDS, Library, read_library
from facilitator.content.locate import content_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of some content, to change."""
    for kind in KINDS:
        (tmp_path / kind.folder).mkdir(parents=True)
        for path in sorted((content_folder() / kind.folder).glob("*.yaml"))[:1]:
            shutil.copy(path, tmp_path / kind.folder)
    return tmp_path


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Where it is kept, in a folder that is not there yet."""
    return tmp_path / "cache" / "content.json"


@pytest.fixture
def never_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on reading in full is a fault."""

    def refuse(*_folders: Path) -> Library:
        raise AssertionError("it was read in full")

    monkeypatch.setattr(kept_module, "read_library", refuse)


def test_all_shipped_content_comes_back_as_it_is_read(kept: Path, request: pytest.FixtureRequest) -> None:
    first = read_library_kept(content_folder(), kept)
    request.getfixturevalue("never_read")
    assert read_library_kept(content_folder(), kept) == first == read_library(content_folder())


@pytest.mark.parametrize(
    "left",
    [b"", b"{", b"[]", b"[" * 100_000, b'{"mark": "x"}', b"\xff"],
    ids=["empty", "half", "list", "deep", "other", "bytes"],
)
def test_a_kept_file_that_is_of_no_use_is_made_again(folder: Path, kept: Path, left: bytes) -> None:
    whole = read_library_kept(folder, kept)
    good = kept.read_bytes()
    kept.write_bytes(left)
    assert read_library_kept(folder, kept) == whole
    assert kept.read_bytes() == good


def test_a_record_of_another_shape_is_read_again(folder: Path, kept: Path) -> None:
    whole = read_library_kept(folder, kept)
    plain = json.loads(kept.read_bytes())
    del plain["library"]["cases"][0]["title"]
    kept.write_text(json.dumps(plain), "utf-8")
    assert read_library_kept(folder, kept) == whole


def test_a_changed_text_is_told_at_once(folder: Path, kept: Path) -> None:
    read_library_kept(folder, kept)
    path = next((folder / "sessions").glob("*.yaml"))
    path.write_text(path.read_text("utf-8").replace("goal: |\n  ", "goal: |\n  Nieuw. ", 1), "utf-8")
    assert read_library_kept(folder, kept) == read_library(folder)
    assert read_library_kept(folder, kept).scripts[0].goal.startswith("Nieuw. ")


def test_content_with_a_problem_is_never_kept(folder: Path, kept: Path) -> None:
    (folder / "sessions" / "half.yaml").write_text("id: half\n", "utf-8")
    assert read_library_kept(folder, kept).problems
    assert not kept.exists()


def test_a_folder_that_is_not_there_is_told_as_ever(tmp_path: Path, kept: Path) -> None:
    gone = tmp_path / "gone"
    assert read_library_kept(gone, kept) == read_library(gone)
    assert not kept.exists()


def test_where_nothing_can_be_kept_it_is_read_all_the_same(folder: Path) -> None:
    blocked = folder / "file"
    blocked.touch()
    assert read_library_kept(folder, blocked / "content.json") == read_library(folder)


def test_a_file_that_may_not_be_read_is_told_and_nothing_is_kept(folder: Path, kept: Path) -> None:
    (folder / "sessions" / "folder.yaml").mkdir()
    assert read_library_kept(folder, kept) == read_library(folder)
    assert not kept.exists()
