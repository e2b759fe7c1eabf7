"""A file that others read, put in its place whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path
from typing import Final

NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What an OSError of `replace` has as its number when the disk, or what the user may use of it, is full."""


def replace(path: Path, data: bytes) -> None:
    """Put `data` in the place of what stands at `path`, in a folder that is there.

    A reader sees the old file or the new one, never half of it; a fault leaves the old one and nothing beside it.
    Raises OSError.
    """
    number, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
