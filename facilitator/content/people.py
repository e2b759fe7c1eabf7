"""Participants from a pasted mail text, a CSV file or an Excel workbook.

Nothing here raises: a list that cannot be used says why.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from facilitator.content.people_lines import read_lines
from facilitator.content.people_rows import Column, PeopleImport, PersonRow, RowReport
from facilitator.content.people_sheet import OLD_FORMAT, ZIPPED, people_from_workbook
from facilitator.content.people_table import is_pasted_table, is_table, read_table
from facilitator.content.text_file import Refused, read_bytes
from facilitator.core.text import clean
from facilitator.words import _

__all__ = [
    "Column",
    "PeopleImport",
    "PersonRow",
    "RowReport",
    "people_from_bytes",
    "people_from_csv",
    "people_from_file",
    "people_from_text",
]

MOST_BYTES = 5_000_000
_MAGIC = (b"\x89PNG", b"PK\x03\x04", b"%PDF", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"RIFF")
_MARKUP = re.compile(r"\s*<(?:!doctype|html|\?xml|table)\b", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def people_from_text(text: str) -> PeopleImport:
    """Read participants from text as it was pasted: addresses, lines of fields, or cells of a spreadsheet."""
    return _too_large() if len(text) > MOST_BYTES else _people(text, is_pasted_table)


def people_from_csv(data: bytes) -> PeopleImport:
    """Read participants from the bytes of a CSV file, in UTF-8, UTF-16 or Windows-1252."""
    if len(data) > MOST_BYTES:
        return _too_large()
    text = None if data.startswith(_MAGIC) else data.decode(_encoding(data), errors="replace")
    if text is None or len(_CONTROL.findall(text)) * 50 > len(text) or _MARKUP.match(text):
        return PeopleImport(refused=_("This is not a CSV file. In Excel, save the sheet as 'CSV UTF-8' first."))
    return _people(text, is_table)


def people_from_bytes(data: bytes) -> PeopleImport:
    """Read participants from the bytes of a file, whatever its name says: a workbook, or else CSV."""
    if not data.startswith((ZIPPED, OLD_FORMAT)):
        return people_from_csv(data)
    return _too_large() if len(data) > MOST_BYTES else people_from_workbook(data)


def people_from_file(path: Path) -> PeopleImport:
    """Read participants from a CSV file or a workbook on disk."""
    try:
        return people_from_bytes(read_bytes(path, MOST_BYTES))
    except Refused as refused:
        return PeopleImport(refused=f"{refused.what[:1].upper()}{refused.what[1:]}. {refused.fix}.")


def _people(raw: str, tabular: Callable[[str], bool]) -> PeopleImport:
    text = clean(raw)
    if not text.strip(" \n\t;,\ufeff"):
        return PeopleImport(refused=_("There is nothing in it. Paste names or addresses, or choose another file."))
    people = read_table(text) if tabular(text) else read_lines(text)
    return people if people.rows else replace(people, refused=_("There are no people in this list."))


def _too_large() -> PeopleImport:
    return PeopleImport(refused=_("This is larger than 5 MB. Check that it is the right list."))


def _encoding(data: bytes) -> str:
    """Tell the encoding by the mark at the beginning, by its zeros, or by whether it can be UTF-8 at all."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    sample = data[:2000]
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if zeros.count(0) * 2 > len(zeros):
            return encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"
