"""Whether a line reads as a question, by its Dutch."""

from __future__ import annotations

from typing import Final

_ASKING: Final = frozenset(
    [
        "hoe",
        "hoeveel",
        "wat",
        "wie",
        "waar",
        "waarom",
        "waarmee",
        "waarover",
        "wanneer",
        "welk",
        "welke",
        "mag",
        "moet",
        "moeten",
        "kan",
        "kun",
        "kunnen",
        "is",
        "zijn",
        "heeft",
        "hebben",
        "heb",
        "doet",
        "doen",
        "geldt",
        "hoort",
        "wil",
    ]
)
_LEAST_WORDS = 3


def is_question(line: str) -> bool:
    """Whether it ends as a question, or begins as one and says enough to be one."""
    words = line.lower().split()
    return line.rstrip().endswith("?") or (len(words) >= _LEAST_WORDS and words[0] in _ASKING)
