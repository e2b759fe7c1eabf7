"""A disk whose power can be cut: what was not synced may be there, may not be, or may be torn.

After the idea of SQLite's own crash test: a virtual file system under the database writes to real files, so that the
engine runs as ever, and keeps beside it what a disk would surely hold. That only advances when a file is synced. At a
cut every unsynced write is kept, dropped or torn at sectors by chance; making and deleting files counts from the next
sync on. The library is SQLite3MultipleCiphers, whose files SQLCipher reads and writes.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

from facilitator.storage.database import PRAGMAS
from facilitator.storage.keys import DataKey

SECTOR = 512


class PowerCut(Exception):  # noqa: N818  it says what happened
    """The power is gone: nothing is written any more."""


@dataclass
class Content:
    """A file: what surely is on the disk, and the writes that are not synced (offset and bytes; None truncates)."""

    sure: bytearray
    unsynced: list[tuple[int, bytes | None]] = field(default_factory=list)


@dataclass
class Disk:
    """All files below one folder, and how many operations are left until the cut."""

    folder: Path
    left: int = 1_000_000
    files: dict[str, Content] = field(default_factory=dict)
    sure_names: dict[str, Content] = field(default_factory=dict)
    unsynced_names: list[tuple[str, Content | None]] = field(default_factory=list)

    def spend(self) -> None:
        """One more operation; the power is cut when none is left."""
        if self.left <= 0:
            raise PowerCut
        self.left -= 1

    def opened(self, name: str, existed: bool) -> Content:
        """Find a file, or begin to follow it."""
        if name not in self.files or not existed:
            content = Content(bytearray(Path(name).read_bytes() if existed else b""))
            self.files[name] = content
            if existed:
                self.sure_names[name] = content
            else:
                self.unsynced_names.append((name, content))
        return self.files[name]

    def deleted(self, name: str) -> None:
        """A file was taken away."""
        if self.files.pop(name, None) is not None:
            self.unsynced_names.append((name, None))

    def synced(self, content: Content) -> None:
        """A file was synced, and with it the names of all."""
        for offset, data in content.unsynced:
            _put(content.sure, offset, data)
        content.unsynced.clear()
        _rename(self.sure_names, self.unsynced_names)
        self.unsynced_names.clear()

    def after_the_cut(self, rnd: random.Random, folder: Path) -> None:
        """Write into `folder` one of the states that this disk may be found in."""
        names = dict(self.sure_names)
        _rename(names, self.unsynced_names[: rnd.randint(0, len(self.unsynced_names))])
        for name, content in names.items():
            image = bytearray(content.sure)
            for offset, data in _survivors(rnd, content.unsynced):
                _put(image, offset, data)
            (folder / Path(name).name).write_bytes(image)


def _rename(names: dict[str, Content], changes: list[tuple[str, Content | None]]) -> None:
    for name, content in changes:
        if content is None:
            names.pop(name, None)
        else:
            names[name] = content


def _put(image: bytearray, offset: int, data: bytes | None) -> None:
    if len(image) < offset:
        image.extend(bytes(offset - len(image)))
    if data is None:
        del image[offset:]
    else:
        image[offset : offset + len(data)] = data


def _survivors(rnd: random.Random, writes: list[tuple[int, bytes | None]]) -> Iterator[tuple[int, bytes | None]]:
    mode = rnd.choice(["none", "first", "some", "all"])
    cut = rnd.randint(0, len(writes))
    for number, (offset, data) in enumerate(writes):
        if mode == "none" or (mode == "first" and number >= cut) or (mode == "some" and rnd.random() < 0.5):
            continue
        if mode == "all" or data is None or rnd.random() < 0.75:
            yield offset, data
        else:
            sectors = range(0, len(data), SECTOR)
            yield from ((offset + at, data[at : at + SECTOR]) for at in sectors if rnd.random() < 0.5)


_numbers = itertools.count()


@contextmanager
def connected(disk: Disk, path: Path, key: DataKey, synchronous: str) -> Iterator[Any]:
    """Open an encrypted store on that disk with the program's own settings, `synchronous` replaced."""
    name = f"powercut{next(_numbers)}"
    vfs = _FileSystem(name, disk)
    connection = apsw.Connection(str(path), vfs=f"multipleciphers-{name}")
    try:
        for pragma in ("cipher = 'sqlcipher'", "legacy = 4", f"key = \"x'{key.raw.hex()}'\"", *PRAGMAS):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.execute(f"PRAGMA synchronous = {synchronous}").fetchall()
        connection.execute("PRAGMA wal_autocheckpoint = 25").fetchall()  # so that cuts fall in checkpoints too
        yield connection
    finally:
        disk.left = 1_000_000  # what closing writes belongs to no state any more
        connection.close(True)
        vfs.unregister()


class _FileSystem(apsw.VFS):
    def __init__(self, name: str, disk: Disk) -> None:
        self.disk = disk
        super().__init__(name, "unix", maxpathname=0)

    def xOpen(self, name: Any, flags: list[int]) -> _File:  # noqa: N802  the library's name
        return _File(self.disk, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        self.disk.spend()
        self.disk.deleted(filename)
        super().xDelete(filename, syncdir)


class _File(apsw.VFSFile):
    def __init__(self, disk: Disk, name: Any, flags: list[int]) -> None:
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        existed = bool(path) and Path(path).exists()
        super().__init__("unix", name, flags)
        self.disk = disk
        self.content = disk.opened(path, existed) if path else Content(bytearray())

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self.disk.spend()
        self.content.unsynced.append((offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        self.disk.spend()
        self.content.unsynced.append((newsize, None))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: ARG002, N802  the real disk need not be asked
        self.disk.spend()
        self.disk.synced(self.content)
