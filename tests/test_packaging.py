"""What `pip install .` gives: a program that brings its content along and starts from any folder."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CONTENT = ("sessions", "casuistiek", "resources")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Build the wheel as pip would."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


@pytest.mark.parametrize("folder", CONTENT)
def test_the_wheel_holds_all_content(wheel: zipfile.ZipFile, folder: str) -> None:
    here = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
    there = {name.removeprefix("facilitator/_content/") for name in wheel.namelist()}
    assert here
    assert here <= there


def test_the_wheel_holds_only_the_program(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0] for name in wheel.namelist() if ".dist-info/" not in name}
    assert tops == {"facilitator"}
    assert not [name for name in wheel.namelist() if name.endswith(".pyc") or "/tests/" in name]


def test_the_wheel_puts_facilitator_on_the_path(wheel: zipfile.ZipFile) -> None:
    (entry_points,) = (name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    assert "facilitator = facilitator.__main__:main" in wheel.read(entry_points).decode()


def test_the_wheel_carries_its_licences(wheel: zipfile.ZipFile) -> None:
    licences = [name for name in wheel.namelist() if "/licenses/" in name]
    assert any(name.endswith("/LICENSE") for name in licences)
    assert any("/resources/fonts/" in name for name in licences)


@pytest.mark.parametrize("arguments", [["--version"], ["check"]])
def test_what_is_installed_works_from_another_folder(
    wheel: zipfile.ZipFile, arguments: list[str], tmp_path: Path
) -> None:
    installed = tmp_path / "installed"
    wheel.extractall(installed)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    environ = os.environ | {"PYTHONPATH": str(installed), "FACILITATOR_HOME": str(tmp_path / "home")}
    command = [sys.executable, "-m", "facilitator", *arguments]
    done = subprocess.run(command, cwd=elsewhere, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    if arguments == ["--version"]:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        assert project["version"] in done.stdout
