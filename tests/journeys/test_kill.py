"""The program can be killed at any moment: what it said was saved is there, and it goes on where it was."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.programs.killing import Tally, Told, faults

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="children are forked, which Windows cannot")
def test_a_killed_program_goes_on_where_it_was(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.journeys.programs.killing", str(tmp_path / "home"), "15", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=200)
    tally = Tally(**json.loads(done.stdout))
    assert tally.faults == []
    assert tally.kills == 15  # those that fell while it records; how many did not is the machine's affair
    assert tally.acknowledged > 100


def test_a_lost_event_and_another_place_would_be_found() -> None:
    known = {"a": "1/0/0/0/0/0", "b": "2/0/0/0/0/0"}
    good = Told(found=["a", "b"], resumed="2/0/0/0/0/0/neutral")
    assert faults(good, known, {"a", "b"}) == []
    assert faults(Told(found=["a"], resumed="1/0/0/0/0/0/neutral"), known, {"a", "b"}) == ["1 acknowledged events lost"]
    assert len(faults(Told(found=["a", "b"], resumed="2/0/0/0/0/0/live"), known, {"a", "b"})) == 1
    assert len(faults(Told(found=["a", "b"]), known, {"a", "b"})) == 1
