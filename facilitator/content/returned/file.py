"""One file that came back: told apart by what is in it, not by its name alone, and never read whole when too large."""

from __future__ import annotations

import re
from pathlib import Path

from facilitator.content.returned.form_file import read_form
from facilitator.content.returned.mail_file import read_mail, read_pasted
from facilitator.content.returned.trouble import Read, Trouble
from facilitator.content.text_file import Refused, bounded, read_bytes

MOST_BYTES = 25_000_000

_OUTLOOK = b"\xd0\xcf\x11\xe0"
_HEAD = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){3}")
_OTHERS = (
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"II*\0",
    b"MM\0*",
    b"RIFF",
    b"\x7fELF",
    b"MZ",
)
_SNIFFED = 2_000


def read_file(path: Path) -> Read:
    """Read a form or a mail from disk; whatever is the matter with it is told in the answer."""
    try:
        data = read_bytes(path, MOST_BYTES + 1)
        return read(bounded(data, MOST_BYTES), path.name)
    except Refused:
        trouble = Trouble.TOO_LARGE if _is_large(path) else Trouble.NOT_THERE
        return Read(path.name, trouble=trouble)


def read(data: bytes, name: str) -> Read:
    """Read a form or a mail from its bytes."""
    start = data[:_SNIFFED].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in data[:_SNIFFED]:
        return read_form(data, name)
    if start.startswith(_OUTLOOK):
        return Read(name, trouble=Trouble.OUTLOOK)
    suffix = Path(name).suffix.lower()
    if suffix == ".pdf":
        return Read(name, trouble=Trouble.DAMAGED)
    if not start or start.startswith(_OTHERS) or (b"\0" in start and not data.startswith((b"\xff\xfe", b"\xfe\xff"))):
        return Read(name, trouble=Trouble.UNKNOWN)
    if suffix == ".eml" or _HEAD.match(start.replace(b"\r\n", b"\n")):
        return read_mail(data, name)
    return read_pasted(_decoded(data), name)


def _is_large(path: Path) -> bool:
    try:
        return path.stat().st_size > MOST_BYTES
    except OSError:
        return False


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
