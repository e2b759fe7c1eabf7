from __future__ import annotations

import errno
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from facilitator.storage.errors import DiskFull, DiskTrouble, ReadOnly, StoreError, Unreachable
from facilitator.storage.folder import Home, on_network, synced_by, write_atomically
from tests.storage.keeping import Ears, Meeting, events_in, hand_in, open_store


@pytest.mark.parametrize(
    ("number", "ours"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EACCES, ReadOnly),
        (errno.EROFS, ReadOnly),
        (errno.ENOENT, Unreachable),
        (errno.EIO, DiskTrouble),
    ],
)
@pytest.mark.parametrize("step", ["open", "fsync"])
def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, ours: type[StoreError]
) -> None:
    path = tmp_path / "file"
    write_atomically(path, b"old")

    def fail(*_: Any) -> int:
        raise OSError(number, "planted")

    with monkeypatch.context() as patch:
        patch.setattr(f"facilitator.storage.folder.os.{step}", fail)
        with pytest.raises(ours):
            write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert [left.name for left in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights elsewhere than in mode bits")
def test_a_home_is_for_its_owner(tmp_path: Path) -> None:
    Home(tmp_path / "a" / "home").make()
    assert stat.S_IMODE((tmp_path / "a" / "home").stat().st_mode) == 0o700
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError):
        Home(tmp_path / "file").make()


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/home/noor/OneDrive - Gemeente/Facilitator", "OneDrive"),
        ("/home/noor/OneDrive/Facilitator", "OneDrive"),
        ("/home/noor/Dropbox/werk", "Dropbox"),
        ("/Users/noor/Library/Mobile Documents/werk", "iCloud"),
        ("/home/noor/Google Drive/werk", "Google Drive"),
        ("/home/noor/.local/share/facilitator", None),
        ("/home/noor/onedriver", None),
    ],
)
def test_a_folder_that_is_copied_elsewhere_is_recognised(path: str, service: str | None) -> None:
    assert synced_by(Path(path)) == service


def test_a_folder_on_another_machine_is_recognised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not on_network(tmp_path)
    mounts = "/dev/sda1 / ext4 rw 0 0\nserver:/home /home nfs4 rw 0 0\n/dev/sdb1 /home/usb ext4 rw 0 0\n"
    monkeypatch.setattr(Path, "is_file", lambda _: True)
    monkeypatch.setattr(Path, "read_text", lambda *_: mounts)
    assert on_network(Path("/home/noor"))
    assert not on_network(Path("/home/usb/noor"))
    assert not on_network(Path("/homes"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of one megabyte."""
    mount = shutil.which("mount")
    if mount is None or sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root on Linux")
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(tmp_path)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


def test_a_disk_that_really_is_full_loses_nothing(small_disk: Path) -> None:
    ears, filler = Ears(), small_disk / "filler"
    with open_store(small_disk / "home", ears) as store:
        meeting = Meeting().led()
        hand_in(store, meeting)
        for _ in meeting.events:
            ears.wait("saved")
        filler.write_bytes(bytes(shutil.disk_usage(small_disk).free))
        saved = len(meeting.events)
        for number in range(30):
            store.append(*meeting.answer(f"{number} " * 2000))
        assert isinstance(ears.failure(), DiskFull)
        assert store.unsaved == meeting.events[saved + len(ears.heard("saved")) :]
        assert store.load("s-1").result(10) is not None
        filler.unlink()
        store.retry()
        ears.wait("recovered")
    assert events_in(small_disk / "home") == meeting.events
