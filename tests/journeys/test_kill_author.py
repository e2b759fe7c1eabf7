"""The program is killed while its user writes, and while a pack comes in: what was kept is there, and nothing half."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from facilitator.content.pack import pack_bytes
from tests.content.packing import pack

ROOT = Path(__file__).parents[2]
KILLS = 5
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process cannot end itself by a signal there")


@dataclass
class Life:
    """What one life of the program told."""

    found: str | None = None
    there: tuple[int, ...] = ()
    typed: list[str] = field(default_factory=list)
    kept: str = ""

    def take(self, line: str) -> None:
        """Take a line."""
        what, _space, rest = line.partition(" ")
        match what:
            case "found":
                self.found = rest
            case "there":
                self.there = tuple(map(int, rest.split()))
            case "typed":
                self.typed.append(rest)
            case "kept":
                self.kept = rest


def live(home: Path, *, after: float = 0.0, pack_file: Path | None = None) -> Life:
    """Let the program live until it was `after` seconds past the first thing it kept, or until it ends itself.

    It is killed while something is not kept yet.
    """
    command = [sys.executable, "-m", "tests.journeys.programs.authoring", str(home)]
    command += [] if pack_file is None else [str(pack_file)]
    life = Life()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        until = None
        for line in child.stdout:
            if line.endswith("\n"):  # a line cut short was not told
                life.take(line.removesuffix("\n"))
            if life.kept and until is None:
                until = time.monotonic() + after
            unkept = bool(life.typed) and life.typed[-1] != life.kept
            if until is not None and time.monotonic() > until and unkept:
                child.kill()
                until = float("inf")
    return life


def test_what_was_written_up_to_the_last_pause_is_there_again(tmp_path: Path) -> None:
    rnd = random.Random(1)
    before = live(tmp_path, after=rnd.uniform(0, 0.4))
    assert before.found == ""
    beyond = 0
    for _kill in range(KILLS):
        now = live(tmp_path, after=rnd.uniform(0, 0.4))
        assert now.found is not None
        assert now.found in before.typed, "what is there was typed, and is no half of it"
        assert len(now.found) >= len(before.kept)
        beyond += before.typed[-1] != before.kept
        before = now
    assert beyond, "some kills must fall while something was not kept yet"


def test_a_pack_that_was_coming_in_is_not_there_by_half(tmp_path: Path) -> None:
    file = tmp_path / "proef.fpack"
    file.write_bytes(pack_bytes(pack()))
    home = tmp_path / "home"
    first = live(home, pack_file=file)
    again = live(home, pack_file=file)
    assert first.there == again.there
    assert first.there[1] == 0
    assert first.there[0] > 0
