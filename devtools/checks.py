"""`dev.py check`: every step is run and told, also after one has failed."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path

from devtools import locks
from devtools.exit_codes import SKIPPED


class Outcome(StrEnum):
    """How a step went. What was skipped could not be looked at on this machine."""

    OK = "ok"
    SKIPPED = "skipped"
    FAILED = "FAILED"


# A step gives what it has to say and how it went.
Step = Callable[[], tuple[str, Outcome]]
_BY_EXIT_CODE = {0: Outcome.OK, SKIPPED: Outcome.SKIPPED}


def check(steps: Mapping[str, Step]) -> int:
    """Run all steps; gives 1 when any failed."""
    failed = [name for name, step in steps.items() if not _told(name, step)]
    if failed:
        print(f"failed: {', '.join(failed)}")
    return 1 if failed else 0


def steps(root: Path, python: Path) -> dict[str, Step]:
    """Name every step for the checkout at `root`, done with this environment's Python."""
    return {
        "ruff check": _command(root, python, "-m", "ruff", "check"),
        "ruff format": _command(root, python, "-m", "ruff", "format", "--check"),
        "mypy": _command(root, python, "-m", "mypy"),
        "import contracts": _command(root, python, "-c", _LINT_IMPORTS),
        "content": _command(root, python, "-P", "-m", "facilitator", "check"),
        "spelling": _command(root, python, "-P", "-m", "devtools.spelling"),
        "locks": lambda: _locks(root),
    }


# import-linter has no `-m`; its script in .venv/bin would not survive a move of the checkout.
_LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_logo=True))"


def _command(root: Path, python: Path, *arguments: str) -> Step:
    def run() -> tuple[str, Outcome]:
        done = subprocess.run(
            [python, *arguments], cwd=root, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        return done.stdout, _BY_EXIT_CODE.get(done.returncode, Outcome.FAILED)

    return run


def _locks(root: Path) -> tuple[str, Outcome]:
    found = locks.problems(root)
    return "\n".join(found), Outcome.FAILED if found else Outcome.OK


def _told(name: str, step: Step) -> bool:
    start = time.monotonic()
    words, outcome = step()
    print(f"{name:<18}{outcome:<8}{time.monotonic() - start:5.1f} s", flush=True)
    if outcome is not Outcome.OK:
        sys.stdout.write(words.rstrip() + "\n\n")
    return outcome is not Outcome.FAILED
