from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from devtools import system
from devtools.environment import Environment
from devtools.failure import InstallError, NoVenvError

PREPARE = """\
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
sys.modules["ensurepip"] = None
from devtools.environment import Environment
Environment(Path(sys.argv[1])).prepare("run")
"""


def prepare(root: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", PREPARE, str(root)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


@pytest.fixture
def without_ensurepip(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand on a Debian that keeps ensurepip apart; also ten times as fast."""
    monkeypatch.setitem(sys.modules, "ensurepip", None)


def test_what_is_ready_to_develop_is_ready_to_run(checkout: Path) -> None:
    environment = Environment(checkout)
    assert environment.is_ready("develop")
    assert environment.is_ready("run")


def test_nothing_is_done_when_it_is_ready(checkout: Path, capfd: pytest.CaptureFixture[str]) -> None:
    Environment(checkout).prepare("run")
    assert capfd.readouterr().out == ""


def test_the_program_is_found_from_any_folder_also_after_a_move(checkout: Path) -> None:
    question = "import facilitator; print(list(facilitator.__path__)[0])"
    command: list[str | Path] = [Environment(checkout).python, "-P", "-c", question]
    found = subprocess.check_output(command, cwd="/", text=True).strip()
    assert Path(found).samefile(checkout / "facilitator")


def test_another_lock_is_installed_again(checkout: Path) -> None:
    environment = Environment(checkout)
    (checkout / "requirements-dev.lock").write_text("# other\n", encoding="utf-8")
    assert not environment.is_ready("develop")
    environment.prepare("develop")
    assert environment.is_ready("develop")


@pytest.mark.usefixtures("without_ensurepip")
def test_an_interrupted_set_up_starts_from_nothing(checkout: Path) -> None:
    environment = Environment(checkout)
    leftover = environment.folder / "half-a-package"
    leftover.mkdir()
    (environment.folder / "setup-unfinished").touch()
    assert not environment.is_ready("run")
    environment.prepare("run")
    assert environment.is_ready("run")
    assert not leftover.exists()


@pytest.mark.usefixtures("without_ensurepip")
def test_an_environment_from_another_machine_is_made_again(checkout: Path) -> None:
    environment = Environment(checkout)
    environment.python.unlink()
    environment.python.symlink_to("/nowhere/bin/python3")
    environment.prepare("run")
    assert subprocess.call([environment.python, "-c", "pass"]) == 0


@pytest.mark.usefixtures("without_ensurepip")
def test_an_environment_of_another_python_is_made_again(checkout: Path) -> None:
    environment = Environment(checkout)
    environment.python.unlink()
    environment.python.write_text("#!/bin/sh\necho cpython-310\n", encoding="ascii")
    environment.python.chmod(0o755)
    (environment.folder / "ready-to-develop").write_text("of that Python", encoding="ascii")
    environment.prepare("run")
    assert subprocess.check_output([environment.python, "-c", "print(1)"]) == b"1\n"


def test_packages_that_cannot_be_installed_leave_what_was_ready(checkout: Path) -> None:
    environment = Environment(checkout)
    lock = checkout / "requirements-dev.lock"
    before = lock.read_text(encoding="utf-8")
    lock.write_text("not-hashed==1.0\n", encoding="utf-8")
    with pytest.raises(InstallError, match="Pakketten installeren"):
        environment.prepare("develop")
    lock.write_text(before, encoding="utf-8")
    assert environment.is_ready("develop")


def test_a_killed_pip_makes_it_start_from_nothing(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = checkout / "requirements-dev.lock"
    before = lock.read_text(encoding="utf-8")
    lock.write_text("# other\n", encoding="utf-8")
    monkeypatch.setattr("devtools.environment._run", lambda _command: -signal.SIGTERM)
    with pytest.raises(InstallError):
        Environment(checkout).prepare("develop")
    lock.write_text(before, encoding="utf-8")
    assert not Environment(checkout).is_ready("develop")


@pytest.mark.usefixtures("without_ensurepip")
def test_without_ensurepip_and_pip_it_asks_for_the_package(
    fresh_checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = Environment(fresh_checkout)
    monkeypatch.setattr(system, "has_apt", lambda: True)
    assert environment.system_packages("run") == []  # pip can do without
    monkeypatch.setitem(sys.modules, "pip", None)
    package = f"python3.{sys.version_info.minor}-venv"
    assert environment.system_packages("run") == [package]
    with pytest.raises(NoVenvError, match=package):
        environment.prepare("run")


def test_two_at_once_make_one_environment(fresh_checkout: Path) -> None:
    both = [prepare(fresh_checkout), prepare(fresh_checkout)]
    told = [process.communicate(timeout=120)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0], told
    assert "".join(told).count("Virtuele omgeving maken") == 1
    assert Environment(fresh_checkout).is_ready("run")


@pytest.mark.usefixtures("without_ensurepip")
@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_killed_set_up_heals_at_the_next_call(fresh_checkout: Path) -> None:
    environment = Environment(fresh_checkout)
    killed = prepare(fresh_checkout)
    while not environment.python.exists():
        assert killed.poll() is None
        time.sleep(0.01)
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    assert not environment.is_ready("run")
    environment.prepare("run")
    assert environment.is_ready("run")
