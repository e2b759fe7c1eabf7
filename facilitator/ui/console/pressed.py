"""What a key that is pressed means: a row of the table of keys, or one of the few that count where nobody is typing."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from facilitator.ui.console.keys import KEYS, Command

CLICKER: dict[Qt.Key, Command] = {
    Qt.Key.Key_PageDown: Command.NEXT,
    Qt.Key.Key_PageUp: Command.PREVIOUS,
    Qt.Key.Key_Right: Command.NEXT,
    Qt.Key.Key_Left: Command.PREVIOUS,
    Qt.Key.Key_B: Command.BLACK,
    Qt.Key.Key_Period: Command.BLACK,
    Qt.Key.Key_F5: Command.BLACK,
}
"""What a presenter's clicker sends, where nobody can be typing: the audience window hands these on."""

BARE: dict[Qt.Key, Command] = {
    Qt.Key.Key_B: Command.BLACK,
    Qt.Key.Key_Period: Command.BLACK,
    Qt.Key.Key_Plus: Command.VOTE,
    Qt.Key.Key_Equal: Command.VOTE,
    Qt.Key.Key_Minus: Command.VOTE_BACK,
}
"""Bare keys that count on the console only while no text field has the focus."""


def _combined(name: str) -> int:
    """A key's portable name as Qt counts it: key and modifiers in one number."""
    sequence: Any = QKeySequence(name)  # PySide's stubs leave out that it can be indexed
    combined: int = sequence[0].toCombined()
    return combined


def _combinations() -> dict[int, tuple[Command, int]]:
    table = {}
    for key in KEYS:
        for index, name in enumerate(key.keys):
            table[_combined(name)] = (key.command, index)
    return table


_BY_KEY = _combinations()


def command_for(event: QKeyEvent, typing: bool) -> tuple[Command, int] | None:
    """Which command a key means, and which of its keys it was (from 0); None when it means none.

    `typing` says that a text field has the focus. The keypad is read as the keys it stands for.
    """
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    held = modifiers & ~Qt.KeyboardModifier.ShiftModifier if event.key() == Qt.Key.Key_Plus else modifiers
    if not typing and not held and (bare := BARE.get(Qt.Key(event.key()))):
        return bare, 0
    return _BY_KEY.get(event.key() | modifiers.value)


def clicker_command(key: int) -> Command | None:
    """What a key handed on by the audience window means."""
    try:
        return CLICKER.get(Qt.Key(key))
    except ValueError:
        return None
