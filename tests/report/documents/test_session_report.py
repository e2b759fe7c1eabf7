from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Origin
from facilitator.core.events import Answer, TurningPoint
from facilitator.core.script import Answering, Question, Reveal
from facilitator.core.vocabulary import Phase
from facilitator.core.weighing import Outcome, Verdict
from facilitator.report.bundle import report_of
from facilitator.report.documents.session_report import ReportModel, report_paper
from facilitator.report.press import Press
from tests.builders import CASE, CASE_SCRIPT, PEOPLE, SCRIPT, Table
from tests.random_sessions import LIVED
from tests.report.reading import seen


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
    (chosen,), (scaled,) = model(table).topics, model(table).evaluation
    assert [(count.choice, count.times) for count in chosen.answers[0].counted] == [("ja", "2"), ("nee", "0")]
    assert [(count.choice, count.times) for count in scaled.answers[0].counted] == [("7", "1"), ("10", "1")]


@pytest.mark.parametrize("how", [Answering.SCALE, Answering.CHOICE, Answering.NONE])
def test_what_was_needed_is_told_also_when_its_turning_point_is_gone(how: Answering) -> None:
    telling = replace(CASE_SCRIPT.steps[1], answering=how, choices=("ja", "nee") if how is Answering.CHOICE else ())
    table = Table(replace(CASE_SCRIPT, steps=(CASE_SCRIPT.steps[0], telling, CASE_SCRIPT.steps[2])), CASE).started()
    table.at_step("casus")
    table.do(ev.TurningPointMarked, point=TurningPoint("k", "m1", "De melding bleef liggen"))
    answer(table, "n", "casus", "een telefoontje", moment_id="m1", turning_point_id="k")
    table.do(ev.TurningPointRemoved, point_id="k")
    (topic,) = model(table).topics
    assert [[said.text for said in each.said] for each in topic.answers] == [["een telefoontje"]]


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


# ---- a case that was lived through


@pytest.fixture
def lived() -> Table:
    """A moment of which everything was said: a turning point, a judgement, two weighing questions."""
    table = Table(LIVED, CASE).started().at_step("casus")
    table.do(ev.TurningPointMarked, point=ev.TurningPoint("k", "m1", "De melding bleef liggen"))
    for name, role, partner_id in (("a", "huisarts", None), ("b", "huisarts", "p-vt"), ("c", "", None)):
        needed = Answer(name, "casus", f"nodig {name}", partner_id, moment_id="m1", role=role, turning_point_id="k")
        table.do(ev.AnswerGiven, answer=needed)
    table.do(ev.MomentJudged, judgement=ev.Judgement("m1", Phase.STABLE_SAFETY, 3, "omdat"))
    table.do(ev.QuestionWeighed, weighed=ev.Weighed("m1", 2, Verdict.YES, "acuut"))
    table.do(ev.QuestionWeighed, weighed=ev.Weighed("m1", 1, None, "denken"))
    return table


def test_a_moment_tells_where_it_could_have_gone_another_way_and_what_was_needed(lived: Table) -> None:
    (topic,) = model(lived).topics
    assert (topic.title, topic.answers) == ("Stap casus: maandag", ())
    assert topic.lived is not None
    (point,) = topic.lived.points
    assert (point.text, [(need.text, need.organisation) for need in point.needs]) == (
        "De melding bleef liggen",
        [("nodig a", "huisarts"), ("nodig b", "huisarts (Veilig Thuis)"), ("nodig c", "")],
    )


def test_what_was_lived_through_is_told_once_where_two_steps_tell_the_same_moment() -> None:
    again = replace(CASE_SCRIPT.steps[1], id="nog eens", title="Nog eens")
    script = replace(CASE_SCRIPT, steps=(*CASE_SCRIPT.steps, again))
    table = Table(script, CASE).started().at_step("casus")
    table.do(ev.TurningPointMarked, point=ev.TurningPoint("k", "m1", "De melding bleef liggen"))
    answer(table, "a", "nog eens", "toen al bellen", moment_id="m1")
    assert [(topic.title, topic.lived is not None) for topic in model(table).topics] == [
        ("Stap casus: maandag", True),
        ("Nog eens: maandag", False),
    ]


def test_a_moment_tells_where_it_stands_and_where_the_group_put_it(lived: Table) -> None:
    (topic,) = model(lived).topics
    assert topic.lived is not None
    assert topic.lived.told == "Phase: Direct safety · Reporting code, step 1: Mapping signals"
    assert topic.lived.group == "Phase: Stable safety · Reporting code, step 3: Talking with those involved"
    assert topic.lived.reason == "omdat"


def test_a_reason_alone_moves_no_moment(lived: Table) -> None:
    lived.do(ev.MomentJudged, judgement=ev.Judgement("m1", reason="omdat"))
    (topic,) = model(lived).topics
    assert topic.lived is not None
    assert (topic.lived.group, topic.lived.reason) == ("", "omdat")


def test_the_weighing_stands_in_its_order_with_the_outcome_of_the_framework(lived: Table) -> None:
    (topic,) = model(lived).topics
    assert topic.lived is not None
    assert [(each.question[:2], each.verdict, each.reason) for each in topic.lived.weighed] == [
        ("1.", "–", "denken"),
        ("2.", "yes", "acuut"),
    ]
    assert topic.lived.outcome == Outcome.REPORT_UNSAFE
    lived.do(ev.QuestionWeighed, weighed=ev.Weighed("m1", 2, None))
    (topic,) = model(lived).topics
    assert topic.lived is not None
    assert topic.lived.outcome == ""


def test_proposals_stand_in_the_order_of_their_votes(lived: Table) -> None:
    lived.at_step("voorstel")
    for name, votes in (("x", 1), ("y", 4), ("z", 0)):
        answer(lived, name, "voorstel", f"voorstel {name}")
        lived.do(ev.VotesCounted, answer_id=name, votes=votes)
    said = model(lived).topics[-1].answers[0].said
    assert [(each.text, each.votes) for each in said] == [
        *(("voorstel y", "4 votes"), ("voorstel x", "1 vote"), ("voorstel z", ""))
    ]


def test_marks_after_stand_beside_those_before() -> None:
    table = Table(LIVED, CASE).started()
    for name, step, text in (("a", "voor", "3"), ("b", "voor", "8"), ("c", "na", "8"), ("d", "na", "10")):
        answer(table, name, step, text)
    before, after = (topic.answers[0] for topic in model(table).evaluation)
    assert (before.scale, before.compared) == ("1 is weinig, 10 is veel.", False)
    assert after.compared
    assert [(count.choice, count.before, count.times) for count in after.counted] == [
        *(("3", "1", "0"), ("8", "1", "1"), ("10", "0", "1"))
    ]


def test_an_agreement_tells_at_which_moment_it_came_up(lived: Table) -> None:
    lived.do(ev.AgreementMade, agreement=Agreement("g", "bellen", origin=Origin("casus", "m1")))
    assert model(lived).agreements[0].notes == ("Came up at the moment “maandag”",)


def test_what_was_lived_through_stands_on_paper(lived: Table, press: Press) -> None:
    lived.do(ev.AnswerChanged, answer_id="c", text="Jansen", findings=(ev.Spotted("naam", "Jansen"),))
    lived.do(ev.ItemParked, item=ev.Parked("p", "Jansen"), findings=(ev.Spotted("naam", "Jansen"),))
    for step in ("voor", "na"):
        answer(lived, step, step, "3")
    text = " ".join(seen(report_of(lived.session).render(press).pdf).split())
    for words in (
        *("De melding bleef liggen", "nodig a", "huisarts (Veilig Thuis)", "Phase: Stable safety", "omdat", "acuut"),
        *("help comes beside", "Times before", "1 is weinig, 10 is veel.", "2 texts are not in this report"),
    ):
        assert words in text
    assert "Jansen" not in text
