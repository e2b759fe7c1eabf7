"""The report tells which paragraphs chafed and which worked, without what waits for a decision."""

from __future__ import annotations

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Ground
from facilitator.report.bundle import report_of
from facilitator.report.documents.chafed import ChafedLine, chafed
from facilitator.report.documents.session_report import report_paper
from facilitator.report.press import Press
from tests.builders import Table
from tests.report.reading import seen

GROUND = Ground("model", "bellen", "Snel bellen")


def said() -> Table:
    table = Table().started()
    table.do(ev.AgreementMade, agreement=Agreement("a", "Wij bellen."))
    table.do(ev.ParagraphMarked, mark=ev.ParagraphMark("v", GROUND, chafes=False, why="Goed nummer"))
    mark = ev.ParagraphMark(
        "w", Ground("model", "praten"), why="<b>Niemand</b> komt", step_id="nodig", agreement_id="a"
    )
    table.do(ev.ParagraphMarked, mark=mark)
    return table


def test_what_chafes_stands_first_with_where_it_came_up() -> None:
    assert chafed(said().session) == (
        ChafedLine("praten", "chafes", "<b>Niemand</b> komt", "Wij bellen. · Stap nodig"),
        ChafedLine("Snel bellen", "works", "Goed nummer", ""),
    )


def test_it_stands_in_the_report_as_it_was_typed(press: Press) -> None:
    paper = report_paper(said().session)
    text = seen(press.render("report.xhtml.j2", {"doc": paper.model}, paper.meta).pdf)
    assert "Regional agreements in practice" in text
    assert "<b>Niemand</b> komt" in " ".join(text.split())


def test_a_reason_that_is_held_back_is_not_in_the_report(press: Press) -> None:
    table = said()
    mark = ev.ParagraphMark("x", GROUND, why="Fatima belt niet")
    table.do(ev.ParagraphMarked, mark=mark, findings=(ev.Spotted("naam", "Fatima"),))
    assert "Fatima" not in seen(report_of(table.session).render(press).pdf)


def test_without_any_there_is_no_heading(press: Press) -> None:
    assert "in practice" not in seen(report_of(Table().started().session).render(press).pdf)
