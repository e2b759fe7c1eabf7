from __future__ import annotations

import sys
from pathlib import Path

import pytest

from devtools import checks
from devtools.checks import Outcome, Step
from devtools.exit_codes import SKIPPED


def step(said: str, outcome: Outcome) -> Step:
    return lambda: (said, outcome)


def test_every_step_is_told_also_after_one_failed(capsys: pytest.CaptureFixture[str]) -> None:
    steps = {"first": step("look here", Outcome.FAILED), "second": step("nothing to see", Outcome.OK)}
    assert checks.check(steps) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[0].split()[:2] == ["first", "FAILED"]
    assert told[1] == "look here"
    assert told[3].split()[:2] == ["second", "ok"]
    assert told[4:] == ["failed: first"]


def test_all_is_well_when_no_step_fails() -> None:
    assert checks.check({"only": step("", Outcome.OK)}) == 0


def test_what_could_not_be_looked_at_is_told_and_stops_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert checks.check({"spelling": step("not here", Outcome.SKIPPED)}) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].split()[:2] == ["spelling", "skipped"]
    assert told[1] == "not here"


def test_a_command_says_by_its_exit_code_that_it_did_not_look(tmp_path: Path) -> None:
    (tmp_path / "mypy.py").write_text(f"print('not here'); raise SystemExit({SKIPPED})", encoding="ascii")
    assert checks.steps(tmp_path, Path(sys.executable))["mypy"]() == ("not here\n", Outcome.SKIPPED)


def test_a_command_fails_by_its_exit_code_and_says_what_it_said(tmp_path: Path) -> None:
    steps = checks.steps(tmp_path, Path(sys.executable))
    (tmp_path / "facilitator.py").write_text("raise SystemExit('no good')", encoding="ascii")
    said, outcome = steps["ruff check"]()
    assert (said.strip(), outcome) == ("All checks passed!", Outcome.OK)
    (tmp_path / "bad.py").write_text("import os", encoding="ascii")
    said, outcome = steps["ruff check"]()
    assert outcome is Outcome.FAILED
    assert "F401" in said
