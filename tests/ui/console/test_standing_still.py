"""The time of a meeting by hand: standing still, a start that was forgotten, a laptop that slept, a sound."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from facilitator.core import events as ev
from facilitator.core.events import Screen
from facilitator.core.pace import seconds_per_step
from facilitator.ui.console.bell import Bell
from facilitator.ui.console.time_dialogs import SleptDialog, StartDialog
from facilitator.ui.steady_clock import ClockSet, Slept
from tests.builders import START, Table
from tests.ui.conftest import Clock
from tests.ui.console.conftest import Led

Asked = Callable[[Led], StartDialog]


def minutes_of(led: Led) -> list[int]:
    return [round(seconds / 60) for seconds in seconds_per_step(led.session, led.running.now())]


def tick(led: Led, clock: Clock, minutes: float) -> None:
    led.console.tick(clock.pass_minutes(minutes))


# ---- standing still


def test_a_meeting_that_stands_still_says_so_and_since_when(led: Led, clock: Clock) -> None:
    tick(led, clock, 15)
    led.press("Ctrl+P")
    assert led.strip == "The meeting stands still. Ctrl+P goes on."
    tick(led, clock, 20)
    top, head = led.console.top, led.console.step.head
    assert top.pace.text() == "paused since 14:17 · runs until 15:51"
    assert head.left.text() == "stands still · 4 min left"
    assert (top.go_on.isVisible(), top.divide.isVisible()) == (True, False)
    led.press("Ctrl+P")
    assert led.strip == "The meeting goes on. It stood still for 20 minutes."
    assert head.left.text() == "4 min left"
    assert minutes_of(led)[1] == 16


def test_a_short_pause_moves_no_end_yet(led: Led, clock: Clock) -> None:
    led.press("Ctrl+P")
    tick(led, clock, 0.5)
    assert led.console.top.pace.text() == "paused since 14:02"


def test_the_button_goes_on_and_gives_the_keyboard_back(led: Led) -> None:
    led.press("Ctrl+P")
    led.console.top.go_on.setFocus()
    led.press("Return")
    assert led.session.course.paused_since is None
    assert not led.console.top.go_on.isVisible()
    assert led.console.step.entry.field.hasFocus()


def test_the_next_step_goes_on_too(led: Led, clock: Clock) -> None:
    led.press("Ctrl+P")
    clock.pass_minutes(5)
    led.press("PageDown")
    assert led.session.course.paused_since is None
    assert led.console.step.head.left.text() == "20 min left"


def test_a_meeting_stands_still_whatever_is_open(led: Led, qtbot: QtBot) -> None:
    led.press("F10")
    panel = led.console.panels.top
    assert panel is not None
    led.press("Ctrl+P")
    assert led.session.course.paused_since is not None
    assert panel.hint.text() == "The meeting stands still. Ctrl+P goes on."
    panel.shut()
    led.press("Ctrl+Shift+P")
    dialog = led.console.commands.time.correcting
    assert dialog is not None
    qtbot.waitUntil(dialog.field.hasFocus)
    led.press("Ctrl+P")
    assert led.session.course.paused_since is None
    assert not dialog.isVisible()  # it was asked before that


def test_a_meeting_that_does_not_run_cannot_stand_still(lead: Callable[..., Led]) -> None:
    led = lead(Table())
    led.press("Ctrl+P")
    assert led.strip == "The session has not started yet."
    table = Table().started()
    table.do(ev.SessionClosed)
    table.do(ev.SessionReopened)
    led = lead(table)
    led.press("Ctrl+Shift+P")
    assert led.strip == "The clock of this meeting has stopped: reopened to correct · version 2."
    assert led.console.commands.time.correcting is None


# ---- a start that was forgotten


@pytest.fixture
def asked(qtbot: QtBot) -> Asked:
    """Ask when it began, and wait until the time can be typed."""

    def ask(led: Led) -> StartDialog:
        led.press("Ctrl+Shift+P")
        dialog = led.console.commands.time.correcting
        assert dialog is not None
        qtbot.waitUntil(dialog.field.hasFocus)
        return dialog

    return ask


def test_a_meeting_that_began_earlier_is_put_right_and_back(
    lead: Callable[..., Led], clock: Clock, asked: Asked, qtbot: QtBot
) -> None:
    led = lead(Table().started())
    clock.pass_minutes(1)
    dialog = asked(led)
    assert not dialog.step.isVisible()
    assert (dialog.field.text(), dialog.accept_button.isEnabled()) == ("14:00", False)
    dialog.field.setText("13.50")
    assert dialog.outcome.text() == "Then this step has taken 12 minutes so far."
    dialog.accept_button.click()
    assert (minutes_of(led)[0], led.strip) == (12, "Put right: it began at 13:50. Ctrl+Z undoes it.")
    led.console.activateWindow()  # what a window manager does when a dialog goes
    qtbot.waitUntil(led.console.step.entry.field.hasFocus)
    led.press("Ctrl+Z")
    assert (minutes_of(led)[0], led.strip) == (2, "Taken back: when it began")


def test_a_step_that_began_earlier_says_what_it_takes_from_the_one_before(led: Led, clock: Clock, asked: Asked) -> None:
    clock.pass_minutes(29)
    led.press("PageDown")
    clock.pass_minutes(2)
    dialog = asked(led)
    assert (dialog.step.isChecked(), dialog.field.text()) == (True, "14:31")
    dialog.field.setText("1426")
    assert dialog.outcome.text() == "Then this step has taken 7 minutes so far. “Stap nodig” then took 25 minutes."
    dialog.field.setText("14:00")
    assert dialog.outcome.text() == "Type a time from 14:01 to 14:33."
    assert not dialog.accept_button.isEnabled()
    dialog.meeting.setChecked(True)
    assert dialog.field.text() == "14:00"
    dialog.field.setText("13:55")
    assert dialog.outcome.text() == "“Stap welkom” then took 6 minutes."
    dialog.field.setFocus()
    dialog.field.selectAll()
    led.type("13:56", "Return")
    assert led.session.course.visits[0].at == START  # when the key was pressed is kept
    assert minutes_of(led)[:3] == [5, 30, 2]


def test_words_that_are_no_time_say_what_to_type(led: Led, asked: Asked) -> None:
    dialog = asked(led)
    dialog.field.setText("straks")
    assert dialog.outcome.text() == "Type a time from 14:00 to 14:02."
    assert dialog.began is None
    assert led.console.commands.time.correcting is dialog
    led.press("Ctrl+Shift+P", "Escape")
    assert led.console.commands.time.correcting is None


def test_typing_a_time_presses_no_key_of_the_room(led: Led, asked: Asked) -> None:
    dialog = asked(led)
    led.type("14.01")
    assert dialog.field.text() == "14.01"
    assert led.session.course.screen is Screen.LIVE


def test_a_minute_that_is_to_come_is_none(led: Led, clock: Clock, asked: Asked) -> None:
    clock.pass_minutes(10.3)
    led.press("PageDown")
    clock.pass_minutes(0.6)
    dialog = asked(led)
    assert dialog.field.text() == "14:12"
    dialog.field.setText("14:13")
    assert dialog.outcome.text() == "Type a time from 14:01 to 14:12."


def test_the_question_goes_when_the_meeting_goes_on(led: Led, asked: Asked) -> None:
    dialog = asked(led)
    led.press("F5")
    assert dialog.isVisible()
    led.press("PageDown")
    assert not dialog.isVisible()


# ---- a laptop that slept


def slept(led: Led, clock: Clock, minutes: float) -> SleptDialog | None:
    before = clock.time
    tick(led, clock, minutes)
    led.console.commands.time.tell(Slept(before, clock.time))
    return led.console.commands.time.slept


def test_a_sleep_is_told_and_may_count_as_a_pause(led: Led, clock: Clock) -> None:
    tick(led, clock, 5)
    dialog = slept(led, clock, 40)
    assert dialog is not None
    assert dialog.windowTitle() == "The laptop slept for 40 minutes"
    dialog.accept_button.click()
    assert led.console.commands.time.slept is None
    assert (minutes_of(led)[1], led.strip) == (6, "40 minutes count as a pause. Ctrl+Z undoes it.")
    assert led.console.step.head.left.text() == "14 min left"
    led.press("Ctrl+Z")
    assert (minutes_of(led)[1], led.strip) == (46, "Taken back: a pause")


def test_a_meeting_that_went_on_while_the_laptop_slept_is_left_alone(led: Led, clock: Clock) -> None:
    before = led.session
    dialog = slept(led, clock, 40)
    assert dialog is not None
    dialog.cancel_button.click()
    assert led.session is before
    assert led.console.step.entry.field.hasFocus()


def test_asleep_again_before_there_was_an_answer_is_one_sleep(led: Led, clock: Clock) -> None:
    begun = clock.time
    first = slept(led, clock, 10)
    tick(led, clock, 0.1)
    second = slept(led, clock, 10)
    assert first is not second
    assert second is not None
    assert second.isVisible()
    assert second.stretch == ev.Stretch(begun, clock.time)


def test_a_sleep_in_a_pause_or_before_the_start_asks_nothing(lead: Callable[..., Led], clock: Clock) -> None:
    assert slept(lead(Table()), clock, 40) is None
    led = lead(Table().started())
    led.press("Ctrl+P")
    assert slept(led, clock, 40) is None


def test_a_clock_that_was_set_is_told_in_a_line(led: Led, clock: Clock) -> None:
    led.console.commands.time.tell(ClockSet(clock.time + timedelta(hours=1), clock.time))
    assert led.strip == "The laptop's clock was set: it tells 15:02. The meeting keeps its own time: 14:02."
    assert led.console.commands.time.slept is None
    led.type("x")
    assert led.strip == ""
    led.console.menus.time(QPoint())
    *_rest, told = led.console.menus.last.actions()
    assert (told.text(), told.isEnabled()) == (led.console.commands.time.clock_set, False)
    led.console.menus.last.close()


# ---- what can be done with the time


def test_all_of_it_hangs_under_the_clock(led: Led) -> None:
    led.console.top.clock.click()
    menu: QMenu = led.console.menus.last
    names = [action.text().partition("\t") for action in menu.actions() if action.text()]
    assert [key for _name, _tab, key in names] == ["Ctrl+P", "Ctrl+Shift+P", "Ctrl+J", "Ctrl+Shift+J", ""]
    menu.actions()[0].trigger()
    assert led.session.course.paused_since is not None
    menu.close()


def test_the_sound_is_off_until_it_is_asked_for_and_then_remembered(led: Led) -> None:
    rung: list[str] = []
    kept: list[bool] = []
    led.console.bell = Bell(lambda: rung.append("ring"), kept.append)
    led.console.menus.time(QPoint())
    *_rest, sound = led.console.menus.last.actions()
    assert not sound.isChecked()
    sound.trigger()
    assert (led.console.bell.on, kept, rung) == (True, [True], ["ring"])
    led.console.menus.last.close()


# ---- the sound


@pytest.fixture
def rung(led: Led) -> list[str]:
    """How often the sound was heard, on a console where it is on, in a step of twenty minutes that just began."""
    heard: list[str] = []
    led.console.bell = Bell(lambda: heard.append("ring"), on=True)
    led.console.tick(led.running.now())
    return heard


def test_it_sounds_at_a_fifth_and_at_the_end(led: Led, clock: Clock, rung: list[str]) -> None:
    heard = []
    for minutes in (14.9, 0.2, 0.1, 2.7, 0.2, 5):
        tick(led, clock, minutes)
        heard.append(len(rung))
    assert heard == [0, 1, 1, 1, 2, 2]


@pytest.mark.parametrize("key", ["F5", "Ctrl+P"])
def test_it_is_silent_while_the_screen_is_black_and_in_a_pause(
    led: Led, clock: Clock, rung: list[str], key: str
) -> None:
    led.press(key)
    tick(led, clock, 16)
    led.press(key)
    tick(led, clock, 0.1)
    assert rung == []


def test_it_is_off_by_itself_and_does_not_sound_for_a_step_that_was_over(led: Led, clock: Clock) -> None:
    heard: list[str] = []
    led.console.bell = Bell(lambda: heard.append("ring"))
    tick(led, clock, 1)
    tick(led, clock, 16)
    led.console.bell.on = True
    led.press("PageDown")
    tick(led, clock, 1)
    led.press("PageUp")
    tick(led, clock, 0.1)
    assert heard == []


def test_a_step_that_was_given_more_time_sounds_again(led: Led, clock: Clock, rung: list[str]) -> None:
    tick(led, clock, 16)
    led.press("Ctrl+Shift+J")
    tick(led, clock, 0.1)
    tick(led, clock, 5)
    assert rung == ["ring", "ring"]
