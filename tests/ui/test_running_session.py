"""The one door for events: what it lets through, in which form, and whom it tells."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, timedelta, timezone

from pytestqt.qtbot import QtBot

from facilitator.core.events import (
    Answer,
    AnswerChanged,
    AnswerGiven,
    AnswersShown,
    Event,
    Note,
    NoteWritten,
    Redone,
    Screen,
    Spotted,
    StepEntered,
    Undone,
)
from facilitator.core.refusal import Refusal
from facilitator.core.session import Session
from facilitator.core.text import REPLACEMENT
from facilitator.ui.running_session import RunningSession
from tests.ui.conftest import Clock


def note(running: RunningSession, text: str) -> bool:
    return running.do(NoteWritten, note=Note(running.new_id(), text))


def test_text_is_made_safe_before_anything_sees_it(running: RunningSession, kept: list[Event]) -> None:
    assert note(running, "Bel\x00 Sam \ud83d e\u0301\r\nmorgen")
    expected = f"Bel{REPLACEMENT} Sam {REPLACEMENT} \u00e9\nmorgen"
    assert running.session.notebook.notes[0].text == expected
    (event,) = kept
    assert isinstance(event, NoteWritten)
    assert event.note.text == expected


def test_what_fits_is_kept_and_then_told(
    session: Session, clock: Clock, new_id: Callable[[], str], qtbot: QtBot
) -> None:
    order: list[str] = []
    running = RunningSession(session, lambda _event, after: order.append(f"kept {after.notebook.notes}"), clock, new_id)
    running.changed.connect(lambda after: order.append(f"told {after.notebook.notes}"))
    note(running, "x")
    assert order == [f"kept {running.session.notebook.notes}", f"told {running.session.notebook.notes}"]


def test_what_does_not_fit_changes_nothing_and_is_told_why(
    running: RunningSession, kept: list[Event], qtbot: QtBot
) -> None:
    before = running.session
    with qtbot.waitSignal(running.refused) as refused, qtbot.assertNotEmitted(running.changed):
        assert not note(running, " ")
    assert refused.args == [Refusal.EMPTY]
    assert (running.session, kept) == (before, [])


def test_undo_and_redo_name_the_change_they_are_about(running: RunningSession, kept: list[Event]) -> None:
    assert not running.undo()
    assert not running.redo()
    note(running, "x")
    assert running.undo()
    assert running.session.notebook.notes == ()
    assert running.redo()
    (written, undone, redone) = kept
    assert isinstance(undone, Undone)
    assert isinstance(redone, Redone)
    assert undone.event_id == redone.event_id == written.id


def test_a_key_of_the_screen_brings_back_what_was_there(running: RunningSession) -> None:
    screens = (Screen.BLACK, Screen.NEUTRAL, Screen.NEUTRAL, Screen.BLACK)
    seen = [running.toggle_screen(screen) and running.session.course.screen for screen in screens]
    assert seen == [Screen.BLACK, Screen.NEUTRAL, Screen.BLACK, Screen.LIVE]


def test_moments_are_kept_in_utc(running: RunningSession, clock: Clock) -> None:
    clock.time = clock.time.astimezone(timezone(timedelta(hours=5)))
    assert running.now().tzinfo is UTC
    assert running.now() == clock.time


def test_what_looks_like_personal_data_is_noted_in_the_event_and_held_back(
    session: Session, clock: Clock, new_id: Callable[[], str]
) -> None:
    kept: list[Event] = []

    def spot(text: str, _session: Session) -> tuple[Spotted, ...]:
        return (Spotted("bsn", "111222333"),) if "111222333" in text else ()

    running = RunningSession(session, lambda event, _after: kept.append(event), clock, new_id, spot)
    running.do(StepEntered, step_id="expect")
    assert running.do(AnswerGiven, answer=Answer("a", "expect", "Haar bsn is 111222333"))
    given = kept[-1]
    assert isinstance(given, AnswerGiven)
    assert given.findings == (Spotted("bsn", "111222333"),)
    assert not running.do(AnswersShown, answer_ids=("a",))
    assert running.do(AnswerChanged, answer_id="a", text="Haar nummer staat in het dossier")
    assert running.do(AnswersShown, answer_ids=("a",))


def test_all_hear_the_newest_session_last_though_one_of_them_records_something(running: RunningSession) -> None:
    heard: list[Session] = []
    running.changed.connect(lambda after: len(after.notebook.notes) == 1 and note(running, "y"))
    running.changed.connect(heard.append)
    note(running, "x")
    assert [len(session.notebook.notes) for session in heard] == [1, 2]
    assert heard[-1] is running.session
