from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement
from facilitator.core.events import Answer
from facilitator.core.script import Question, Reveal
from facilitator.report.documents.session_report import ReportModel, report_paper
from tests.builders import CASE, CASE_SCRIPT, PEOPLE, SCRIPT, Table


def model(table: Table) -> ReportModel:
    shown = report_paper(table.session).model
    assert isinstance(shown, ReportModel)
    return shown


@pytest.fixture
def table() -> Table:
    return Table().started()


def answer(table: Table, answer_id: str, step: str, text: str, **fields: str | None) -> None:
    assert table.do(ev.AnswerGiven, answer=Answer(answer_id, step, text, **fields)) is None  # type: ignore[arg-type]


def test_the_programme_as_it_went(table: Table) -> None:
    table.at += timedelta(minutes=11)
    table.at_step("nodig")
    table.at += timedelta(minutes=24)
    table.do(ev.SessionClosed)
    shown = model(table)
    assert [(s.planned, s.real) for s in shown.steps[:3]] == [
        ("10 minutes", "12 minutes"),
        ("20 minutes", "25 minutes"),
        ("20 minutes", "skipped"),
    ]
    assert (shown.total.planned, shown.total.real) == ("100 minutes", "37 minutes")


def test_answers_stand_with_their_question_and_organisation(table: Table) -> None:
    answer(table, "a", "nodig", "een nummer", partner_id="p-pol", question_id="q1")
    answer(table, "b", "nodig", "los", partner_id=None)
    (topic,) = model(table).topics
    assert topic.title == "Stap nodig"
    told = [(each.question, [(said.text, said.organisation) for said in each.said]) for each in topic.answers]
    assert told == [("", [("los", "")]), ("Wat heb jij nodig?", [("een nummer", "Politie")])]


def test_choices_and_scales_are_counted_without_names(table: Table) -> None:
    for number, (step, text) in enumerate([("kies", "ja"), ("kies", "ja"), ("schaal", "10"), ("schaal", "7")]):
        answer(table, f"a{number}", step, text, partner_id="p-pol")
    chosen, scaled = model(table).topics
    assert [(count.choice, count.times) for count in chosen.answers[0].counted] == [("ja", "2"), ("nee", "0")]
    assert [(count.choice, count.times) for count in scaled.answers[0].counted] == [("7", "1"), ("10", "1")]


def test_an_answer_that_the_room_was_never_to_see_is_told_without_who_said_it() -> None:
    silent = replace(SCRIPT.steps[1], reveal=Reveal.NEVER)
    table = Table(replace(SCRIPT, steps=(SCRIPT.steps[0], silent, *SCRIPT.steps[2:]))).started()
    answer(table, "a", "nodig", "moe", partner_id="p-pol")
    (topic,) = model(table).topics
    assert [(said.text, said.organisation) for said in topic.answers[0].said] == [("moe", "")]


def test_a_case_is_told_moment_by_moment_and_called_invented() -> None:
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus", 1)
    answer(table, "a", "casus", "bellen", question_id="m-q", moment_id="m2")
    shown = model(table)
    assert [topic.title for topic in shown.topics] == ["Stap casus: dinsdag"]
    assert "Stil" in shown.invented


def test_an_answer_is_told_once_where_moment_and_step_have_a_question_of_one_name() -> None:
    step = replace(CASE_SCRIPT.steps[1], questions=(Question("m-q", "Wat nu?"),))
    script = replace(CASE_SCRIPT, steps=(CASE_SCRIPT.steps[0], step, CASE_SCRIPT.steps[2]))
    table = Table(script, CASE).started().at_step("casus")
    answer(table, "a", "casus", "bellen", question_id="m-q", moment_id="m1")
    (topic,) = model(table).topics
    assert [(each.question, len(each.said)) for each in topic.answers] == [("Wat weet jij?", 1)]


def test_agreements_tell_who_with_whom_and_how_they_stand(table: Table) -> None:
    agreement = Agreement("a", "bellen", "p-pol", "d-1", ("p-vt",), ("p-vt",), "per mail", rhythm="elke week")
    table.do(ev.AgreementMade, agreement=agreement)
    table.do(ev.AgreementMade, agreement=Agreement("b", "ruimte"))
    first, second = model(table).agreements
    assert (first.who, first.partners, first.when) == ("Politie, Noor Bakker", "Veilig Thuis", "elke week")
    assert (first.notes, first.status) == (("Feedback to Veilig Thuis: per mail",), "not confirmed yet")
    assert (second.who, second.partners, second.when) == ("nobody yet", "", "not known yet")


def test_who_all_partners_are_is_told_once(table: Table) -> None:
    table.do(ev.AgreementMade, agreement=Agreement("a", "bellen", "p-pol", None, ("p-vt",), ("p-wijk",)))
    assert model(table).everyone == ""
    table.do(ev.AgreementMade, agreement=Agreement("b", "samen", "p-pol", None, (), ("p-vt", "p-wijk")))
    shown = model(table)
    assert shown.agreements[1].notes == ("Feedback to all partners",)
    assert shown.everyone == "Politie, Veilig Thuis, Wijkteam Noord"


def test_attendance_puts_the_absent_last(table: Table) -> None:
    table.do(ev.ParticipantChanged, participant=PEOPLE[0].__class__("d-1", "Noor Bakker", "p-pol", present=False))
    assert [(each.name, each.there) for each in model(table).attendance][-1] == ("Noor Bakker", "absent")
    assert {fact.name: fact.value for fact in model(table).facts}["Participants"] == "3"


def test_an_empty_session_has_an_empty_report() -> None:
    shown = model(Table(participants=(), partners=()))
    assert not any((shown.topics, shown.agreements, shown.parked, shown.notes, shown.attendance))
    assert {step.real for step in shown.steps} == {"skipped"}
