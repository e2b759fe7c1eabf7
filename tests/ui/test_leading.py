from itertools import count

import pytest
from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.core.events import Screen
from facilitator.ui import theme
from facilitator.ui.audience.window import AudienceWindow
from facilitator.ui.displays import Display, DisplayId
from facilitator.ui.leading import Leading
from facilitator.ui.running_session import RunningSession
from tests.builders import START, Table


class FakeDisplays(QObject):
    """A laptop with as many other displays as a test wants, none of which was chosen before."""

    lost = Signal()
    returned = Signal()
    changed = Signal()
    private_allowed_changed = Signal(bool)
    private_allowed = True
    room_screen = None

    def __init__(self, *others: str) -> None:
        super().__init__()
        self._others = tuple(
            Display(DisplayId("", "", "", name), QRect(0, 0, 1920, 1080), (1920, 1080), is_console=False, is_room=False)
            for name in others
        )
        self.done: list[str] = []

    def choices(self) -> tuple[Display, ...]:
        return self._others

    def displays(self) -> tuple[Display, ...]:
        return self._others

    def show_audience(self) -> bool:
        chosen = any(done.startswith("chose") for done in self.done)
        self.done.append("shown" if chosen else "asked")
        return chosen

    def choose(self, display: DisplayId) -> bool:
        self.done.append(f"chose {display.name}")
        return True

    def show_here(self) -> None:
        self.done.append("here")

    def hide_audience(self) -> None:
        self.done.append("hidden")


@pytest.fixture
def others() -> tuple[str, ...]:
    return ()


@pytest.fixture
def displays(others: tuple[str, ...]) -> FakeDisplays:
    return FakeDisplays(*others)


@pytest.fixture
def led(qtbot: QtBot, displays: FakeDisplays) -> Leading:
    numbers = count(1)
    running = RunningSession(Table().started().session, lambda *_: None, lambda: START, lambda: f"l-{next(numbers)}")
    audience = AudienceWindow(theme.current())
    qtbot.addWidget(audience)
    leading = Leading(running, audience, displays, QTimer())  # type: ignore[arg-type]  # what is used
    qtbot.addWidget(leading.console)
    leading.console.show()
    return leading


def test_with_one_screen_the_rooms_window_comes_here_on_purpose(led: Leading, displays: FakeDisplays) -> None:
    led.console.audience_requested.emit()
    assert displays.done == ["asked", "here"]


@pytest.mark.parametrize("others", [("beamer", "televisie")])
def test_of_several_displays_the_facilitator_chooses(led: Leading, displays: FakeDisplays) -> None:
    led.console.audience_requested.emit()
    assert displays.done == ["asked"]
    QTest.keyClick(led.menu, Qt.Key.Key_Down)
    QTest.keyClick(led.menu, Qt.Key.Key_Down)
    QTest.keyClick(led.menu, Qt.Key.Key_Return)
    assert displays.done == ["asked", "chose televisie", "shown"]


@pytest.mark.parametrize("others", [("beamer", "televisie")])
def test_the_panic_key_works_while_displays_are_offered(led: Leading, displays: FakeDisplays) -> None:
    led.console.audience_requested.emit()
    QTest.keyClick(led.menu, Qt.Key.Key_F5)
    assert led.running.session.course.screen is Screen.BLACK


def test_a_running_session_is_neutral_until_the_facilitator_says_so(led: Leading, displays: FakeDisplays) -> None:
    assert led.running.session.course.screen is Screen.NEUTRAL
    led.running.toggle_screen(Screen.NEUTRAL)
    displays.lost.emit()
    assert led.running.session.course.screen is Screen.NEUTRAL
