"""Frustrations: how many recognise one, without anybody being named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.core import events as ev
from facilitator.core.audience import audience_view
from facilitator.core.frustration import counted, counted_at
from facilitator.core.refusal import Refusal
from facilitator.core.script import Answering, StepKind
from facilitator.core.vocabulary import Frustration
from tests.builders import SCRIPT, Table, step

WHICH = replace(
    SCRIPT,
    steps=(
        *SCRIPT.steps,
        step(
            "welke",
            StepKind.CHOICE,
            answering=Answering.CHOICE,
            choices=("Ik mis de regie", "Ik mis kennis", "Iets anders"),
            frustrations=(Frustration.DIRECTION, Frustration.KNOWLEDGE),
        ),
    ),
)


def count(table: Table, frustration: Frustration, people: int, step_id: str = "nodig") -> Refusal | None:
    return table.do(ev.FrustrationCounted, frustration=frustration, people=people, step_id=step_id)


def test_how_many_recognise_it_can_be_put_right() -> None:
    table = Table().started()
    assert count(table, Frustration.TRUST, 3) is None
    assert count(table, Frustration.DIRECTION, 2) is None
    assert count(table, Frustration.TRUST, 4) is None
    assert counted_at(table.session, "nodig") == {Frustration.TRUST: 4, Frustration.DIRECTION: 2}
    assert counted_at(table.session, "ronde") == {}


def test_nobody_takes_it_away_and_undo_brings_it_back() -> None:
    table = Table().started()
    count(table, Frustration.TRUST, 3)
    assert count(table, Frustration.TRUST, 0) is None
    assert counted(table.session) == {}
    table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    assert counted(table.session) == {Frustration.TRUST: 3}


@pytest.mark.parametrize("people", [0, -2])
def test_nobody_where_nobody_was_is_no_change(people: int) -> None:
    assert count(Table().started(), Frustration.TRUST, people) is Refusal.UNKNOWN


def test_it_is_counted_while_a_meeting_runs_at_a_step_that_is_there() -> None:
    assert count(Table(), Frustration.TRUST, 3) is Refusal.NOT_RUNNING
    assert count(Table().started(), Frustration.TRUST, 3, "elders") is Refusal.UNKNOWN


def test_what_was_chosen_counts_along() -> None:
    table = Table(WHICH).started()
    for number, text in enumerate(("Ik mis kennis", "Ik mis kennis", "Iets anders", "Ik mis de regie")):
        table.do(ev.AnswerGiven, answer=ev.Answer(f"a{number}", "welke", text))
    count(table, Frustration.KNOWLEDGE, 3)
    assert counted(table.session) == {Frustration.KNOWLEDGE: 3, Frustration.DIRECTION: 1}
    count(table, Frustration.KNOWLEDGE, 1)
    assert counted(table.session)[Frustration.KNOWLEDGE] == 2


def test_a_few_people_at_several_steps_stay_a_few() -> None:
    table = Table().started()
    for step_id in ("nodig", "ronde", "kies"):
        count(table, Frustration.TRUST, 3, step_id)
    assert counted(table.session) == {Frustration.TRUST: 3}


def test_the_room_sees_nothing_of_it() -> None:
    table = Table().started()
    before = audience_view(table.session)
    count(table, Frustration.TRUST, 3)
    assert audience_view(table.session) == before
