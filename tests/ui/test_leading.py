from datetime import timedelta
from itertools import combinations, count

import pytest
from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement
from facilitator.core.audience import Scene, audience_view
from facilitator.core.events import Screen, Stretch
from facilitator.core.shown_card import ShownCard
from facilitator.ui import theme
from facilitator.ui.audience.window import AudienceWindow
from facilitator.ui.display_memory import DisplayId
from facilitator.ui.displays import Display
from facilitator.ui.leading import Leading
from facilitator.ui.room_screen import RoomScreenDialog, how_to_extend
from facilitator.ui.running_session import RunningSession
from facilitator.ui.steady_clock import SteadyClock
from facilitator.ui.widgets import PlainLabel
from tests.builders import START, Table
from tests.core.look_back import ONE


class FakeDisplays(QObject):
    """A laptop with as many other displays as a test wants, none of which was chosen before."""

    lost = Signal()
    returned = Signal()
    changed = Signal()
    private_allowed_changed = Signal(bool)
    private_allowed = True
    room_screen = None

    mirrored = False
    large = False

    def __init__(self, *others: str) -> None:
        super().__init__()
        self._others = self._named(others)
        self.done: list[str] = []

    @staticmethod
    def _named(names: tuple[str, ...]) -> tuple[Display, ...]:
        places = (QRect(1366 + 1920 * number, 0, 1920, 1080) for number in count())
        return tuple(
            Display(DisplayId("", "", "", name), place, (1920, 1080), is_console=False, is_room=False)
            for name, place in zip(names, places, strict=False)
        )

    def plug(self, *others: str) -> None:
        """Have these displays beside the laptop from now on."""
        self._others = self._named(others)
        self.changed.emit()

    def choices(self) -> tuple[Display, ...]:
        return self._others

    def displays(self) -> tuple[Display, ...]:
        laptop = DisplayId("", "", "", "laptop")
        return (Display(laptop, QRect(0, 0, 1366, 768), (1366, 768), is_console=True, is_room=False), *self._others)

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

    def set_large(self, *, large: bool) -> None:
        self.large = large
        self.changed.emit()


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


def question(led: Leading) -> RoomScreenDialog:
    """The question which screen is the room's, open."""
    assert led.dialog is not None
    assert led.dialog.isVisible()
    return led.dialog


def test_with_one_screen_the_rooms_window_comes_here_on_purpose(led: Leading, displays: FakeDisplays) -> None:
    led.console.audience_requested.emit()
    assert displays.done == ["asked"]
    dialog = question(led)
    assert dialog.extend.text() == how_to_extend()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert displays.done == ["asked", "here"]
    led.console.audience_requested.emit()
    assert displays.done == ["asked", "here", "asked", "here"]
    assert not dialog.isVisible()


def test_what_was_said_of_one_screen_is_asked_again_when_there_are_others(led: Leading, displays: FakeDisplays) -> None:
    led.console.audience_requested.emit()
    QTest.keyClick(question(led), Qt.Key.Key_Return)
    displays.plug("beamer")
    led.console.audience_requested.emit()
    assert question(led).picture.chosen is not None
    assert displays.done == ["asked", "here", "asked"]


def test_no_answer_leaves_the_room_without_a_window(led: Leading, displays: FakeDisplays) -> None:
    led.console.audience_requested.emit()
    QTest.keyClick(question(led), Qt.Key.Key_Escape)
    assert displays.done == ["asked"]


@pytest.mark.parametrize("others", [("beamer", "televisie")])
def test_of_several_displays_the_facilitator_chooses(led: Leading, displays: FakeDisplays, qtbot: QtBot) -> None:
    led.console.audience_requested.emit()
    assert displays.done == ["asked"]
    dialog = question(led)
    first, second = dialog.picture.buttons
    assert (first.isChecked(), second.isChecked()) == (True, False)
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.isChecked()
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert displays.done == ["asked", "chose televisie", "shown"]


@pytest.mark.parametrize("others", [("beamer", "televisie")])
def test_another_screen_can_be_chosen_at_any_time(led: Leading, displays: FakeDisplays) -> None:
    led.console.room_screen_requested.emit()
    QTest.mouseDClick(question(led).picture.buttons[1], Qt.MouseButton.LeftButton)
    assert displays.done == ["chose televisie", "shown"]
    led.console.room_screen_requested.emit()
    dialog = question(led)
    led.console.room_screen_requested.emit()
    assert led.dialog is dialog


@pytest.mark.parametrize("others", [("beamer", "televisie")])
def test_a_cable_that_is_plugged_leaves_the_keyboard_on_cancel(
    led: Leading, displays: FakeDisplays, qtbot: QtBot
) -> None:
    led.console.room_screen_requested.emit()
    cancel = question(led).cancel_button
    cancel.setFocus()
    qtbot.waitUntil(cancel.hasFocus)
    displays.plug("beamer", "televisie", "groot scherm")
    assert cancel.hasFocus()
    QTest.keyClick(QApplication.focusWidget() or cancel, Qt.Key.Key_Return)
    assert displays.done == []


@pytest.mark.parametrize("others", [("beamer", "televisie")])
def test_the_panic_key_works_while_displays_are_offered(led: Leading, displays: FakeDisplays, qtbot: QtBot) -> None:
    led.console.audience_requested.emit()
    button = question(led).picture.buttons[0]
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    QTest.keyClick(button, Qt.Key.Key_F5)
    assert led.running.session.course.screen is Screen.BLACK


@pytest.mark.parametrize("others", [("beamer", "televisie")])
def test_the_question_follows_the_displays(led: Leading, displays: FakeDisplays) -> None:
    led.console.audience_requested.emit()
    dialog = question(led)
    QTest.mouseClick(dialog.picture.buttons[1], Qt.MouseButton.LeftButton)
    displays.plug("groot scherm", "televisie")
    assert [button.isChecked() for button in dialog.picture.buttons] == [False, True]
    displays.plug()
    assert (dialog.picture.buttons, dialog.picture.chosen) == ([], None)
    assert dialog.extend.isVisible()
    displays.mirrored = True
    displays.changed.emit()
    assert "shows the same as your screen" in dialog.text.text()


def test_screens_stand_in_the_picture_as_they_stand_on_the_table(led: Leading, displays: FakeDisplays) -> None:
    displays.plug("beamer", "televisie")
    led.console.audience_requested.emit()
    picture = question(led).picture
    (here,) = picture.findChildren(PlainLabel)
    places = [here.geometry(), *(button.geometry() for button in picture.buttons)]
    assert [place.x() for place in places] == sorted(place.x() for place in places)
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    assert all(picture.rect().contains(place) for place in places)


def test_every_system_has_its_own_way_to_extend() -> None:
    ways = {how_to_extend(platform) for platform in ("win32", "darwin", "linux")}
    assert len(ways) == 3


def test_a_running_session_is_neutral_until_the_facilitator_says_so(led: Leading, displays: FakeDisplays) -> None:
    assert led.running.session.course.screen is Screen.NEUTRAL
    led.running.toggle_screen(Screen.NEUTRAL)
    displays.lost.emit()
    assert led.running.session.course.screen is Screen.NEUTRAL


def test_large_type_goes_on_and_off_by_one_key(led: Leading, displays: FakeDisplays) -> None:
    room = led.console.side.room
    for large in (True, False):
        QTest.keyClick(led.console.step.entry.field, Qt.Key.Key_F11, Qt.KeyboardModifier.ControlModifier)
        assert displays.large is room.large.isChecked() is room.thumbnail.large is large
        assert led.console.step.entry.strip.text()
    room.large.click()
    assert displays.large
    assert room.large.isChecked()


@pytest.mark.parametrize("others", [("beamer", "televisie")])
def test_large_type_can_be_chosen_from_a_dialog(led: Leading, displays: FakeDisplays, qtbot: QtBot) -> None:
    led.console.room_screen_requested.emit()
    button = question(led).picture.buttons[0]
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    QTest.keyClick(button, Qt.Key.Key_F11, Qt.KeyboardModifier.ControlModifier)
    assert displays.large


def test_what_happened_to_the_laptops_clock_is_told_at_the_next_tick(qtbot: QtBot) -> None:
    elapsed, set_by = [0.0], [timedelta()]
    steady = SteadyClock(lambda: START + timedelta(seconds=elapsed[0]) + set_by[0], lambda: elapsed[0])
    steady.hold()
    ticks, numbers = QTimer(), count(1)
    running = RunningSession(Table().started().session, lambda *_: None, steady, lambda: f"l-{next(numbers)}")
    audience = AudienceWindow(theme.current())
    qtbot.addWidget(audience)
    leading = Leading(running, audience, FakeDisplays(), ticks, steady)  # type: ignore[arg-type]  # what is used
    qtbot.addWidget(leading.console)
    set_by[0] = timedelta(hours=1)
    ticks.timeout.emit()
    assert leading.console.step.entry.strip.text().startswith("The laptop's clock was set: it tells 15:00.")
    assert leading.console.top.clock.text() == "14:00"
    elapsed[0] = 40 * 60
    ticks.timeout.emit()
    slept = leading.console.commands.time.slept
    assert slept is not None
    assert slept.stretch == Stretch(START, START + timedelta(minutes=40))
    slept.reject()


@pytest.mark.parametrize("begun", [False, True])
@pytest.mark.parametrize("over", ["slide", "text", "agreement", "look back", "card"])
def test_what_lay_over_the_page_is_gone_when_a_session_is_opened(
    qtbot: QtBot, displays: FakeDisplays, over: str, begun: bool
) -> None:
    table = Table().started() if begun else Table()
    table.do(ev.SlideWritten, slide=ev.Slide("s", "Welkom", ready=True))
    table.do(ev.AgreementMade, agreement=Agreement("g", "Bellen"))
    if over == "text" and begun:
        table.do(ev.ConfidentialityShown, text="Niets.")
    elif over == "look back" and begun:
        table.do(ev.LookBackFilled, items=(ONE,))
        table.do(ev.LookBackShown, ref=ONE.ref)
    elif over == "agreement" and begun:
        table.do(ev.AgreementReadBack, agreement_id="g")
    elif over == "card":
        table.do(ev.CardShown, card=ShownCard("k", "De vijf stappen"))
    else:
        table.do(ev.SlideShown, slide_id="s")
    numbers = count(1)
    running = RunningSession(table.session, lambda *_: None, lambda: START, lambda: f"l-{next(numbers)}")
    audience = AudienceWindow(theme.current())
    qtbot.addWidget(audience)
    leading = Leading(running, audience, displays, QTimer())  # type: ignore[arg-type]  # what is used
    qtbot.addWidget(leading.console)
    assert audience_view(running.session).scene is Scene.NEUTRAL
    running.do(ev.ScreenBack)
    assert audience_view(running.session).scene is (Scene.PAGE if begun else Scene.NEUTRAL)
