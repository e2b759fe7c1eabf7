"""A file's text, from files that nobody has to trust: UTF-8, no tabs, no control characters, not too large."""

from __future__ import annotations

import re
from pathlib import Path

from facilitator.words import _

MOST_BYTES = 1_000_000

# What YAML itself calls unprintable, non-characters, and the characters that only YAML takes for a line end.
# A text, not a compiled pattern: compiling costs 5 ms, and the first window reads no file.
UNPRINTABLE = "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
_LINE_ENDS = re.compile(rb"\r\n?|\n")


class Refused(Exception):  # noqa: N818  named for what it says
    """A file cannot be read any further. `line` counts from 1; `what` and `fix` are as in a Problem."""

    def __init__(self, line: int, what: str, fix: str) -> None:
        super().__init__(what)
        self.line, self.what, self.fix = line, what, fix


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """Read a whole file of at most `most` bytes. Raises Refused, also for what is no file."""
    try:
        if not path.is_file():
            raise Refused(1, _("this file is not there"), _("Check its name and its folder"))
        with path.open("rb") as stream:
            data = stream.read(most + 1)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        fix = _("Check that you may read it, and that its disk is there")
        raise Refused(1, _("this file cannot be read"), fix) from error
    return bounded(data, most)


def bounded(data: bytes, most: int = MOST_BYTES) -> bytes:
    """Give the same bytes. Raises Refused when there are more than `most`."""
    if len(data) > most:
        what = _("this file is larger than {size} MB").format(size=most // 1_000_000)
        raise Refused(1, what, _("Split it, or check that it is the right file"))
    return data


def decode(data: bytes) -> str:
    """Give the text of a UTF-8 file, with or without BOM, lines ended by LF. Raises Refused."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _not_utf8(1, "UTF-16")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\0" in data:
            raise _no_text(1) from error
        line = 1 + len(_LINE_ENDS.findall(data[: error.start]))
        raise _not_utf8(line, f"0x{data[error.start]:02X}") from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := re.search(UNPRINTABLE, text):
        raise _no_text(_line(text, found.start()))
    if (tab := text.find("\t")) >= 0:
        raise Refused(_line(text, tab), _("there is a tab in this line"), _("Use spaces instead"))
    return text


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _not_utf8(line: int, found: str) -> Refused:
    what = _("this text is not in UTF-8 ({found} stands there)").format(found=found)
    return Refused(line, what, _("Save the file as UTF-8 in your editor"))


def _no_text(line: int) -> Refused:
    fix = _("Choose a text file, or remove the characters that cannot be seen")
    return Refused(line, _("this is not plain text"), fix)
