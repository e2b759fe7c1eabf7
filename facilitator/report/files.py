"""A document put into a folder, whole or not at all."""

from __future__ import annotations

import errno
from pathlib import Path, PurePath
from typing import Final

from facilitator import whole_file
from facilitator.report.errors import FolderError, FolderFull, FolderGone, FolderReadOnly

_READ_ONLY: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_GONE: Final = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ESTALE})


def write(folder: Path, name: PurePath, content: bytes) -> Path:
    """Write `content` to `name` inside `folder`, in place of what was there; give the file's path.

    A reader sees the old file or the new one, never half of it. The folder must be there; folders inside it are made.
    Raises FolderGone, FolderReadOnly, FolderFull, or their family FolderError for anything else.
    """
    target = folder / name
    try:
        if not folder.is_dir():
            raise FolderGone(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        whole_file.replace(target, content)
    except OSError as fault:
        raise _named(fault, target) from fault
    return target


def write_beside(folder: Path, name: PurePath, content: bytes) -> Path:
    """Write `content` beside what is there; give the file's path. Raises what `write` raises.

    An earlier file of that name that says something else stays as it is, and this one gets a number. What is there
    already, byte for byte, gets no second copy.
    """
    free, number = name, 1
    while _differs(folder / free, content):
        number += 1
        free = name.with_name(f"{name.stem} ({number}){name.suffix}")
    return write(folder, free, content)


def _differs(path: Path, content: bytes) -> bool:
    """Whether something else is there; what cannot be read is taken for that."""
    try:
        return path.read_bytes() != content
    except FileNotFoundError:
        return False
    except OSError:
        return path.exists()


def _named(fault: OSError, target: Path) -> FolderError:
    if fault.errno in whole_file.NO_ROOM:
        return FolderFull(target)
    if fault.errno in _READ_ONLY:
        return FolderReadOnly(target)
    return FolderGone(target) if fault.errno in _GONE else FolderError(target)
