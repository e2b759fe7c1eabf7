"""A document for a word processor, to work on: real headings, lists and tables, with what a screen reader needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any, Final

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph as Written

from facilitator.pictures.drawing import Drawing
from facilitator.report import style as styles
from facilitator.report.formats import word_look, word_xml
from facilitator.report.formats.package import settled
from facilitator.report.formats.story import (
    Block,
    Figure,
    Grid,
    Heading,
    Listed,
    Paragraph,
    Part,
    Rule,
    Spans,
)
from facilitator.report.layout.direction import begins_at_the_right, runs_backwards
from facilitator.report.layout.lines import Span
from facilitator.report.press import Meta
from facilitator.report.text import clean

Raster = Callable[[Drawing], tuple[bytes, float, float]]
"""Gives a drawing as PNG, and how wide and high it is in points."""

_DEEPEST: Final = 2
"""Lists that a word processor has a style for."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where blocks are written: the body or a cell, how deep in lists, in which panel, and how wide it is in points."""

    holder: Document | _Cell
    width: float
    depth: int = 0
    panel: str = ""

    @property
    def in_cell(self) -> bool:
        """Whether it is a cell."""
        return isinstance(self.holder, _Cell)


def word_document(blocks: tuple[Block, ...], meta: Meta, raster: Raster) -> bytes:
    """Give a document as DOCX; the same blocks give the same bytes."""
    document = docx.Document()
    word_look.dress(document)
    word_xml.around(document.sections[0], meta)
    _Writer(document, raster).pile(blocks, _Place(document, word_look.WIDTH))
    saved = BytesIO()
    document.save(saved)
    return settled(saved.getvalue(), meta.title, meta.date)


class _Writer:
    """Writes the blocks of one document."""

    def __init__(self, document: Document, raster: Raster) -> None:
        self._document = document
        self._raster = raster
        self._figures = 0

    def pile(self, blocks: tuple[Block, ...], place: _Place) -> None:
        """Write blocks one under the other."""
        for block in blocks:
            self._block(block, place)

    def _block(self, block: Block, place: _Place) -> None:
        if isinstance(block, Heading):
            self._text(block.spans, f"Heading {block.level}", place)
        elif isinstance(block, Paragraph):
            self._text(block.spans, _style(block.look, in_cell=place.in_cell), place)
        elif isinstance(block, Listed):
            self._list(block, place)
        elif isinstance(block, Grid):
            self._table(block, place)
        elif isinstance(block, Part):
            panel = block.look if block.look in styles.PANELS else place.panel
            self.pile(block.blocks, replace(place, panel=panel))
        elif isinstance(block, Rule):
            self._rule(block, place)
        else:
            self._figure(block, place)

    # ---- text

    def _text(self, spans: Spans, style: str, place: _Place) -> Written:
        paragraph = place.holder.add_paragraph(style=style)
        self._write(paragraph, spans)
        if place.panel:
            word_xml.ground(paragraph, *styles.PANELS[place.panel])
        return paragraph

    def _write(self, paragraph: Written, spans: Spans) -> None:
        told = "".join(span.text for span in spans)
        backwards = runs_backwards(told)
        if backwards and begins_at_the_right(told):
            word_xml.from_the_right(paragraph)
        for span in spans:
            if span.link is None:
                self._run(paragraph, span)
            else:
                self._linked(paragraph, span, span.link.address)

    def _run(self, paragraph: Written, span: Span) -> Any:  # noqa: ANN401  a run of python-docx
        run = paragraph.add_run(clean(span.text))
        # Only where it is so: otherwise the style of the paragraph says.
        run.bold, run.italic = span.bold or None, span.italic or None
        if span.soft:
            run.font.color.rgb = RGBColor.from_string(word_look.colour(styles.SOFT_INK))
        if runs_backwards(span.text):
            run.font.rtl = True
        return run

    def _linked(self, paragraph: Written, span: Span, address: str) -> None:
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        run = self._run(paragraph, span)
        run.font.underline = True
        link.append(run._r)  # noqa: SLF001  as above
        paragraph._p.append(link)  # noqa: SLF001

    # ---- lists

    def _list(self, block: Listed, place: _Place) -> None:
        depth = min(place.depth + 1, _DEEPEST)
        name = "List Number" if block.ordered else "List Bullet"
        style = name if depth == 1 else f"{name} {depth}"
        number = self._numbering(style) if block.ordered else None
        for item in block.items:
            first, *rest = item or (Paragraph(()),)
            if isinstance(first, Paragraph):
                paragraph = self._text(first.spans, style, place)
                if number is not None:
                    word_xml.numbered(paragraph, number)
            else:
                rest = [first, *rest]
            self.pile(tuple(rest), replace(place, depth=depth))

    def _numbering(self, style: str) -> int:
        """Begin a list at 1 again: a word processor would go on with the numbers of the list before."""
        numbering = self._document.part.numbering_part.element
        of_style = self._document.styles[style].element.pPr.numPr.numId.val
        kind = next(num for num in numbering.num_lst if num.numId == of_style).abstractNumId.val
        made = numbering.add_num(kind)
        made.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(made.numId)

    # ---- tables

    def _table(self, block: Grid, place: _Place) -> None:
        rows = (*block.heads, *block.rows)
        if not rows:
            return
        table = place.holder.add_table(len(rows), len(block.shares), *((place.width,) if place.in_cell else ()))
        table.autofit = False
        word_xml.tabled(table, heads=bool(block.heads), first=any(row[0].head for row in block.rows))
        _padding, least, _tall = styles.TABLES[block.look]
        widths = [place.width * share for share in block.shares]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Pt(width)
        for number, (row, written) in enumerate(zip(rows, table.rows, strict=True)):
            is_head = number < len(block.heads)
            if is_head:
                word_xml.as_head(written)
            elif least:
                written.height = Pt(least)
            for cell, element, width in zip(row, written._tr.tc_lst, widths, strict=True):  # noqa: SLF001  row.cells is slow
                into = _Cell(element, table)
                into.width = Pt(width)
                self._cell(cell.blocks, into, width, head=cell.head)
                if is_head:
                    element.get_or_add_tcPr().append(word_xml.shade(styles.TEAL_WASH))
        if not place.in_cell:
            place.holder.add_paragraph(style=word_look.NAMES["cell"])  # else two tables would become one

    def _cell(self, blocks: tuple[Block, ...], into: _Cell, width: float, *, head: bool) -> None:
        empty = into.paragraphs[0]
        self.pile(blocks, _Place(into, width))
        if len(into.paragraphs) > 1:
            empty._p.getparent().remove(empty._p)  # noqa: SLF001  a new cell has one
        if head:
            for paragraph in into.paragraphs:
                for run in paragraph.runs:
                    run.bold = True

    # ---- the rest

    def _rule(self, block: Rule, place: _Place) -> None:
        paragraph = place.holder.add_paragraph()
        if block.look == "new-page":
            paragraph.add_run().add_break(WD_BREAK.PAGE)
        else:
            word_xml.border(
                paragraph, word_xml.edge("bottom", "dashed" if block.look == "cut" else "single", styles.LINE, 6, 1)
            )

    def _figure(self, block: Figure, place: _Place) -> None:
        data, width, height = self._raster(block.drawing)
        scale = min(1.0, place.width / width)
        paragraph = place.holder.add_paragraph()
        shape = paragraph.add_run().add_picture(BytesIO(data), Pt(width * scale), Pt(height * scale))
        self._figures += 1
        about = shape._inline.docPr  # noqa: SLF001  python-docx has no door to it
        about.set("descr", clean(block.alternative))
        about.set("name", f"Figuur {self._figures}")


def _style(look: str, *, in_cell: bool) -> str:
    if in_cell:
        return word_look.NAMES[f"cell-{look}" if look in {"strong", "soft"} else "cell"]
    return word_look.NAMES.get(look, "Normal")
