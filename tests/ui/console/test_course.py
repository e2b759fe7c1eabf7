"""Through the session: steps, moments, questions, the bar, the programme, the clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.core.events import Screen, SessionClosed, SessionReopened
from facilitator.core.script import Guidance
from facilitator.core.session import State
from facilitator.ui.console.rows import Look
from facilitator.ui.widgets import Prose
from tests.builders import CASE, CASE_SCRIPT, SCRIPT, Table, step
from tests.ui.conftest import Clock
from tests.ui.console.conftest import Led


def test_a_planned_session_begins_with_the_first_step_on(lead: Callable[..., Led]) -> None:
    led = lead(Table())
    assert led.console.step.bottom.next.accessibleName().startswith("Begin: Stap welkom")
    led.press("PageDown")
    assert led.session.course.state is State.RUNNING
    assert led.session.step.id == "welkom"


def test_jumping_by_number_and_from_the_programme(led: Led) -> None:
    led.press("Ctrl+4")
    assert led.session.step.id == "kies"
    led.press("Ctrl+9")
    assert led.session.step.id == "kies"
    led.press("Ctrl+G", "Down", "Return")
    assert led.session.step.id == "schaal"
    assert led.console.step.entry.field.hasFocus()


def test_the_programme_tells_done_now_and_to_come(led: Led) -> None:
    looks = [row.look for row in led.console.programme.list.rows]
    assert looks == [Look.DONE, Look.NOW, *[Look.PLAIN] * 4]
    assert led.console.programme.list.rows[1].spoken == "Stap nodig, 20 minutes, now"


def test_a_click_on_the_bar_goes_to_that_step(led: Led) -> None:
    part = led.console.bar.parts()[4]
    QTest.mouseClick(led.console.bar, Qt.MouseButton.LeftButton, pos=QPoint(int(part.center().x()), 8))
    assert led.session.step.id == "schaal"


def test_questions_are_put_to_the_room_in_turn(led: Led) -> None:
    seen = []
    for _time in range(3):
        led.press("Alt+Down")
        seen.append(led.session.course.question_id)
    led.press("Alt+Up")
    assert [*seen, led.session.course.question_id] == ["q1", "q2", None, "q2"]
    assert [row.pill for row in led.console.step.questions.list.rows][-1] == "to the room ✓"


def test_the_moments_of_a_case_are_steps_of_their_own(lead: Callable[..., Led]) -> None:
    led = lead(Table(CASE_SCRIPT, CASE).started().at_step("casus"))
    assert led.console.step.head.title.text() == "maandag"
    led.press("PageDown")
    assert (led.session.course.page, led.console.step.head.title.text()) == (1, "dinsdag")
    assert "leerkracht: Ziet blauwe plekken." in led.console.step.guidance.text
    subs = [row for row in led.console.programme.list.rows if row.look in {Look.SUB, Look.SUB_NOW}]
    assert [row.look for row in subs] == [Look.SUB, Look.SUB_NOW]
    led.console.programme.list.opened.emit(subs[0].id)
    assert led.session.course.page == 0


def test_the_clock_and_the_pace(led: Led, clock: Clock) -> None:
    led.console.tick(clock.pass_minutes(18))
    assert led.console.top.clock.text() == "14:20"
    assert led.console.top.pace.text() == "9 min ahead"
    led.console.tick(clock.pass_minutes(40))
    assert led.console.top.pace.text() == "30 min behind · runs until 16:10"
    assert led.console.step.head.left.text().endswith("over time")


def test_the_screens_and_the_way_back(led: Led) -> None:
    seen = []
    for key in ("F6", "F5", "F5", "F7"):
        led.press(key)
        seen.append(led.session.course.screen)
    assert seen == [Screen.FROZEN, Screen.BLACK, Screen.FROZEN, Screen.NEUTRAL]


def test_a_button_says_how_to_get_the_screen_back(led: Led) -> None:
    led.press("F5")
    assert led.console.step.bottom.black.accessibleName() == "Screen back"
    assert led.console.step.head.seen.text() in {"no room screen", "■ black"}


def test_past_the_last_step_comes_reading_back(led: Led) -> None:
    led.press("Ctrl+6", "PageDown")
    assert led.console.panels.read_back.isVisible()


def test_a_closed_session_is_not_opened_by_a_clicker(lead: Callable[..., Led]) -> None:
    table = Table().started()
    table.do(SessionClosed)
    led = lead(table)
    led.press("PageDown")
    states = [led.session.course.state]
    assert led.strip.startswith("The session is closed.")
    led.console.step.bottom.next.click()
    assert [*states, led.session.course.state] == [State.CLOSED, State.REOPENED]


def test_a_reopened_session_has_no_pace(lead: Callable[..., Led]) -> None:
    table = Table().started()
    table.do(SessionClosed)
    table.do(SessionReopened)
    led = lead(table)
    assert led.console.top.pace.text() == "reopened to correct · version 2"
    assert led.console.step.head.left.text() == ""


def test_the_guidance_is_read_from_the_typing_line(lead: Callable[..., Led], qtbot: QtBot) -> None:
    long = step("lang", guidance=Guidance(say=tuple(f"Zin {number}." for number in range(60))))
    led = lead(Table(replace(SCRIPT, steps=(long,))).started(), 1024, 640)
    guidance = led.console.step.guidance
    qtbot.waitUntil(lambda: isinstance(guidance.currentWidget(), Prose))  # built when the window has settled
    page = guidance.currentWidget()
    assert isinstance(page, Prose)
    bar = page.verticalScrollBar()
    led.press("Ctrl+Down")
    assert bar.value() > 0
    led.press("Ctrl+Up")
    assert bar.value() == 0
    assert led.console.step.entry.field.hasFocus()
