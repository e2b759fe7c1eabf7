from __future__ import annotations

import sys
from pathlib import Path

import pytest

from devtools import checks
from devtools.checks import Step


def step(said: str, *, fine: bool) -> Step:
    return lambda: (said, fine)


def test_every_step_is_told_also_after_one_failed(capsys: pytest.CaptureFixture[str]) -> None:
    steps = {"first": step("look here", fine=False), "second": step("nothing to see", fine=True)}
    assert checks.check(steps) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[0].split()[:2] == ["first", "FAILED"]
    assert told[1] == "look here"
    assert told[3].split()[:2] == ["second", "ok"]
    assert told[4:] == ["failed: first"]


def test_all_is_well_when_no_step_fails() -> None:
    assert checks.check({"only": step("", fine=True)}) == 0


def test_a_command_fails_by_its_exit_code_and_says_what_it_said(tmp_path: Path) -> None:
    steps = checks.steps(tmp_path, Path(sys.executable))
    (tmp_path / "facilitator.py").write_text("raise SystemExit('no good')", encoding="ascii")
    said, fine = steps["ruff check"]()
    assert (said.strip(), fine) == ("All checks passed!", True)
    (tmp_path / "bad.py").write_text("import os", encoding="ascii")
    said, fine = steps["ruff check"]()
    assert not fine
    assert "F401" in said
