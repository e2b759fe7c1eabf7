"""Between the text of a file and the tree that a form holds: both ways, and what is to be put right in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from facilitator.content import kinds
from facilitator.content.drafts import read_draft
from facilitator.content.library import FileKind
from facilitator.content.problem import Problem
from facilitator.content.records import Field
from facilitator.content.writing import as_plain, plain_as_text
from facilitator.content.yaml_text import joined_lines
from facilitator.ui.casuistry.editor.tree import Path, Plain, at, without_empty
from facilitator.words import _


class UnreadableError(Exception):
    """A text is no record at all, or too large: a form of it would be empty, and take its place."""

    def explain(self) -> str:
        """Say in the user's words what happened and what to do."""
        return _(
            "This text cannot be read any more, so it was not opened. Nothing in it was changed. Choose ‘Versions’ and "
            "put an older version back."
        )


def tree_of(kind: FileKind[Any], text: str) -> Plain:
    """Read the tree of a text. Lines that were only broken to fit are joined. Raises UnreadableError."""
    read = read_draft(kind, text)
    plain = None if read.tree is None else as_plain(read.tree.root)
    if not isinstance(plain, dict):
        raise UnreadableError
    return _flowing(plain)


def text_of(kind: FileKind[Any], tree: Plain) -> str:
    """Write a tree as the text of a file; what is empty is left out."""
    return plain_as_text(kind.declare(), _as_lists(without_empty(tree) or {}))


def problems_of(kind: FileKind[Any], tree: Plain) -> dict[Path, list[Problem]]:
    """Tell what is to be put right, and what could be said better, by the path of the field.

    What is empty is left out before reading, so a path in the file may be another one in the form. A field that is
    missing in the file is one that is still empty here: the words about lines and keys are for who writes files.
    """
    read = read_draft(kind, text_of(kind, tree))
    found: dict[Path, list[Problem]] = {}
    for problem in (*read.problems, *read.remarks):
        path = _in_form(tree, problem.path)
        declared = _declared_at(kind.declare(), path)
        if declared is not None and without_empty(at(tree, path) or "") is None:
            problem = replace(problem, what=_("This is still empty"), fix=_sentence(declared.help))  # noqa: PLW2901
        found.setdefault(path, []).append(problem)
    return found


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _declared_at(kind: Any, path: Path) -> Field | None:  # noqa: ANN401  any kind of value
    """The declaration of the field that a path leads to; None where it leads to an item or to nothing declared."""
    found: Field | None = None
    for key in path:
        if isinstance(key, int):
            kind, found = getattr(kind, "item", None), None
        else:
            found = next((field for field in getattr(kind, "fields", ()) if field.name == key), None)
            kind = None if found is None else found.kind
    return found


def _flowing(plain: kinds.Plain) -> Plain:
    if isinstance(plain, str):
        return joined_lines(plain)
    if isinstance(plain, dict):
        return {key: _flowing(value) for key, value in plain.items()}
    return tuple(_flowing(item) for item in plain)


def _as_lists(tree: Plain) -> kinds.Plain:
    if isinstance(tree, str):
        return tree
    if isinstance(tree, Mapping):
        return {key: _as_lists(value) for key, value in tree.items()}
    return [_as_lists(item) for item in tree]


def _in_form(tree: Plain, path: Path) -> Path:
    """The path in the form of a path in the file, where empty items are left out."""
    here: Plain | None = tree
    way: list[str | int] = []
    for key in path:
        if isinstance(here, tuple) and isinstance(key, int):
            there = [number for number, item in enumerate(here) if without_empty(item) is not None]
            key = there[key] if key < len(there) else key  # noqa: PLW2901  the same item, at its place in the form
            here = here[key] if key < len(here) else None
        else:
            here = here.get(key) if isinstance(here, Mapping) and isinstance(key, str) else None
        way.append(key)
    return tuple(way)
