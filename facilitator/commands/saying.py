"""What a command says to who typed it."""

from __future__ import annotations

import sys


def say(line: str) -> None:
    """Write a line for the user."""
    sys.stdout.write(line + "\n")


def complain(line: str) -> int:
    """Write what went wrong, and give the exit code that goes with it."""
    sys.stderr.write(line + "\n")
    return 1
