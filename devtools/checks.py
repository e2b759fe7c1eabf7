"""`dev.py check`: every step is run and told, also after one has failed."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from devtools import locks

# A step gives what it has to say and whether it is content.
Step = Callable[[], tuple[str, bool]]


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
    def run() -> tuple[str, bool]:
        done = subprocess.run(
            [python, *arguments], cwd=root, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        return done.stdout, done.returncode == 0

    return run


def _locks(root: Path) -> tuple[str, bool]:
    found = locks.problems(root)
    return "\n".join(found), not found


def _told(name: str, step: Step) -> bool:
    start = time.monotonic()
    words, fine = step()
    print(f"{name:<18}{'ok' if fine else 'FAILED':<8}{time.monotonic() - start:5.1f} s", flush=True)
    if not fine:
        sys.stdout.write(words.rstrip() + "\n\n")
    return fine
