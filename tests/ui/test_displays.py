"""Two displays: where the room's window goes, and that it goes away with its display.

Real plugging is done on a virtual X server; the rest on Qt's offscreen platform with two screens.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.audience.window import AudienceWindow
from facilitator.ui.displays import Displays
from facilitator.ui.theme import Theme
from tests.virtual_displays import BEAMER, LAPTOP, Ask, laptop_and_beamer, plug, spoken_to, unplug

PROGRAM = Path(__file__).with_name("programs") / "two_displays.py"
ON_LAPTOP = "50,50,800,500"
ON_BEAMER = "1500,50,800,500"


def _program(environment: dict[str, str], console: str, remembered: str = "") -> AbstractContextManager[Ask]:
    """Start the program; gives a function that has it do something and returns what it tells."""
    return spoken_to(PROGRAM, console, remembered, environment=environment)


# ---- two screens that stay


@pytest.fixture
def two_screens(tmp_path: Path) -> dict[str, str]:
    """An environment in which Qt sees a laptop and a beamer."""
    shapes = {"LAPTOP": (0, 1366, 768), "BEAMER": (1366, 1920, 1080)}
    screens = [
        {"name": name, "x": x, "y": 0, "width": w, "height": h, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1.0}
        for name, (x, w, h) in shapes.items()
    ]
    config = tmp_path / "two.json"
    config.write_text(json.dumps({"screens": screens}), "utf-8")
    return {"QT_QPA_PLATFORM": f"offscreen:configfile={config}"}


def test_the_room_gets_the_other_screen_whole(two_screens: dict[str, str]) -> None:
    with _program(two_screens, ON_LAPTOP) as ask:
        told = ask("show")
        assert told["said"] == ["shown True"]
        assert told["geometry"] == [1366, 0, 1920, 1080]
        assert told["private"]
        assert told["paper_on"] == ["BEAMER"]
        assert not ask("hide")["visible"]


def test_the_screen_of_the_console_is_never_the_rooms(two_screens: dict[str, str]) -> None:
    with _program(two_screens, ON_BEAMER, remembered="BEAMER") as ask:
        told = ask("show")
        assert told["room"] == told["audience"] == "LAPTOP"
        assert ask("choose BEAMER")["said"] == ["chosen True"]
        assert ask("")["room"] == "LAPTOP"


def test_shown_on_purpose_on_the_consoles_screen_private_things_fold(two_screens: dict[str, str]) -> None:
    with _program(two_screens, ON_LAPTOP) as ask:
        told = ask("here")
        assert (told["visible"], told["audience"], told["private"]) == (True, "LAPTOP", False)
        assert ask("unseen")["private"]


def test_the_audience_makes_way_for_the_console(two_screens: dict[str, str]) -> None:
    with _program(two_screens, ON_LAPTOP) as ask:
        assert ask("show")["visible"]
        told = ask(f"console {ON_BEAMER}")
        assert not told["visible"]


# ---- a display that is really unplugged


@pytest.fixture
def x_server() -> Iterator[dict[str, str]]:
    """A virtual X server with a laptop and a beamer as two monitors."""
    with laptop_and_beamer() as environment:
        yield environment


def test_an_unplugged_display_takes_the_window_with_it(x_server: dict[str, str]) -> None:
    with _program(x_server, ON_LAPTOP) as ask:
        assert ask("show")["paper_on"] == ["BEAMER"]
        unplug(x_server, "BEAMER")
        told = ask("")
        assert told["screens"] == ["LAPTOP"]
        assert told["said"] == ["lost visible=False", "removed visible=False"]  # within the turn of the signal
        assert not told["visible"]
        assert told["paper_on"] == []
        assert not told["private"]
        assert ask("show")["said"] == ["shown False"]


def test_a_display_that_comes_back_gets_its_window_back(x_server: dict[str, str]) -> None:
    with _program(x_server, ON_LAPTOP) as ask:
        ask("show")
        unplug(x_server, "BEAMER")
        ask("")
        plug(x_server, *BEAMER)
        told = ask("")
        assert told["said"] == ["returned"]
        assert told["paper_on"] == ["BEAMER"]
        assert told["geometry"] == [1366, 0, 1920, 1080]


def test_another_display_is_not_taken_for_the_rooms(x_server: dict[str, str]) -> None:
    with _program(x_server, ON_LAPTOP) as ask:
        ask("show")
        unplug(x_server, "BEAMER")
        ask("")
        plug(x_server, "HALLWAY", BEAMER[1])
        told = ask("")
        assert (told["said"], told["visible"], told["paper_on"]) == ([], False, [])
        assert ask("choose HALLWAY")["said"] == ["kept HALLWAY", "chosen True"]
        assert ask("show")["paper_on"] == ["HALLWAY"]


def test_the_console_may_lose_its_own_display(x_server: dict[str, str]) -> None:
    with _program(x_server, ON_LAPTOP) as ask:
        ask("show")
        unplug(x_server, "LAPTOP")
        told = ask("")
        assert not told["visible"]
        assert not told["private"]


def test_a_mirrored_display_is_no_room_and_folds_private_things(x_server: dict[str, str]) -> None:
    with _program(x_server, ON_LAPTOP) as ask:
        assert ask("show")["private"]
        unplug(x_server, "BEAMER")
        ask("")
        plug(x_server, "BEAMER", LAPTOP[1])
        told = ask("")
        assert told["screens"] == ["BEAMER", "LAPTOP"]
        assert (told["room"], told["visible"], told["private"], told["paper_on"]) == (None, False, False, [])
        assert ask("show")["said"] == ["shown False"]


# ---- one screen, and what is remembered


@pytest.fixture
def alone(qtbot: QtBot, qapp: QApplication, themed: Theme) -> tuple[Displays, AudienceWindow]:
    audience, console = AudienceWindow(themed), QWidget()
    for widget in (console, audience):
        qtbot.addWidget(widget)
    console.show()
    displays = Displays(qapp, audience)
    displays.set_console(console)
    return displays, audience


def test_with_one_screen_nothing_is_shown_unless_on_purpose(alone: tuple[Displays, AudienceWindow]) -> None:
    displays, audience = alone
    assert displays.room_screen is None
    assert not displays.show_audience()
    assert not audience.isVisible()
    displays.show_here()
    assert audience.isVisible()
    assert not audience.isFullScreen()
    displays.hide_audience()
    assert not audience.isVisible()


def test_with_one_screen_private_things_stay_folded_until_said(alone: tuple[Displays, AudienceWindow]) -> None:
    displays, _audience = alone
    told: list[bool] = []
    displays.private_allowed_changed.connect(told.append)
    assert not displays.private_allowed
    displays.say_unseen()
    displays.say_unseen(unseen=False)
    assert told == [True, False]


def test_what_was_said_does_not_outlive_a_switch_to_mirroring(
    alone: tuple[Displays, AudienceWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    displays, _audience = alone
    displays.say_unseen()
    assert displays.private_allowed
    monkeypatch.setattr(Displays, "mirrored", True)
    screen = QApplication.primaryScreen()
    screen.geometryChanged.emit(screen.geometry())
    QApplication.processEvents()
    assert not displays.private_allowed


def test_a_display_can_be_named(alone: tuple[Displays, AudienceWindow]) -> None:
    (only,) = alone[0].displays()
    assert only.is_console
    assert not only.is_room
    assert "×" in only.label
