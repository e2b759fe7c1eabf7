"""Spreadsheets, read back: nothing in them is a formula, and everything is as it was said."""

from __future__ import annotations

import csv
import zipfile
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Escalation
from facilitator.core.session import Session
from facilitator.core.vocabulary import Coordination
from facilitator.report.bundle import documents_of
from facilitator.report.formats.agreements import agreements_table
from facilitator.report.formats.jobs import TableJob, sheets_of
from facilitator.report.formats.reader import Reader
from facilitator.report.formats.sheet import Table, csv_file, harmless, is_formula, workbook
from facilitator.report.press import Press
from facilitator.report.text import clean
from tests.builders import Table as Meeting
from tests.report.documents.test_nothing_leaks import held, said_in, sessions, words

DAY = date(2026, 11, 17)
MIDNIGHT = datetime(2026, 12, 1)  # noqa: DTZ001  a spreadsheet knows no zones
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@x",
    "\t=1",
    "\r=1",
    "  =1",
    "\u200b=1",
    "\u3000=1",
    "＝1",
    "\uff20SUM(A1)",
    "|x",
    "\n=1",
]
HOSTILE = st.text(st.characters() | st.sampled_from("=+-@\t\r\n;\"'|_x0041"), max_size=60) | st.sampled_from(FORMULAS)


def table(*rows: tuple[Any, ...]) -> Table:
    return Table("Afspraken: [proef]", DAY, ("Wat", "Vóór"), rows)


def read(data: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(data)).active


@pytest.mark.parametrize("text", FORMULAS)
def test_what_could_be_a_formula_gets_an_apostrophe_in_csv_and_a_type_in_xlsx(text: str) -> None:
    assert is_formula(text)
    assert harmless(text) == f"'{clean(text)}"
    cell = read(workbook(table((text, None))))["A2"]
    assert (cell.data_type, cell.quotePrefix, cell.value) == ("s", True, clean(text))


@pytest.mark.parametrize("text", ["bellen", "1 = 1", "(=1)", "'=1", "é", "10 december", ""])
def test_an_ordinary_text_stays_as_it_is(text: str) -> None:
    assert not is_formula(text)
    assert harmless(text) == text


@settings(max_examples=60, deadline=None)
@given(st.lists(HOSTILE.map(lambda text: text or "-"), min_size=1, max_size=4))
def test_no_text_becomes_a_formula_and_none_is_lost(texts: list[str]) -> None:
    made = table(*((text, None) for text in texts))
    with zipfile.ZipFile(BytesIO(workbook(made))) as package:
        assert b"<f" not in package.read("xl/worksheets/sheet1.xml")
    found = [cell for (cell,) in read(workbook(made)).iter_rows(min_row=2, max_col=1)]
    assert all(cell.data_type in {"s", "n"} for cell in found)
    told = [(cell.value or "").replace("_x005F_x", "_x") for cell in found]
    assert told == [clean(text) for text in texts]
    rows = list(csv.reader(StringIO(csv_file(made).decode("utf-8-sig"), newline=""), delimiter=";"))[1:]
    assert [row[0] for row in rows] == [harmless(text) for text in texts]
    assert not any(is_formula(row[0]) for row in rows)


def test_the_sheet_is_one_to_work_with() -> None:
    sheet = read(workbook(table(("bellen " * 40, date(2026, 12, 1)), ("x", None))))
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A2", "A1:B3", "$1:$1")
    assert sheet["A1"].font.bold
    assert (sheet["B2"].value, sheet["B2"].number_format) == (MIDNIGHT, "dd-mm-yyyy")
    assert sheet["B3"].value is None
    assert (sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width) == (60, 12)
    assert sheet.title == "Afspraken proef"


def test_nobody_is_named_as_its_author_and_the_same_table_gives_the_same_bytes() -> None:
    made = table(("x", DAY))
    assert workbook(made) == workbook(made)
    with zipfile.ZipFile(BytesIO(workbook(made))) as package:
        core, app = (package.read(f"docProps/{name}.xml").decode() for name in ("core", "app"))
        assert {info.date_time[0] for info in package.infolist()} == {1980}
    assert f"<dc:title>{made.title}</dc:title><dc:language>nl-NL</dc:language>" in core
    assert "2026-11-17T00:00:00Z" in core
    assert not [name for name in ("creator", "lastModifiedBy", "Manager", "Company") if name in core + app]


def test_a_text_that_no_cell_takes_is_cut_and_an_escape_stays_text() -> None:
    sheet = read(workbook(table(("x" * 40_000, None), ("_x0041_", None))))
    assert len(sheet["A2"].value) == 32_767
    assert sheet["A2"].value.endswith("x…")
    assert sheet["A3"].value == "_x005F_x0041_"  # which Excel reads as _x0041_


def test_csv_is_what_a_dutch_excel_opens() -> None:
    data = csv_file(table(("Eén; twee", date(2026, 12, 1))))
    assert data == '\ufeffWat;Vóór\r\n"Eén; twee";2026-12-01\r\n'.encode()


# ---- the agreements of a session


def test_every_field_has_its_column_and_an_empty_one_has_none() -> None:
    meeting = Meeting().started()
    whole = Agreement(
        *("g-1", "bellen", "p-pol", "d-1", ("p-vt",)),
        deadline=DAY,
        coordination=Coordination.CASE,
        directed_by_id="p-wijk",
        escalation=(Escalation(2, "de burgemeester", 3), Escalation(3, "de minister")),
    )
    meeting.do(ev.AgreementMade, agreement=whole)
    made = agreements_table(meeting.session)
    told = dict(zip(made.headings, made.rows[0], strict=True))
    assert told == {
        "Agreement": "bellen",
        "Owner": "Politie",
        "With whom": "Veilig Thuis",
        "Before": DAY,
        "Status": "not confirmed yet",
        "Person": "Noor Bakker, wijkagent",
        "Who directs": "Case coordination: Wijkteam Noord",
        "When it does not work out": "level 2: de burgemeester, after 3 days\nlevel 3: de minister",
    }
    assert len(agreements_table(Meeting().session).headings) == 5


@settings(max_examples=60, deadline=None)
@given(sessions())
def test_a_table_holds_what_is_agreed_and_nothing_that_waits_for_a_decision(session: Session) -> None:
    book = session.notebook
    for partner in book.partners:
        theirs = [one for one in book.agreements if one.concerns(partner.id) and not book.is_held(one.id)]
        rows = agreements_table(session, Reader(partner.id)).rows
        people = {p.name for p in book.participants}
        assert words(" ".join(map(str, (cell for row in rows for cell in row)))) - people <= {
            word for one in theirs for word in (*said_in(one), one.status_remark)
        } - held(session)
        assert len(rows) == len(theirs)


def test_both_are_made_in_the_worker(press: Press) -> None:
    meeting = Meeting().started()
    meeting.do(ev.AgreementMade, agreement=Agreement("g-1", "=bellen", "p-pol"))
    xlsx, comma = sheets_of(documents_of(meeting.session))
    assert read(xlsx.render(press).pdf)["A2"].value == "=bellen"
    assert b"'=bellen;Politie" in comma.render(press).pdf
    assert TableJob(agreements_table(meeting.session), comma.path).render(press) == comma.render(press)
    assert TableJob(agreements_table(meeting.session), xlsx.path).render(press) == xlsx.render(press)
