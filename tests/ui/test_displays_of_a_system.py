"""What systems do to displays that a virtual X server cannot play: sleep, mirroring, rearranging, serial numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.ui.display_memory import DisplayId, DisplayMemory
from facilitator.ui.displays import Displays
from tests.ui.fake_displays import (
    AT_BEAMER,
    AT_LAPTOP,
    BEAMER,
    LAPTOP,
    FakeApp,
    FakeAudience,
    FakeConsole,
    FakeScreen,
    qt,
)

TV = DisplayId("Sony", "KD", "7", "HDMI-2")


@dataclass
class Desk:
    """A laptop with a beamer, and the two windows on them."""

    app: FakeApp
    laptop: FakeScreen
    beamer: FakeScreen
    console: FakeConsole
    audience: FakeAudience
    displays: Displays
    said: list[str]

    @property
    def on_console(self) -> DisplayId:
        """The display that the facilitator looks at."""
        screen: FakeScreen = qt(self.displays.console_screen)
        return screen.known


def desk(platform: str = "windows", memory: DisplayMemory | None = None) -> Desk:
    laptop, beamer = FakeScreen(LAPTOP, AT_LAPTOP), FakeScreen(BEAMER, AT_BEAMER)
    app = FakeApp(laptop, beamer, platform=platform)
    audience, console = FakeAudience(app), FakeConsole(app, laptop)
    displays = Displays(qt(app), qt(audience), memory)
    displays.set_console(qt(console))
    said: list[str] = []
    displays.lost.connect(lambda: said.append(f"lost {audience.seen}"))
    displays.returned.connect(lambda: said.append("returned"))
    return Desk(app, laptop, beamer, console, audience, displays, said)


@pytest.fixture
def shown(qtbot: QtBot) -> Desk:
    """The room's window is on the beamer."""
    made = desk()
    assert made.displays.show_audience()
    return made


def settle() -> None:
    QApplication.processEvents()


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["laptop first", "beamer first"])
def test_after_sleep_the_window_is_on_its_own_device_in_whatever_socket(shown: Desk, order: tuple[int, int]) -> None:
    placeholder = FakeScreen(DisplayId("", "", "", ""), QRect(0, 0, 800, 600))
    screens = [shown.laptop, shown.beamer]
    for number in order:
        shown.app.unplug(screens[number])
    shown.app.plug(placeholder)
    settle()
    assert not shown.audience.seen
    woken = [FakeScreen(LAPTOP, AT_LAPTOP), FakeScreen(replace(BEAMER, name="DP-3"), AT_BEAMER)]
    shown.console.move_to(shown.app.plug(woken[0]))
    shown.app.unplug(placeholder)
    shown.app.plug(woken[1])
    settle()
    waited = order == (1, 0)  # when the laptop goes first its window may land on the beamer: then nothing comes back
    assert (shown.audience.seen, shown.said) == (waited, ["lost False", "returned"] if waited else [])
    assert shown.displays.room_screen is qt(woken[1])


def test_another_device_in_the_same_socket_is_not_the_rooms(shown: Desk) -> None:
    shown.app.unplug(shown.beamer)
    shown.app.plug(FakeScreen(replace(BEAMER, serial="X2"), AT_BEAMER))
    settle()
    assert not shown.audience.seen


def test_of_two_devices_that_tell_the_same_the_socket_decides(qtbot: QtBot) -> None:
    made = desk(memory=DisplayMemory(replace(BEAMER, name="HDMI-2")))
    twin = made.app.plug(FakeScreen(replace(BEAMER, name="HDMI-2"), QRect(3286, 0, 1920, 1080)))
    assert made.displays.room_screen is qt(twin)


def test_a_system_that_puts_the_screens_the_other_way_round_keeps_them_apart(shown: Desk) -> None:
    shown.app.place(shown.beamer, QRect(-1920, 0, 1920, 1080))
    shown.app.all.reverse()
    shown.app.primaryScreenChanged.emit(shown.beamer)
    settle()
    assert (shown.audience.on, shown.audience.at) == (shown.beamer, QRect(-1920, 0, 1920, 1080))
    assert shown.displays.console_screen is qt(shown.laptop)


def test_switched_to_duplicate_the_window_hides_and_private_things_fold(shown: Desk) -> None:
    assert shown.displays.private_allowed
    shown.app.place(shown.beamer, AT_LAPTOP)
    settle()
    assert (shown.audience.seen, shown.displays.private_allowed) == (False, False)
    assert shown.displays.choices() == ()
    shown.app.place(shown.beamer, AT_BEAMER)
    settle()
    assert not shown.audience.seen  # the facilitator shows it again


def test_a_console_that_is_moved_to_the_beamer_takes_the_window_away(shown: Desk) -> None:
    shown.console.move_to(shown.beamer)
    assert not shown.audience.seen
    assert shown.displays.room_screen is qt(shown.laptop)


def test_on_the_beamer_the_console_shows_nothing_private(shown: Desk) -> None:
    shown.displays.say_unseen()
    shown.console.move_to(shown.beamer)
    assert not shown.displays.private_allowed
    shown.displays.say_unseen()  # by F12: somebody looked, and the room does not see it
    assert shown.displays.private_allowed
    shown.console.move_to(shown.laptop)
    assert shown.displays.private_allowed
    shown.console.move_to(shown.beamer)
    assert shown.displays.choose(LAPTOP)  # the two change places
    assert shown.displays.private_allowed


def test_where_the_console_stands_counts_and_not_what_was_noted(shown: Desk) -> None:
    shown.console.on = shown.beamer  # as Qt has it for a while after a laptop's screen was away
    assert shown.displays.console_screen is qt(shown.laptop)
    assert shown.displays.room_screen is qt(shown.beamer)


def test_on_wayland_no_window_says_where_it_stands(qtbot: QtBot) -> None:
    made = desk("wayland")
    made.console.on = made.beamer
    assert made.displays.console_screen is qt(made.beamer)


def test_large_type_goes_with_the_device(shown: Desk) -> None:
    shown.displays.set_large(large=True)
    assert shown.audience.large
    shown.app.unplug(shown.beamer)
    assert not (shown.displays.large)
    assert not (shown.audience.large)
    tv = shown.app.plug(FakeScreen(TV, AT_BEAMER))
    settle()
    assert shown.displays.choose(TV)
    assert not shown.displays.large
    shown.app.unplug(tv)
    shown.app.plug(FakeScreen(replace(BEAMER, name="DP-9"), AT_BEAMER))
    settle()
    assert shown.displays.large


def test_a_check_holds_for_the_device_at_its_size(shown: Desk) -> None:
    from tests.ui.test_projector_check import AT  # noqa: PLC0415

    (beamer,) = shown.displays.choices()
    assert beamer.checked is None
    shown.displays.say_checked(beamer, AT)
    assert [display.checked for display in shown.displays.displays()] == [None, AT]
    shown.app.place(shown.beamer, QRect(1366, 0, 1024, 768))
    assert [display.checked for display in shown.displays.displays()] == [None, None]


def test_a_test_picture_is_not_awaited(shown: Desk) -> None:
    shown.audience.testing = True
    shown.app.unplug(shown.beamer)
    shown.app.plug(FakeScreen(BEAMER, AT_BEAMER))
    settle()
    assert not (shown.audience.seen)
    assert not (shown.audience.testing)


# ---- whatever happens, in whatever order


def _happen(made: Desk, rnd: Random) -> str:
    """Something that a system, a cable or a hand does."""
    app, displays = made.app, made.displays
    places = (AT_BEAMER, AT_LAPTOP, QRect(-1024, 100, 1024, 768), QRect(0, -2160, 3840, 2160))
    absent = [known for known in (LAPTOP, BEAMER, TV) if known not in {screen.known for screen in app.all}]
    what = rnd.choice(("plug", "unplug", "place", "move", "show", "show", "hide", "here", "choose", "settle", "large"))
    if what == "plug" and absent:
        known = rnd.choice(absent)
        app.plug(FakeScreen(known, AT_LAPTOP if known == LAPTOP else rnd.choice(places)), rnd.randrange(2))
    elif what == "unplug" and len(app.all) > 1:
        app.unplug(rnd.choice(app.all))
    elif what == "place":
        app.place(rnd.choice(app.all), rnd.choice(places))
    elif what == "move":
        made.console.move_to(rnd.choice(app.all))
    elif what in {"show", "hide", "here"}:
        {"show": displays.show_audience, "hide": displays.hide_audience, "here": displays.show_here}[what]()
    elif what == "choose":
        displays.choose(rnd.choice((LAPTOP, BEAMER, TV)))
    elif what == "large":
        displays.set_large(large=rnd.random() < 0.5)
    else:
        settle()
    return what


@pytest.mark.parametrize("seed", range(150))
def test_whatever_happens_the_room_never_gets_the_facilitators_screen(qtbot: QtBot, seed: int) -> None:
    rnd, made = Random(seed), desk()
    done = []
    for _turn in range(60):
        done.append(_happen(made, rnd))
        settle()
        audience, displays = made.audience, made.displays
        if audience.seen and audience.full:
            assert audience.on in made.app.all, done
            assert qt(audience.on) is not displays.console_screen, done
            assert (
                not displays.mirrored or audience.on.place.intersected(qt(displays.console_screen).place).isEmpty()
            ), done
        if audience.seen:
            assert audience.large == displays.large, done
        else:
            assert not audience.testing
        if displays.private_allowed:
            assert displays.room_screen is not None
            assert displays._room is None or not displays._room.same(made.on_console), done
            assert qt(audience.on) is not displays.console_screen or not audience.seen
