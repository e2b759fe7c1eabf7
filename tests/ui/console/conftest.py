"""A console on a small session, with displays that do as they are told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.core.events import Event
from facilitator.core.session import Session
from facilitator.ui.console.console import Console
from facilitator.ui.console.row_list import RowList
from facilitator.ui.running_session import RunningSession, Spot, spot_nothing
from facilitator.ui.widgets import MarkedText, PlainLabel, Prose
from tests.builders import Table
from tests.ui.conftest import Clock


class Screens(QObject):
    """Displays of which the room's screen can come and go."""

    private_allowed_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.private_allowed = True
        self.mirrored = False

    def say_unseen(self, *, unseen: bool = True) -> None:
        self.allow(unseen)

    def allow(self, allowed: bool) -> None:
        self.private_allowed = allowed
        self.private_allowed_changed.emit(allowed)


class Led:
    """A console being led by hand: keys in, session and events out."""

    def __init__(self, console: Console, running: RunningSession, screens: Screens, kept: list[Event]) -> None:
        self.console = console
        self.running = running
        self.screens = screens
        self.kept = kept

    @property
    def session(self) -> Session:
        return self.running.session

    @property
    def line(self) -> str:
        return self.console.step.entry.field.text()

    @property
    def strip(self) -> str:
        return self.console.step.entry.strip.text()

    def press(self, *names: str) -> None:
        """Press keys by their portable names, wherever the keyboard is."""
        for name in names:
            *modifiers, key = name.split("+")
            held = Qt.KeyboardModifier.NoModifier
            for modifier in modifiers:
                held |= {
                    "Ctrl": Qt.KeyboardModifier.ControlModifier,
                    "Shift": Qt.KeyboardModifier.ShiftModifier,
                    "Alt": Qt.KeyboardModifier.AltModifier,
                }[modifier]
            QTest.keyClick(QApplication.focusWidget() or self.console, getattr(Qt.Key, f"Key_{key}"), held)

    def type(self, text: str, *then: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.console, text)
        self.press(*then)

    def answers(self) -> list[str]:
        return [answer.text for answer in self.session.answers_here()]


def in_sight(console: QWidget) -> str:
    """Every word that can be seen on the console."""
    QApplication.processEvents()
    found: list[str] = []
    for widget in console.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, RowList):
            found += [row.whole for row in widget.rows]
        elif isinstance(widget, Prose | MarkedText):
            found.append(widget.toPlainText())
        elif isinstance(widget, PlainLabel):
            found.append(widget.text())
    return "\n".join(found)


@pytest.fixture
def lead(qtbot: QtBot, clock: Clock, new_id: Callable[[], str]) -> Callable[..., Led]:
    """Open a console on a table, as large as asked for."""

    def build(table: Table, width: int = 1280, height: int = 800, spot: Spot = spot_nothing) -> Led:
        kept: list[Event] = []
        clock.time = table.at
        running = RunningSession(table.session, lambda event, _after: kept.append(event), clock, new_id, spot)
        screens = Screens()
        console = Console(running, screens, chance=lambda equals: equals[0])
        qtbot.addWidget(console)
        console.resize(width, height)
        console.show()
        console.activateWindow()
        qtbot.waitUntil(console.step.entry.field.hasFocus)
        return Led(console, running, screens, kept)

    return build


@pytest.fixture
def led(lead: Callable[..., Led]) -> Led:
    """A console at the step that asks what people need, with answers typed freely."""
    return lead(Table().started().at_step("nodig"))
