"""The data folder: where each file lies, and how a file is written so that a power cut leaves the old or the new."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from facilitator.storage.errors import AlreadyOpen, DiskFull, DiskTrouble, ReadOnly, StoreError, Unreachable

_OWNER_ONLY = stat.S_IRUSR | stat.S_IWUSR
_WINDOWS = sys.platform == "win32"


@dataclass(frozen=True)
class Home:
    """The folder with all data of one user, and the names in it."""

    folder: Path

    @property
    def database(self) -> Path:
        """The store itself."""
        return self.folder / "store.db"

    @property
    def slots(self) -> Path:
        """The data key wrapped by the recovery key. Without it a copy of the store cannot be recovered."""
        return slots_of(self.database)

    @property
    def key_file(self) -> Path:
        """The data key, on laptops whose system keeps no keys."""
        return self.folder / "store.key"

    @property
    def backups(self) -> Path:
        """The folder with the last few copies of the store."""
        return self.folder / "backups"

    @property
    def forgetting(self) -> Path:
        """A file that is there while a backup may hold what was taken away for good."""
        return self.folder / "forgetting"

    def make(self) -> None:
        """Make the folder, for its owner alone. Raises ReadOnly, DiskFull, Unreachable or DiskTrouble."""
        with reported():
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def slots_of(database: Path) -> Path:
    """Name the slot file that goes with a store, a backup or a copy: it lies beside it."""
    return database.with_suffix(".slots")


def write_atomically(path: Path, data: bytes) -> None:
    """Replace a file so that a power cut leaves the old or the new one whole. Its owner alone may read it.

    On Windows the mode bits say nothing: there the file inherits the rights of the user's own data folder, which
    Windows gives to that user, the system and administrators.
    """
    part = path.with_name(path.name + ".part")
    with reported():
        with suppress(FileNotFoundError):
            part.unlink()
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _OWNER_ONLY)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Bring a written file, and its name in the folder, to the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk. Windows does this by itself."""
    if _WINDOWS:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def keep_to_owner(path: Path) -> None:
    """Take the rights of others on a file away (Windows: see `write_atomically`)."""
    if not _WINDOWS and stat.S_IMODE(path.stat().st_mode) & ~_OWNER_ONLY:
        path.chmod(_OWNER_ONLY)


@contextmanager
def reported() -> Iterator[None]:
    """Turn the errors of the operating system into ours."""
    try:
        yield
    except OSError as error:
        raise from_os(error) from error


def from_os(error: OSError) -> StoreError:
    """Give our error for one of the operating system."""
    import errno  # noqa: PLC0415  only when something went wrong

    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return DiskFull(str(error))
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return ReadOnly(str(error))
    if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.EHOSTDOWN, errno.ESTALE}:
        return Unreachable(str(error))
    return DiskTrouble(str(error))


@contextmanager
def alone(home: Home) -> Iterator[None]:
    """Hold the folder while keys are made, so that two first starts at once do not make two. Raises AlreadyOpen."""
    with reported():
        file = (home.folder / "first-start.lock").open("a+b")
    with file:
        try:
            _lock(file.fileno())
        except OSError as error:
            raise AlreadyOpen(str(error)) from error
        yield  # closing the file lets go of it


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_CLOUDS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
}


def synced_by(folder: Path) -> str | None:
    """Name the service that seems to copy this folder elsewhere, or None.

    Such a service copies the store while it is written, which damages it, and brings it outside the laptop. The name
    of the folder is all there is to go by, so this is a reason to warn and never one to refuse.
    """
    for part in folder.absolute().parts:
        name = part.casefold()
        for mark, service in _CLOUDS.items():
            if name == mark or (len(mark) > 5 and name.startswith((mark + " ", mark + "-", mark + "_"))):
                return service
    return None


def on_network(folder: Path) -> bool:
    """Whether this folder seems to lie on another machine, where locks and fsync cannot be trusted."""
    place = str(folder.absolute())
    if place.startswith(("\\\\", "//")):
        return True
    mounts = Path("/proc/self/mounts")
    if not mounts.is_file():
        return False
    found = ("", "")
    for line in mounts.read_text("utf-8", "replace").splitlines():
        _device, point, kind, *_rest = line.split(" ")
        inside = place == point or place.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(found[0]):
            found = (point, kind)
    return found[1].startswith(("nfs", "cifs", "smb", "fuse.sshfs", "9p", "afs"))
