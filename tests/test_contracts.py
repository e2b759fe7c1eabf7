"""The import contracts of pyproject.toml, and what they cannot say: the rules in `core` are pure.

A contract that cannot fail is worth nothing, so for each a fault is planted in a copy and seen to be caught.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CORE = ROOT / "facilitator" / "core"

# Where a line is planted, and how import-linter must name it.
PLANTED = {
    "core/planted.py": ("from facilitator.storage import planted", "facilitator.core.planted -> facilitator.storage"),
    "core/planted_words.py": ("from facilitator.words import _", "facilitator.core.planted_words -> facilitator.words"),
    "content/planted.py": ("import facilitator.report", "facilitator.content.planted -> facilitator.report"),
    "storage/planted.py": ("import sqlalchemy", "facilitator.storage.planted -> sqlalchemy"),
    "report/planted.py": ("def f():\n    from PySide6 import QtCore", "facilitator.report.planted -> PySide6"),
    "ui/audience/planted.py": (
        "from facilitator.core.session import Session",
        "facilitator.ui.audience.planted -> facilitator.core.session",
    ),
    "ui/console/planted.py": (
        "def f():\n    from facilitator.ui.audience import window",
        "facilitator.ui.console.planted -> facilitator.ui.audience.window",
    ),
    "ui/widgets/planted.py": (
        "import facilitator.ui.start.page",
        "facilitator.ui.widgets.planted -> facilitator.ui.start",
    ),
    "planted.py": ("", "\n- facilitator.planted\n"),
}

# `core` may use the standard library, save what reaches outside: files, clocks, chance, the network, other threads.
# fmt: off
IMPURE_MODULES = {
    "asyncio", "ctypes", "glob", "http", "importlib", "io", "logging", "multiprocessing", "os", "pathlib",
    "queue", "random", "secrets", "select", "shelve", "shutil", "signal", "socket", "sqlite3", "subprocess",
    "tempfile", "threading", "time", "urllib", "webbrowser",
}
# fmt: on
IMPURE_CALLS = {"now", "today", "utcnow", "uuid1", "uuid4", "open", "print", "input", "__import__", "eval", "exec"}
BY_NAME = {"facilitator", "stdnum"}


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the package in `root`."""
    program = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    return subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=False)


def impurities(folder: Path) -> list[str]:
    """Name what in the modules of `folder` is not pure: `file:line: what`."""
    found = []
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            found += [f"{path.name}:{node.lineno}: {fault}" for fault in faults(node)]  # type: ignore[attr-defined]
    return found


def faults(node: ast.AST) -> Iterator[str]:
    """Name what is not pure about this node."""
    if isinstance(node, ast.Import):
        yield from (name.name for name in node.names if not is_pure(name.name))
    elif isinstance(node, ast.ImportFrom) and not node.level and not is_pure(node.module or ""):
        yield node.module or ""
    elif isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in IMPURE_CALLS:
            yield f"{name}()"


def is_pure(module: str) -> bool:
    """Tell whether the rules may import this module."""
    top = module.partition(".")[0]
    return top in BY_NAME or (top in sys.stdlib_module_names and top not in IMPURE_MODULES)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give a copy of the package and its contracts."""
    shutil.copytree(ROOT / "facilitator", tmp_path / "facilitator", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_imports_go_one_way(copy: Path) -> None:
    done = lint(copy)
    assert done.returncode == 0, done.stdout


def test_every_planted_import_is_caught(copy: Path) -> None:
    for place, (line, _) in PLANTED.items():
        (copy / "facilitator" / place).write_text(line + "\n", encoding="utf-8")
    done = lint(copy)
    assert done.returncode == 1
    assert [told for _, told in PLANTED.values() if told not in done.stdout] == []


def test_the_rules_are_pure() -> None:
    assert impurities(CORE) == []


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("import yaml", "yaml"),
        ("def f():\n    import PySide6.QtCore", "PySide6.QtCore"),
        ("from pathlib import Path", "pathlib"),
        ("from datetime import datetime\nx = datetime.now()", "now()"),
        ("from uuid import uuid4\nx = uuid4()", "uuid4()"),
        ("x = __import__('os')", "__import__()"),
    ],
)
def test_a_planted_impurity_is_caught(line: str, fault: str, copy: Path) -> None:
    core = copy / "facilitator" / "core"
    (core / "planted.py").write_text(line + "\n", encoding="utf-8")
    assert impurities(core) == [f"planted.py:{line.count(chr(10)) + 1}: {fault}"]


@pytest.mark.parametrize("line", ["import stdnum.nl.bsn", "from dataclasses import replace", "from . import script"])
def test_the_rules_may_import_what_is_pure(line: str) -> None:
    assert not list(faults(ast.parse(line).body[0]))
