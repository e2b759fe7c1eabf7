"""Every problem in content files at once: form, and wording as far as that is certain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from facilitator.content.asked import ASKED, faults_beside
from facilitator.content.complete import lacking
from facilitator.content.infographic import FILE, INFOGRAPHIC_FILES, Infographic, read_infographic, reading_of
from facilitator.content.kinds import Text
from facilitator.content.level import terms, too_hard
from facilitator.content.library import (
    ALL_KINDS,
    CARD_FILES,
    CASE_FILES,
    SCRIPT_FILES,
    FileKind,
    Reading,
    read_files,
    read_library,
    yaml_files,
)
from facilitator.content.locate import content_folder
from facilitator.content.pack import SUFFIX, Item, keys_of, read_pack
from facilitator.content.problem import MOST_PER_FILE, Problem
from facilitator.content.references import dead_references
from facilitator.content.wording import Remark, formal, left_open, other_words, too_long
from facilitator.content.yaml_tree import Mapping, Scalar, Tree, read_tree
from facilitator.core.card import Card
from facilitator.words import _


@dataclass(frozen=True, slots=True)
class Contents:
    """All that was read of files, folders and packs; the problems are those of form.

    `infographics` are the files that say what is drawn of the cards in their folder, `asked` those that say how people
    ask for its scripts and cases.
    """

    readings: tuple[tuple[FileKind[Any], Reading[Any]], ...]
    problems: tuple[Problem, ...]
    infographics: tuple[Path, ...] = ()
    asked: tuple[Path, ...] = ()

    @property
    def items(self) -> list[Item]:
        """The scripts, cases and cards in which nothing was wrong."""
        return [
            Item(kind, reading.value, reading.tree.text)
            for kind, reading in self.readings
            if reading.value is not None and reading.tree is not None
        ]


def read_contents(paths: Iterable[Path]) -> Contents:
    """Read files, folders and packs."""
    problems: list[Problem] = []
    named = tuple(paths)
    readings = tuple(_readings(named, problems))
    infographics = (path / FILE for path in named if (path / FILE).is_file())
    asked = (path / "resources" / "language" / ASKED for path in named)
    return Contents(readings, tuple(problems), tuple(infographics), tuple(path for path in asked if path.is_file()))


def check(paths: Iterable[Path] = ()) -> list[Problem]:
    """Give the problems of files, folders and packs, by file and line; without paths of all content of the program.

    Raises ContentMissing when there are no paths and the program was installed without content.
    """
    return problems_of(read_contents(list(paths) or [content_folder()]))


def problems_of(contents: Contents) -> list[Problem]:
    """Give the problems of what was read, of form, of wording and of what is not there, by file and line."""
    worded = [problem for kind, reading in contents.readings for problem in wording(kind, reading)]
    drawn = [problem for path in contents.infographics for problem in _drawn(path, contents)]
    others = (*dead_references(contents.readings), *_lacking(contents), *_hard(contents), *_asked(contents))
    found = [*contents.problems, *worded, *others, *drawn]
    return sorted(found, key=lambda problem: (str(problem.file), problem.line))


def infographics(contents: Contents, today: date) -> Iterator[Infographic]:
    """Give what is drawn of the cards that were read, as it is on a day."""
    cards = [reading.value for _kind, reading in contents.readings if isinstance(reading.value, Card)]
    return (read_infographic(path, cards, today) for path in contents.infographics)


def _drawn(path: Path, contents: Contents) -> Iterator[Problem]:
    yield from wording(INFOGRAPHIC_FILES, reading_of(path))
    alone = Contents(contents.readings, (), (path,))
    yield from (problem for made in infographics(alone, date.min) for problem in made.problems)


def _lacking(contents: Contents) -> Iterator[Problem]:
    """Give what a file lacks before it can come with the program; a user's own may lack it."""
    shipped = content_folder().absolute()
    for kind, reading in contents.readings:
        if reading.path.absolute().is_relative_to(shipped):
            yield from lacking(kind, reading)


def _asked(contents: Contents) -> Iterator[Problem]:
    """Give what is wrong with how people ask; of a file that could not be read nobody knows what it is called."""
    if any(reading.value is None for _kind, reading in contents.readings):
        return
    ids = {item.value.id for item in contents.items if item.kind in (SCRIPT_FILES, CASE_FILES)}
    cards = [item.value for item in contents.items if item.kind is CARD_FILES]
    for path in contents.asked:
        yield from faults_beside(path, ids, cards)


def _hard(contents: Contents) -> Iterator[Problem]:
    """Give what reads harder than its kind may."""
    exempt = terms()
    for kind, reading in contents.readings:
        problem = too_hard(kind, reading, exempt)
        if problem is not None:
            yield problem


def _readings(paths: Iterable[Path], problems: list[Problem]) -> Iterator[tuple[FileKind[Any], Reading[Any]]]:
    by_kind: dict[str, list[Path]] = {kind.folder: [] for kind in ALL_KINDS}
    for path in dict.fromkeys(_files(paths, problems)):
        if path.suffix == SUFFIX:
            pack = read_pack(path, keys_of(read_library(content_folder())))
            problems.extend(pack.problems)
            yield from pack.readings
        elif (kind := kind_of(path)) is None:
            problems.extend(_unknown(path))
        else:
            by_kind[kind.folder].append(path)
    for kind in ALL_KINDS:
        for reading in read_files(kind, by_kind[kind.folder]):
            problems.extend(reading.problems)
            yield kind, reading


def _files(paths: Iterable[Path], problems: list[Problem]) -> Iterator[Path]:
    """Give the files to check. A folder stands for its YAML files, and for those of its content folders."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        try:
            yield from yaml_files(path)
            for kind in ALL_KINDS:
                if (path / kind.folder).is_dir():
                    yield from yaml_files(path / kind.folder)
        except OSError:
            what = _("this folder is not there, or may not be read")
            problems.append(Problem(path, 1, what, _("Check its name, and that its disk is there")))


def kind_of(path: Path) -> FileKind[Any] | None:
    """Tell the kind of a file by its folder, else by what is in it."""
    by_folder = next((kind for kind in ALL_KINDS if kind.shelf == path.absolute().parent.name), None)
    if by_folder is not None:
        return by_folder
    tree, _problems = read_tree(path)
    keys = tree.root.entries if tree is not None and isinstance(tree.root, Mapping) else {}
    return next((kind for kind in reversed(ALL_KINDS) if kind.sign in keys), None)  # a model is checked on a day too


def _unknown(path: Path) -> list[Problem]:
    _tree, problems = read_tree(path)
    what = _("this is no script, case, card, model of agreements or frustration")
    fix = _("Give it 'steps', 'moments', 'checked_on', 'chapters' or 'directions', or put it in the folder of its kind")
    return problems or [Problem(path, 1, what, fix)]


# ---- wording


def wording(kind: FileKind[Any], reading: Reading[Any]) -> Iterator[Problem]:
    """Give what the texts of a file say amiss, whether or not the rest of it was right."""
    if reading.tree is None:
        return
    found = (
        (scalar, remark)
        for text, scalar in kind.declare().texts(reading.tree.root)
        for remark in _remarks(kind, text, scalar.text)
    )
    for scalar, remark in islice(found, MOST_PER_FILE):
        line = line_of(remark.piece, scalar, reading.tree)
        yield Problem(reading.path, line, remark.what, remark.fix, scalar.path)


def _remarks(kind: FileKind[Any], text: Text, words: str) -> Iterator[Remark]:
    yield from left_open(words)
    if text.foreign:
        return
    yield from other_words(words)
    yield from too_long(words, room=text.room)
    if kind is SCRIPT_FILES:
        yield from formal(words)


def line_of(piece: str, scalar: Scalar, tree: Tree) -> int:
    """Give the line of a piece of a value: its first words, wherever the file breaks its lines."""
    begin = sum(len(line) + 1 for line in tree.text.split("\n")[: scalar.line - 1])
    words = r"\s+".join(re.escape(word) for word in piece.split()[:5])
    found = re.compile(words).search(tree.text, begin)
    return scalar.line if found is None else tree.text.count("\n", 0, found.start()) + 1
