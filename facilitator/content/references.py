"""What one file says of another: the cards and scripts that it names must be there.

Those that come with the program always count, and so do those that are looked at along with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from facilitator.content.kinds import meant
from facilitator.content.library import CARD_FILES, FRUSTRATION_FILES, SCRIPT_FILES, FileKind, Reading, yaml_files
from facilitator.content.locate import content_folder
from facilitator.content.problem import Problem, shown
from facilitator.content.yaml_tree import Mapping, Node, Scalar, Sequence
from facilitator.words import _

Readings = Iterable[tuple[FileKind[Any], Reading[Any]]]


def dead_references(readings: Readings) -> Iterator[Problem]:
    """Give every card and script that is named and is not there."""
    roots = [(kind, reading, reading.tree.root) for kind, reading in readings if reading.tree is not None]
    named = [
        (reading, target, item)
        for kind, reading, root in roots
        if isinstance(root, Mapping)
        for target, item in _named(kind, root)
    ]
    known: dict[str, set[str]] = {}
    for reading, target, item in named:
        if target.folder not in known:
            known[target.folder] = _known(target, roots)
        if item.text not in known[target.folder]:
            yield _dead(reading, target, item, known[target.folder])


def _known(target: FileKind[Any], roots: Iterable[tuple[FileKind[Any], Reading[Any], Node]]) -> set[str]:
    """The ids of those that come with the program, and of those that are looked at along with what names them."""
    ids = (root.scalar("id") for kind, _reading, root in roots if kind is target and isinstance(root, Mapping))
    shipped = (path.stem for path in yaml_files(content_folder() / target.folder))
    return {*shipped, *(own.text for own in ids if own is not None)}


def _dead(reading: Reading[Any], target: FileKind[Any], item: Scalar, known: set[str]) -> Problem:
    if target is CARD_FILES:
        what = _("there is no card '{id}'").format(id=shown(item.text))
        fix = _("Remove it, or check your own card along with this file")
    else:
        what = _("there is no script '{id}'").format(id=shown(item.text))
        fix = _("Remove it, or check your own script along with this file")
    return Problem(reading.path, item.line, what, meant(item.text, known) or fix, item.path)


def _named(kind: FileKind[Any], root: Mapping) -> Iterator[tuple[FileKind[Any], Scalar]]:
    """What a file names: the kind that it should be of, and the id."""
    if kind is SCRIPT_FILES:
        for step in root.records("steps"):
            yield from ((CARD_FILES, item) for item in _items(step, "cards"))
    elif kind is FRUSTRATION_FILES:
        yield from ((SCRIPT_FILES, item) for item in _items(root, "scripts"))
        yield from ((CARD_FILES, item) for item in _items(root, "cards"))


def _items(node: Mapping, name: str) -> Iterator[Scalar]:
    entry = node.entries.get(name)
    if entry is not None and isinstance(entry.node, Sequence):
        yield from (item for item in entry.node.items if isinstance(item, Scalar) and not item.empty)
