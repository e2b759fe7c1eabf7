"""All scripts and cases there are to choose from: those that come with the program and the user's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from facilitator.content.cases import case
from facilitator.content.locate import CASES, SCRIPTS
from facilitator.content.problem import Problem, Report
from facilitator.content.records import Record
from facilitator.content.scripts import script
from facilitator.content.yaml_tree import Mapping, Tree, read_tree
from facilitator.core.casus import Case
from facilitator.core.script import Script
from facilitator.core.text import fold
from facilitator.words import _


class Named(Protocol):
    """Something with an id that no other of its kind has."""

    @property
    def id(self) -> str:
        """The id."""
        ...


N = TypeVar("N", bound=Named)


@dataclass(frozen=True, slots=True)
class FileKind(Generic[N]):
    """A kind of content file: the folder it lives in, the key that gives it away elsewhere, what it declares."""

    folder: str
    sign: str
    declare: Callable[[], Record[N]]


SCRIPT_FILES: FileKind[Script] = FileKind(SCRIPTS, "steps", script)
CASE_FILES: FileKind[Case] = FileKind(CASES, "moments", case)


@dataclass(frozen=True, slots=True)
class Library:
    """What could be read, in order of title, and every problem with what could not."""

    scripts: tuple[Script, ...]
    cases: tuple[Case, ...]
    problems: tuple[Problem, ...]

    def script(self, script_id: str) -> Script | None:
        """Find a script."""
        return next((script for script in self.scripts if script.id == script_id), None)

    def case(self, case_id: str) -> Case | None:
        """Find a case."""
        return next((case for case in self.cases if case.id == case_id), None)


@dataclass(frozen=True, slots=True)
class Reading(Generic[N]):
    """One file as it was read: what it holds (None when something is wrong), its tree, its problems by line."""

    path: Path
    value: N | None
    tree: Tree | None
    problems: tuple[Problem, ...]


def read_library(*folders: Path) -> Library:
    """Read sessions/ and casuistiek/ in each folder; of two files with the same id the first counts."""
    problems = [_gone(folder) for folder in folders if not folder.is_dir()]
    scripts = _read_kind(SCRIPT_FILES, folders, problems)
    cases = _read_kind(CASE_FILES, folders, problems)
    return Library(
        tuple(sorted(scripts, key=lambda script: fold(script.title))),
        tuple(sorted(cases, key=lambda case: fold(case.title))),
        tuple(problems),
    )


def _gone(folder: Path) -> Problem:
    what = _("this folder is not there, or may not be read")
    return Problem(folder, 1, what, _("Check its name, and that its disk is there"))


def _read_kind(kind: FileKind[N], folders: Iterable[Path], problems: list[Problem]) -> list[N]:
    paths: list[Path] = []
    for folder in folders:
        try:
            paths.extend(yaml_files(folder / kind.folder))
        except FileNotFoundError:
            continue
        except OSError:
            problems.append(_gone(folder / kind.folder))
    readings = read_files(kind, paths)
    problems.extend(problem for reading in readings for problem in reading.problems)
    return [reading.value for reading in readings if reading.value is not None]


def yaml_files(folder: Path) -> list[Path]:
    """Give the YAML files of a folder by name. Raises OSError."""
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in {".yaml", ".yml"})


def read_files(kind: FileKind[N], paths: Iterable[Path]) -> list[Reading[N]]:
    """Read files of one kind. A file with an id that an earlier one has gets a problem, and no value."""
    declared = kind.declare()
    taken: dict[str, Path] = {}
    return [_read_file(declared, path, taken) for path in paths]


def _read_file(declared: Record[N], path: Path, taken: dict[str, Path]) -> Reading[N]:
    tree, problems = read_tree(path)
    if tree is None:
        return Reading(path, None, None, tuple(problems))
    report = Report(path, problems, count=len(problems))
    value = declared.read(tree.root, path.name, report)
    if value is not None and taken.setdefault(value.id, path) != path:
        what = _("the id '{id}' is already used in {file}").format(id=value.id, file=taken[value.id])
        report.add(_id_line(tree), what, _("Give this file an id of its own"))
    by_line = sorted(problems, key=lambda problem: problem.line)
    return Reading(path, None if problems else value, tree, tuple(by_line))


def _id_line(tree: Tree) -> int:
    found = tree.root.scalar("id") if isinstance(tree.root, Mapping) else None
    return 1 if found is None else found.line
