"""All content as it was read and checked the last time, kept as JSON, which is read some ten times as quickly as YAML.

What is kept counts only while every content file and every rule that reads them is byte for byte what it was.
Anything else (no file, half a file, a changed text, a newer program) is read in full again. Only content without
problems is kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from facilitator import whole_file
from facilitator.content.library import ALL_KINDS, Library, read_library, yaml_files
from facilitator.core.codec import Unreadable, from_plain, to_plain

_PACKAGE = Path(__file__).parents[1]


def read_library_kept(folder: Path, kept: Path) -> Library:
    """Give what `read_library` gives of a folder; `kept` is the file of the last time.

    It is made again where it is of no use. One that cannot be read or written costs time and nothing else.
    """
    mark = _mark(folder)
    if (library := _kept_as(mark, kept)) is not None:
        return library
    library = read_library(folder)
    if not library.problems and mark is not None:
        text = json.dumps({"mark": mark, "library": to_plain(library)}, ensure_ascii=False)
        with suppress(OSError):
            kept.parent.mkdir(parents=True, exist_ok=True)
            whole_file.replace(kept, text.encode())
    return library


def _kept_as(mark: str | None, kept: Path) -> Library | None:
    with suppress(OSError, ValueError, RecursionError, Unreadable):
        plain = json.loads(kept.read_bytes())
        if mark is not None and isinstance(plain, dict) and plain.get("mark") == mark:
            return from_plain(Library, plain.get("library"))
    return None


def _mark(folder: Path) -> str | None:
    """Give what changes with any byte of the content or of what reads it; None when some of it cannot be read."""
    digest = blake2b(digest_size=16)
    try:
        for path in _that_matter(folder):
            data = path.read_bytes()
            digest.update(f"{path.name}\0{len(data)}\0".encode())
            digest.update(data)
    except OSError:
        return None
    return digest.hexdigest()


def _that_matter(folder: Path) -> Iterator[Path]:
    for part in ("content", "core"):
        yield from sorted((_PACKAGE / part).glob("*.py"))
    for kind in ALL_KINDS:
        if (shelf := folder / kind.folder).is_dir():
            yield from yaml_files(shelf)
