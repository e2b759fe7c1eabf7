"""All content there is to choose from: what comes with the program, and the user's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any, Generic, Protocol, TypeVar

from facilitator.content.cards import card
from facilitator.content.cases import case
from facilitator.content.frustrations import frustration
from facilitator.content.locate import CARDS, CASES, FRUSTRATIONS, MODELS, SCRIPTS
from facilitator.content.model_agreements import model_agreement
from facilitator.content.problem import Problem, Report
from facilitator.content.records import Record
from facilitator.content.scripts import script
from facilitator.content.yaml_tree import Mapping, Tree, read_tree, tree_of
from facilitator.core.card import Card
from facilitator.core.casus import Case
from facilitator.core.frustration import FrustrationGuide
from facilitator.core.model_agreement import ModelAgreement
from facilitator.core.script import Script
from facilitator.core.text import fold
from facilitator.core.vocabulary import Frustration
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

    @property
    def shelf(self) -> str:
        """The last name of the folder: what it is called anywhere else, as in a pack."""
        return PurePath(self.folder).name


SCRIPT_FILES: FileKind[Script] = FileKind(SCRIPTS, "steps", script)
CASE_FILES: FileKind[Case] = FileKind(CASES, "moments", case)
CARD_FILES: FileKind[Card] = FileKind(CARDS, "checked_on", card)
MODEL_FILES: FileKind[ModelAgreement] = FileKind(MODELS, "chapters", model_agreement)
FRUSTRATION_FILES: FileKind[FrustrationGuide] = FileKind(FRUSTRATIONS, "directions", frustration)
KINDS: tuple[FileKind[Any], ...] = (SCRIPT_FILES, CASE_FILES, CARD_FILES)
"""What a user can write, search and put in a pack."""
ALL_KINDS: tuple[FileKind[Any], ...] = (*KINDS, MODEL_FILES, FRUSTRATION_FILES)


@dataclass(frozen=True, slots=True)
class Library:
    """What could be read, in order of title, and every problem with what could not."""

    scripts: tuple[Script, ...]
    cases: tuple[Case, ...]
    problems: tuple[Problem, ...]
    cards: tuple[Card, ...] = ()
    models: tuple[ModelAgreement, ...] = ()
    frustrations: tuple[FrustrationGuide, ...] = ()

    def script(self, script_id: str) -> Script | None:
        """Find a script."""
        return next((script for script in self.scripts if script.id == script_id), None)

    def case(self, case_id: str) -> Case | None:
        """Find a case."""
        return next((case for case in self.cases if case.id == case_id), None)

    def card(self, card_id: str) -> Card | None:
        """Find a card."""
        return next((card for card in self.cards if card.id == card_id), None)


@dataclass(frozen=True, slots=True)
class Reading(Generic[N]):
    """One file as it was read: what it holds (None when something is wrong), its tree, its problems by line."""

    path: Path
    value: N | None
    tree: Tree | None
    problems: tuple[Problem, ...]


def read_library(*folders: Path) -> Library:
    """Read the content folders in each folder; of two files with the same id the first counts."""
    problems = [_gone(folder) for folder in folders if not folder.is_dir()]
    scripts = _read_kind(SCRIPT_FILES, folders, problems)
    cases = _read_kind(CASE_FILES, folders, problems)
    cards = _read_kind(CARD_FILES, folders, problems)
    models = _read_kind(MODEL_FILES, folders, problems)
    frustrations = _read_kind(FRUSTRATION_FILES, folders, problems)
    return Library(
        tuple(sorted(scripts, key=lambda script: fold(script.title))),
        tuple(sorted(cases, key=lambda case: fold(case.title))),
        tuple(problems),
        tuple(sorted(cards, key=lambda card: fold(card.title))),
        tuple(sorted(models, key=lambda model: fold(model.title))),
        tuple(sorted(frustrations, key=lambda guide: list(Frustration).index(guide.id))),
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
    reading = _read(declared, *read_tree(path), path)
    if reading.value is None or taken.setdefault(reading.value.id, path) == path:
        return reading
    what = _("the id '{id}' is already used in {file}").format(id=reading.value.id, file=taken[reading.value.id])
    return refused_id(reading, what, _("Give this file an id of its own"))


def read_text(declared: Record[N], data: bytes, path: Path) -> Reading[N]:
    """Read a text that is in no file of its own; `path` is what its problems name."""
    return _read(declared, *tree_of(data, path), path)


def _read(declared: Record[N], tree: Tree | None, problems: list[Problem], path: Path) -> Reading[N]:
    report = Report(path, problems, count=len(problems))
    value = None if tree is None else declared.read(tree.root, path.name, report)
    by_line = sorted(problems, key=lambda problem: problem.line)
    return Reading(path, None if problems else value, tree, tuple(by_line))


def refused_id(reading: Reading[N], what: str, fix: str) -> Reading[N]:
    """Give the reading of a file whose id cannot be used: a problem, and no value."""
    assert reading.tree is not None  # noqa: S101  an id was read from it
    root = reading.tree.root
    found = root.scalar("id") if isinstance(root, Mapping) else None
    problem = Problem(reading.path, 1 if found is None else found.line, what, fix, ("id",))
    return replace(reading, value=None, problems=(problem,))
