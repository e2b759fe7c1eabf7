"""A pack: scripts, cases and cards in one file, with who made it and under which licence.

Inside it is a zip file (`archive`) with `pack.yaml` and one YAML file per item. A pack comes from anywhere and nobody
has to trust it: it is read in memory within bounds, every text in it goes through the same reader as any other, and
there is either a whole pack or only problems.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from facilitator.content import manifest
from facilitator.content.archive import MOST_PACKED, packed, unpacked
from facilitator.content.library import KINDS, FileKind, Library, Named, Reading, read_text, refused_id
from facilitator.content.manifest import NAME as MANIFEST
from facilitator.content.manifest import About, Listed, Manifest
from facilitator.content.problem import Problem, shown
from facilitator.content.text_file import Refused, read_bytes
from facilitator.content.writing import as_text
from facilitator.content.yaml_tree import tree_of
from facilitator.words import _

SUFFIX = ".fpack"

Key = tuple[str, str]
"""What makes an item one of its kind: the shelf it stands on (`casuistiek`) and its id."""

_BY_SHELF: dict[str, FileKind[Any]] = {kind.shelf: kind for kind in KINDS}
_FILE = re.compile(rf"({'|'.join(_BY_SHELF)})/[a-z0-9-]{{1,64}}\.yaml")
_LEADS_OUT = re.compile(r"[/\\]|[A-Za-z]:|.*(^|[/\\])\.\.([/\\]|$)|.*\\", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Item:
    """A script, case or card: its record, and the text that it was read from."""

    kind: FileKind[Any]
    value: Any
    text: str

    @property
    def key(self) -> Key:
        """Its shelf and id."""
        return self.kind.shelf, self.value.id

    @property
    def file(self) -> str:
        """The name of its file in a pack."""
        return "{}/{}.yaml".format(*self.key)


@dataclass(frozen=True, slots=True)
class Pack:
    """Items, in the order of the kinds and then of their ids, with what is told about them together."""

    about: About
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class PackReading:
    """A pack as it was read. `pack` is None when anything at all was wrong; `readings` are the texts in it."""

    pack: Pack | None
    problems: tuple[Problem, ...]
    readings: tuple[tuple[FileKind[Any], Reading[Any]], ...] = ()


def keys_of(library: Library) -> frozenset[Key]:
    """Give the keys of what comes with the program, which a pack may not take."""
    held: tuple[tuple[Named, ...], ...] = (library.scripts, library.cases, library.cards)
    return frozenset((kind.shelf, value.id) for kind, values in zip(KINDS, held, strict=True) for value in values)


# ---- reading


def read_pack(path: Path, shipped: Collection[Key] = ()) -> PackReading:
    """Read a pack that nobody has to trust; `shipped` are the keys that it may not take. Raises nothing."""
    try:
        return read_packed(read_bytes(path, MOST_PACKED), path, shipped)
    except Refused as refused:
        return PackReading(None, (Problem(path, refused.line, refused.what, refused.fix),))


def read_packed(data: bytes, path: Path, shipped: Collection[Key] = ()) -> PackReading:
    """Read the bytes of a pack; `path` is what its problems name. Raises Refused for what is no pack at all."""
    files = dict(unpacked(data))
    _refuse_names(files)
    told, problems = _manifest(files.pop(MANIFEST), path / MANIFEST)
    readings = tuple(_reading(name, content, path, shipped) for name, content in files.items())
    problems += [problem for _kind, reading in readings for problem in reading.problems]
    if told is not None:
        problems += _differences(told, files, path)
    if told is None or problems:
        return PackReading(None, tuple(problems), readings)
    items = [Item(kind, reading.value, reading.tree.text) for kind, reading in readings if reading.tree is not None]
    return PackReading(pack_of(told.about, items), (), readings)


def _refuse_names(files: Collection[str]) -> None:
    for name in files:
        if name != MANIFEST and not _FILE.fullmatch(name):
            raise _unexpected(name)
    if MANIFEST not in files:
        fix = _("Choose a file that was made with Facilitator; its name ends in .fpack")
        raise Refused(1, _("this is no pack: there is no pack.yaml in it"), fix)


def _unexpected(name: str) -> Refused:
    if _LEADS_OUT.match(name):
        what = _("'{name}' in this pack leads out of its folder").format(name=shown(name))
        return Refused(1, what, _("Do not use this pack; tell whoever gave it to you"))
    what = _("'{name}' does not belong in a pack").format(name=shown(name))
    fix = _("A pack holds scripts, cases and cards as texts, and no pictures, programs or other packs")
    return Refused(1, what, fix)


def _manifest(data: bytes, path: Path) -> tuple[Manifest | None, list[Problem]]:
    tree, problems = tree_of(data, path)
    if tree is None:
        return None, problems
    return manifest.read(tree, path, problems), problems


def _reading(name: str, data: bytes, path: Path, shipped: Collection[Key]) -> tuple[FileKind[Any], Reading[Any]]:
    shelf, own_id = name.removesuffix(".yaml").split("/")
    kind = _BY_SHELF[shelf]
    reading = read_text(kind.declare(), data, path / shelf / f"{own_id}.yaml")
    if reading.value is None:
        return kind, reading
    if reading.value.id != own_id:
        what = _("the id '{id}' is not the name of this file").format(id=reading.value.id)
        return kind, refused_id(reading, what, _("Ask for the pack as Facilitator made it"))
    if (shelf, own_id) in shipped:
        what = _("the id '{id}' belongs to something that comes with the program").format(id=own_id)
        return kind, refused_id(reading, what, _("Give it an id of its own, or ask whoever made the pack to do so"))
    return kind, reading


def _differences(told: Manifest, files: dict[str, bytes], path: Path) -> list[Problem]:
    """Hold what pack.yaml tells against what is there."""
    listed = {listed.file: listed.sha256 for listed in told.contents}
    fix = _("Ask for the pack again, or download it again")
    changed = _("this is not the text that was packed")
    loose = _("this is not in the list of pack.yaml")
    gone = _("pack.yaml lists this, but it is not there")
    return [
        *(Problem(path / name, 1, loose, fix) for name in files if name not in listed),
        *(Problem(path / name, 1, gone, fix) for name in listed if name not in files),
        *(
            Problem(path / name, 1, changed, fix)
            for name, content in files.items()
            if name in listed and listed[name] != sha256(content).hexdigest()
        ),
    ]


# ---- making


def pack_of(about: About, items: Collection[Item]) -> Pack:
    """Give a pack of items."""
    order = list(_BY_SHELF)
    return Pack(about, tuple(sorted(items, key=lambda item: (order.index(item.kind.shelf), item.value.id))))


def pack_bytes(pack: Pack) -> bytes:
    """Give the file of a pack; the same pack gives the same bytes."""
    texts = {item.file: item.text.encode() for item in pack.items}
    listed = tuple(Listed(name, sha256(content).hexdigest()) for name, content in texts.items())
    told = Manifest(manifest.FORMAT, pack.about, listed)
    return packed({MANIFEST: as_text(manifest.declared(), told).encode(), **texts})
