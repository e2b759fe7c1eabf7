"""An import that is cut off leaves the library as it was."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.storage.library.killing import Tally

ROOT = Path(__file__).parents[3]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="children are forked, which Windows cannot")


def tally(home: Path, kills: int, seed: int, mode: str) -> Tally:
    """Kill children in a process of its own, and read what it counted."""
    command = [sys.executable, "-m", "tests.storage.library.killing", str(home), str(kills), str(seed), mode]
    told = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True, timeout=240).stdout
    return Tally(**json.loads(told))


def test_a_pack_is_there_whole_or_not_at_all_whenever_the_process_is_killed(tmp_path: Path) -> None:
    counted = tally(tmp_path, 15, 1, "import")
    assert counted.kills == 15
    assert counted.outside <= 30
    assert (counted.parts, counted.lost, counted.bad) == (0, 0, 0)


def test_items_that_are_seen_before_the_end_would_be_found(tmp_path: Path) -> None:
    assert tally(tmp_path, 4, 2, "open").parts > 0
