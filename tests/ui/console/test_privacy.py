"""What is private stays folded while the room may see this screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from facilitator.core.audience import audience_view
from facilitator.core.script import Guidance
from tests.builders import SCRIPT, Table, step
from tests.ui.console.case_table import full_table
from tests.ui.console.conftest import Led, in_sight

SECRETS = ("Geheime aanwijzing", "Geheime notitie", "Geheim antwoord", "Geheim geparkeerd", "Noor Bakker")


@pytest.fixture
def secret(lead: Callable[..., Led]) -> Led:
    """A session with something private of every sort."""
    told = step("nodig", answering=SCRIPT.steps[1].answering, guidance=Guidance(say=("Geheime aanwijzing",)))
    table = Table(replace(SCRIPT, steps=(SCRIPT.steps[0], told, *SCRIPT.steps[2:]))).started().at_step("nodig")
    led = lead(table)
    led.type("Geheim antwoord", "Return")
    led.press("F2")
    led.type("Geheime notitie", "Return", "F3")
    led.type("Geheim geparkeerd", "Return")
    return led


def test_open_while_the_room_has_a_screen_of_its_own(secret: Led) -> None:
    seen = in_sight(secret.console)
    assert [word for word in SECRETS[:4] if word not in seen] == []


def test_folded_when_the_rooms_screen_goes(secret: Led) -> None:
    secret.press("F10")
    secret.screens.allow(False)
    seen = in_sight(secret.console)
    assert [word for word in SECRETS if word in seen] == []
    assert secret.console.step.folded.isVisible()
    assert not secret.console.panels.people.isVisible()


def test_one_key_folds_and_unfolds(secret: Led) -> None:
    secret.press("F12")
    assert "Geheime notitie" not in in_sight(secret.console)
    secret.press("F12")
    assert "Geheime notitie" in in_sight(secret.console)


def test_the_facilitator_says_that_the_room_does_not_see_it(secret: Led) -> None:
    secret.screens.allow(False)
    secret.console.step.folded.button.click()
    assert secret.screens.private_allowed
    assert "Geheime aanwijzing" in in_sight(secret.console)


@pytest.fixture
def mirrored(secret: Led) -> Led:
    """A projector that shows the facilitator's screen."""
    secret.screens.mirrored = True
    secret.screens.allow(False)
    return secret


def test_where_the_room_sees_this_screen_private_things_show_while_the_key_is_held(mirrored: Led) -> None:
    assert "Hold F12" in in_sight(mirrored.console)
    assert not mirrored.console.step.folded.button.isVisible()
    field = mirrored.console.step.entry.field
    QTest.keyPress(field, Qt.Key.Key_F12)
    assert "Geheime notitie" in in_sight(mirrored.console)
    QTest.keyRelease(QApplication.focusWidget() or field, Qt.Key.Key_F12)
    assert [word for word in SECRETS if word in in_sight(mirrored.console)] == []
    assert not mirrored.screens.private_allowed


def test_a_key_that_is_still_down_when_the_keyboard_leaves_shows_nothing(mirrored: Led, qtbot: QtBot) -> None:
    QTest.keyPress(mirrored.console.step.entry.field, Qt.Key.Key_F12)
    assert mirrored.console.private
    elsewhere = QLineEdit()
    qtbot.addWidget(elsewhere)
    elsewhere.show()
    elsewhere.activateWindow()
    elsewhere.setFocus()
    qtbot.waitUntil(elsewhere.hasFocus)
    assert not mirrored.console.private


def test_a_key_that_goes_up_over_a_menu_folds_too(mirrored: Led, qtbot: QtBot) -> None:
    QTest.keyPress(mirrored.console.step.entry.field, Qt.Key.Key_F12)
    menu = QMenu(mirrored.console)
    menu.addAction("Tonen")
    menu.popup(mirrored.console.mapToGlobal(mirrored.console.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    QTest.keyRelease(menu, Qt.Key.Key_F12)
    assert not mirrored.console.private
    menu.close()
    assert not mirrored.console.private


def test_a_command_on_folded_things_says_to_hold_the_key(mirrored: Led) -> None:
    mirrored.press("F10")
    assert "Hold F12" in mirrored.strip


def test_a_key_from_the_rooms_window_never_holds_private_things_open(mirrored: Led) -> None:
    down = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier)
    mirrored.console.press_from_room(down)
    assert not mirrored.console.private


@pytest.mark.parametrize("key", ["F2", "F3", "F10"])
def test_private_commands_say_that_they_are_folded(secret: Led, key: str) -> None:
    secret.press("F12", key)
    assert "folded" in secret.strip
    assert secret.console.panels.top is None


def test_an_answer_that_was_shown_stays_in_sight(secret: Led) -> None:
    secret.press("F8", "F12")
    assert "Geheim antwoord" in in_sight(secret.console)


def test_a_half_typed_note_is_set_aside_when_folded(secret: Led) -> None:
    secret.press("F2")
    secret.type("Over Noor Bakker")
    secret.press("F12")
    assert secret.line == ""
    secret.press("F12", "F2")
    assert secret.line == "Over Noor Bakker"


def test_a_half_filled_form_is_put_away_and_comes_back(secret: Led) -> None:
    secret.type("#Iets", "Return")
    secret.console.commands.open_agreement(None)
    secret.type(" over Noor Bakker")
    secret.press("F12")
    assert secret.console.panels.top is None
    assert secret.console.step.entry.field.hasFocus()
    secret.press("F12")
    assert secret.console.panels.form.basics.what.text() == "Iets over Noor Bakker"
    assert secret.console.panels.form.isVisible()


@pytest.fixture
def told(lead: Callable[..., Led]) -> Led:
    """A case with private words of every sort."""
    return lead(full_table())


def test_the_private_words_of_a_case_are_folded(told: Led) -> None:
    told.press("Ctrl+M")
    assert all(word in in_sight(told.console) for word in ("Geheim kantelpunt een", "Geheime misser"))
    told.screens.allow(False)
    assert "Gehei" not in in_sight(told.console)
    assert not told.console.step.entry.picks.isVisible()


def test_a_half_chosen_turning_point_is_set_aside_when_folded(told: Led) -> None:
    told.press("Ctrl+M", "Down", "F12")
    assert told.line == ""
    told.press("Ctrl+M")
    assert told.line == ""
    assert not told.console.step.entry.picks.isVisible()
    told.type("Niemand belde", "Return")
    assert "Niemand belde" in in_sight(told.console)


def test_no_private_word_of_a_case_reaches_the_room(told: Led) -> None:
    for keys in (("Ctrl+M",), ("Ctrl+M",), ("Ctrl+D",), ("Ctrl+D",), ("Ctrl+W", "J"), ("PageDown", "J")):
        told.press(*keys)
        assert "Gehei" not in repr(audience_view(told.session))


def test_what_was_needed_is_folded_until_the_room_saw_it(told: Led) -> None:
    told.press("Ctrl+M")
    told.type("Niemand belde", "Return")
    told.type("Een telefoontje", "Return", "F12")
    assert "Een telefoontje" not in in_sight(told.console)
    told.press("F8")
    assert "Een telefoontje" in in_sight(told.console)


def test_a_console_that_is_gone_hears_nothing_of_the_displays(led: Led, qtbot: QtBot) -> None:
    privacy, heard = led.console.privacy, list[bool]()
    privacy.changed.connect(heard.append)
    led.screens.allow(False)
    assert heard == [False]
    privacy.deleteLater()  # as it goes with its console
    qtbot.waitUntil(lambda: not isValid(privacy))
    with qtbot.captureExceptions() as faults:
        led.screens.allow(True)
    assert (faults, heard) == ([], [False])
