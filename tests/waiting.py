"""Waiting for what is to happen, and not for a clock: on a busy machine all takes longer and nothing is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import SignalInstance
from pytestqt.qtbot import QtBot

_LOOK_AGAIN_MS = 10


def until(qtbot: QtBot, happened: Callable[[], object]) -> None:
    """Let everything go on until something happened. What never happens is stopped with the test it is in."""
    while not happened():
        qtbot.wait(_LOOK_AGAIN_MS)


@contextmanager
def heard(qtbot: QtBot, signal: SignalInstance) -> Iterator[None]:
    """Wait, after what is done inside, until a signal was given."""
    given: list[bool] = []
    signal.connect(lambda *_told: given.append(True))
    yield
    until(qtbot, lambda: bool(given))
