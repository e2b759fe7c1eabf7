"""What a document says, apart from what it looks like: the same markup as paper's, through the same strict whitelist.

Paper is laid out by `report/builder.py`; a web page and a word processor lay out by themselves, and need only this. An
element that is not named here is a fault of a template, and never the text of a user, which arrives as text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from facilitator.pictures.drawing import Drawing
from facilitator.report import style as styles
from facilitator.report.errors import MarkupError
from facilitator.report.layout.lines import Span
from facilitator.report.markup import Element, blocks_of, has_blocks
from facilitator.report.spans import spans_of

Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1, 2 or 3; `look` is its class."""

    level: int
    spans: Spans
    look: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `look` is its class."""

    spans: Spans
    look: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list; each item holds blocks."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    look: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table. `head`: it is the head of its column, or of its row."""

    blocks: tuple[Block, ...]
    head: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of heads, which come again on every page, and rows. `shares` divide its width; their sum is 1."""

    shares: tuple[float, ...]
    heads: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    look: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A section, or an aside in one; `look` is its class: a panel, what belongs together, what stands beside."""

    blocks: tuple[Block, ...]
    look: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """What divides: a line, a new page, or a line to cut along; `look` is its class."""

    look: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, with its alternative text."""

    drawing: Drawing

    @property
    def alternative(self) -> str:
        """What it shows, in sentences."""
        return " ".join(self.drawing.alternative)


Block = Heading | Paragraph | Listed | Grid | Part | Rule | Figure

_RULES: Final = frozenset({"", "new-page", "cut"})
_PARTS: Final = frozenset({"", "keep", *styles.PANELS, *styles.BESIDE})
_LISTS: Final = frozenset({"", "checks", *styles.ITEMS})


def story_of(body: Element, pictures: Mapping[str, Drawing] | None = None) -> tuple[Block, ...]:
    """Give the blocks of a document. Raises MarkupError for an element or a class that paper does not know either."""
    return tuple(_pile(body, pictures or {}))


def texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Give all text in blocks, in reading order."""
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield "".join(span.text for span in block.spans)
        elif isinstance(block, Listed):
            for item in block.items:
                yield from texts(item)
        elif isinstance(block, Grid):
            for row in (*block.heads, *block.rows):
                for cell in row:
                    yield from texts(cell.blocks)
        elif isinstance(block, Part):
            yield from texts(block.blocks)
        elif isinstance(block, Figure):
            yield block.alternative


def _pile(element: Element, pictures: Mapping[str, Drawing]) -> Iterator[Block]:
    for child in blocks_of(element):
        yield _block(child, pictures)


def _block(element: Element, pictures: Mapping[str, Drawing]) -> Block:
    name = str(element.tag)
    if name in styles.BLOCKS:
        look, spans = _look(element, frozenset({"", *styles.CLASSES, *styles.CELL_CLASSES})), _spans(element)
        return Paragraph(spans, look) if name == "p" else Heading(int(name[1]), spans, look)
    if name in {"ul", "ol"}:
        return _list(element, pictures)
    if name == "table":
        return _table(element, pictures)
    if name in {"section", "aside"}:
        look = "aside" if name == "aside" else _look(element, _PARTS)
        return Part(tuple(_pile(element, pictures)), look)
    if name == "hr":
        return Rule(_look(element, _RULES))
    if name == "picture":
        drawing = pictures.get(element.get("name", ""))
        if drawing is None:
            raise MarkupError(f"<picture> has no drawing {element.get('name')}")
        return Figure(drawing)
    raise MarkupError(f"<{name}> is not an element of a document")


def _list(element: Element, pictures: Mapping[str, Drawing]) -> Listed:
    items = blocks_of(element)
    for item in items:
        if item.tag != "li":
            raise MarkupError(f"a list holds <li>, not <{item.tag}>")
    return Listed(tuple(_content(item, pictures) for item in items), element.tag == "ol", _look(element, _LISTS))


def _table(element: Element, pictures: Mapping[str, Drawing]) -> Grid:
    shares = [float(share) for share in element.get("cols", "").split(",")]
    groups: dict[str, list[tuple[Cell, ...]]] = {"thead": [], "tbody": []}
    for group in blocks_of(element):
        if group.tag not in groups:
            raise MarkupError(f"a table holds <thead> and <tbody>, not <{group.tag}>")
        groups[str(group.tag)] += (_row(row, len(shares), pictures) for row in blocks_of(group))
    look = _look(element, frozenset(styles.TABLES))
    return Grid(tuple(share / sum(shares) for share in shares), tuple(groups["thead"]), tuple(groups["tbody"]), look)


def _row(row: Element, columns: int, pictures: Mapping[str, Drawing]) -> tuple[Cell, ...]:
    cells = blocks_of(row)
    if len(cells) != columns:
        raise MarkupError(f"a row has {len(cells)} cells for {columns} columns")
    for cell in cells:
        if cell.tag not in {"td", "th"}:
            raise MarkupError(f"a row holds <td> and <th>, not <{cell.tag}>")
    return tuple(Cell(_content(cell, pictures), cell.tag == "th") for cell in cells)


def _content(element: Element, pictures: Mapping[str, Drawing]) -> tuple[Block, ...]:
    """Give what stands in an item or a cell: blocks, or one paragraph of text."""
    if has_blocks(element):
        return tuple(_pile(element, pictures))
    return (Paragraph(_spans(element), element.get("class") or ""),)


def _spans(element: Element) -> Spans:
    """Give the stretches of a text, without white space at its ends, which paper does not show either."""
    spans = [span for span in spans_of(element, Span("")) if span.text]
    if spans:
        spans[0] = spans[0]._replace(text=spans[0].text.lstrip(" "))
        spans[-1] = spans[-1]._replace(text=spans[-1].text.rstrip(" "))
    return tuple(span for span in spans if span.text)


def _look(element: Element, known: frozenset[str]) -> str:
    look = element.get("class") or ""
    if look not in known:
        raise MarkupError(f"<{element.tag}> has no class {look}")
    return look
