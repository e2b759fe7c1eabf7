"""A file is put in its place whole, or the old one stays."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from facilitator import whole_file


def test_the_new_file_stands_alone(tmp_path: Path) -> None:
    target = tmp_path / "kaart.pdf"
    target.write_bytes(b"old")
    whole_file.replace(target, b"new")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("kaart.pdf", b"new")]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_fault_leaves_the_old_file_and_nothing_beside_it(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "kaart.pdf"
    target.write_bytes(b"old")

    def fail(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((os, "fsync", fail) if step == "fsync" else (Path, "replace", fail)))
    with pytest.raises(OSError, match="No space"):
        whole_file.replace(target, b"new")
    monkeypatch.undo()
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("kaart.pdf", b"old")]
