"""The prevention plan: what was said and agreed at each of the eight tips of the scan."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Origin, Status
from facilitator.core.instrument import Instrument
from facilitator.core.vocabulary import AgreementKind
from facilitator.report import documents
from facilitator.report.bundle import Job, has_plan, plan_of
from facilitator.report.kinds import PREVENTION_SCAN
from tests.builders import Table
from tests.report.documents.test_nothing_leaks import job_markup
from tests.shipped import shipped_library

LIBRARY = shipped_library()


@pytest.fixture
def scan() -> Instrument:
    card = LIBRARY.card(PREVENTION_SCAN)
    assert card is not None
    assert card.instrument is not None
    return card.instrument


@pytest.fixture
def table() -> Table:
    script = LIBRARY.script("preventiescan-gemeente")
    assert script is not None
    return Table(script).started().at_step("eerste-vier")


def model(job: Job) -> Any:
    return documents.paper_of(job).model


def say(table: Table, number: int, text: str) -> None:
    assert table.do(ev.AnswerGiven, answer=ev.Answer(f"a{number}", table.session.step.id, text)) is None


def agree(table: Table, agreement_id: str, what: str, **fields: Any) -> None:
    made = Agreement(agreement_id, what, "p-wijk", kind=AgreementKind.PREVENTION, **fields)
    assert table.do(ev.AgreementMade, agreement=made) is None


def test_only_a_session_that_scans_or_agrees_on_prevention_has_a_plan(table: Table) -> None:
    assert has_plan(table.session)
    assert plan_of(Table().session) == ()
    other = Table().started()
    agree(other, "g", "voorlichting geven")
    assert len(plan_of(other.session)) == 1


def test_a_tip_says_how_it_stands_by_the_last_who_said_so(table: Table, scan: Instrument) -> None:
    for number, text in enumerate(("Tip 1: gepland", "tip 1 loopt toch", "TIP 2 weten we niet", "tip 12 geborgd"), 1):
        say(table, number, text)
    tips = model(*plan_of(table.session, scan=scan)).tips
    assert [tip.standing for tip in tips[:3]] == ["loopt", "weten we niet", ""]
    assert [said.text for said in tips[0].said] == ["Tip 1: gepland", "tip 1 loopt toch"]
    assert len(tips) == 8
    assert tips[0].partners.startswith("verloskundigen, huisartsen")


def test_what_is_agreed_stands_at_its_tip_by_number_answer_or_name(table: Table, scan: Instrument) -> None:
    say(table, 1, "tip 3: gepland")
    agree(table, "g1", "folder maken", why="hoort bij tip 1")
    agree(table, "g2", "ouders uitnodigen", origin=Origin(answer_id="a1"))
    agree(table, "g3", "afspraken over Vraag bij elke intake")
    agree(table, "g4", "iets anders")
    agree(table, "g5", "tip 2: vervallen")
    table.do(ev.AgreementStatusSet, agreement_id="g5", status=Status.DROPPED)
    plan = model(*plan_of(table.session, scan=scan))
    told = {number: [step.what for step in tip.steps] for number, tip in enumerate(plan.tips, 1) if tip.steps}
    assert told == {1: ["folder maken"], 3: ["ouders uitnodigen"], 5: ["afspraken over Vraag bij elke intake"]}
    assert [step.what for step in plan.others] == ["iets anders"]


def test_how_many_chose_a_tip_is_told(table: Table, scan: Instrument) -> None:
    table.at_step("kiezen")
    choice = table.session.step.choices[3]
    assert table.do(ev.DotsCounted, dots=ev.Dots("kiezen", choice, 5)) is None
    chosen = [tip.chosen for tip in model(*plan_of(table.session, scan=scan)).tips]
    assert chosen == ["0 dots"] * 3 + ["5 dots"] + ["0 dots"] * 4


def test_what_nobody_said_can_be_ticked_by_hand(table: Table, scan: Instrument) -> None:
    told = job_markup(*plan_of(table.session, scan=scan))
    assert "☐ geborgd" in told
    assert "not said" in told


def test_without_the_questions_it_lists_what_was_agreed(table: Table) -> None:
    agree(table, "g", "tip 1 folder maken")
    plan = model(*plan_of(table.session))
    assert plan.tips == ()
    assert [step.what for step in plan.others] == ["tip 1 folder maken"]


def test_what_waits_for_a_decision_is_not_in_it(table: Table, scan: Instrument) -> None:
    held = ev.Answer("a9", table.session.step.id, "tip 1 loopt bij 06-12345678")
    table.do(ev.AnswerGiven, answer=held, findings=(ev.Spotted("phone", "06-12345678"),))
    assert "06-12345678" not in job_markup(*plan_of(table.session, scan=scan))


def test_a_changed_municipality_is_named(table: Table) -> None:
    table.do(ev.DetailsChanged, details=replace(table.session.details, municipality=""))
    assert model(*plan_of(table.session)).title == "Wijk Noord"
