"""Dividing the time anew: proposed, seen, accepted, taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from facilitator.core.events import Screen
from facilitator.core.pace import divided_anew
from facilitator.ui.console.divide import DivideDialog
from facilitator.ui.widgets import Dialog, Tone
from tests.builders import SCRIPT, Table
from tests.ui.conftest import Clock
from tests.ui.console.conftest import Led


@pytest.fixture
def late(led: Led, clock: Clock) -> Led:
    """A meeting that is a quarter of an hour late in a step of twenty minutes."""
    clock.pass_minutes(35)
    led.console.tick(clock.time)
    return led


def proposal(led: Led) -> DivideDialog:
    """What is proposed, open."""
    dialog = led.console.commands.time.dividing
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def test_who_is_late_is_offered_it_and_who_is_not_is_not(led: Led, clock: Clock) -> None:
    led.console.tick(clock.time)
    assert not led.console.top.divide.isVisible()
    clock.pass_minutes(35)
    led.console.tick(clock.time)
    led.console.top.divide.click()
    assert proposal(led).rows[0][0] == SCRIPT.steps[1].title


def test_a_proposal_holds_once_it_is_accepted_and_can_be_taken_back(late: Led) -> None:
    before = late.session.plan
    late.press("Ctrl+J")
    dialog = proposal(late)
    assert late.session.plan == before
    division = divided_anew(late.session, late.running.now())
    assert division is not None
    offered = division.minutes
    dialog.accept_button.click()
    assert late.session.plan != before
    assert late.session.plan == offered
    assert "Ctrl+Z" in late.strip
    assert late.console.step.entry.field.hasFocus()
    late.press("Ctrl+Z")
    assert late.session.plan == before
    assert late.strip == "Taken back: how the time is divided"


def test_a_protected_step_is_said_to_keep_its_time(late: Led) -> None:
    late.press("Ctrl+J")
    rows = {title: (now, then) for title, now, then in proposal(late).rows}
    protected = next(step for step in SCRIPT.steps[2:] if step.protected)
    assert rows[protected.title] == (f"{protected.minutes} minutes", "keeps its time")


def test_leaving_it_changes_nothing(late: Led) -> None:
    before = late.session
    late.press("Ctrl+J", "Escape")
    assert late.session is before


def test_a_proposal_goes_when_the_meeting_goes_on(late: Led) -> None:
    late.press("Ctrl+J")
    dialog = proposal(late)
    late.press("PageDown")
    assert not dialog.isVisible()
    assert late.session.step_number == 2


def test_a_proposal_goes_when_the_minutes_change_under_it(late: Led) -> None:
    late.press("Ctrl+J")
    dialog = proposal(late)
    late.console.deeds.longer(5)
    assert not dialog.isVisible()


def test_a_proposal_that_was_looked_at_for_long_is_made_anew(late: Led, clock: Clock, qtbot: QtBot) -> None:
    before = late.session.plan
    late.press("Ctrl+J")
    first = proposal(late)
    clock.pass_minutes(5)
    first.accept_button.click()
    assert late.session.plan == before
    qtbot.waitUntil(lambda: late.console.commands.time.dividing not in {None, first})
    proposal(late).accept_button.click()
    assert late.session.plan != before


def test_other_commands_stay_out_of_an_open_proposal(late: Led) -> None:
    late.press("Ctrl+J", "F10", "F2", "Ctrl+Shift+J", "F1")
    assert late.console.panels.top is None
    late.press("F5")
    assert late.session.course.screen is Screen.BLACK


def test_at_the_last_step_nothing_opens_beneath_a_dialog(late: Led, qtbot: QtBot) -> None:
    late.console.deeds.jump(len(SCRIPT.steps) - 1)
    dialog = Dialog("Iets anders", late.console)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    late.press("PageDown")
    assert late.console.panels.top is None
    dialog.reject()
    late.console.take_keyboard()
    late.press("PageDown")
    assert late.console.panels.top is not None


def test_what_can_give_nothing_more_is_said_again(late: Led, clock: Clock) -> None:
    clock.pass_minutes(60)
    late.press("Ctrl+J")
    proposal(late).accept_button.click()
    late.press("Ctrl+J")
    assert late.console.commands.time.dividing is None
    assert late.strip.startswith("No step can give more.")


def test_a_session_led_on_another_day_is_offered_nothing(led: Led, clock: Clock) -> None:
    led.console.tick(clock.pass_minutes(48 * 60))
    assert not led.console.top.divide.isVisible()
    led.press("Ctrl+J")
    assert led.console.commands.time.dividing is None
    assert led.strip == "The meeting was planned for quite another time."


def test_the_keyboard_goes_to_the_line_when_the_button_goes(late: Led, clock: Clock) -> None:
    late.console.top.divide.setFocus()
    assert late.console.top.divide.hasFocus()
    late.console.deeds.divide(tuple(0 for _ in late.session.plan))
    late.console.tick(clock.time)
    assert not late.console.top.divide.isVisible()
    assert late.console.step.entry.field.hasFocus()


@pytest.mark.parametrize(
    ("seconds", "words", "tone"), [(14, "on schedule", Tone.CALM), (40, "a little behind", Tone.CALM)]
)
def test_a_slight_deviation_is_told_and_asks_for_nothing(
    lead: Callable[..., Led], clock: Clock, seconds: int, words: str, tone: Tone
) -> None:
    led = lead(Table().started())
    led.console.tick(clock.pass_minutes(9 + seconds / 60))
    assert (led.console.top.pace.text(), led.console.top.pace.property("role")) == (words, f"pill-{tone}")
    assert not led.console.top.divide.isVisible()
    led.press("Ctrl+J")
    assert led.strip == "There is nothing to divide."


def test_it_is_asked_once(late: Led) -> None:
    late.press("Ctrl+J")
    dialog = proposal(late)
    late.press("Ctrl+J")
    assert late.console.commands.time.dividing is dialog


def test_what_cannot_be_made_up_is_said(late: Led, clock: Clock) -> None:
    clock.pass_minutes(60)
    late.press("Ctrl+J")
    assert "No step can give more." in proposal(late).outcome.text()


def test_on_time_there_is_nothing_to_divide(led: Led) -> None:
    led.press("Ctrl+J")
    assert led.console.commands.time.dividing is None
    assert led.strip == "There is nothing to divide."


def test_a_step_is_given_five_minutes_more(led: Led) -> None:
    before = led.session.plan[1]
    led.press("Ctrl+Shift+J", "Ctrl+Shift+J")
    assert led.session.plan[1] == before + 10
    assert f"{before + 10} minutes" in led.strip
    led.press("Ctrl+Z")
    assert led.session.plan[1] == before + 5


@pytest.mark.parametrize(
    ("minutes", "words", "role"),
    [(2, "17 min left", "soft"), (16, "3 min left", "strong"), (18.5, "round off · 1 min left", "attention")],
)
def test_the_end_of_a_step_is_told_calmly(led: Led, clock: Clock, minutes: float, words: str, role: str) -> None:
    led.console.tick(clock.pass_minutes(minutes))
    assert (led.console.step.head.left.text(), led.console.step.head.left.property("role")) == (words, role)
