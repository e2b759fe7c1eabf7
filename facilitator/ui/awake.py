"""Awake: the screens do not go dark while a session runs, and may again when it does not."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Final, Protocol

from PySide6.QtCore import QCoreApplication, QObject

from facilitator.core.session import Session, State
from facilitator.words import _

_CONTINUOUS: Final = 0x8000_0000
_SYSTEM_AND_DISPLAY: Final = 0x0000_0001 | 0x0000_0002


class Hold(Protocol):
    """Something that keeps the system and its screens awake as long as it is held."""

    def hold(self) -> None:
        """Keep awake from now on."""

    def release(self) -> None:
        """No longer."""


class NoHold:
    """A system that cannot be asked."""

    def hold(self) -> None:
        """Nothing can be done."""

    def release(self) -> None:
        """Nothing was done."""


class WindowsHold:
    """Windows keeps awake for the thread that asks. `ask` is its SetThreadExecutionState."""

    def __init__(self, ask: Callable[[int], object]) -> None:
        self._ask = ask

    def hold(self) -> None:
        """Ask for the system and the display, until told otherwise."""
        self._ask(_CONTINUOUS | _SYSTEM_AND_DISPLAY)

    def release(self) -> None:
        """Tell otherwise."""
        self._ask(_CONTINUOUS)


class ProcessHold:
    """Elsewhere a small program keeps the system awake while it runs. It ends with this process, however that ends.

    Attributes:
        command: the program and what it is told.
    """

    def __init__(self, command: tuple[str, ...]) -> None:
        self.command = command
        self.process: subprocess.Popen[bytes] | None = None

    def hold(self) -> None:
        """Start it; where it cannot start, the screens may sleep as they did."""
        quiet = subprocess.DEVNULL
        with suppress(OSError):
            self.process = subprocess.Popen(  # noqa: S603  one of the commands below, of the system
                self.command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
            )

    def release(self) -> None:
        """End it, and what it started."""
        process, self.process = self.process, None
        if process is None or sys.platform == "win32":
            return
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(1)


class Awake(QObject):
    """Holds the screens while a session runs. Give it each new state of the session."""

    def __init__(self, hold: Hold, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hold = hold
        self.held = False
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.let_go)

    def follow(self, session: Session) -> None:
        """Hold the screens of a session that runs, and let them go when it does not."""
        if session.course.state is not State.RUNNING:
            self.let_go()
        elif not self.held:
            self.held = True
            self._hold.hold()

    def let_go(self) -> None:
        """The screens may sleep again."""
        if self.held:
            self.held = False
            self._hold.release()


def hold_of_this_system(
    platform: str = sys.platform, find: Callable[[str], str | None] = shutil.which, pid: int | None = None
) -> Hold:
    """Give the way to keep this system awake."""
    if platform == "win32":
        return _of_windows()
    watched = str(os.getpid() if pid is None else pid)
    why = _("A meeting is going on")
    while_we_run = ("tail", f"--pid={watched}", "-f", os.devnull)
    commands = (
        (("caffeinate", "-d", "-i", "-w", watched),)
        if platform == "darwin"
        else (
            ("gnome-session-inhibit", "--inhibit", "idle:suspend", *while_we_run),
            ("systemd-inhibit", "--what=idle:sleep", "--who=Facilitator", f"--why={why}", *while_we_run),
        )
    )
    return next((ProcessHold(command) for command in commands if find(command[0]) is not None), NoHold())


def _of_windows() -> Hold:
    if sys.platform != "win32":
        return NoHold()
    import ctypes  # noqa: PLC0415  there alone

    return WindowsHold(ctypes.windll.kernel32.SetThreadExecutionState)
