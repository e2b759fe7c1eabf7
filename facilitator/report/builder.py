"""Markup built into tagged blocks: a whitelist of elements, each with one method.

User text arrives here as text nodes and leaves as text nodes; no other parser ever sees it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from facilitator.pictures.drawing import Drawing
from facilitator.report import filling_in
from facilitator.report import style as styles
from facilitator.report.errors import MarkupError
from facilitator.report.fonts import Typeface, width
from facilitator.report.layout.blocks import Block, CutLine, Heading, Label, PageBreak, Panel, Pile, Rule, TextBlock
from facilitator.report.layout.columns import balanced, in_two_columns
from facilitator.report.layout.lines import Line, Setting, Span, break_lines
from facilitator.report.layout.pictures import picture_block
from facilitator.report.layout.tables import PADDING_X, Row, TableBlock, fitted, ground
from facilitator.report.markup import Element, blocks_of, has_blocks
from facilitator.report.spans import spans_of
from facilitator.report.style import Colour, TextStyle
from facilitator.report.tagging.tree import Figure, Tag, numbering, scope
from facilitator.report.text import clean, collapse

_LIST_INDENT: Final = 16.0
_LIST_AFTER: Final = 7.0
_EXCERPT: Final = 60
_PANEL_PADDING: Final = 10.0
_SHORT_WORD: Final = 8
"""Words up to this many characters fit in every column."""
_WIDEST_WORD: Final = 150.0
_NARROW: Final = 60.0
"""No column gives so much away that it gets narrower than this."""


class Missing(NamedTuple):
    """Characters that no face has, and the text they stand in."""

    characters: str
    where: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block comes: its parent in the structure, the width and indent left, and whether it is in a cell.

    `body` is the style of running text there.
    """

    tag: Tag
    width: float
    indent: float = 0.0
    in_cell: bool = False
    body: TextStyle = styles.BODY


class Builder:
    """Builds the blocks of one document.

    Attributes: root (the Document element), missing (what no face has).
    """

    def __init__(self, typeface: Typeface, pictures: Mapping[str, Drawing] | None = None) -> None:
        self.root = Tag("Document")
        self.missing: list[Missing] = []
        self._typeface = typeface
        self._pictures = pictures or {}
        self._level = 0
        self._makers: dict[str, Callable[[Element, _Place], Iterator[Block]]] = {
            "h1": self._heading,
            "h2": self._heading,
            "h3": self._heading,
            "p": self._paragraph,
            "ul": self._list,
            "ol": self._list,
            "table": self._table,
            "section": self._section,
            "hr": self._rule,
            "picture": self._picture,
            "choices": self._filled_in,
            "fields": self._filled_in,
        }

    def build(self, body: Element, width: float = styles.COLUMN) -> list[Block]:
        """Give the blocks of a whole document.

        Raises MarkupError for an element, class or order of headings that paper does not know.
        """
        return list(self._pile(body, _Place(self.root, width)))

    def text(self, spans: list[Span], style: TextStyle, width: float, tag: Tag) -> TextBlock:
        """Give one block of text, and note what no face has."""
        broken = break_lines(spans, Setting(self._typeface, style, styles.TEAL, styles.SOFT_INK), width)
        if broken.missing:
            self.missing.append(Missing(broken.missing, "".join(span.text for span in spans)[:_EXCERPT]))
        return TextBlock(broken.lines, style, tag, before=style.before, after=style.after, keep_next=style.keep_next)

    def _pile(self, element: Element, place: _Place) -> Iterator[Block]:
        for child in blocks_of(element):
            yield from self._blocks(child, place)

    def _blocks(self, element: Element, place: _Place) -> Iterator[Block]:
        maker = self._makers.get(str(element.tag))
        if maker is None:
            raise MarkupError(f"<{element.tag}> is not an element of paper")
        yield from maker(element, place)

    def _heading(self, element: Element, place: _Place) -> Iterator[Block]:
        level = int(str(element.tag)[1])
        if level > self._level + 1:
            raise MarkupError(f"<{element.tag}> skips a level of headings")
        self._level = level
        style = _style(element, styles.CLASSES) or styles.BLOCKS[str(element.tag)]
        block = self._text_of(element, style, place, f"H{level}")
        title = collapse("".join(map(str, element.itertext()))).strip()
        yield replace(block, keep_next=True, heading=Heading(level, title))

    def _paragraph(self, element: Element, place: _Place) -> Iterator[Block]:
        known = styles.CELL_CLASSES if place.in_cell else styles.CLASSES
        default = styles.CELL if place.in_cell else place.body
        yield self._text_of(element, _style(element, known) or default, place, "P")

    def _rule(self, element: Element, place: _Place) -> Iterator[Block]:
        if element.get("class") == "new-page":
            yield PageBreak()
        elif element.get("class") == "cut":
            yield CutLine(place.width, before=7, after=7)
        else:
            yield Rule(place.width, before=10, after=10)

    def _picture(self, element: Element, place: _Place) -> Iterator[Block]:
        """Give a drawing that was handed over under a name; what it shows is said in its alternative text."""
        drawing = self._pictures.get(element.get("name", ""))
        if drawing is None:
            raise MarkupError(f"<picture> has no drawing {element.get('name')}")
        figure = Figure(clean(" ".join(drawing.alternative)))
        tag = place.tag.add("Figure")
        tag.figure = figure
        block, missing = picture_block(drawing, place.width, tag, self._typeface)
        self.missing += [Missing(characters, where[:_EXCERPT]) for characters, where in missing]
        yield block

    def _filled_in(self, element: Element, place: _Place) -> Iterator[Block]:
        make = filling_in.choices if element.tag == "choices" else filling_in.fields
        yield make(element, place.width, place.tag, self.text)

    def _section(self, element: Element, place: _Place) -> Iterator[Block]:
        kind = element.get("class", "")
        inside = replace(place, tag=place.tag.add("Sect"))
        if kind == "":
            yield from self._pile(element, inside)
        elif kind == "keep":
            *leading, last = self._pile(element, inside)
            for block in leading:
                yield replace(block, keep_next=True)
            yield last
        elif kind in styles.PANELS:
            body = styles.CARD if kind == "card" else place.body
            narrow = replace(inside, width=place.width - 2 * _PANEL_PADDING - 3, body=body)
            fill, bar = styles.PANELS[kind]
            yield Panel(
                Pile(tuple(self._pile(element, narrow))), place.width, fill, bar, _PANEL_PADDING, before=8, after=10
            )
        elif kind in styles.COLUMNS:
            column = place.width / 2
            narrow = replace(inside, width=column - 2 * PADDING_X, body=styles.COLUMNS[kind])
            yield balanced(list(self._pile(element, narrow)), column)
        elif kind in styles.BESIDE:
            yield from self._beside(element, inside, *styles.BESIDE[kind])
        else:
            raise MarkupError(f"<section> has no class {kind}")

    def _beside(self, element: Element, place: _Place, fill: Colour | None, bar: float) -> Iterator[Block]:
        """Give what stands in `<aside>` in a narrow column to the left of the rest; it is read where it is written."""
        columns = (place.width * styles.SIDE, place.width * (1 - styles.SIDE))
        narrow, wide = (replace(place, width=column - 2 * PADDING_X) for column in columns)
        side: list[Block] = []
        rest: list[Block] = []
        for child in blocks_of(element):
            if child.tag == "aside":
                side += self._pile(child, narrow)
            else:
                rest += (replace(block, after=min(block.after, styles.TIGHT)) for block in self._blocks(child, wide))
        if bar:
            yield Rule(place.width, bar, styles.TEAL, before=20, keep_next=True)
        row = Row((Pile(tuple(side)), Pile(tuple(rest))), fill, padding=styles.TIGHT, tall=styles.KEPT_BESIDE)
        yield TableBlock(columns, (), (row,), after=2, keep_next=True, whole=True)

    def _list(self, element: Element, place: _Place) -> Iterator[Block]:
        if element.get("class") == "checks":
            column = place.width / 2
            narrow = replace(place, width=column - 2 * PADDING_X, in_cell=True)
            yield in_two_columns(list(self._items(element, narrow, "☐", styles.CHECK_ITEM)), column, styles.TIGHT)
            return
        style = _style(element, styles.ITEMS) or (styles.CELL_ITEM if place.in_cell else replace(place.body, after=3))
        blocks = [block for item in self._items(element, place, "•", style) for block in item]
        if blocks and not place.in_cell:
            blocks[-1] = replace(blocks[-1], after=_LIST_AFTER)
        yield from blocks

    def _items(self, element: Element, place: _Place, mark: str, style: TextStyle) -> Iterator[list[Block]]:
        ordered = element.tag == "ol"
        tag = place.tag.add("L", numbering("Decimal" if ordered else "Disc"))
        for number, item in enumerate(blocks_of(element), start=1):
            if item.tag != "li":
                raise MarkupError(f"a list holds <li>, not <{item.tag}>")
            entry = tag.add("LI")
            label_tag, body = entry.add("Lbl"), entry.add("LBody")
            line = self._line(f"{number}." if ordered else mark, style)
            label = Label(line, label_tag, place.indent + (3 if mark == "•" and not ordered else 0))
            narrow, indent = place.width - _LIST_INDENT, place.indent + _LIST_INDENT
            inside = replace(place, tag=body, width=narrow, indent=indent)
            yield _labelled(list(self._content(item, inside, style)), label, style.after)

    def _content(self, element: Element, place: _Place, style: TextStyle) -> Iterator[Block]:
        """Give what stands in an item or a cell: blocks, or one paragraph of text."""
        if has_blocks(element):
            yield from self._pile(element, place)
        else:
            yield self._text_of(element, style, place, "P")

    def _table(self, element: Element, place: _Place) -> Iterator[Block]:
        tag = place.tag.add("Table")
        shares = [float(share) for share in element.get("cols", "").split(",")]
        wanted = [place.width * share / sum(shares) for share in shares]
        columns = fitted(wanted, self._needs(element, wanted))
        kind = element.get("class", "")
        if kind not in styles.TABLES:
            raise MarkupError(f"<table> has no class {kind}")
        padding, low, tall = styles.TABLES[kind]
        header: list[Row] = []
        body: list[Row] = []
        for group in blocks_of(element):
            if group.tag not in {"thead", "tbody"}:
                raise MarkupError(f"a table holds <thead> and <tbody>, not <{group.tag}>")
            is_header = group.tag == "thead"
            group_tag = tag.add("THead" if is_header else "TBody")
            rows = header if is_header else body
            for number, row in enumerate(blocks_of(group)):
                cells = self._row(row, columns, group_tag.add("TR"), is_header=is_header)
                least = 0.0 if is_header else low
                fill = ground(number, header=is_header)
                rows.append(Row(cells, fill, least, padding, tall, has_head=row[0].tag == "th"))
        table = TableBlock(columns, tuple(header), tuple(body), before=2, after=10)
        yield replace(table, whole=bool(header) and table.height <= styles.KEPT_TABLE)

    def _needs(self, table: Element, wanted: Sequence[float]) -> list[float]:
        """Give the width that the longest word of each column needs, up to a limit: no word takes the whole table."""
        needs = [min(wide, _NARROW) for wide in wanted]
        face, size = styles.HEAD_CELL.face, styles.HEAD_CELL.size
        self._typeface.covers(face)
        for row in table.iter("tr"):
            for column, cell in enumerate(list(row)[: len(wanted)]):
                words = (word for text in cell.itertext() for word in str(text).split() if len(word) > _SHORT_WORD)
                longest = max((width(face, size, word) for word in words), default=0.0)
                needs[column] = max(needs[column], min(longest + 2 * PADDING_X + 1, _WIDEST_WORD))
        return needs

    def _row(self, row: Element, columns: tuple[float, ...], tag: Tag, *, is_header: bool) -> tuple[Pile, ...]:
        cells = blocks_of(row)
        if len(cells) != len(columns):
            raise MarkupError(f"a row has {len(cells)} cells for {len(columns)} columns")
        piles = []
        for cell, column in zip(cells, columns, strict=True):
            if cell.tag not in {"td", "th"}:
                raise MarkupError(f"a row holds <td> and <th>, not <{cell.tag}>")
            head = cell.tag == "th"
            cell_tag = tag.add("TH", scope("Column" if is_header else "Row")) if head else tag.add("TD")
            place = _Place(cell_tag, column - 2 * PADDING_X, in_cell=True)
            style = styles.HEAD_CELL if head else _style(cell, styles.CELL_CLASSES) or styles.CELL
            piles.append(Pile(tuple(self._content(cell, place, style))))
        return tuple(piles)

    def _text_of(self, element: Element, style: TextStyle, place: _Place, role: str) -> TextBlock:
        spans = [span for span in spans_of(element, Span("")) if span.text] or [Span("")]
        block = self.text(spans, style, place.width, place.tag.add(role))
        return replace(block, indent=place.indent)

    def _line(self, text: str, style: TextStyle) -> Line:
        return self.text([Span(text)], style, styles.COLUMN, Tag("Lbl")).lines[0]


def _labelled(blocks: list[Block], label: Label, after: float) -> list[Block]:
    """Put a label before the first block of an item, and white space after the last."""
    if isinstance(blocks[0], TextBlock):
        blocks[0] = replace(blocks[0], label=label)
    blocks[-1] = replace(blocks[-1], after=after)
    return blocks


def _style(element: Element, known: dict[str, TextStyle]) -> TextStyle | None:
    name = element.get("class")
    if name is None:
        return None
    if name not in known:
        raise MarkupError(f"<{element.tag}> has no class {name}")
    return known[name]
