"""Participants from CSV files as spreadsheets write them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.content.people import PeopleImport, people_from_csv, people_from_file

ROW = ("Zoë de Boer", "Gemeente Œst", "adviseur", "zoe@g.nl")
TABLE = "Organisatie;Functie;Naam;E-mail\nGemeente Œst;adviseur;Zoë de Boer;zoe@g.nl\n"


def _people(data: str | bytes) -> list[tuple[str, str, str, str]]:
    found = people_from_csv(data.encode() if isinstance(data, str) else data)
    assert found.refused == ""
    return [(row.name, row.organisation, row.role, row.email) for row in found.rows]


def _fields(found: PeopleImport) -> list[str]:
    return [column.field for column in found.columns]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_encoding_delimiter_and_line_end(encoding: str, delimiter: str, line_end: str) -> None:
    assert _people(TABLE.replace(";", delimiter).replace("\n", line_end).encode(encoding)) == [ROW]


HEADINGS = [
    ("voornaam;tussenvoegsel;achternaam", "Jan;de;Vries", "Jan de Vries"),
    ("Voornaam;Achternaam", "Jan;Vries, de", "Jan de Vries"),
    ("Naam;Voornaam", "Vries;Jan", "Jan Vries"),
    ("Achternaam;Roepnaam", "Vries;", "Vries"),
    ("NAAM DEELNEMER;Partij", "Vries, Jan de;x", "Jan de Vries"),
    ("Volledige naam;Bedrijf", '"Jan ""J"" Vries";x', 'Jan "J" Vries'),
    ("Wie;Organisatie", "Jan;x", "Jan"),
    ("Nr;Wie;Organisatie", "1;Jan;x", "Jan"),
    ("First name;Surname;Company", "Jan;Vries;x", "Jan Vries"),
]


@pytest.mark.parametrize(("heading", "row", "name"), HEADINGS)
def test_headings_of_names(heading: str, row: str, name: str) -> None:
    assert [person[0] for person in _people(f"{heading}\n{row}\n")] == [name]


@pytest.mark.parametrize("heading", ["organisatie", "Partij", "INSTELLING", "Bedrijf", "organisatie / instelling"])
def test_headings_of_organisations(heading: str) -> None:
    assert _people(f"Naam;{heading}\nJan;Politie\n")[0][1] == "Politie"


@pytest.mark.parametrize("heading", ["e-mail", "E-mailadres", "mail", "Email address"])
def test_headings_of_addresses(heading: str) -> None:
    assert _people(f"Naam;{heading}\nJan;Jan <j@x.nl>\n")[0][3] == "j@x.nl"


def test_columns_that_are_not_used_are_reported() -> None:
    found = people_from_csv(b"Naam;Telefoon;;Naam\nJan;06;;Piet;extra\n")
    assert _fields(found) == ["name"]
    told = [(line.row, line.why) for line in found.report if line.row]
    assert [row for row, _why in told] == [1, 1, 2]
    assert "Telefoon" in told[0][1]
    assert "extra" in told[2][1]


def test_a_column_that_cannot_hold_names_is_not_taken_for_them() -> None:
    found = people_from_csv(b"Nr;Mail\n1;j@x.nl\n")
    assert [(row.name, row.email) for row in found.rows] == [("J", "j@x.nl")]


def test_without_headings_the_columns_are_told_by_what_is_in_them() -> None:
    found = people_from_csv(b"1;j@x.nl;Jan;Politie;wijkagent;x\n2;e@y.nl;Els;GGD;arts\n")
    assert _fields(found) == ["email", "name", "organisation", "role"]
    assert found.rows[1].role == "arts"
    assert found.report[0].row == 0


def test_without_headings_and_without_names() -> None:
    assert [row[0] for row in _people("1;j@x.nl\n2;e@y.nl\n")] == ["J", "E"]
    assert "no people" in people_from_csv(b"1;2\n3;4\n").refused


def test_one_column_of_names_or_addresses() -> None:
    assert [row[0] for row in _people("Jan\nEls\n")] == ["Jan", "Els"]
    assert [row[0] for row in _people("Naam\nVries, Jan de\n")] == ["Jan de Vries"]
    assert [row[3] for row in _people("Jan <j@x.nl>\nEls <e@x.nl>; Bo <b@x.nl>\n")] == ["j@x.nl", "e@x.nl", "b@x.nl"]
    assert [row[3] for row in _people("Deelnemers\nJan <j@x.nl>\n")] == ["j@x.nl"]
    assert [row[3] for row in _people("j@x.nl, e@x.nl\n")] == ["j@x.nl", "e@x.nl"]


def test_excels_separator_line_counts_as_a_row() -> None:
    found = people_from_csv(b"sep=,\nNaam,Partij\nJan,\nEls,GGD\n")
    assert [(line.row, line.why) for line in found.report] == [(3, "Jan has no organisation")]


def test_rows_that_do_not_fit_are_reported() -> None:
    found = people_from_csv(b"Naam;Rol;Mail\nJan;arts;geen\n;;\n;agent;\n;;e@x.nl\nJan;;\n")
    assert [(row.name, row.role) for row in found.rows] == [("Jan", "arts"), ("E", "")]
    assert [line.row for line in found.report] == [0, 2, 4, 5, 6]
    assert "'agent'" in found.report[2].why


def test_a_quote_without_end_swallows_no_other_row() -> None:
    found = people_from_csv(b'Naam;Partij\n"Jan;Politie\nEls;GGD\n\nBo;"A ""b"" c"\n')
    assert [(row.name, row.organisation) for row in found.rows] == [
        ("Jan", "Politie"),
        ("Els", "GGD"),
        ("Bo", 'A "b" c'),
    ]
    assert [line.row for line in found.report] == [2]


def test_a_cell_may_hold_lines_and_delimiters() -> None:
    assert _people('Naam;Partij\n"Jan";"Gemeente;\nDelft"\n')[0][1] == "Gemeente; Delft"


def test_a_huge_cell_is_cut_and_reported() -> None:
    found = people_from_csv(b"Naam;Partij\nJan;" + b"x" * 200_000 + b"\nEls;GGD\n")
    assert [(row.name, len(row.organisation)) for row in found.rows] == [("Jan", 200), ("Els", 3)]
    assert found.report


REFUSED = [
    ("an empty file", b"", "nothing in it"),
    ("only a BOM", b"\xef\xbb\xbf\n", "nothing in it"),
    ("only delimiters", b";;;\n;;;\n", "nothing in it"),
    ("only headings", b"Naam;Partij\n", "no people"),
    ("a PNG", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not a CSV"),
    ("a JPEG", b"\xff\xd8\xff\xe0\0\x10JFIF", "not a CSV"),
    ("an Excel workbook", b"PK\x03\x04\x14\0\x06\0", "not a CSV"),
    ("an old Excel workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "not a CSV"),
    ("a PDF", b"%PDF-1.7\n", "not a CSV"),
    ("a web page", b"<!DOCTYPE html><html>", "not a CSV"),
    ("XML", b"<?xml version='1.0'?>", "not a CSV"),
    ("a program", bytes(range(256)) * 20, "not a CSV"),
    ("far too large", b"a;b\n" * 1_300_000, "5 MB"),
]


@pytest.mark.parametrize(("data", "words"), [pytest.param(*row[1:], id=row[0]) for row in REFUSED])
def test_a_file_that_is_no_list(data: bytes, words: str) -> None:
    found = people_from_csv(data)
    assert words in found.refused
    assert found.rows == ()


def test_five_thousand_rows_are_quick() -> None:
    rows = "".join(f"Jan de Vries {i};Partij {i % 40};rol;j{i}@x{i % 40}.nl\n" for i in range(5_000))
    same = "".join(f"Jan;;rol;j{i}@x.nl\n" for i in range(5_000))
    found = people_from_csv(("Naam;Organisatie;Rol;Mail\n" + rows).encode())
    assert (len(found.rows), found.report) == (5_000, ())
    assert len(people_from_csv(("Naam;Organisatie;Rol;Mail\n" + same).encode()).rows) == 5_000


def test_a_list_without_end_is_cut_and_reported() -> None:
    found = people_from_csv(b"Naam\n" + b"".join(b"Jan %d\n" % number for number in range(10_001)))
    assert len(found.rows) == 10_000
    assert "more than 10000 people" in found.report[0].why


def test_a_file_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    assert people_from_file(path).refused == "This file is not there. Check its name and its folder."
    path.write_bytes(TABLE.encode("cp1252"))
    assert people_from_file(path).rows[0].name == "Zoë de Boer"


@given(st.binary(max_size=300))
def test_no_bytes_make_it_raise(data: bytes) -> None:
    people_from_csv(data)


@given(st.text(alphabet='a";,\n\t=sep@.', max_size=80))
def test_no_table_makes_it_raise(text: str) -> None:
    people_from_csv(text.encode())
