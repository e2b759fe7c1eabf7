from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from devtools.environment import LOCKS, Environment

ROOT = Path(__file__).resolve().parents[2]

# Stands in for the program: tells what reached it, and ends in a way that can be recognised.
PROGRAM = """\
import os, sys, time
print(time.time(), os.getcwd(), sys.argv[1:])
sys.exit(7)
"""


def make_checkout(root: Path) -> Path:
    """Put dev.py in a folder with a program that says what reached it and with locks that ask for nothing."""
    shutil.copytree(ROOT / "devtools", root / "devtools", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "dev.py", root)
    (root / "facilitator").mkdir()
    (root / "facilitator" / "__main__.py").write_text(PROGRAM, encoding="utf-8")
    for name in LOCKS.values():
        (root / name).write_text("# nothing\n", encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def first_checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a checkout whose environment was set up once, to copy."""
    root = make_checkout(tmp_path_factory.mktemp("first"))
    Environment(root).prepare("develop")
    return root


@pytest.fixture
def checkout(first_checkout: Path, tmp_path: Path) -> Path:
    """Give a checkout of its own that is ready for development; it has moved since it was set up."""
    copied = shutil.copytree(first_checkout, tmp_path / "checkout", symlinks=True, copy_function=copy_or_link)
    return Path(copied)


def copy_or_link(source: str, target: str) -> None:
    """Copy a file; what pip put there is only linked, as nobody changes it and there is much of it."""
    if "site-packages" in source and not source.endswith(".pth"):
        os.link(source, target)
    else:
        shutil.copy2(source, target)


@pytest.fixture
def fresh_checkout(tmp_path: Path) -> Path:
    """Give a checkout in which nothing was set up."""
    folder = tmp_path / "fresh"
    folder.mkdir()
    return make_checkout(folder)


@pytest.fixture
def without_display(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every screen away."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def dev(root: Path, *arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run `python dev.py ARGUMENTS` as a person would."""
    command = [sys.executable, str(root / "dev.py"), *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env=dict(os.environ))
