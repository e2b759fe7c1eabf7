"""Markdown of our own content -> blocks of plain spans. Whatever it does not know stays in sight as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


_BULLET = "•"


class BlockKind(StrEnum):
    """What sort of paragraph a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of plain text in one look."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph. `level` counts from 1 for headings and nested lists; `marker` is an item's bullet or number."""

    kind: BlockKind
    spans: tuple[Span, ...]
    level: int = 0
    marker: str = ""

    @property
    def text(self) -> str:
        """The words without their looks."""
        return "".join(span.text for span in self.spans)


@lru_cache(maxsize=256)
def parse(source: str) -> tuple[Block, ...]:
    """Read Markdown: headings, paragraphs, lists, bold and italic. HTML stays the text it is; there are no images."""
    return tuple(_blocks(_parser().parse(source))) if source.strip() else ()


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415  costs 70 ms, not on the way to the first window

    return MarkdownIt("commonmark", {"html": False}).disable(["html_block", "html_inline"])


class _Lists:
    """The lists we are in, from the outside in: a bullet, or the number of the next item."""

    def __init__(self) -> None:
        self.open: list[str] = []
        self._marker = ""

    def read(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open":
                self.open.append(_BULLET)
            case "ordered_list_open":
                self.open.append(str(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                self.open.pop()
            case "list_item_open":
                self._marker = self.open[-1]
                if self._marker != _BULLET:
                    self.open[-1], self._marker = str(int(self._marker) + 1), f"{self._marker}."

    def take_marker(self) -> str:
        """The marker of an item, for its first paragraph only."""
        marker, self._marker = self._marker, ""
        return marker


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    lists = _Lists()
    heading = 0
    for token in tokens:
        lists.read(token)
        if token.type == "heading_open":
            heading = int(token.tag[1:])
        elif token.type == "inline":
            spans = tuple(_spans(token.children or []))
            yield _block(spans, heading, lists)
            heading = 0
        elif token.type in {"fence", "code_block"}:
            yield Block(BlockKind.CODE, (Span(token.content.rstrip("\n")),), len(lists.open))


def _block(spans: tuple[Span, ...], heading: int, lists: _Lists) -> Block:
    if heading:
        return Block(BlockKind.HEADING, spans, heading)
    if lists.open:
        return Block(BlockKind.ITEM, spans, len(lists.open), lists.take_marker())
    return Block(BlockKind.PARAGRAPH, spans)


_CHANGES = {"strong_open": (1, 0), "strong_close": (-1, 0), "em_open": (0, 1), "em_close": (0, -1)}
"""How much bolder and more slanted the words after a token are."""


def _spans(tokens: list[Token]) -> Iterator[Span]:
    bold = italic = 0
    addresses: list[str] = []
    for token in tokens:
        bolder, slanted = _CHANGES.get(token.type, (0, 0))
        bold, italic = bold + bolder, italic + slanted
        if token.type == "link_open":
            addresses.append(str(token.attrGet("href") or ""))
        text = _TEXTS.get(token.type, token.content)
        if token.type == "link_close":
            address = addresses.pop()
            text = "" if token.info == "auto" else f" ({address})"  # `<https://…>` is its own address
        if text:
            yield Span(text, bold > 0, italic > 0)


_TEXTS = {"softbreak": " ", "hardbreak": "\n"}
