"""The overview of agreements: of a session, and of any rows across sessions."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Status
from facilitator.report.bundle import overview_of as overview_of_session
from facilitator.report.documents.overview import selection_overview
from facilitator.report.overview import MOST, Row, overview_of
from facilitator.report.worker import DocumentWorker, Resources
from tests.builders import Table
from tests.report.conftest import RESOURCES
from tests.report.documents.test_nothing_leaks import job_markup

TODAY = date(2026, 12, 1)
ROWS = (
    Row("bellen", Status.AGREED, "Politie", ("Veilig Thuis",), date(2026, 11, 30), session="Het Gesprek", day=TODAY),
    Row("mailen", Status.KEPT, deadline=date(2026, 11, 30)),
    Row("oefenen <b>& zo</b>", Status.BUSY, "Wijkteam", rhythm="elke maand", remark="loopt"),
    Row("verder genomen", Status.AGREED, deadline=date(2026, 11, 1), closed=True),
)


def test_a_session_without_agreements_has_none() -> None:
    assert overview_of_session(Table().session) == ()


def test_it_counts_and_lists_what_was_agreed() -> None:
    table = Table().started()
    table.do(ev.AgreementMade, agreement=Agreement("a", "bellen", "p-pol", "d-1", with_ids=("p-vt",)))
    table.do(ev.AgreementMade, agreement=Agreement("b", "mailen"))
    (job,) = overview_of_session(table.session)
    told = job_markup(job)
    assert "Politie, Noor Bakker" in told
    assert "nobody yet" in told
    assert "<td>2</td>" in told


@pytest.mark.parametrize(("row", "late"), [(0, True), (1, False), (2, False), (3, False)])
def test_only_what_is_open_and_past_its_day_is_late(row: int, late: bool) -> None:
    assert ROWS[row].is_late(TODAY) is late


def test_rows_of_many_sessions_are_told_with_where_they_came_from() -> None:
    model: Any = selection_overview(overview_of(ROWS, "Politie", TODAY)).model
    counts = {"Agreements": "4", "Agreed": "2", "Being done": "1", "Kept": "1", "of which too late": "1"}
    assert dict(model.counts) == counts
    assert model.lines[0].notes == ("Het Gesprek · 1 december 2026",)
    assert model.lines[0].under_when == ("too late",)
    assert model.lines[2].when == "elke maand"


def test_of_too_many_it_says_how_many_are_left_out() -> None:
    job = overview_of(ROWS * MOST, "", TODAY)
    model: Any = selection_overview(job).model
    assert len(model.lines) == MOST
    assert model.left_out.startswith(f"{3 * MOST} more")
    assert dict(model.counts)["Agreements"] == str(4 * MOST)


def test_the_worker_makes_it_without_any_session(tmp_path: Path) -> None:
    worker = DocumentWorker(Resources(RESOURCES / "templates", RESOURCES / "fonts", None))
    try:
        made = worker.export((overview_of(ROWS, "Politie", TODAY),), tmp_path).result(60).made
    finally:
        worker.close()
    assert [each.path.name for each in made] == ["Overview of agreements 2026-12-01.pdf"]
    with pypdfium2.PdfDocument(made[0].path) as document:
        text = document[0].get_textpage().get_text_range()
    assert "oefenen <b>& zo</b>" in text
