"""One line for each file of the content: how long it is, how it reads, what is still open; as a Markdown table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from facilitator.content.check import Contents
from facilitator.content.complete import words_of
from facilitator.content.library import FileKind, Reading
from facilitator.content.locate import content_folder, resource
from facilitator.content.reading_ease import reading_ease
from facilitator.content.yaml_tree import Tree
from facilitator.core.casus import Case
from facilitator.core.script import Script
from facilitator.words import _

_HEADING = re.compile(r"^## (\S+)\s*$", re.MULTILINE)
_OPEN = re.compile(r"^\*\*Open\*\*\s*\n(.*?)(?=^\*\*|\Z)", re.MULTILINE | re.DOTALL)
_BULLET = re.compile(r"^- ", re.MULTILINE)


def terms() -> tuple[str, ...]:
    """Give the words of the profession that a measure of reading should not count as hard. Raises OSError."""
    return tuple(resource("language", "terms.txt").read_text("utf-8").split())


def open_points(review: str) -> dict[str, int]:
    """Count what a record of readings (`docs/content-review.md`) leaves open, by the file its section is about."""
    parts = _HEADING.split(review)
    return {
        name: sum(len(_BULLET.findall(found)) for found in _OPEN.findall(text))
        for name, text in zip(parts[1::2], parts[2::2], strict=True)
    }


def table(contents: Contents, open_in: Mapping[str, int]) -> str:
    """Give the table. Files that could not be read are left out: `check` tells what is wrong with them."""
    heads = (_("File"), _("Words"), _("Sources"), _("Reading ease"), _("Minutes"), _("Open points"))
    lines = [_row(heads), _row("---" if number == 0 else "---:" for number in range(len(heads)))]
    lines += (_row(_cells(kind, one, one.tree, open_in)) for kind, one in contents.readings if one.value and one.tree)
    return "\n".join(lines) + "\n"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(kind: FileKind[Any], reading: Reading[Any], tree: Tree, open_in: Mapping[str, int]) -> Iterator[str]:
    path = reading.path.absolute()
    folder = content_folder().absolute()
    name = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name
    texts = [scalar.text for text, scalar in kind.declare().texts(tree.root) if not text.foreign]
    ease = reading_ease(texts, terms())
    value = reading.value
    yield name
    yield str(words_of(kind, tree.root))
    yield str(len(getattr(value, "sources", ()) or getattr(value, "read_on", ())))
    yield "" if ease is None else f"{ease:.0f}"
    yield _minutes(value)
    yield str(open_in.get(name, 0))


def _minutes(value: object) -> str:
    match value:
        case Script():
            return f"{value.minimum_minutes}–{value.minutes}"
        case Case():
            return str(value.minutes)
    return ""
