from datetime import timedelta

import pytest

from facilitator.core import events as ev
from facilitator.core.audience import ShownSilence, audience_view
from facilitator.core.events import Screen
from facilitator.core.refusal import Refusal
from tests.builders import Table


@pytest.fixture
def table() -> Table:
    return Table().started().at_step("nodig")


def quiet(table: Table) -> ShownSilence | None:
    return audience_view(table.session).silence


def test_the_room_sees_since_when_it_is_quiet(table: Table) -> None:
    began = table.at
    assert table.do(ev.SilenceBegun, minutes=2) is None
    assert quiet(table) == ShownSilence(began, 2)
    assert audience_view(table.session).title == "Titel nodig?"


def test_it_becomes_longer_counted_from_its_beginning(table: Table) -> None:
    began = table.at
    table.do(ev.SilenceBegun, minutes=1)
    table.do(ev.SilenceBegun, minutes=3)
    assert quiet(table) == ShownSilence(began, 3)
    table.do(ev.SilenceEnded)
    table.do(ev.SilenceBegun, minutes=1)
    assert quiet(table) == ShownSilence(began + timedelta(minutes=3), 1)


def test_it_ends_by_hand_or_by_moving_on_and_never_by_itself(table: Table) -> None:
    table.do(ev.SilenceBegun, minutes=1)
    table.at += timedelta(hours=1)
    assert quiet(table) is not None
    assert table.do(ev.SilenceEnded) is None
    assert (quiet(table), table.do(ev.SilenceEnded)) == (None, Refusal.NO_SILENCE)
    table.do(ev.SilenceBegun, minutes=1)
    assert quiet(table.at_step("ronde")) is None
    assert (table.session.course.silence, table.do(ev.SilenceEnded)) == (None, Refusal.NO_SILENCE)


def test_undo_leaves_it_alone(table: Table) -> None:
    table.do(ev.NoteWritten, note=ev.Note("n", "rustig"))
    table.do(ev.SilenceBegun, minutes=1)
    table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    assert quiet(table) is not None


def test_a_frozen_screen_keeps_what_it_saw_of_it(table: Table) -> None:
    table.do(ev.ScreenSet, screen=Screen.FROZEN)
    table.do(ev.SilenceBegun, minutes=1)
    assert quiet(table) is None
    table.do(ev.ScreenBack)
    table.do(ev.ScreenSet, screen=Screen.FROZEN)
    table.do(ev.SilenceEnded)
    assert quiet(table) is not None
    table.do(ev.ScreenSet, screen=Screen.BLACK)
    assert quiet(table) is None


def test_it_is_for_a_meeting_that_runs(table: Table) -> None:
    assert Table().do(ev.SilenceBegun, minutes=1) is Refusal.NOT_RUNNING
    assert table.do(ev.SilenceBegun, minutes=0) is Refusal.UNKNOWN
    table.do(ev.SilenceBegun, minutes=1)
    table.do(ev.SessionClosed)
    table.do(ev.SessionReopened)
    assert table.session.course.silence is None
    assert table.do(ev.SilenceBegun, minutes=1) is Refusal.NOT_RUNNING
