"""The logical structure of a document: what a screen reader walks through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

KEPT_EMPTY: Final = frozenset({"TD", "TH", "Form"})
"""Roles that stay in the structure without content: a row keeps its cells, and a field is no mark on paper."""

Attributes = Mapping[str, str]
"""One attribute object: owner under "O", every value a PDF name without its slash."""


class Mark(NamedTuple):
    """A stretch of marked content: the page (from 0) and its number on that page."""

    page: int
    number: int


@dataclass(slots=True)
class Figure:
    """What a Figure says instead of showing, and where it was drawn: left, top, width and height, None until then."""

    alternative: str
    box: tuple[float, float, float, float] | None = None


@dataclass(eq=False, slots=True)
class Tag:
    """One structure element; its children stand in reading order.

    Marks and links are added while drawing, so one tree belongs to one document.
    """

    role: str
    attributes: Attributes | None = None
    actual_text: str | None = None
    alternative: str | None = None
    figure: Figure | None = None
    children: list[Tag | Mark] = field(default_factory=list)

    def add(self, role: str, attributes: Attributes | None = None) -> Tag:
        """Give a new child at the end."""
        child = Tag(role, attributes)
        self.children.append(child)
        return child

    def adopt(self, child: Tag) -> None:
        """Put an existing tag at the end, once."""
        if not any(known is child for known in self.children):
            self.children.append(child)

    def is_kept(self) -> bool:
        """Tell whether anything was drawn for this tag or below it."""
        return self.role in KEPT_EMPTY or any(isinstance(child, Mark) or child.is_kept() for child in self.children)


def scope(direction: str) -> Attributes:
    """Say which cells a header cell is about: "Column" or "Row"."""
    return {"O": "Table", "Scope": direction}


def numbering(kind: str) -> Attributes:
    """Say how a list is numbered: "Disc" or "Decimal"."""
    return {"O": "List", "ListNumbering": kind}
