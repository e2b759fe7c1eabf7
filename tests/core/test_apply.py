from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from facilitator.core import events as ev
from facilitator.core.apply import UNDO_DEPTH, apply, fold, judge
from facilitator.core.events import Answer, Note, Screen
from facilitator.core.refusal import Refusal
from facilitator.core.session import State
from tests.builders import CASE, CASE_SCRIPT, SCRIPT, Table
from tests.random_sessions import tables


def note(number: int) -> Note:
    return Note(f"n-{number}", f"notitie {number}")


@given(tables())
def test_any_sequence_of_events_folds_to_the_session_it_made(table: Table) -> None:
    assert fold(table.events) == table.session


@given(tables())
def test_an_event_that_does_not_fit_leaves_the_very_same_session(table: Table) -> None:
    event = table.event(ev.AgreementRemoved, agreement_id="never was")
    assert apply(table.session, event) is table.session


@given(tables())
def test_undo_gives_back_the_notebook_before_the_newest_change(table: Table) -> None:
    if table.session.course.state is State.CLOSED or not table.session.history:
        return
    before, now = table.session.history[-1], table.session
    assert table.do(ev.Undone, event_id=before.event_id) is None
    assert table.session.notebook == before.notebook
    # Another case or another programme comes with a visit of its own; all else leaves the course alone.
    led = [(book.case, book.steps, book.dropped) for book in (before.notebook, now.notebook)]
    assert led[0] != led[1] or table.session.course == now.course


@given(tables())
def test_undo_and_redo_of_everything_ends_where_it_began(table: Table) -> None:
    if table.session.course.state is State.CLOSED:
        return
    table.do(ev.StepEntered, step_id=table.session.script.steps[0].id)  # one that no undo takes away
    table.do(ev.SlideShown, slide_id=None)
    written = table.session.notebook
    steps = len(table.session.history)
    for _ in range(steps):
        assert table.do(ev.Undone, event_id=table.session.history[-1].event_id) is None
    for _ in range(steps):
        assert table.do(ev.Redone, event_id=table.session.undone[-1].event_id) is None
    assert table.session.notebook == written


def test_only_the_newest_change_can_be_taken_back() -> None:
    table = Table()
    table.do(ev.NoteWritten, note=note(1))
    oldest = table.events[-1].id
    table.do(ev.NoteWritten, note=note(2))
    assert table.do(ev.Undone, event_id=oldest) is Refusal.NOTHING_TO_UNDO


def test_nothing_to_take_back_is_said() -> None:
    assert Table().do(ev.Undone, event_id="") is Refusal.NOTHING_TO_UNDO
    assert Table().do(ev.Redone, event_id="") is Refusal.NOTHING_TO_REDO


def test_a_new_change_clears_redo() -> None:
    table = Table()
    table.do(ev.NoteWritten, note=note(1))
    first = table.events[-1].id
    table.do(ev.Undone, event_id=first)
    table.do(ev.NoteWritten, note=note(2))
    assert table.do(ev.Redone, event_id=first) is Refusal.NOTHING_TO_REDO


def test_moving_is_not_undone() -> None:
    table = Table().started()
    table.do(ev.NoteWritten, note=note(1))
    written = table.events[-1].id
    table.at_step("nodig")
    table.do(ev.Undone, event_id=written)
    assert (table.session.step.id, table.session.notebook.notes) == ("nodig", ())


def test_history_is_bounded() -> None:
    table = Table()
    for number in range(UNDO_DEPTH + 5):
        table.do(ev.NoteWritten, note=note(number))
    assert len(table.session.history) == UNDO_DEPTH
    assert len(table.session.notebook.notes) == UNDO_DEPTH + 5


def test_a_session_begins_once_and_with_its_plan() -> None:
    table = Table()
    planned = table.events[0]
    assert judge(table.session, planned) is Refusal.BEGUN
    assert judge(None, table.event(ev.SessionStarted)) is Refusal.NOT_BEGUN
    assert fold([table.event(ev.SessionStarted)]) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"minutes": (1, 2)},
        {"script": replace(SCRIPT, steps=()), "minutes": ()},
        {"script": CASE_SCRIPT, "minutes": (1, 2, 3)},
    ],
    ids=["minutes do not match", "no steps", "no case"],
)
def test_a_plan_that_cannot_be_led_begins_nothing(wrong: dict[str, Any]) -> None:
    assert judge(None, replace(Table().events[0], **wrong)) is Refusal.NOT_BEGUN


def test_a_closed_session_only_takes_follow_up_and_reopening() -> None:
    table = Table().started()
    assert table.do(ev.SessionClosed) is None
    assert table.do(ev.NoteWritten, note=note(1)) is Refusal.CLOSED
    assert table.do(ev.SessionClosed) is Refusal.CLOSED
    assert table.do(ev.ScreenSet, screen=Screen.BLACK) is None
    assert table.do(ev.SessionReopened, reason="naam fout") is None
    assert table.do(ev.NoteWritten, note=note(1)) is None


def test_versions_count_closings() -> None:
    table = Table().started()
    versions = [table.session.version]
    for kind in (ev.SessionClosed, ev.SessionReopened, ev.SessionClosed):
        table.do(kind)
        versions.append(table.session.version)
    assert versions == [1, 1, 2, 2]


def test_a_reopened_session_moves_without_its_clock() -> None:
    table = Table().started()
    table.do(ev.SessionClosed)
    table.do(ev.SessionReopened)
    visits = table.session.course.visits
    table.at_step("nodig")
    assert (table.session.course.visits, table.session.step.id) == (visits, "nodig")


def test_answers_belong_to_the_page_they_were_given_on() -> None:
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus", 1)
    table.do(ev.AnswerGiven, answer=Answer("a", "casus", "Bellen", moment_id="m2"))
    assert [a.id for a in table.session.answers_here()] == ["a"]
    table.at_step("casus", 0)
    assert table.session.answers_here() == ()
