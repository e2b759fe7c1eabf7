"""The screens stay on while a session runs, and only then."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.core import events as ev
from facilitator.ui.awake import Awake, NoHold, ProcessHold, WindowsHold, hold_of_this_system
from tests.builders import Table


class Asked:
    """A system that keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def hold(self) -> None:
        self.asked.append("hold")

    def release(self) -> None:
        self.asked.append("release")


def test_the_screens_are_held_while_a_session_runs(qtbot: QtBot) -> None:
    system = Asked()
    awake = Awake(system)
    table = Table()
    awake.follow(table.session)
    assert system.asked == []
    awake.follow(table.started().session)
    awake.follow(table.at_step("nodig").session)
    assert system.asked == ["hold"]
    table.do(ev.SessionClosed)
    awake.follow(table.session)
    awake.let_go()
    assert system.asked == ["hold", "release"]


def test_windows_is_asked_for_system_and_display_until_told_otherwise() -> None:
    asked: list[int] = []
    hold = WindowsHold(asked.append)
    hold.hold()
    hold.release()
    assert asked == [0x80000003, 0x80000000]


@pytest.mark.parametrize(
    ("platform", "there", "command"),
    [
        ("darwin", {"caffeinate"}, "caffeinate"),
        ("linux", {"gnome-session-inhibit", "systemd-inhibit"}, "gnome-session-inhibit"),
        ("linux", {"systemd-inhibit"}, "systemd-inhibit"),
    ],
)
def test_elsewhere_a_program_of_the_system_holds_them(platform: str, there: set[str], command: str) -> None:
    hold = hold_of_this_system(platform, lambda name: name if name in there else None, pid=4242)
    assert isinstance(hold, ProcessHold)
    assert hold.command[0] == command
    assert any("4242" in part for part in hold.command)


def test_a_system_without_one_is_left_alone() -> None:
    hold = hold_of_this_system("linux", lambda _name: None)
    assert isinstance(hold, NoHold)
    hold.hold()
    hold.release()
    if sys.platform != "win32":
        assert isinstance(hold_of_this_system("win32"), NoHold)


def _is_there(group: int) -> bool:
    """Whether any process of a group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(sys.platform == "win32", reason="a process that waits for another is a thing of POSIX")
def test_the_program_that_holds_runs_while_held_and_takes_what_it_started_along(qtbot: QtBot, tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    hold = ProcessHold(("sh", "-c", f"sleep 60 & touch {begun}; wait"))
    hold.hold()
    qtbot.waitUntil(begun.exists)
    process = hold.process
    assert process is not None
    assert process.poll() is None
    group = process.pid
    hold.release()
    assert process.poll() is not None
    until = time.monotonic() + 20
    while _is_there(group) and time.monotonic() < until:
        time.sleep(0.02)
    assert not _is_there(group)


def test_a_program_that_cannot_start_is_no_trouble() -> None:
    hold = ProcessHold(("dit-programma-is-er-niet",))
    hold.hold()
    hold.release()
