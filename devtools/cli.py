"""The commands of `dev.py`, and how each gets its environment."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from devtools import system
from devtools.environment import Environment, Purpose
from devtools.failure import SetupError

ROOT = Path(__file__).resolve().parent.parent

USAGE = """\
python3 dev.py run [-- ARGUMENTS]     set up what is needed and open the program (Dutch: het programma openen)
python3 dev.py run -- demo --out DIR  play an example session and write its PDFs; needs no display
python3 dev.py test [PYTEST ARGS]     run the tests, without a display
python3 dev.py check                  style, types, import contracts, content, spelling, locks
python3 dev.py bench [--json FILE]    measure speed against a bare window
python3 dev.py texts [PIECE.po ...]   bring the Dutch catalogue up to date with the code
python3 dev.py screenshots            make the pictures in docs/screenshots
python3 dev.py screenshots --every DIR  every page of knowledge at three sizes, to look at
python3 dev.py lock [--upgrade]       make requirements.lock and requirements-dev.lock again
"""

# What the program does without a window.
WITHOUT_WINDOW = frozenset({"demo", "check", "pack", "export", "sessions", "--version", "--help", "-h"})


def main(arguments: list[str]) -> int:
    """Run one command; gives the exit code, or becomes the program it starts."""
    commands = {
        "run": run,
        "test": test,
        "check": check,
        "bench": bench,
        "texts": texts,
        "screenshots": screenshots,
        "lock": lock,
    }
    command = commands.get(arguments[0]) if arguments else None
    if command is None:
        wants_help = arguments in (["--help"], ["-h"], ["help"])
        print(USAGE, end="", file=sys.stdout if wants_help else sys.stderr)
        return 0 if wants_help else 2
    rest = arguments[2:] if arguments[1:2] == ["--"] else arguments[1:]
    try:
        return command(rest)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run(arguments: list[str]) -> int:
    """Start the program from any folder; what it says about a missing screen comes before any work."""
    opens_window = WITHOUT_WINDOW.isdisjoint(arguments)
    python = _prepare("run", system.window_libraries(os.environ) if opens_window else {})
    # -P: a folder that happens to be called `facilitator` where the user stands is not the program.
    return _become([str(python), "-P", "-m", "facilitator", *arguments])


def test(arguments: list[str]) -> int:
    """Run pytest without a display; all tests, when none are named, side by side on up to four cores."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    arguments = arguments or ["--numprocesses=auto", "--maxprocesses=4"]
    return _become([str(_prepare("develop", system.OFFSCREEN)), "-m", "pytest", *arguments], folder=ROOT)


def check(arguments: list[str]) -> int:
    """Run every check."""
    from devtools import checks  # noqa: PLC0415  keeps `run` quick

    if arguments:
        print(USAGE, end="", file=sys.stderr)
        return 2
    return checks.check(checks.steps(ROOT, _prepare("develop", {})))


def bench(arguments: list[str]) -> int:
    """Measure."""
    return _become([str(_prepare("develop", system.OFFSCREEN)), "-P", "-m", "tests.bench", *arguments])


def texts(arguments: list[str]) -> int:
    """Renew the catalogue."""
    return _become([str(_prepare("develop", {})), "-P", "-m", "devtools.catalogue", *arguments])


def screenshots(arguments: list[str]) -> int:
    """Make the pictures of the documentation, or of every page of knowledge."""
    every = arguments[:1] == ["--every"]
    module = "devtools.every_page" if every else "devtools.screenshots"
    return _become([str(_prepare("develop", system.OFFSCREEN)), "-P", "-m", module, *arguments[every:]])


def lock(arguments: list[str]) -> int:
    """Make the locks again."""
    from devtools import locks  # noqa: PLC0415  keeps `run` quick

    return locks.write(ROOT, _prepare("develop", {}), arguments)


def _prepare(purpose: Purpose, libraries: Mapping[str, str]) -> Path:
    """Make system and environment ready; gives the environment's Python. Raises SetupError."""
    environment = Environment(ROOT)
    system.provide(libraries, environment.system_packages(purpose))
    environment.prepare(purpose)
    return environment.python


def _become(command: list[str], *, folder: Path | None = None) -> int:
    """Turn into this program, so that signals and the exit code are its own; Windows can only wait for it."""
    if folder is not None:
        os.chdir(folder)
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606  there is no shell to want
    return subprocess.call(command)
