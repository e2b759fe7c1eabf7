"""One line for each file of the content: how long it is, how it reads, what is still open; as a Markdown table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from facilitator.content.check import Contents
from facilitator.content.complete import words_of
from facilitator.content.level import terms
from facilitator.content.library import FileKind, Reading
from facilitator.content.locate import CARDS, CASES, FRUSTRATIONS, MODELS, SCRIPTS, content_folder
from facilitator.content.reading_ease import reading_ease
from facilitator.content.wording import longest_sentence
from facilitator.content.yaml_tree import Tree
from facilitator.core.casus import Case
from facilitator.core.script import Script
from facilitator.words import _

_HEADING = re.compile(r"^## (\S+)\s*$", re.MULTILINE)
_OPEN = re.compile(r"^\*\*Open\*\*\s*\n(.*?)(?=^\*\*|^## |\Z)", re.MULTILINE | re.DOTALL)
_BULLET = re.compile(r"^- ", re.MULTILINE)


def open_points(review: str) -> dict[str, int]:
    """Count what a record of readings (`docs/content-review.md`) leaves open, by the file its section is about."""
    parts = _HEADING.split(review)
    return {
        name: sum(len(_BULLET.findall(found)) for found in _OPEN.findall(text))
        for name, text in zip(parts[1::2], parts[2::2], strict=True)
    }


def table(contents: Contents, open_in: Mapping[str, int] | None) -> str:
    """Give the table. Files that could not be read are left out: `check` tells what is wrong with them.

    `open_in` has the open points of every file; None, when there is no record of them, leaves their column out.
    """
    heads = [_("File"), _("Kind"), _("Words"), _("Sources"), _("Reading ease"), _("Longest sentence"), _("Minutes")]
    exempt = terms()
    rows = [_cells(kind, one, one.tree, exempt) for kind, one in contents.readings if one.value and one.tree]
    if open_in is not None:
        heads.append(_("Open points"))
        rows = [(*row, str(open_in.get(row[0], ""))) for row in rows]
    rule = ["---", "---", *("---:" for _head in heads[2:])]
    return "".join(f"{_row(cells)}\n" for cells in (heads, rule, *rows))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(kind: FileKind[Any], reading: Reading[Any], tree: Tree, exempt: Iterable[str]) -> tuple[str, ...]:
    path = reading.path.absolute()
    folder = content_folder().absolute()
    name = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name
    texts = [scalar.text for text, scalar in kind.declare().texts(tree.root) if not text.foreign]
    ease = reading_ease(texts, exempt)
    value = reading.value
    return (
        name,
        _kind(kind),
        str(words_of(kind, tree.root)),
        str(len(getattr(value, "sources", ()) or getattr(value, "read_on", ()))),
        "" if ease is None else f"{ease:.0f}",
        str(max(map(longest_sentence, texts))),
        _minutes(value),
    )


def _kind(kind: FileKind[Any]) -> str:
    names = {
        SCRIPTS: _("Script"),
        CASES: _("Case"),
        CARDS: _("Card"),
        MODELS: _("Model of agreements"),
        FRUSTRATIONS: _("Frustration"),
    }
    return names[kind.folder]


def _minutes(value: object) -> str:
    match value:
        case Script():
            return f"{value.minimum_minutes}–{value.minutes}"
        case Case():
            return str(value.minutes)
    return ""
