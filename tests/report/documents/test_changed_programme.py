"""The report of a meeting whose programme was changed while it ran."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core import events as ev
from facilitator.core.script import Question, StepKind
from facilitator.core.session import Session
from facilitator.report.documents.session_report import ReportModel, report_paper
from tests.builders import CASE, CASE_SCRIPT, OTHER_CASE, Table, step

BREAK = step("pauze", StepKind.BREAK, 10, title="Even luchten", audience_title="Even luchten")
EXTRA = Question("extra", "En als het nacht is?")


def model_of(session: Session) -> ReportModel:
    model = report_paper(session).model
    assert isinstance(model, ReportModel)
    return model


def told() -> Table:
    """A meeting that took a break, studied two cases and asked something of its own."""
    table = Table(CASE_SCRIPT, CASE).started()
    table.do(ev.StepWritten, step=BREAK, before="casus")
    table.at_step("casus")
    table.do(ev.AnswerGiven, answer=ev.Answer("a", "casus", "Bellen", moment_id="m1", question_id="m-q"))
    table.do(ev.CaseSwitched, case=OTHER_CASE)
    table.do(ev.QuestionWritten, step_id="casus", question=EXTRA, moment_id="n1")
    table.do(ev.AnswerGiven, answer=ev.Answer("b", "casus", "De crisisdienst", moment_id="n1", question_id="extra"))
    return table


def test_what_was_said_of_both_cases_is_told_with_its_case() -> None:
    topics = {topic.title: topic for topic in model_of(told().session).topics}
    assert list(topics) == ["Stap casus: Stil, maandag", "Stap casus: Luid, woensdag"]
    assert [said.text for answers in topics["Stap casus: Stil, maandag"].answers for said in answers.said] == ["Bellen"]
    assert topics["Stap casus: Luid, woensdag"].answers[0].question == EXTRA.text


def test_one_case_is_not_named_with_each_of_its_moments() -> None:
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus")
    table.do(ev.AnswerGiven, answer=ev.Answer("a", "casus", "Bellen", moment_id="m1"))
    assert [topic.title for topic in model_of(table.session).topics] == ["Stap casus: maandag"]


def test_a_step_that_was_added_has_no_planned_time_and_keeps_its_place() -> None:
    steps = model_of(told().session).steps
    assert [each.title for each in steps][:3] == ["Stap welkom", "Even luchten", "Stap casus"]
    assert steps[1].planned == "added in the meeting"
    assert steps[2].planned == "40 minutes"


def test_a_question_with_a_name_in_it_is_not_in_the_report() -> None:
    table = told()
    named = replace(EXTRA, id="naam", text="Wat zou Jan doen?")
    table.do(ev.QuestionWritten, step_id="casus", question=named, moment_id="n1", findings=(ev.Spotted("naam", "Jan"),))
    table.do(ev.AnswerGiven, answer=ev.Answer("c", "casus", "Niets", moment_id="n1", question_id="naam"))
    assert "Jan" not in str(model_of(table.session))
