"""Participants from an Excel workbook: what people make of a sheet, and what somebody may send who means no good."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from facilitator.content import people_sheet
from facilitator.content.people import people_from_bytes, people_from_file
from facilitator.content.people_sheet import MOST_ROWS, people_from_workbook

HEADINGS = ("Naam", "Organisatie", "Functie", "E-mail")
NOOR = ("Noor Bakker", "Politie", "wijkagent", "noor@example.org")


def workbook(*rows: Sequence[Any], change: Callable[[Any, Any], object] = lambda _book, _sheet: None) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    change(book, sheet)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def repacked(data: bytes, **parts: bytes) -> bytes:
    """The same package with other parts, by the end of their name."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            stem = name.rpartition("/")[2].partition(".")[0]
            after.writestr(name, parts.get(stem, before.read(name)))
        after.writestr("docProps/thumbnail.jpeg", b"x")
    return written.getvalue()


def names(data: bytes) -> list[tuple[str, str, str, str]]:
    return [(row.name, row.organisation, row.role, row.email) for row in people_from_workbook(data).rows]


def test_a_sheet_is_read_by_its_headings() -> None:
    assert names(workbook(HEADINGS, NOOR)) == [NOOR]


def test_headings_may_stand_below_a_title_and_what_stands_above_them_is_told() -> None:
    found = people_from_workbook(workbook(("Deelnemers 2026",), (), HEADINGS, NOOR))
    assert found.rows[0].name == "Noor Bakker"
    assert [(line.row, line.why) for line in found.report] == [(1, "'Deelnemers 2026' stands above the headings")]


def test_without_headings_columns_are_told_by_what_is_in_them() -> None:
    assert names(workbook(NOOR, ("Sam Visser", "Veilig Thuis", "adviseur", "sam@example.org")))[0] == NOOR


def test_a_merged_organisation_holds_for_all_its_rows() -> None:
    data = workbook(
        *(HEADINGS, NOOR, ("Kim de Wit", None, "medewerker", None), ("Bo Smit", "Wijkteam", None, None)),
        change=lambda _book, sheet: sheet.merge_cells("B2:B3"),
    )
    assert [row[1] for row in names(data)] == ["Politie", "Politie", "Wijkteam"]


def test_what_is_merged_far_away_or_beside_is_no_trouble() -> None:
    def merge(_book: Any, sheet: Any) -> None:
        sheet.merge_cells("A1:D1")
        sheet.merge_cells("A900:A901")
        sheet.merge_cells("DA2:DB3")

    assert names(workbook(("Lijst",), HEADINGS, NOOR, change=merge)) == [NOOR]


def test_a_hidden_row_stays_out_and_is_told() -> None:
    def hide(_book: Any, sheet: Any) -> None:
        sheet.row_dimensions[3].hidden = True
        sheet.row_dimensions[9].hidden = True

    found = people_from_workbook(workbook(HEADINGS, NOOR, ("Sam Visser", "x", "y", "z@example.org"), change=hide))
    assert [row.name for row in found.rows] == ["Noor Bakker"]
    assert [(line.row, line.why) for line in found.report] == [(3, "this row is hidden")]


def test_other_sheets_are_told_and_not_read() -> None:
    def more(book: Any, _sheet: Any) -> None:
        book.create_sheet("Geheim").append(("Sam Visser",))

    found = people_from_workbook(workbook(HEADINGS, NOOR, change=more))
    assert [row.name for row in found.rows] == ["Noor Bakker"]
    assert [(line.row, line.kept) for line in found.report] == [(0, "the first sheet, 'Sheet'")]


def test_cells_of_every_kind_become_text() -> None:
    born = datetime(1980, 2, 3)  # noqa: DTZ001  a spreadsheet knows no zones
    row = ("Noor\nBakker", 7.0, born, "noor@example.org", True, time(14, 5), 2.5, "#N/A")
    read = people_sheet._first_sheet(workbook((*HEADINGS, "a", "b", "c", "d"), row)).rows[1][:8]
    assert read == ["Noor Bakker", "7", "03-02-1980", "noor@example.org", "", "14:05", "2.5", ""]
    assert people_sheet._told(1e5) == "100000"


def test_a_formula_is_what_excel_last_saw_for_it() -> None:
    data = workbook(HEADINGS, NOOR, ("=A2", "x", "y", "z@example.org"))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml")
    value = b"<f>A2</f><v>Kim de Wit</v>"
    cached = (
        sheet.replace(b"<f>A2</f><v></v>", value).replace(b"<f>A2</f><v/>", value).replace(b"<f>A2</f><v />", value)
    )
    assert cached != sheet
    assert names(repacked(data, sheet1=cached.replace(b'<c r="A3">', b'<c r="A3" t="str">')))[1][0] == "Kim de Wit"


def test_macros_are_left_alone() -> None:
    kind = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    data = workbook(HEADINGS, NOOR)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        types = package.read("[Content_Types].xml")
    plain = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    assert plain in types
    assert names(repacked(data, **{"[Content_Types]": types.replace(plain, kind)})) == [NOOR]


# ---- what cannot be used


def bomb() -> bytes:
    return repacked(workbook(HEADINGS), sheet1=b"<worksheet>" + b" " * 3_000_000 + b"</worksheet>")


def locked(data: bytes) -> bytes:
    """Set the flag of a password on every part, in both lists of the package."""
    changed = bytearray(data)
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            changed[at + place] |= 1
            at = data.find(sign, at + 1)
    return bytes(changed)


def zipped(name: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        package.writestr(name, "x")
    return written.getvalue()


def with_entity(code: str) -> bytes:
    text = '<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'
    return repacked(workbook(HEADINGS), sheet1=text.encode(code))


def with_row(number: int) -> bytes:
    data = workbook(HEADINGS, NOOR)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml")
    row = f'<row r="{number}"><c r="A{number}"><v>1</v></c></row></sheetData>'.encode()
    return repacked(data, sheet1=sheet.replace(b"</sheetData>", row))


REFUSED = [
    ("an old workbook", people_sheet.OLD_FORMAT + b"\0" * 600, "old version of Excel"),
    ("a workbook with a password", people_sheet.OLD_FORMAT + "EncryptedPackage".encode("utf-16-le"), "password"),
    ("a package with a password", locked(workbook(HEADINGS, NOOR)), "password"),
    ("half a workbook", workbook(HEADINGS, NOOR)[:-300], "damaged"),
    ("a workbook of nonsense", repacked(workbook(HEADINGS), sheet1=b"<x"), "damaged"),
    ("a workbook without its sheets", repacked(workbook(HEADINGS), workbook=b"<workbook/>"), "damaged"),
    ("a letter", zipped("word/document.xml"), "not an Excel workbook"),
    ("a bomb", bomb(), "far more"),
    ("an entity", with_entity("utf-8"), "no spreadsheet program"),
    ("an entity in another code", with_entity("utf-16"), "no spreadsheet program"),
    ("too many rows", with_row(MOST_ROWS + 1), "more than 20000 rows"),
    ("an empty sheet", workbook(), "nothing in the first sheet"),
    ("a sheet without people", workbook(HEADINGS), "no people"),
    ("a file of 5 MB", people_sheet.ZIPPED + b"\0" * 5_000_001, "larger than 5 MB"),
]


@pytest.mark.parametrize(("data", "told"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_cannot_be_used_says_why_and_what_to_do(data: bytes, told: str) -> None:
    found = people_from_bytes(data)
    assert found.rows == ()
    assert told in found.refused
    assert found.refused.count(". ") + found.refused.endswith(".") >= 1


def test_too_many_parts_or_too_much_in_all_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = workbook(HEADINGS, NOOR)
    monkeypatch.setattr(people_sheet, "MOST_PARTS", 3)
    assert "far more" in people_from_workbook(data).refused
    monkeypatch.setattr(people_sheet, "MOST_PARTS", 2_000)
    monkeypatch.setattr(people_sheet, "MOST_UNPACKED", 100)
    assert "far more" in people_from_workbook(data).refused


def test_a_stray_empty_row_far_below_is_no_trouble() -> None:
    data = workbook(HEADINGS, NOOR)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml")
    far = sheet.replace(b"</sheetData>", b'<row r="1048576"><c r="A1048576"/></row></sheetData>')
    assert names(repacked(data, sheet1=far)) == [NOOR]
    unnumbered = sheet.replace(b'<row r="2"', b"<row")
    assert names(repacked(data, sheet1=unnumbered)) == [NOOR]


def test_a_file_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_bytes(workbook(HEADINGS, NOOR))
    assert people_from_file(path).rows[0].name == "Noor Bakker"
    path.write_text("naam;e-mail\nSam;sam@example.org\n")
    assert people_from_file(path).rows[0].name == "Sam"
