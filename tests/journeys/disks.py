"""Small and read-only disks in memory, where the system lets a test mount them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest


@contextmanager
def disk(folder: Path, options: str) -> Iterator[Path]:
    """Mount an empty disk in memory on a new folder. `options` are those of tmpfs. Skips where it is not allowed."""
    folder.mkdir()
    if not (sys.platform == "linux" and _mounted(folder, options)):
        pytest.skip("a disk in memory cannot be mounted here: that takes Linux and root")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextmanager
def read_only(folder: Path) -> Iterator[Path]:
    """Make a new folder that cannot be written; for root that has to be a disk."""
    if sys.platform == "linux" and os.geteuid() == 0:
        with disk(folder, "ro"):
            yield folder
    else:
        folder.mkdir()
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


def _mounted(folder: Path, options: str) -> bool:
    with suppress(OSError):
        command = ["mount", "-t", "tmpfs", "-o", options, "facilitator-test", str(folder)]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    return False


def fill(folder: Path) -> Path:
    """Fill a disk to its last byte; gives the file that does."""
    filler = folder / "vol"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while file.write(b"\0" * 4096):
            pass
    return filler
