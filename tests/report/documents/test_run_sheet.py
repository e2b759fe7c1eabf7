from __future__ import annotations

from dataclasses import replace

from facilitator.core.casus import Weighing
from facilitator.core.script import Guidance
from facilitator.report.documents.run_sheet import RunSheetModel, run_sheet_paper
from tests.builders import CASE, CASE_SCRIPT, SCRIPT, Table


def model(table: Table) -> RunSheetModel:
    shown = run_sheet_paper(table.session).model
    assert isinstance(shown, RunSheetModel)
    return shown


def test_every_step_has_its_time_by_the_clock_of_the_place() -> None:
    shown = model(Table())
    assert [(hour.start, hour.minutes) for hour in shown.hours[:3]] == [
        ("14:00", "10 minutes"),
        ("14:10", "20 minutes"),
        ("14:30", "20 minutes"),
    ]
    assert shown.hours[0].keeps == "keeps its time"
    assert shown.end == "15:40"
    first = shown.steps[0]
    assert (first.start, first.minutes, first.until) == ("14:00", "10 minutes", "until 14:10 · keeps its time")
    assert shown.steps[1].until == "until 14:30"
    assert shown.subtitle == "Wijk Noord · dinsdag 17 november 2026 · 14.00 to 15.40 uur"


def test_a_step_tells_what_to_say_and_ask_and_how_answers_come() -> None:
    shown = model(Table()).steps
    assert [(cue.name, cue.items) for cue in shown[0].cues] == [("Say", ("Welkom allemaal.",))]
    assert [(cue.name, cue.items) for cue in shown[1].cues] == [
        ("Guiding questions", ("Wat heb jij nodig?", "wijkagent: Van wie?")),
        ("Answers", ("You type answers as they come. The room sees answers when you reveal them.",)),
    ]
    assert shown[3].cues[0].items == ("Everybody chooses: ja; nee. The room sees answers when you reveal them.",)


def test_a_question_that_is_asked_already_is_not_printed_twice() -> None:
    asked = replace(SCRIPT.steps[1], guidance=Guidance(ask=("Wat heb jij nodig?",)))
    shown = model(Table(replace(SCRIPT, steps=(SCRIPT.steps[0], asked, *SCRIPT.steps[2:]))))
    assert [cue.items for cue in shown.steps[1].cues[:2]] == [("Wat heb jij nodig?",), ("wijkagent: Van wie?",)]


def test_everything_to_arrange_is_there() -> None:
    shown = model(Table())
    preparation = SCRIPT.preparation
    assert (shown.room, shown.materials) == (preparation.room, preparation.materials)
    assert (shown.checklist, shown.invitation) == (preparation.checklist, preparation.invitation)
    assert shown.group == "For four to sixteen participants."
    assert shown.house_rules == SCRIPT.house_rules
    assert shown.sources == (("Een bron", "https://example.org/bron"),)


def test_a_case_brings_its_moments() -> None:
    told = replace(
        CASE,
        moments=(
            replace(CASE.moments[0], weighing=(Weighing(2, ("ja",), ("nee",)),), goes_wrong=("te snel",)),
            replace(CASE.moments[1], turning_points=("stilte",), meldcode_step=None),
        ),
    )
    shown = model(Table(CASE_SCRIPT, told))
    first, second = shown.steps[1].moments
    assert (first.number, second.number) == ("Moment 1", "Moment 2")
    assert first.place == "Phase: Direct safety · Reporting code, step 1: Mapping signals"
    assert second.place == "Phase: Direct safety"
    assert [weighed.question for weighed in first.weighed] == ["2. Safety"]
    assert [cue.name for cue in first.cues] == ["Ask", "Guiding questions", "Often goes wrong"]
    assert second.cues[-1].items == ("stilte",)
    assert shown.case is not None
    assert shown.case.goals == CASE.learning_goals
