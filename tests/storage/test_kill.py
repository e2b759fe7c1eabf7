"""A killed process loses nothing it said was saved."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.storage.killing import Tally

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="children are forked, which Windows cannot")


def start(home: Path, kills: int, seed: int, mode: str = "store") -> subprocess.Popen[str]:
    """Start killing children in a process of its own."""
    command = [sys.executable, "-m", "tests.storage.killing", str(home), str(kills), str(seed), mode]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def tally(process: subprocess.Popen[str]) -> Tally:
    """Wait for it and read what it counted."""
    told, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    return Tally(**json.loads(told))


def test_two_hundred_kills_while_writing_lose_nothing(tmp_path: Path) -> None:
    processes = [start(tmp_path / str(seed), 100, seed) for seed in range(2)]
    for counted in [tally(process) for process in processes]:
        assert counted.kills == 100
        assert counted.outside <= 50  # most kills must fall inside the writing, or this proves little
        assert counted.acknowledged > 300
        assert (counted.lost, counted.bad) == (0, 0)


def test_saying_saved_before_it_is_would_be_found(tmp_path: Path) -> None:
    counted = tally(start(tmp_path, 15, 7, "early"))
    assert counted.lost > 0
