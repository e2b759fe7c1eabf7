"""The screens stay on while a session runs, and only then."""

from __future__ import annotations

import os
import subprocess
import sys
import time

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


@pytest.mark.skipif(os.name != "posix", reason="a process that waits for another is a thing of POSIX")
def test_the_program_that_holds_runs_while_held_and_not_after(qtbot: QtBot) -> None:
    hold = ProcessHold(("sleep", "60"))
    hold.hold()
    qtbot.waitUntil(lambda: hold.process.state() == hold.process.ProcessState.Running)
    hold.release()
    assert hold.process.state() == hold.process.ProcessState.NotRunning


@pytest.mark.skipif(sys.platform != "linux", reason="GNU tail")
def test_what_holds_ends_with_the_process_it_holds_for() -> None:
    watched = subprocess.Popen(["sleep", "60"])
    waiting = subprocess.Popen(["tail", f"--pid={watched.pid}", "-f", os.devnull])
    assert waiting.poll() is None
    watched.kill()
    watched.wait()
    until = time.monotonic() + 20
    while waiting.poll() is None and time.monotonic() < until:
        time.sleep(0.05)
    assert waiting.poll() is not None
