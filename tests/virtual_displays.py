"""Displays that can really be unplugged, on a virtual X server, and a program on them that is spoken to by lines."""

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

ROOT = Path(__file__).resolve().parents[1]
LAPTOP = "LAPTOP", "1366/361x768/203+0+0"
BEAMER = "BEAMER", "1920/508x1080/286+1366+0"

Ask = Callable[[str], dict[str, Any]]
"""Has the program do something and gives what it tells."""


@contextmanager
def laptop_and_beamer() -> Iterator[dict[str, str]]:
    """A virtual X server with two monitors; gives the environment of a program on it. Skips the test without one."""
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
    environment = {"DISPLAY": f":{server.stdout.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
    plug(environment, *LAPTOP, "screen")
    plug(environment, *BEAMER)
    yield environment
    server.terminate()
    server.wait(20)
    server.stdout.close()


def plug(environment: dict[str, str], name: str, place: str, output: str = "none") -> None:
    """Plug a display in: its name, and its size and place as xrandr writes them."""
    _xrandr(environment, "--setmonitor", name, place, output)


def unplug(environment: dict[str, str], name: str) -> None:
    """Unplug a display."""
    _xrandr(environment, "--delmonitor", name)


def _xrandr(environment: dict[str, str], *arguments: str) -> None:
    env = {**os.environ, **environment}
    subprocess.run(["xrandr", *arguments], env=env, check=True, stdout=subprocess.DEVNULL)


@contextmanager
def spoken_to(program: Path, *arguments: str, environment: dict[str, str]) -> Iterator[Ask]:
    """Start a program that reads commands and answers each with a line of JSON; it ends when there are no more."""
    process = subprocess.Popen(
        [sys.executable, program, *arguments],
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
