"""What `pack.yaml` in a pack may hold: who made it, which version it is, what is in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from facilitator.content.kinds import Code, Day, Slug, Text, Whole
from facilitator.content.problem import Problem, Report
from facilitator.content.records import Field, ListOf, Record, Values
from facilitator.content.yaml_tree import Mapping, Tree
from facilitator.words import _

NAME = "pack.yaml"
FORMAT = 1
MOST_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class About:
    """What a pack tells of itself. `version` is one to three numbers with dots between them."""

    id: str
    title: str
    author: str
    version: str
    licence: str
    made_on: date

    @property
    def order(self) -> tuple[int, int, int]:
        """The version as numbers, to compare: 1.10 comes after 1.9, and 1 is 1.0.0."""
        first, second, third = (*map(int, self.version.split(".")), 0, 0, 0)[:3]
        return first, second, third


@dataclass(frozen=True, slots=True)
class Listed:
    """A file in a pack, and what its bytes must give."""

    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """All of `pack.yaml`."""

    format: int
    about: About
    contents: tuple[Listed, ...]


def declared() -> Record[Manifest]:
    """Declare `pack.yaml`."""
    version = Code(r"[0-9]{1,4}(\.[0-9]{1,4}){0,2}", _("Write one to three numbers with dots, such as 1.2"))
    return Record(
        Manifest,
        (
            Field("format", Whole(FORMAT, FORMAT), _("version of this way of packing")),
            Field("about", _about(version), _("what the pack tells of itself")),
            Field("contents", ListOf(_listed(), least=1), _("every file in the pack")),
        ),
    )


def _about(version: Code) -> Record[About]:
    return Record(
        About,
        (
            Field("id", Slug(), _("short name of this pack, the same in every version")),
            Field("title", Text(), _("the name of the pack")),
            Field("author", Text(), _("who made it")),
            Field("version", version, _("higher for every newer version")),
            Field("licence", Text(), _("what others may do with it")),
            Field("made_on", Day(), _("the day it was made")),
        ),
        (_short_enough,),
    )


def _listed() -> Record[Listed]:
    digest = Code("[0-9a-f]{64}", _("Ask for the pack as Facilitator made it"))
    file = Code(r"[a-z]{1,20}/[a-z0-9-]{1,64}\.yaml", _("Ask for the pack as Facilitator made it"))
    return Record(Listed, (Field("file", file, _("its name")), Field("sha256", digest, _("what its bytes give"))))


def _short_enough(node: Mapping, values: Values, report: Report) -> None:
    for key, value in values.items():
        if isinstance(value, str) and len(value) > MOST_CHARACTERS:
            what = _("'{name}' has {count} characters").format(name=key, count=len(value))
            report.at(node.entries[key], what, _("Make it {most} or fewer").format(most=MOST_CHARACTERS))


def read(tree: Tree, path: Path, problems: list[Problem]) -> Manifest | None:
    """Read a tree; what is wrong comes into `problems`."""
    report = Report(path, problems, count=len(problems))
    version = tree.root.scalar("format") if isinstance(tree.root, Mapping) else None
    if version is not None and version.text.isascii() and version.text.isdigit() and version.text != str(FORMAT):
        what = _("this pack was made with a newer Facilitator")
        report.at(version, what, _("Update Facilitator, or ask for a pack made with this version"))
        return None
    return declared().read(tree.root, path.name, report)
