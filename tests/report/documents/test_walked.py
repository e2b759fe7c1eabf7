"""A walk through an instrument on paper: in the report of a session, in the prevention plan, and by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from facilitator.core import events as ev
from facilitator.core.instrument import Instrument, InstrumentAnswer, InstrumentQuestion
from facilitator.core.walk import Answered, Walk, answered, stopped
from facilitator.report.bundle import report_of
from facilitator.report.contents import Contents
from facilitator.report.documents.prevention import PreventionModel, prevention_paper
from facilitator.report.documents.walked import walked
from facilitator.report.kinds import PREVENTION_SCAN
from facilitator.report.press import Press
from facilitator.report.walk import paper_of
from tests.builders import Table
from tests.random_sessions import INSTRUMENT
from tests.report.reading import roles, seen

WALK = Walk("w", "instrument", "Wegen", INSTRUMENT)
TODAY = date(2026, 11, 27)
PLAN = Answered("veilig", 0, "de folder ligt er", "GGD", "<b>herdrukken</b>", date(2027, 1, 12))


def going(walk: Walk, *said: Answered) -> Walk:
    """A walk with this said."""
    for one in said:
        walk, _fallen = answered(walk, one)
    return walk


def at_table(walk: Walk, *said: Answered) -> Table:
    """A meeting in which it was walked."""
    table = Table().started()
    table.do(ev.WalkBegun, walk=walk)
    for one in said:
        table.do(ev.WalkAnswered, walk_id=walk.id, said=one)
    return table


def test_question_answer_reason_and_outcome_are_told() -> None:
    told = walked(going(WALK, Answered("veilig", 1, "Er is een wapen")))
    assert [(line.question, line.answer, line.notes) for line in told.lines] == [
        ("Is het veilig?", "nee", (("Why", "Er is een wapen"),))
    ]
    assert (told.outcome, told.to_do, told.ended) == ("Bel", ("Bel 0800-2000.",), "")


def test_a_plan_tells_who_what_and_when() -> None:
    plans = replace(WALK, instrument=replace(INSTRUMENT, plans=True))
    (line,) = walked(going(plans, PLAN)).lines
    assert line.notes == (
        ("How you can tell", "de folder ligt er"),
        ("Who sees to it", "GGD"),
        ("Next step", "<b>herdrukken</b>, before 12 januari 2027"),
    )


@pytest.mark.parametrize(
    ("walk", "words"),
    [
        (WALK, "Not finished. The next question is “Is het veilig?”"),
        (stopped(WALK), "Stopped at the question “Is het veilig?”"),
        (going(WALK, Answered("veilig", None, "Ik twijfel")), "Not finished"),
    ],
)
def test_one_that_is_not_finished_says_so(walk: Walk, words: str) -> None:
    assert words in walked(walk).ended


def test_a_question_that_is_only_read_and_one_without_an_answer_say_so() -> None:
    only = InstrumentQuestion("lees", "Lees dit.")
    dead = InstrumentQuestion("dood", "En dan?", answers=(InstrumentAnswer("Ja", "nergens"),))
    walk = replace(WALK, instrument=Instrument((only, dead)))
    assert [line.answer for line in walked(going(walk, Answered("lees", 0), Answered("dood", None, "?"))).lines] == [
        "read",
        "not answered yet",
    ]
    assert "leads nowhere" in walked(going(walk, Answered("lees", 0), Answered("dood", 0))).ended
    through = replace(walk, instrument=Instrument((only,)))
    assert walked(going(through, Answered("lees", 0))).ended == ""


def test_it_stands_in_the_report_of_its_session_as_it_was_typed(press: Press) -> None:
    text = " ".join(seen(report_of(at_table(WALK, replace(PLAN, answer=1)).session).render(press).pdf).split())
    assert "Instrument: Wegen" in text
    assert "<b>herdrukken</b>" in text
    assert "Bel 0800-2000." in text


def test_a_walk_in_which_nothing_was_said_is_not_told(press: Press) -> None:
    assert "Instrument:" not in seen(report_of(at_table(WALK).session).render(press).pdf)


def test_what_was_said_can_be_left_out_and_names_with_it(press: Press) -> None:
    session = at_table(WALK, replace(PLAN, reason="Noor Bakker belt")).session
    assert "Instrument:" not in seen(report_of(session, Contents(answers=False)).render(press).pdf)
    unnamed = seen(report_of(session, Contents(names=False)).render(press).pdf)
    assert "Instrument: Wegen" in unnamed
    assert "Bakker" not in unnamed


def test_the_prevention_plan_takes_how_it_stands_from_the_walk() -> None:
    scan = replace(WALK, card_id=PREVENTION_SCAN)
    shown = prevention_paper(at_table(scan, PLAN).session, INSTRUMENT).model
    assert isinstance(shown, PreventionModel)
    assert [(tip.standing, [one.text for one in tip.said]) for tip in shown.tips] == [
        ("ja", ["de folder ligt er"]),
        ("", []),
    ]


def test_the_prevention_plan_lets_nobody_say_what_it_only_sees_to(press: Press) -> None:
    session = at_table(replace(WALK, card_id=PREVENTION_SCAN), PLAN).session
    shown = prevention_paper(session, INSTRUMENT).model
    assert isinstance(shown, PreventionModel)
    assert [(one.text, one.organisation) for one in shown.tips[0].said] == [("de folder ligt er", "")]
    assert [tip.owner for tip in shown.tips] == ["GGD", ""]
    rendered = press.render("prevention.xhtml.j2", {"doc": shown}, prevention_paper(session, INSTRUMENT).meta)
    text = " ".join(seen(rendered.pdf).split())
    assert "Who sees to it GGD" in text
    assert "de folder ligt er GGD" not in text


def test_by_itself_it_says_that_it_is_no_case_file_and_whom_to_call(press: Press) -> None:
    made = paper_of(going(WALK, Answered("veilig", 1, "<script>")), TODAY)
    rendered = made.render(press)
    text = " ".join(seen(rendered.pdf).split())
    assert str(made.path) == "Wegen 2026-11-27.pdf"
    for words in ("This is no case file", "Call 112", "0800-2000", "<script>", "Bel vandaag"):
        assert words in text
    found = roles(rendered.pdf)
    assert [role for role in found if role in {"H1", "H2"}] == ["H1", "H2", "H2"]
    assert {"Table", "TH", "L", "LI"} <= set(found)


def test_ten_thousand_characters_of_reasons_fit_on_pages(press: Press) -> None:
    rendered = paper_of(going(WALK, Answered("veilig", 1, "lang verhaal " * 770)), TODAY).render(press)
    assert 2 <= rendered.pages <= 6
