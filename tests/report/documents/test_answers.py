"""What was counted, voted, grouped and evaluated, in the report."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from facilitator.core import events as ev
from facilitator.core.counted import Voted
from facilitator.core.events import Answer, AnswerGroup, Dots
from facilitator.core.script import Answering, Question, StepKind
from facilitator.pictures.results import Tallied
from facilitator.report.bundle import report_of
from facilitator.report.documents.answers import Answers, Cluster
from facilitator.report.documents.lived import Said
from facilitator.report.documents.session_report import ReportModel, report_paper
from facilitator.report.press import Press
from tests.builders import VOTES, Table, step
from tests.report.reading import seen

ASKED = (Question("nodig", "Doen we wat nodig is?"), Question("morgen", "Wat neem jij morgen mee?"))
SCRIPT = replace(
    VOTES,
    steps=(*VOTES.steps, step("terug", StepKind.EVALUATION, answering=Answering.FREE, questions=ASKED)),
)


@pytest.fixture
def table() -> Table:
    return Table(SCRIPT).started()


def say(table: Table, step_id: str, text: str, **fields: object) -> None:
    said = Answer(f"a{len(table.events)}", step_id, text, **fields)  # type: ignore[arg-type]
    assert table.do(ev.AnswerGiven, answer=said) is None


def report(table: Table) -> ReportModel:
    model = report_paper(table.session).model
    assert isinstance(model, ReportModel)
    return model


def told(table: Table) -> Answers:
    (topic,) = report(table).topics
    (answers,) = topic.answers
    return answers


def test_dots_are_told_in_a_picture_and_a_table(table: Table) -> None:
    table.do(ev.DotsCounted, dots=Dots("stippen", "mailen", 4))
    answers = told(table)
    assert answers.table is not None
    assert answers.table.rows == (("mailen", "4"), ("bellen", "0"), ("wachten", "0"))
    assert isinstance(answers.result, Voted)
    assert report_paper(table.session).results == {answers.figure: answers.result}


def test_proposals_without_dots_are_told_as_they_were_said(table: Table) -> None:
    say(table, "plakken", "een buddy")
    assert told(table).said == (Said("een buddy", ""),)
    (proposal,) = table.session.notebook.answers
    table.do(ev.DotsCounted, dots=Dots("plakken", proposal.id, 2))
    answers = told(table)
    assert answers.table is not None
    assert (answers.said, answers.table.rows) == ((), (("een buddy", "2"),))


def test_an_order_is_told_with_its_ties(table: Table) -> None:
    say(table, "rangorde", "1 2 3", order=("bellen", "mailen", "wachten"))
    say(table, "rangorde", "2 1 3", order=("mailen", "bellen", "wachten"))
    answers = told(table)
    assert answers.table is not None
    assert answers.table.rows == (
        ("1 (shared)", "bellen", "1,5", "1 to 2", "1"),
        ("1 (shared)", "mailen", "1,5", "1 to 2", "1"),
        ("3", "wachten", "3,0", "3 to 3", "0"),
    )
    assert answers.said == ()


def test_groups_are_told_under_their_names(table: Table) -> None:
    for text in ("een", "twee", "drie"):
        say(table, "nodig", text)
    ids = [answer.id for answer in table.session.notebook.answers]
    table.do(ev.AnswersGrouped, group=AnswerGroup("g", "nodig", "tijd", (ids[2],)))
    table.do(ev.AnswersGrouped, group=AnswerGroup("h", "nodig", "", (ids[0],)))
    answers = told(table)
    assert answers.clusters == (Cluster("tijd", (Said("drie", ""),)), Cluster("Group 2", (Said("een", ""),)))
    assert answers.said == (Said("twee", ""),)


def test_choices_and_marks_have_a_picture(table: Table) -> None:
    say(table, "kies", "ja")
    say(table, "schaal", "7")
    (chosen,) = report(table).topics
    (marked,) = report(table).evaluation
    results = [topic.answers[0].result for topic in (chosen, marked)]
    assert all(isinstance(result, Tallied) for result in results)
    assert [topic.answers[0].marks for topic in (chosen, marked)] == [False, True]
    assert len(report_paper(table.session).results) == 2


def test_the_evaluation_has_a_part_of_its_own_with_all_its_questions(table: Table) -> None:
    assert report(table).evaluates
    assert report(table).evaluation == ()
    say(table, "terug", "Het nummer van de huisarts", question_id="morgen")
    (topic,) = report(table).evaluation
    assert [(each.question, len(each.said)) for each in topic.answers] == [(ASKED[0].text, 0), (ASKED[1].text, 1)]
    assert report(table).topics == ()


def test_on_paper_a_result_is_a_figure_with_words_and_a_table(table: Table, press: Press) -> None:
    table.do(ev.DotsCounted, dots=Dots("stippen", "mailen", 4))
    say(table, "terug", "Het nummer", question_id="morgen")
    pdf = report_of(table.session).render(press).pdf
    said = seen(pdf)
    assert "mailen" in said
    assert "Nothing was written down." in said
    with pikepdf.open(BytesIO(pdf)) as opened:
        figures = [
            each for each in opened.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        ]
        assert [str(figure.Alt) for figure in figures] == ["mailen: 4 dots. bellen: 0 dots. wachten: 0 dots."]
