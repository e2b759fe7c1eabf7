"""File names that say what a document is, and that Windows, macOS and Linux all accept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from facilitator.report.text import clean, is_ignorable

_LONGEST: Final = 100
_BYTES: Final = 200
"""Well under the 255 bytes that a name may have, so that " (2)" and ".pdf" still fit."""

_UNSAFE: Final = re.compile(r'[<>:"/\\|?*\ufffd]')
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)


def safe(text: str) -> str:
    """Give `text` as part of a file name: no reserved name, no character that a system refuses, not too long."""
    plain = "".join(char for char in clean(text) if not is_ignorable(char))
    kept = _cut(" ".join(_UNSAFE.sub(" ", plain).split())).strip(" .")
    return f"_{kept}" if _RESERVED.fullmatch(kept) else kept


def _cut(text: str) -> str:
    text = text[:_LONGEST]
    while len(text.encode()) > _BYTES:
        text = text[:-1]
    return text


def joined(parts: Iterable[str], separator: str = " ") -> str:
    """Join the parts of a name that have something in them, cut to the length of a name."""
    return _cut(separator.join(part for part in map(safe, parts) if part)).strip(" .")


def unique(paths: Iterable[PurePosixPath]) -> tuple[PurePosixPath, ...]:
    """Number names that a system could take for one and the same: it may not tell capitals or accents apart."""
    taken: set[str] = set()
    given = []
    for path in paths:
        name, number = path, 1
        while _key(name) in taken:
            number += 1
            name = path.with_name(f"{path.stem} ({number}){path.suffix}")
        taken.add(_key(name))
        given.append(name)
    return tuple(given)


def _key(path: PurePosixPath) -> str:
    return unicodedata.normalize("NFKD", str(path)).casefold()
