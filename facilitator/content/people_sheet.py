"""The first sheet of an Excel workbook as rows of text, from files that nobody has to trust.

A workbook is a zip file of XML. Before any of it is read it is looked at for what unpacks to far more than it should,
and for entities, which no spreadsheet writes. A formula is the value that Excel last saw for it; nothing is computed.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from facilitator.content.people_rows import WHOLE_LIST, PeopleImport, RowReport
from facilitator.content.people_table import headings, read_rows
from facilitator.content.problem import shown
from facilitator.content.text_file import Refused
from facilitator.core.text import clean, one_line
from facilitator.words import _

MOST_ROWS = 20_000
"""Rows of a sheet that are read; a list of people that goes on below is no list of people."""
MOST_COLUMNS = 100
MOST_UNPACKED = 60_000_000
MOST_PARTS = 2_000
MOST_TIMES_SMALLER = 250
_FREE = 1_000_000
"""A part up to this size may be as much smaller as it likes: rows of the same words pack very well."""

_TOP = 30
"""So many filled rows are looked through for the headings."""

OLD_FORMAT = b"\xd0\xcf\x11\xe0"
ZIPPED = b"PK\x03\x04"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DECLARATIONS = tuple(
    word.encode(code) for word in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le", "utf-16-be")
)
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def people_from_workbook(data: bytes) -> PeopleImport:
    """Read participants from the bytes of an .xlsx or .xlsm file. Nothing here raises."""
    try:
        sheet = _first_sheet(data)
    except Refused as refused:
        return PeopleImport(refused=f"{refused.what}. {refused.fix}.")
    rows = [(number, row) for number, row in enumerate(sheet.rows, 1) if any(row) and number not in sheet.hidden]
    if not rows:
        return PeopleImport(refused=_("There is nothing in the first sheet. Put the list in the first sheet."))
    report = [_hidden_row(number) for number in sorted(sheet.hidden) if any(sheet.rows[number - 1])]
    top = _headings_at(rows)
    report += (_above(number, row) for number, row in rows[:top])
    if sheet.others:
        why = _("there are more sheets in this workbook")
        report.append(RowReport(WHOLE_LIST, why, _("the first sheet, '{name}'").format(name=shown(sheet.name))))
    people = read_rows(rows[top:], report)
    return people if people.rows else PeopleImport((), people.report, refused=_("There are no people in this list."))


def _headings_at(rows: Sequence[tuple[int, list[str]]]) -> int:
    """Give which of the first rows has the headings: the one with the most that are known; else the first."""
    known = [sum(field is not None for field in headings(row)) for _number, row in rows[:_TOP]]
    best = max(known)
    return known.index(best) if best > 1 else 0


def _hidden_row(number: int) -> RowReport:
    return RowReport(number, _("this row is hidden"), _("nothing of this row"))


def _above(number: int, row: Iterable[str]) -> RowReport:
    told = shown(", ".join(cell for cell in row if cell))
    return RowReport(number, _("'{text}' stands above the headings").format(text=told), _("nothing of this row"))


# ---- from bytes to rows


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet: its name, its rows from the first on, which of them (from 1) are hidden, and whether others follow."""

    name: str
    rows: list[list[str]]
    hidden: frozenset[int]
    others: bool


def _first_sheet(data: bytes) -> _Sheet:
    """Read the first sheet. Raises Refused."""
    import warnings  # noqa: PLC0415  as openpyxl

    from openpyxl import load_workbook  # noqa: PLC0415  0.3 s, only for who reads a workbook

    _refuse_what_is_none(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl does not keep, which nobody asked it to
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            first = book.worksheets[0]
            hidden, merged = _layout(data, first._worksheet_path)  # noqa: SLF001  openpyxl tells neither in this mode
            first.reset_dimensions()
            values = first.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
            rows = [[_told(value) for value in row] for row in values]
    except Refused:
        raise
    except Exception as fault:
        raise _damaged() from fault
    while rows and not any(rows[-1]):
        rows.pop()
    for column, top, bottom in merged:
        for row in rows[top:bottom]:
            row[column] = row[column] or rows[top - 1][column]
    return _Sheet(
        first.title, rows, frozenset(number for number in hidden if number <= len(rows)), len(book.sheetnames) > 1
    )


def _refuse_what_is_none(data: bytes) -> None:
    """Refuse what is no workbook, is locked, or unpacks to more than it should. Raises Refused."""
    if data.startswith(OLD_FORMAT):
        if _ENCRYPTED in data:
            raise _locked()
        what = _("This is a file of an old version of Excel")
        raise Refused(1, what, _("Open it in Excel and save it as an Excel workbook (.xlsx)"))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _refuse_bombs(package.infolist())
            _refuse_others(frozenset(package.namelist()))
            for info in package.infolist():
                if info.filename.endswith((".xml", ".rels")):
                    _refuse_declarations(package.read(info))
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError) as fault:
        raise _damaged() from fault


def _refuse_bombs(parts: Sequence[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & 1 for part in parts):
        raise _locked()
    swollen = any(part.file_size > max(_FREE, MOST_TIMES_SMALLER * part.compress_size) for part in parts)
    if swollen or len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        what = _("This workbook unpacks to far more than a list of people")
        raise Refused(1, what, _("Copy the list into a new workbook, and choose that"))


def _refuse_others(names: frozenset[str]) -> None:
    if "xl/workbook.xml" not in names:
        what = _("This is not an Excel workbook")
        raise Refused(1, what, _("Save the list as an Excel workbook (.xlsx) or as 'CSV UTF-8'"))


def _refuse_declarations(part: bytes) -> None:
    if any(word in part for word in _DECLARATIONS):
        what = _("There is something in this workbook that no spreadsheet program writes")
        raise Refused(1, what, _("Do not use this file; tell whoever gave it to you"))


def _layout(data: bytes, path: str) -> tuple[set[int], list[tuple[int, int, int]]]:
    """Give which rows (from 1) are hidden, and (column, from 0; first and last row, from 1) of what was merged.

    Raises Refused where there are more rows with something in them than are read.
    """
    from lxml import etree  # noqa: PLC0415  as openpyxl
    from openpyxl.utils import range_boundaries  # noqa: PLC0415

    hidden: set[int] = set()
    merged: list[tuple[int, int, int]] = []
    number = 0
    with zipfile.ZipFile(io.BytesIO(data)) as package, package.open(path.lstrip("/")) as part:
        wanted = (f"{_SHEET}row", f"{_SHEET}mergeCell")
        for _event, element in etree.iterparse(part, tag=wanted, resolve_entities=False, no_network=True):
            if element.tag == wanted[0]:
                number = int(element.get("r") or number + 1)
                if number > MOST_ROWS and element.find(f"{_SHEET}c/{_SHEET}v") is not None:
                    raise _too_long()
                if element.get("hidden") in {"1", "true"}:
                    hidden.add(number)
            else:
                left, top, _right, bottom = range_boundaries(element.get("ref"))
                merged += [(left - 1, top, min(bottom, MOST_ROWS))] if left <= MOST_COLUMNS else []
            element.clear()
    return hidden, merged


def _told(value: Any) -> str:  # noqa: ANN401  whatever a cell holds
    """Give a cell as text: days as people write them, whole numbers without a point, errors not at all."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    text = one_line(clean(str(value)))
    return "" if text.startswith("#") and text.rstrip("!?").isupper() else text


# ---- refusals


def _locked() -> Refused:
    what = _("This workbook is locked with a password")
    return Refused(1, what, _("Open it in Excel, save it without a password, and choose it again"))


def _damaged() -> Refused:
    return Refused(1, _("This workbook is damaged"), _("Open it in Excel and save it again, or ask for it once more"))


def _too_long() -> Refused:
    what = _("There are more than {count} rows in this sheet").format(count=MOST_ROWS)
    return Refused(1, what, _("Copy the people into a new workbook, and choose that"))
