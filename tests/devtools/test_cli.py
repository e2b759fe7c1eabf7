from __future__ import annotations

import ast
import re
import runpy
import sys
import time
from pathlib import Path

import pytest

from devtools.cli import WITHOUT_WINDOW
from facilitator.__main__ import main
from tests.devtools.conftest import ROOT, dev

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is a screen")


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 10, 13), (3, 15, 0)])
def test_another_python_is_told_so(version: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    with pytest.raises(SystemExit) as caught:
        runpy.run_path(str(ROOT / "dev.py"))
    message = str(caught.value.code)
    assert "heeft Python 3.11 tot en met 3.14 nodig" in message
    assert ".".join(map(str, version)) in message
    assert "needs Python" in message


def test_an_old_python_can_read_the_file_that_says_so() -> None:
    ast.parse((ROOT / "dev.py").read_text(encoding="ascii"), feature_version=(3, 4))


def test_no_command_shows_the_commands() -> None:
    done = dev(ROOT)
    assert done.returncode == 2
    assert "dev.py test" in done.stderr


def test_every_command_of_the_program_goes_without_a_display(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    commands = re.findall(r"^    (\w+) ", capsys.readouterr().out, re.MULTILINE)
    assert "demo" in commands
    assert WITHOUT_WINDOW.issuperset(commands)


@linux
@pytest.mark.usefixtures("without_display")
@pytest.mark.parametrize("arguments", [["run"], ["run", "--", "--home", "somewhere"]])
def test_without_a_display_it_says_so_before_any_work(fresh_checkout: Path, arguments: list[str]) -> None:
    done = dev(fresh_checkout, *arguments)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "geen beeldscherm" in done.stderr
    assert "python3 dev.py run -- demo --out DIR" in done.stderr
    assert not (fresh_checkout / ".venv").exists()


@pytest.mark.usefixtures("without_display")
def test_arguments_and_exit_code_are_handed_on_from_any_folder(checkout: Path, tmp_path: Path) -> None:
    (tmp_path / "facilitator").mkdir()  # not the program, though it lies where the user stands
    done = dev(checkout, "run", "--", "demo", "--out", "a folder", cwd=tmp_path)
    assert done.returncode == 7, done.stderr
    _, folder, arguments = done.stdout.split(" ", 2)
    assert Path(folder).samefile(tmp_path)
    assert ast.literal_eval(arguments) == ["demo", "--out", "a folder"]


def test_a_second_call_starts_the_program_within_300_ms(checkout: Path) -> None:
    waits = []
    for _ in range(5):
        start = time.time()
        waits.append(float(dev(checkout, "run", "--version").stdout.split()[0]) - start)
    assert min(waits) < 0.3  # the best of five: what it costs, not what else the machine was doing
