from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from devtools import locks
from devtools.environment import LOCKS
from tests.devtools.conftest import ROOT


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a folder with the project's own declarations and locks."""
    for name in ("pyproject.toml", *LOCKS.values()):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_locks_of_the_project_follow_its_declarations() -> None:
    assert locks.problems(ROOT) == []


def test_a_dependency_that_is_not_locked_is_named(root: Path) -> None:
    change(root / "pyproject.toml", "dependencies = [\n", 'dependencies = [\n  "New_Thing[extra]>=1",\n')
    assert [problem.partition(" is missing")[0] for problem in locks.problems(root)] == [
        "requirements.lock: new-thing",
        "requirements-dev.lock: new-thing",
    ]


def test_other_bounds_ask_for_another_lock(root: Path) -> None:
    change(root / "pyproject.toml", '"Jinja2>=3.1.6"', '"Jinja2>=3.1.7"')
    assert all("has changed" in problem for problem in locks.problems(root))
    assert len(locks.problems(root)) == 2


def test_a_tool_of_development_concerns_only_its_lock(root: Path) -> None:
    change(root / "pyproject.toml", '"hypothesis>=', '"hypothesis>=0.')
    assert [problem.partition(":")[0] for problem in locks.problems(root)] == ["requirements-dev.lock"]


def test_a_lock_holds_no_address(root: Path) -> None:
    lock = root / "requirements.lock"
    lock.write_text(lock.read_text(encoding="utf-8") + "--index-url https://example.org/simple\n", encoding="utf-8")
    assert locks.problems(root) == ["requirements.lock: holds an address; a lock holds only names, versions and hashes"]


def test_both_locks_pin_the_same_versions() -> None:
    run, develop = (
        {line.split()[0] for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if "==" in line}
        for name in LOCKS.values()
    )
    assert run <= develop
