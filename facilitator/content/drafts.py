"""A script, case or card that somebody is writing: read on every pause in typing, with problems where they are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from facilitator.content.check import wording
from facilitator.content.library import FileKind, Named, read_text
from facilitator.content.problem import Problem
from facilitator.content.yaml_tree import Tree

N = TypeVar("N", bound=Named)

NOWHERE = Path()


@dataclass(frozen=True, slots=True)
class Draft(Generic[N]):
    """A text as it was read. `value` is there when nothing is wrong; `tree` when it is YAML at all.

    `problems` must be put right before the draft can be used; `remarks` are about its wording and stop nothing. Both
    know their line, and the path of what they are about.
    """

    value: N | None
    tree: Tree | None
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]


def read_draft(kind: FileKind[N], text: str, file: Path = NOWHERE) -> Draft[N]:
    """Read a text of a kind. `file` is what its problems name. Raises nothing, whatever the text."""
    reading = read_text(kind.declare(), text.encode("utf-8", "surrogatepass"), file)
    return Draft(reading.value, reading.tree, reading.problems, tuple(wording(kind, reading)))
