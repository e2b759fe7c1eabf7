from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from facilitator.content.locate import resource
from facilitator.core.vocabulary import Status
from facilitator.report.worker import DocumentWorker, Resources
from facilitator.storage.agreements import AgreementLine
from facilitator.ui.agreements.agreements_page import AgreementsPage
from facilitator.ui.agreements.sheet_dialog import SheetDialog, jobs_of, row_of, table_of
from tests.ui.desk import Desk

LINE = AgreementLine(
    *("s-1", "g-1", "=bellen", "p-pol", "Politie", ("Veilig Thuis",), date(2026, 12, 1), ""),
    *(Status.BUSY, "Proefdraaiboek", date(2026, 11, 17), "Voorbeeldstad", "Wijk Noord"),
)


@pytest.fixture
def worker(made: Desk) -> Iterator[DocumentWorker]:
    working = DocumentWorker(Resources(resource("templates"), resource("fonts"), None))
    made.services = replace(made.services, documents=lambda: working)
    yield working
    working.close()


def told(line: AgreementLine) -> dict[str, Any]:
    table = table_of([line])
    return dict(zip(table.headings, table.rows[0], strict=True))


def test_a_row_tells_what_the_page_tells() -> None:
    said = told(LINE._replace(remark="lukt", handed_to="Wijkteam"))
    assert (said["Agreement"], said["Owner"], said["With whom"]) == ("=bellen", "Politie", "Veilig Thuis")
    assert (said["Before"], said["Status"]) == (date(2026, 12, 1), "being done")
    assert (said["Remark"], said["Handed over to"], said["Place"]) == ("lukt", "Wijkteam", "Wijk Noord")


def test_words_that_wait_for_a_decision_stay_out() -> None:
    said = told(LINE._replace(held=True, remark="Fatima", handed_to="Fatima", rhythm="als Fatima belt"))
    assert "Fatima" not in repr(said)
    assert "bellen" not in repr(said)


def test_nothing_is_no_table() -> None:
    with pytest.raises(ValueError, match="nothing"):
        table_of([])


def test_the_files_are_named_by_the_day() -> None:
    assert [job.path.name for job in jobs_of([LINE], date(2026, 11, 24))] == [
        "Agreements 2026-11-24.xlsx",
        "Agreements 2026-11-24.csv",
        "Overview of agreements 2026-11-24.pdf",
    ]


def test_on_paper_it_tells_the_same_and_what_waits_stays_out() -> None:
    row = row_of(LINE._replace(remark="lukt"))
    assert (row.what, row.owner, row.partners) == ("=bellen", "Politie", ("Veilig Thuis",))
    assert (row.deadline, row.status, row.remark, row.closed) == (date(2026, 12, 1), Status.BUSY, "lukt", False)
    assert row_of(LINE._replace(continued=("s-2", "g-1"))).closed
    assert "Fatima" not in repr(row_of(LINE._replace(held=True, what="Fatima belt", remark="Fatima", rhythm="Fatima")))


def test_what_was_found_is_made_into_spreadsheets(
    page: AgreementsPage, made: Desk, worker: DocumentWorker, qtbot: QtBot
) -> None:
    assert worker is not None
    assert page.to_sheet.isVisible()
    assert page.found is not None
    dialog = SheetDialog(made.services, page.found.numbers, page)
    dialog.open()
    with qtbot.waitSignal(dialog.making.made, timeout=20_000):
        dialog.accept_button.click()
    folder = made.services.documents_folder / "Facilitator"
    (xlsx,) = folder.glob("*.xlsx")
    sheet: Any = openpyxl.load_workbook(BytesIO(xlsx.read_bytes())).active
    assert sheet.max_row == 1 + len(page.found.numbers)
    assert len(list(folder.glob("*.csv"))) == 1
    (pdf,) = folder.glob("*.pdf")
    assert pdf.read_bytes().startswith(b"%PDF-")
    dialog.reject()


def test_it_opens_from_the_page_and_gives_the_keyboard_back(page: AgreementsPage, qtbot: QtBot) -> None:
    page.to_sheet.click()
    dialog = page.findChild(SheetDialog)
    assert dialog is not None
    dialog.reject()
    qtbot.waitUntil(page.to_sheet.hasFocus)
