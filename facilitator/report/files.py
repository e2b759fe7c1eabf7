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


def _named(fault: OSError, target: Path) -> FolderError:
    if fault.errno in whole_file.NO_ROOM:
        return FolderFull(target)
    if fault.errno in _READ_ONLY:
        return FolderReadOnly(target)
    return FolderGone(target) if fault.errno in _GONE else FolderError(target)
