"""Participants from a table: a CSV file as spreadsheets write it, or cells pasted out of one."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from facilitator.content.people_lines import ANGLED
from facilitator.content.people_rows import WHOLE_LIST, Column, Found, PeopleImport, RowReport, gather, is_mail
from facilitator.content.people_words import field_of_heading, fields_of
from facilitator.content.problem import shown
from facilitator.words import _

_DELIMITERS = ";,\t"
_SEPARATOR_LINE = re.compile(r"sep=([;,\t|])\n", re.IGNORECASE)
_SAMPLE_LINES = 50
_MOST_COLUMNS = 100

Fields = tuple[str | None, ...]
"""Per column the field it fills, or None when it is not used."""


def read_table(text: str) -> PeopleImport:
    """Read participants from the cleaned text of a table."""
    report: list[RowReport] = []
    return read_rows(_filled(_cells(text, report)), report)


def read_rows(rows: list[tuple[int, list[str]]], report: list[RowReport]) -> PeopleImport:
    """Read participants from filled rows of cells, each with its number; the first may have the headings."""
    fields = headings(rows[0][1])
    if any(fields):
        top, rows = rows[0], rows[1:]
        fields = _with_names(fields, rows)
        report.extend(_unused(top, fields))
        columns = _columns(fields, top[1])
    else:
        fields = _by_content([cells for _number, cells in rows])
        why, kept = _("there are no headings that are known"), _("the columns by what is in them; check them")
        report.append(RowReport(WHOLE_LIST, why, kept))
        columns = _columns(fields, ())
    found = (_found(number, cells, fields, report) for number, cells in rows)
    return gather(found, report, columns)


def is_table(text: str) -> bool:
    """Whether the text of a file is a table: it has known headings, or columns and no address behind a name."""
    rows = _filled(_cells(_sample(text), []))
    if not rows:
        return False
    widths = Counter(len(row) for _number, row in rows)
    wide = widths.most_common(1)[0][0] > 1
    angled = ANGLED.search(text) is not None
    if any(headings(rows[0][1])):
        return wide or not angled
    return wide and not angled and not _several_addresses(text)


def is_pasted_table(text: str) -> bool:
    """Whether pasted text is a table. In mail text a semicolon divides people, so more is asked for than of a file."""
    rows = _filled(_cells(_sample(text), []))
    if rows and sum(field is not None for field in headings(rows[0][1])) > 1:
        return True
    if not rows or ANGLED.search(text) or _several_addresses(text):
        return False
    semicolons = {line.count(";") for line in _sample(text).split("\n") if line.strip()}
    return "\t" in text or (len(rows) > 1 and len(semicolons) == 1 and semicolons != {0})


def _several_addresses(text: str) -> bool:
    return any(line.count("@") > 1 for line in _sample(text).split("\n"))


def _sample(text: str) -> str:
    return "\n".join(text.split("\n", _SAMPLE_LINES)[:_SAMPLE_LINES])


# ---- from text to cells


def _cells(text: str, report: list[RowReport]) -> list[list[str]]:
    named = _SEPARATOR_LINE.match(text)
    if named is not None:
        # The line stays a row, so that rows are counted as the spreadsheet counts them.
        return [[], *_split(text[named.end() :], named[1], report)]
    sample = _sample(text)
    delimiter = max(_DELIMITERS, key=lambda one: _quality(_split(sample, one, [])))
    return _split(text, delimiter, report)


def _quality(rows: Iterable[list[str]]) -> tuple[int, int]:
    """Judge a delimiter: by the headings it yields, then by the rows as wide as the first."""
    filled = [row for row in rows if any(row)] or [[]]
    known = sum(field is not None for field in headings(filled[0]))
    width = len(filled[0])
    return known, sum(len(row) == width for row in filled) if width > 1 else 0


def _split(text: str, delimiter: str, report: list[RowReport]) -> list[list[str]]:
    """Split into trimmed cells; after a quote that does not fit line by line, so that it swallows no other row."""
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=delimiter, strict=True))
    except csv.Error:
        rows = list(_line_by_line(text, delimiter, report))
    return [[cell.strip() for cell in row] for row in rows]


def _line_by_line(text: str, delimiter: str, report: list[RowReport]) -> Iterator[list[str]]:
    for number, line in enumerate(text.split("\n"), 1):
        try:
            yield next(csv.reader([line], delimiter=delimiter, strict=True), [])
        except csv.Error:
            why = _("a quotation mark does not fit: {line}").format(line=shown(line))
            report.append(RowReport(number, why, _("the row, without quotation marks")))
            yield line.replace('"', "").split(delimiter)


def _filled(rows: Iterable[list[str]]) -> list[tuple[int, list[str]]]:
    return [(number, row) for number, row in enumerate(rows, 1) if any(row)]


# ---- which column is what


def headings(cells: Sequence[str]) -> Fields:
    """Give the field of each heading; of two columns for the same field only the first. Nothing for a row with data."""
    cells = cells[:_MOST_COLUMNS]
    if any(is_mail(cell) for cell in cells):
        return (None,) * len(cells)
    fields: list[str | None] = []
    for cell in cells:
        field = field_of_heading(cell)
        fields.append(None if field in fields else field)
    return tuple(fields)


def _with_names(fields: Fields, rows: Sequence[tuple[int, list[str]]]) -> Fields:
    """Take the first column of words for the names when no heading says which column has them."""
    if {"name", "first", "last"} & set(fields):
        return fields
    for index, field in enumerate(fields):
        cells = [row[index] for _number, row in rows if index < len(row)]
        if field is None and _are_words(cells):
            return (*fields[:index], "name", *fields[index + 1 :])
    return fields


def _are_words(cells: Iterable[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and sum(bool(re.search(r"[^\W\d_]", cell)) for cell in filled) * 2 > len(filled)


def _by_content(rows: Sequence[list[str]]) -> Fields:
    """Tell columns without headings apart: addresses by their look, then the name, then role and organisation."""
    width = min(max(len(row) for row in rows), _MOST_COLUMNS)
    columns = [[row[index] for row in rows if index < len(row) and row[index]] for index in range(width)]
    fields: list[str | None] = [None] * width
    mails = [sum(is_mail(cell) for cell in column) for column in columns]
    if max(mails) > 0:
        fields[mails.index(max(mails))] = "email"
    free = [index for index in range(width) if fields[index] is None and _are_words(columns[index])]
    if free:
        fields[free[0]] = "name"
    others = free[1:3]
    for index, field in zip(others, fields_of([columns[index] for index in others]), strict=True):
        fields[index] = field
    return tuple(fields)


def _columns(fields: Fields, cells: Sequence[str]) -> tuple[Column, ...]:
    named = enumerate(fields)
    return tuple(Column(field, cells[i] if i < len(cells) else "") for i, field in named if field is not None)


def _unused(top: tuple[int, list[str]], fields: Fields) -> Iterator[RowReport]:
    for cell, field in zip(top[1], fields, strict=False):
        if field is None and cell:
            why = _("the column '{heading}' is not used").format(heading=shown(cell))
            yield RowReport(top[0], why, _("the other columns"))


# ---- from cells to people


def _found(number: int, cells: Sequence[str], fields: Fields, report: list[RowReport]) -> Found:
    values = {field: cell for field, cell in zip(fields, cells, strict=False) if field is not None}
    beyond = [cell for cell in cells[len(fields) :] if cell]
    if beyond:
        why = _("'{cells}' stands outside the columns").format(cells=shown(", ".join(beyond)))
        report.append(RowReport(number, why, _("the rest of the row")))
    return Found(number, _name(values), values.get("organisation", ""), values.get("role", ""), values.get("email", ""))


def _name(values: dict[str, str]) -> str:
    """Put a name together. Beside a first name the column 'naam' is the last name."""
    first, infix, last = (values.get(field, "") for field in ("first", "infix", "last"))
    if not first and not last:
        return values.get("name", "")
    last = last or values.get("name", "")
    stem, _comma, behind = (part.strip() for part in last.partition(","))
    return " ".join(part for part in (first, infix, behind, stem) if part)
