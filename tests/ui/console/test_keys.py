from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from facilitator.ui.console.keys import KEYS, Command, key_of, sign, tip
from facilitator.ui.console.pressed import CLICKER, clicker_command, command_for
from facilitator.ui.console.while_open import EVERYWHERE
from tests.ui.console.conftest import Led


def pressed(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, text)


def test_every_command_has_exactly_one_row() -> None:
    assert sorted(key.command for key in KEYS) == sorted(Command)


def test_no_key_is_given_twice() -> None:
    names = [QKeySequence(name).toString() for key in KEYS for name in key.keys]
    assert all(names)
    assert len(names) == len(set(names))


def test_no_command_hangs_on_a_key_that_types_something() -> None:
    for key in KEYS:
        for name in key.keys:
            bare = "+" not in name or name.rpartition("+")[0] == "Shift"
            assert not (bare and len(name.rpartition("+")[2]) == 1), name


def test_letters_are_commands_only_where_nobody_types() -> None:
    for key, text in ((Qt.Key.Key_B, "b"), (Qt.Key.Key_Period, ".")):
        assert command_for(pressed(key, text=text), typing=True) is None
        assert command_for(pressed(key, text=text), typing=False) == (Command.BLACK, 0)


def test_a_jump_tells_which_step() -> None:
    event = pressed(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert command_for(event, typing=True) == (Command.GO_TO, 3)


def test_keypad_keys_count() -> None:
    event = pressed(Qt.Key.Key_PageDown, Qt.KeyboardModifier.KeypadModifier)
    assert command_for(event, typing=True) == (Command.NEXT, 0)


def test_what_a_clicker_sends() -> None:
    assert clicker_command(int(Qt.Key.Key_PageDown)) is Command.NEXT
    assert clicker_command(int(Qt.Key.Key_B)) is Command.BLACK
    assert clicker_command(int(Qt.Key.Key_Q)) is None
    assert clicker_command(-1) is None
    assert set(CLICKER.values()) <= EVERYWHERE


def test_signs_and_tips_come_from_the_table() -> None:
    assert sign("Alt+Down") == "Alt+↓"
    assert key_of(Command.NEXT).sign == "PgDn"
    assert tip(Command.BLACK) == "Black screen, and back (F5)"


def test_every_command_can_be_run(led: Led) -> None:
    led.console.step.entry.field.setText("")
    for key in KEYS:
        assert led.console.commands.run(key.command) or key.command is Command.REMOVE, key
        for panel in led.console.panels:
            panel.shut()
        if led.console.commands.time.dividing is not None:
            led.console.commands.time.dividing.reject()
        if led.console.commands.time.correcting is not None:
            led.console.commands.time.correcting.reject()
        if led.console.commands.programme.adding is not None:
            led.console.commands.programme.adding.reject()
