"""The typing line has the focus, and a presenter's clicker goes on working."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.core.events import Screen
from tests.ui.console.conftest import Led


def from_room(led: Led, key: Qt.Key, text: str = "", *, repeated: bool = False) -> None:
    """A key that the room's window got and handed on."""
    held = Qt.KeyboardModifier.NoModifier
    led.console.press_from_room(QKeyEvent(QEvent.Type.KeyPress, key, held, text, repeated))


def test_typing_a_question_and_then_using_a_clicker(led: Led) -> None:
    led.type("Bel Bob?")
    assert led.line == "Bel Bob?"
    led.press("PageDown")
    assert (led.session.step.id, led.line) == ("ronde", "Bel Bob?")
    led.press("PageUp")
    assert (led.session.step.id, led.line) == ("nodig", "Bel Bob?")
    from_room(led, Qt.Key.Key_B, "b")
    assert (led.session.course.screen, led.line) == (Screen.BLACK, "Bel Bob?")
    from_room(led, Qt.Key.Key_B, "b")
    assert led.session.course.screen is Screen.LIVE
    led.press("Return")
    assert led.answers() == ["Bel Bob?"]


def test_letters_that_are_commands_elsewhere_are_typed(led: Led) -> None:
    led.type("B. F? b.")
    assert led.line == "B. F? b."
    assert led.session.course.screen is Screen.LIVE


def test_b_is_a_command_while_no_field_has_the_keyboard(led: Led) -> None:
    led.console.programme.take_keyboard()
    led.press("B")
    assert led.session.course.screen is Screen.BLACK


def test_a_key_held_down_on_the_clicker_goes_one_step(led: Led) -> None:
    from_room(led, Qt.Key.Key_PageDown)
    from_room(led, Qt.Key.Key_PageDown, repeated=True)
    assert led.session.step.id == "ronde"


def test_a_key_held_down_on_the_keyboard_goes_one_step(led: Led) -> None:
    field = led.console.step.entry.field
    for repeated in (False, True, True):
        held = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_PageDown, held, "", repeated))
    assert led.session.step.id == "ronde"


@pytest.mark.parametrize("panel", ["F1", "F10", "Ctrl+R"])
def test_the_panic_key_works_over_every_panel(led: Led, panel: str) -> None:
    led.press(panel)
    assert led.console.panels.top is not None
    seen = []
    for _time in range(2):
        led.press("F5")
        seen.append(led.session.course.screen)
    assert seen == [Screen.BLACK, Screen.LIVE]


def test_the_panic_key_works_over_an_open_list_of_choices(led: Led) -> None:
    led.type("#Iets", "Return")
    led.console.commands.open_agreement(None)
    box = led.console.panels.form.basics.owner
    box.setFocus()
    box.showPopup()
    QTest.keyClick(box.view(), Qt.Key.Key_F5)
    assert led.session.course.screen is Screen.BLACK
    box.hidePopup()


def test_a_panel_that_lost_the_keyboard_does_not_hold_back_commands(led: Led) -> None:
    led.press("F1")
    led.console.step.entry.field.setFocus()
    led.press("Ctrl+4")
    assert led.session.step.id == "kies"
