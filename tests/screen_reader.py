"""A screen reader's end of AT-SPI: a session bus of its own, and what a program tells on it. No sound, no person.

jeepney speaks D-Bus; on Linux it comes with keyring, which the program itself needs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
LAUNCHER = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
PATIENCE = 10.0
SHOWING = 25
"""The bit of a state that says so, in AT-SPI's own list."""

Place = tuple[str, str]
"""A thing on the bus: whose it is, and its path."""


def _lacking() -> list[str]:
    tools = {
        "dbus-daemon": shutil.which("dbus-daemon"),
        "Xvfb": shutil.which("Xvfb"),
        "at-spi2-core": LAUNCHER.exists(),
    }
    return [package for package, there in tools.items() if not there]


@contextmanager
def session_bus(folder: Path) -> Iterator[dict[str, str]]:
    """A session bus, and the environment of a program on it. Without one a test is skipped; in CI that is a fault."""
    if lacking := _lacking():
        words = f"no screen reader can be played without {', '.join(lacking)}"
        pytest.fail(words) if os.environ.get("CI") else pytest.skip(words)
    environment = {"XDG_RUNTIME_DIR": str(folder)}
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--print-address", "--nofork", "--nopidfile"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, **environment},
    )
    assert bus.stdout is not None
    try:
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        yield {**environment, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    finally:
        bus.terminate()  # and with it what was started on it
        bus.wait(20)
        bus.stdout.close()


class Reader:
    """Reads what programs offer, presses what can be pressed, and hears what is announced."""

    def __init__(self, environment: dict[str, str]) -> None:
        with open_dbus_connection(environment["DBUS_SESSION_BUS_ADDRESS"]) as session:
            address = self._call(session, ("org.a11y.Bus", "/org/a11y/bus"), "org.a11y.Bus", "GetAddress")
        self._bus = open_dbus_connection(address)
        rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object")
        self._bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=PATIENCE)
        self._call(self._bus, (ROOT[0], "/org/a11y/atspi/registry"), ROOT[0], "RegisterEvent", "s", ("object:",))

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    @staticmethod
    def _call(bus: DBusConnection, at: Place, interface: str, what: str, kinds: str = "", values: Any = ()) -> Any:
        message = new_method_call(DBusAddress(at[1], at[0], interface), what, kinds or None, values)
        reply = bus.send_and_get_reply(message, timeout=PATIENCE)
        assert reply.header.message_type is not MessageType.error, reply.body
        return reply.body[0] if reply.body else None

    def _ask(self, at: Place, what: str, interface: str = ACCESSIBLE, kinds: str = "", values: Any = ()) -> Any:
        return self._call(self._bus, at, interface, what, kinds, values)

    def _property(self, at: Place, name: str, interface: str = ACCESSIBLE) -> Any:
        return self._ask(at, "Get", "org.freedesktop.DBus.Properties", "ss", (interface, name))[1]

    def name(self, at: Place) -> str:
        """How something is called."""
        return str(self._property(at, "Name"))

    def description(self, at: Place) -> str:
        """What more is said of it."""
        return str(self._property(at, "Description"))

    def role(self, at: Place) -> str:
        """What sort of thing it is."""
        return str(self._ask(at, "GetRoleName"))

    def is_showing(self, at: Place) -> bool:
        """Whether it can be seen."""
        return bool(self._ask(at, "GetState")[0] >> SHOWING & 1)

    def text(self, at: Place) -> str:
        """What stands in a field."""
        return str(self._ask(at, "GetText", "org.a11y.atspi.Text", "ii", (0, -1)))

    def press(self, at: Place) -> None:
        """Do the first thing that can be done with it."""
        assert self._ask(at, "DoAction", "org.a11y.atspi.Action", "i", (0,))

    def everything(self, at: Place = ROOT, depth: int = 20) -> Iterator[Place]:
        """All there is, from the top."""
        yield at
        if depth:
            for below in self._ask(at, "GetChildren"):
                yield from self.everything(tuple(below), depth - 1)

    def find(self, role: str, name: str) -> Place:
        """The thing of this role and name; waits for it. Fails when there is none."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            for at in self.everything():
                if self.name(at) == name and self.role(at) == role:
                    return at
        raise AssertionError(f"nothing is a {role} called {name!r}")

    def hear(self, wanted: Callable[[str], bool]) -> str:
        """The first announcement that is wanted. Fails when none comes."""
        end = time.monotonic() + PATIENCE
        heard: list[str] = []
        while (left := end - time.monotonic()) > 0:
            try:
                message = self._bus.receive(timeout=left)
            except TimeoutError:
                break
            if message.header.fields.get(HeaderFields.member) == "Announcement":
                heard.append(str(message.body[3][1]))
                if wanted(heard[-1]):
                    return heard[-1]
        raise AssertionError(f"not heard; what was: {heard}")
