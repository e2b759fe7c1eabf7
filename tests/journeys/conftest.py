"""The whole program, driven as a facilitator would: by keyboard, through its real windows, store and paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from facilitator import words
from facilitator.app import Program, World
from facilitator.content.locate import resource
from facilitator.core.session import Session
from facilitator.storage.key_store import NoKeyStore
from facilitator.ui.audience.window import AudienceWindow
from facilitator.ui.console.console import Console
from facilitator.ui.threshold.recovery_page import RecoveryPage

START = datetime(2026, 11, 17, 13, 0, tzinfo=UTC)
Modifier = Qt.KeyboardModifier
_numbers = count(1)


class Facilitator:
    """Somebody at the keyboard. `clock` moves only when `minutes_pass`; `recovery_key` is told at the first start."""

    def __init__(self, home: Path, documents: Path, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.clock = START
        self.home, self.documents = home, documents
        self.documents.mkdir(exist_ok=True)
        self.world = World(home, documents, NoKeyStore(), lambda: self.clock, lambda: f"n-{next(_numbers)}")
        self.program = Program(self.world)
        with qtbot.waitSignal(self.program.ready, timeout=20_000):
            self.program.open()
        self._past_the_doorstep()

    def _past_the_doorstep(self) -> None:
        page = self.program.window.centralWidget()
        if isinstance(page, RecoveryPage):
            self.recovery_key = "".join(page.key.text().split())
            page.sure.setChecked(True)
            with self._qtbot.waitSignal(self.program.ready, timeout=20_000):
                page.go_on.click()
        desk = self.program.desk
        assert desk is not None
        desk.resize(1280, 720)  # a laptop's screen; the offscreen one is smaller
        self.wait(desk.isActiveWindow)
        self.wait(QApplication.focusWidget)

    # ---- hands

    def press(self, key: Qt.Key, modifier: Modifier = Modifier.NoModifier) -> None:
        """Press a key wherever the keyboard is."""
        QTest.keyClick(self._keyboard(), key, modifier)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type a text, sign by sign. QTest itself ends the process at a sign that is not ASCII."""
        for sign in text:
            if sign.isascii():
                QTest.keyClicks(self._keyboard(), sign)
            else:
                typed = QKeyEvent(QEvent.Type.KeyPress, 0, Modifier.NoModifier, sign)
                QApplication.sendEvent(self._keyboard(), typed)

    def enter(self, line: str) -> None:
        """Type a line and press Enter."""
        self.type(line)
        self.press(Qt.Key.Key_Return)

    def go_to(self, widget: QWidget, most: int = 80) -> None:
        """Tab until the keyboard is at a control, as somebody without a mouse must."""
        for _ in range(most):
            if self._keyboard() is widget:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"{widget.accessibleName() or widget} cannot be reached by Tab")

    def minutes_pass(self, minutes: float) -> None:
        """Let time pass."""
        self.clock += timedelta(minutes=minutes)

    def wait(self, until: Callable[[], object]) -> None:
        """Let the program work until it is so."""
        self._qtbot.waitUntil(lambda: bool(until()), timeout=30_000)

    def _keyboard(self) -> QWidget:
        if QApplication.activeWindow() is None and self.program.desk is not None:
            self.program.desk.activateWindow()  # what a window manager does when a dialog closes
        self.wait(QApplication.focusWidget)
        found = QApplication.focusWidget()
        assert found is not None
        return found

    # ---- eyes

    @property
    def console(self) -> Console:
        """The console of the session that is led."""
        assert self.program.leading is not None
        return self.program.leading.console

    @property
    def session(self) -> Session:
        """The session that is led."""
        assert self.program.leading is not None
        return self.program.leading.running.session

    def close(self) -> None:
        """Close the window, and with it the program."""
        if self.program.desk is not None:
            self.program.desk.hide()
        self.program.close()
        if self.program.desk is not None:
            self._qtbot.addWidget(self.program.desk)


Start = Callable[..., Facilitator]
"""Opens the program; over another home when one is given."""


class StrayWindows(QObject):
    """Notes every widget that became a window of its own and should not: it would flash, on the projector too."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Look at what is shown."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            expected = isinstance(watched, QMainWindow | QDialog | AudienceWindow)
            popup = watched.windowType() in {Qt.WindowType.Popup, Qt.WindowType.ToolTip, Qt.WindowType.Tool}
            if not expected and not popup:
                self.found.append(repr(watched))
        return False


@pytest.fixture(autouse=True)
def no_stray_windows(qapp: QApplication) -> Iterator[None]:
    """No journey may make a window flash."""
    watch = StrayWindows()
    qapp.installEventFilter(watch)
    yield
    qapp.removeEventFilter(watch)
    assert watch.found == []


@pytest.fixture
def facilitator(qtbot: QtBot, tmp_path: Path) -> Iterator[Start]:
    """Gives somebody at the keyboard of a program over one home; asked again, the program starts again."""
    words.use(resource("i18n"))
    opened: list[Facilitator] = []

    def start(home: Path | None = None) -> Facilitator:
        opened.append(Facilitator(home or tmp_path / "home", tmp_path / "documenten", qtbot))
        return opened[-1]

    yield start
    for one in opened:
        one.close()
