"""Every script that is shipped, and every case, becomes a run sheet without a hole in it."""

from __future__ import annotations

import pytest

from facilitator.core.casus import Case
from facilitator.core.script import Script
from facilitator.report import documents
from facilitator.report.builder import Builder
from facilitator.report.bundle import Document, documents_of, hand_out_of, role_cards_of
from facilitator.report.fonts import Typeface
from facilitator.report.layout.pages import Page, compose
from facilitator.report.markup import parse
from facilitator.report.press import Press
from tests.builders import Table
from tests.shipped import shipped_library

LIBRARY = shipped_library()
TELLING = [script for script in LIBRARY.scripts if script.needs_case]
LED: list[tuple[Script, Case | None]] = [
    *((script, LIBRARY.cases[0]) for script in TELLING),
    *((TELLING[0], case) for case in LIBRARY.cases[1:]),
    *((script, None) for script in LIBRARY.scripts if not script.needs_case),
]
"""Every script and every case at least once; every pair is played and printed by a journey."""


def test_there_is_something_to_print() -> None:
    assert {script.id for script, _case in LED} == {script.id for script in LIBRARY.scripts}
    assert {case.id for _script, case in LED if case} == {case.id for case in LIBRARY.cases}


@pytest.mark.parametrize(("script", "case"), LED, ids=lambda each: getattr(each, "id", "zonder casus"))
def test_all_documents_of_shipped_content_are_whole(press: Press, script: Script, case: Case | None) -> None:
    for job in documents_of(Table(script, case).started().session):
        paper = job.render(press)
        assert paper.pages
        assert paper.missing == ()


HEIGHTS = (500.0, 620.0, 680.0, 705.0, 716.0)
ENDLESS = 1e6


def boxes(pages: list[Page]) -> list[float]:
    return [placed.block.height for page in pages for placed in page if placed.block.whole]


@pytest.mark.parametrize(("script", "case"), LED, ids=lambda each: getattr(each, "id", "zonder casus"))
def test_no_page_of_a_run_sheet_ends_in_a_heading_or_cuts_a_box(
    press: Press, typeface: Typeface, script: Script, case: Case | None
) -> None:
    model = documents.of(Document.RUN_SHEET, Table(script, case).session, None).model
    blocks = Builder(typeface).build(parse(press.markup(Document.RUN_SHEET.value, {"doc": model})))
    uncut = boxes(compose(blocks, ENDLESS, ENDLESS))
    for height in HEIGHTS:
        pages = compose(blocks, height, height)
        assert not any(page[-1].block.keep_next for page in pages), height
        assert boxes(pages) == uncut, height


@pytest.mark.parametrize("case", LIBRARY.cases, ids=lambda case: case.id)
def test_every_role_of_a_shipped_case_has_one_sheet_of_paper(press: Press, case: Case) -> None:
    """One side holds the cards of four moments; a fifth may stand on the other side."""
    sides = 1 if len(case.moments) < 5 else 2
    script = TELLING[0]
    (job,) = role_cards_of(Table(script, case).session)
    assert 1 + len(case.roles) <= job.render(press).pages <= 1 + len(case.roles) * sides


@pytest.mark.parametrize("case", LIBRARY.cases, ids=lambda case: case.id)
def test_a_hand_out_tells_nothing_of_a_later_moment(press: Press, case: Case) -> None:
    script = TELLING[0]
    session = Table(script, case).session
    for count in range(1, len(case.moments)):
        (job,) = hand_out_of(session, count)
        told = press.markup(job.document.value, {"doc": documents.of(job.document, session, None, count).model})
        assert [moment.title for moment in case.moments[count:] if moment.title in told] == []
        assert all(moment.title in told for moment in case.moments[:count])
