"""A table as a spreadsheet: XLSX for Excel and the like, CSV for the rest. No text in it becomes a formula."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO, StringIO
from typing import Any, Final

from facilitator.report.text import clean

Value = str | date | int | None
"""What stands in a cell: a text, a day, a whole number, or nothing."""

MOST_ROWS: Final = 1_048_575
"""Rows that a sheet has under its headings."""
_LONGEST: Final = 32_767
"""Characters that Excel takes in a cell."""
_WIDTHS: Final = (10, 60)
"""Columns are at least and at most so wide, in characters."""
_LOOKED_AT: Final = 200
"""So many rows are looked at to see how wide a column has to be."""

_STARTS: Final = frozenset("=+-@\t\r\n|%")
_ESCAPED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_SHEET_NAME: Final = re.compile(r"[\[\]:*?/\\']")


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what it is called, the day it is of, its headings, and its rows, each as wide as the headings."""

    title: str
    day: date
    headings: tuple[str, ...]
    rows: Sequence[Sequence[Value]]


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could take a text for a formula, or for a command to another program.

    It may skip white space and signs that cannot be seen before it, and takes full-width signs for the usual ones.
    """
    for character in unicodedata.normalize("NFKC", text):
        if character in _STARTS:
            return True
        if not (character.isspace() or unicodedata.category(character) in {"Cc", "Cf", "Mn", "Zs"}):
            return False
    return False


def harmless(text: str) -> str:
    """Give a text for a file without types: before what could be a formula stands an apostrophe."""
    told = clean(text)
    return f"'{told}" if is_formula(told) else told


# ---- CSV


def csv_file(table: Table) -> bytes:
    """Give a table as CSV the way a Dutch Excel opens it: UTF-8 with a mark, semicolons, days as 2026-12-01."""
    written = StringIO(newline="")
    writer = csv.writer(written, delimiter=";", quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerow([harmless(heading) for heading in table.headings])
    writer.writerows([_plain(value) for value in row] for row in table.rows)
    return written.getvalue().encode("utf-8-sig")


def _plain(value: Value) -> str:
    if isinstance(value, str):
        return harmless(value)
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)


# ---- XLSX


def workbook(table: Table) -> bytes:
    """Give a table as XLSX: headings that stay in sight and filter, texts as texts, days as days."""
    from openpyxl import Workbook  # noqa: PLC0415  0.3 s, only for who makes a spreadsheet
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    from facilitator.report.formats.package import settled  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_sheet_name(table.title))
    for number, width in enumerate(_widths(table), start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    last = get_column_letter(len(table.headings))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{last}{len(table.rows) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for row in _cells(sheet, table):
        sheet.append(row)
    saved = BytesIO()
    book.save(saved)
    return settled(saved.getvalue(), table.title, table.day)


def _cells(sheet: Any, table: Table) -> Iterator[list[object]]:  # noqa: ANN401  openpyxl has no types
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  as above
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    top, bold = Alignment(vertical="top", wrap_text=True), Font(bold=True)

    def cell(value: Value, font: Font | None = None) -> object:
        if value is None or value == "":
            return None
        made = WriteOnlyCell(sheet)
        if isinstance(value, str):
            # The type is set after the text: openpyxl takes what begins with = for a formula.
            made.value, made.data_type = _text(value), "s"
            made.quotePrefix = is_formula(value)
        else:
            made.value = value
        made.alignment = top
        if isinstance(value, date):
            made.number_format = "dd-mm-yyyy"
        if font is not None:
            made.font = font
        return made

    yield [cell(heading, bold) for heading in table.headings]
    for row in table.rows:
        yield [cell(value) for value in row]


def _text(value: str) -> str:
    """Give a text as a cell holds it: `_x0041_` would be read as A."""
    text = _ESCAPED.sub("_x005F_", clean(value))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _widths(table: Table) -> Iterator[float]:
    least, most = _WIDTHS
    for number, heading in enumerate(table.headings):
        told = (_plain(row[number]) for row in table.rows[:_LOOKED_AT])
        longest = max((len(line) for text in told for line in text.split("\n")), default=0)
        yield min(max(least, len(heading) + 4, longest + 2), most)


def _sheet_name(title: str) -> str:
    name = " ".join(_SHEET_NAME.sub(" ", clean(title)).split())
    return name[:31].strip() or "1"
