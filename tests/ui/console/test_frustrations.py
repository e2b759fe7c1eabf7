"""Counting who recognises a frustration, with digits, without anybody being named."""

from __future__ import annotations

import pytest

from facilitator.core.events import SessionClosed
from facilitator.core.frustration import counted
from facilitator.core.vocabulary import Frustration
from facilitator.ui.console.frustrations import Frustrations
from tests.ui.console.conftest import Led


@pytest.fixture
def panel(led: Led) -> Frustrations:
    """The panel, opened with its key."""
    led.press("Ctrl+Shift+F")
    panel = led.console.panels.frustrations
    assert panel.isVisible()
    return panel


def test_digits_count_and_with_ctrl_they_count_back(led: Led, panel: Frustrations) -> None:
    led.press("3", "3", "1", "Ctrl+3")
    assert counted(led.session) == {Frustration.TRUST: 1, Frustration.DIRECTION: 1}
    assert panel.counts[Frustration.TRUST].text() == "1"


def test_a_digit_that_is_another_key_of_the_console_counts_nothing(led: Led, panel: Frustrations) -> None:
    led.press("Alt+1", "Ctrl+Alt+2")
    assert counted(led.session) == {}
    assert led.session.course.case_scene is None


def test_there_are_never_fewer_than_none(led: Led, panel: Frustrations) -> None:
    led.press("Ctrl+2")
    assert counted(led.session) == {}
    led.press("2", "Ctrl+2", "Ctrl+2")
    assert counted(led.session) == {}
    assert not panel.fewer[Frustration.PARTNERS].isEnabled()


def test_the_keyboard_stays_where_it_can_count(led: Led, panel: Frustrations) -> None:
    panel.more[Frustration.KNOWLEDGE].click()
    panel.fewer[Frustration.KNOWLEDGE].setFocus()
    led.press("Return")
    assert panel.more[Frustration.KNOWLEDGE].hasFocus()


def test_what_was_counted_is_taken_back_and_the_key_closes_the_panel(led: Led, panel: Frustrations) -> None:
    led.press("5", "Ctrl+Z")
    assert counted(led.session) == {}
    assert "how many recognise a frustration" in panel.hint.text()
    led.press("Ctrl+Shift+F")
    assert not panel.isVisible()


def test_another_step_begins_at_none(led: Led, panel: Frustrations) -> None:
    led.press("4", "Escape", "PageDown", "Ctrl+Shift+F")
    assert panel.counts[Frustration.KNOWLEDGE].text() == "0"
    assert counted(led.session) == {Frustration.KNOWLEDGE: 1}


def test_folded_it_is_out_of_sight_and_does_not_open(led: Led, panel: Frustrations) -> None:
    led.press("2", "Escape", "F12")
    led.press("Ctrl+Shift+F")
    assert not panel.isVisible()
    led.press("F12", "Ctrl+Shift+F")
    assert panel.isVisible()
    led.press("F12")
    assert not panel.isVisible()


def test_a_closed_session_counts_nothing(led: Led) -> None:
    led.running.do(SessionClosed)
    led.press("Ctrl+Shift+F")
    assert not led.console.panels.frustrations.isVisible()
