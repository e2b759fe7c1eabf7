"""The report tells how many recognised a frustration, and nobody by name."""

from __future__ import annotations

from facilitator.core import events as ev
from facilitator.core.vocabulary import Frustration
from facilitator.report.contents import Contents, narrowed
from facilitator.report.documents.frustrated import FrustrationLine, frustrated
from facilitator.report.documents.session_report import report_paper
from facilitator.report.press import Press
from tests.builders import Table
from tests.report.reading import seen


def said() -> Table:
    table = Table().started()
    for step_id, each, people in (
        ("ronde", Frustration.DIRECTION, 12),
        ("nodig", Frustration.REFLECTION, 5),
        ("nodig", Frustration.TRUST, 4),
    ):
        table.do(ev.FrustrationCounted, frustration=each, people=people, step_id=step_id)
    return table


def test_step_by_step_in_the_order_of_the_five() -> None:
    assert frustrated(said().session) == (
        FrustrationLine("I do not trust leaving things to others", "fewer than 5", "Stap nodig"),
        FrustrationLine("I do not reflect with others", "5", "Stap nodig"),
        FrustrationLine("Nobody directs", "12", "Stap ronde"),
    )


def test_without_what_was_answered_it_is_not_told() -> None:
    assert frustrated(narrowed(said().session, Contents(answers=False))) == ()


def test_it_stands_in_the_report_when_there_is_any(press: Press) -> None:
    for session, there in ((said().session, True), (Table().started().session, False)):
        paper = report_paper(session)
        text = seen(press.render("report.xhtml.j2", {"doc": paper.model}, paper.meta).pdf)
        assert ("Frustrations that were recognised" in text) is there
