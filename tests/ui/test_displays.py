"""Two displays: where the room's window goes, and that it goes away with its display.

Real plugging is done on a virtual X server; the rest on Qt's offscreen platform with two screens.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.audience.window import AudienceWindow
from facilitator.ui.displays import DisplayId, Displays, load_room, save_room
from facilitator.ui.theme import Theme

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(__file__).with_name("programs") / "two_displays.py"
ON_LAPTOP = "50,50,800,500"
ON_BEAMER = "1500,50,800,500"

Ask = Callable[[str], dict[str, Any]]


@contextmanager
def _program(environment: dict[str, str], console: str, remembered: str = "") -> Iterator[Ask]:
    """Start the program; gives a function that has it do something and returns what it tells."""
    process = subprocess.Popen(
        [sys.executable, PROGRAM, console, remembered],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )
    assert process.stdin is not None
    assert process.stdout is not None

    def ask(command: str) -> dict[str, Any]:
        print(command, file=process.stdin, flush=True)
        told: dict[str, Any] = json.loads(process.stdout.readline())  # type: ignore[union-attr]
        return told

    try:
        yield ask
    finally:
        process.stdin.close()
        assert process.wait(20) == 0
        process.stdout.close()


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
        assert ask("choose BEAMER")["said"] == ["kept BEAMER", "chosen True"]
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
    for tool in ("Xvfb", "xrandr"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed: unplugging a display cannot be played")
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "3286x1080x24", "-noreset", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert server.stdout is not None
    number = server.stdout.readline().strip()
    environment = {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    _plug(environment, "LAPTOP", "1366/361x768/203+0+0", "screen")
    _plug(environment, "BEAMER", "1920/508x1080/286+1366+0", "none")
    yield environment
    server.terminate()
    server.wait(20)
    server.stdout.close()


def _plug(environment: dict[str, str], name: str, place: str, output: str) -> None:
    subprocess.run(
        ["xrandr", "--setmonitor", name, place, output],
        env={**os.environ, **environment},
        check=True,
        stdout=subprocess.DEVNULL,
    )


def _unplug(environment: dict[str, str], name: str) -> None:
    subprocess.run(["xrandr", "--delmonitor", name], env={**os.environ, **environment}, check=True)


def test_an_unplugged_display_takes_the_window_with_it(x_server: dict[str, str]) -> None:
    with _program(x_server, ON_LAPTOP) as ask:
        assert ask("show")["paper_on"] == ["BEAMER"]
        _unplug(x_server, "BEAMER")
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
        _unplug(x_server, "BEAMER")
        ask("")
        _plug(x_server, "BEAMER", "1920/508x1080/286+1366+0", "none")
        told = ask("")
        assert told["said"] == ["returned"]
        assert told["paper_on"] == ["BEAMER"]
        assert told["geometry"] == [1366, 0, 1920, 1080]


def test_another_display_is_not_taken_for_the_rooms(x_server: dict[str, str]) -> None:
    with _program(x_server, ON_LAPTOP) as ask:
        ask("show")
        _unplug(x_server, "BEAMER")
        ask("")
        _plug(x_server, "HALLWAY", "1920/508x1080/286+1366+0", "none")
        told = ask("")
        assert (told["said"], told["visible"], told["paper_on"]) == ([], False, [])
        assert ask("choose HALLWAY")["said"] == ["kept HALLWAY", "chosen True"]
        assert ask("show")["paper_on"] == ["HALLWAY"]


def test_the_console_may_lose_its_own_display(x_server: dict[str, str]) -> None:
    with _program(x_server, ON_LAPTOP) as ask:
        ask("show")
        _unplug(x_server, "LAPTOP")
        told = ask("")
        assert not told["visible"]
        assert not told["private"]


def test_a_mirrored_display_is_no_room_and_folds_private_things(x_server: dict[str, str]) -> None:
    with _program(x_server, ON_LAPTOP) as ask:
        assert ask("show")["private"]
        _unplug(x_server, "BEAMER")
        ask("")
        _plug(x_server, "BEAMER", "1366/361x768/203+0+0", "none")
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


def test_a_display_can_be_named(alone: tuple[Displays, AudienceWindow]) -> None:
    (only,) = alone[0].displays()
    assert only.is_console
    assert not only.is_room
    assert "×" in only.label


def test_a_display_is_known_by_what_it_tells_of_itself() -> None:
    beamer = DisplayId("Epson", "EB-L200", "X1", "HDMI-1")
    assert beamer.same(DisplayId("Epson", "EB-L200", "X1", "DP-2"))
    assert not beamer.same(DisplayId("Epson", "EB-L200", "X2", "HDMI-1"))
    assert DisplayId("", "", "", "BEAMER").same(DisplayId("", "", "", "BEAMER"))
    assert not DisplayId("", "", "", "BEAMER").same(DisplayId("Epson", "", "", "BEAMER"))


def test_the_rooms_display_is_kept_for_another_time(tmp_path: Path) -> None:
    beamer = DisplayId("Epson", "EB-L200", "X1", "HDMI-1")
    save_room(tmp_path / "room.json", beamer)
    assert load_room(tmp_path / "room.json") == beamer


@pytest.mark.parametrize("text", ["", "[]", "{}", "\x00"])
def test_a_damaged_memory_is_no_memory(tmp_path: Path, text: str) -> None:
    (tmp_path / "room.json").write_text(text, "utf-8")
    assert load_room(tmp_path / "room.json") is None
    assert load_room(tmp_path / "none.json") is None
