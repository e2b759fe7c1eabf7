"""What changes is told to who listens: once, in words, and nothing that the room may not hear."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtGui import QAccessible, QAccessibleEvent

from facilitator.core import events as ev
from tests.builders import Table
from tests.ui.conftest import START
from tests.ui.console.conftest import Led


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everything that was announced."""
    found: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if event.type() is QAccessible.Event.Announcement:
            found.append(event.message())  # type: ignore[attr-defined]

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return found


@pytest.mark.parametrize(
    ("key", "words", "back"),
    [
        ("F5", "The room's screen is black.", "The room sees the session."),
        ("F6", "The room's screen is frozen.", "The room sees the session."),
        ("F7", "The room's screen is neutral.", "The room sees the session."),
    ],
)
def test_what_the_room_sees_is_told(led: Led, heard: list[str], key: str, words: str, back: str) -> None:
    led.press(key, key)
    assert heard == [words, back]


def test_an_answer_that_is_shown_is_told(led: Led, heard: list[str]) -> None:
    led.type("Sneller weten", "Return")
    led.type("Een vast gezicht", "Return")
    led.type("Een nummer", "Return", "F8")
    assert heard[-1].startswith("On the screen: ")
    led.press("Shift+F8")
    assert heard[-1] == "On the screen: 2 answers"


def test_another_step_is_told(led: Led, heard: list[str]) -> None:
    led.press("PageDown")
    assert heard[-1].startswith("Step ")
    assert led.session.step.audience_title in heard[-1]


def test_what_is_said_in_a_line_is_said_aloud(led: Led, heard: list[str]) -> None:
    led.press("F8")
    assert heard == ["There is no answer to show here."]
    led.press("F10")
    assert led.console.panels.top is not None
    led.console.say("Mo is added.")
    assert heard[-1] == "Mo is added."


def test_time_that_runs_out_is_told_once(lead: Callable[..., Led], heard: list[str]) -> None:
    led = lead(Table().started().at_step("nodig"))
    now = led.running.now()
    for minutes in (10, 21, 22, 23, 40):
        led.console.tick(now + timedelta(minutes=minutes))
    over = [words for words in heard if "over time" in words]
    late = [words for words in heard if "behind" in words]
    assert (len(over), len(late)) == (1, 1)


def test_saving_again_is_told_and_saving_is_not(led: Led, heard: list[str]) -> None:
    led.console.show_saved(START)
    assert heard == []
    led.console.show_unsaved(START)
    led.console.show_saved(START)
    assert heard == ["Everything is saved again."]


def test_an_answer_that_is_shown_under_a_slide_is_not_told(led: Led, heard: list[str]) -> None:
    led.type("Sneller weten", "Return")
    led.running.do(ev.SlideWritten, slide=ev.Slide("s", "Pauze", ready=True))
    led.running.do(ev.SlideShown, slide_id="s")
    led.console.step.head.show_session(led.session, private=True, seen=True)
    assert led.console.step.head.seen.text() == "● a slide"
    led.press("F8")
    assert not [words for words in heard if words.startswith("On the screen")]
    led.running.do(ev.SlideShown, slide_id=None)
    led.console.step.head.show_session(led.session, private=True, seen=True)
    assert led.console.step.head.seen.text() == "● on the screen"
