"""What one file says of another: the cards that a script names must be there.

Those that come with the program always count, and so do those that are looked at along with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from facilitator.content.kinds import meant
from facilitator.content.library import CARD_FILES, SCRIPT_FILES, FileKind, Reading, yaml_files
from facilitator.content.locate import CARDS, content_folder
from facilitator.content.problem import Problem, shown
from facilitator.content.yaml_tree import Mapping, Scalar, Sequence
from facilitator.words import _

Readings = Iterable[tuple[FileKind[Any], Reading[Any]]]


def dead_references(readings: Readings) -> Iterator[Problem]:
    """Give every card that is named and is not there."""
    roots = [(kind, reading, reading.tree.root) for kind, reading in readings if reading.tree is not None]
    named = [
        (reading, card)
        for kind, reading, root in roots
        if kind is SCRIPT_FILES and isinstance(root, Mapping)
        for card in _named(root)
    ]
    if not named:
        return
    known = {path.stem for path in yaml_files(content_folder() / CARDS)}
    ids = (root.scalar("id") for kind, _reading, root in roots if kind is CARD_FILES and isinstance(root, Mapping))
    known |= {own.text for own in ids if own is not None}
    for reading, card in named:
        if card.text not in known:
            what = _("there is no card '{id}'").format(id=shown(card.text))
            fix = meant(card.text, known) or _("Remove it, or check your own card along with this file")
            yield Problem(reading.path, card.line, what, fix, card.path)


def _named(root: Mapping) -> Iterator[Scalar]:
    for step in root.records("steps"):
        entry = step.entries.get("cards")
        if entry is not None and isinstance(entry.node, Sequence):
            yield from (item for item in entry.node.items if isinstance(item, Scalar) and not item.empty)
