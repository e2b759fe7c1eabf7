"""What surrounds the text on every page: the teal line, the running header, and the footer that says for whom it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from facilitator.report import style as styles
from facilitator.report.builder import Builder
from facilitator.report.layout.blocks import Block, TextBlock
from facilitator.report.layout.lines import Span, line_width
from facilitator.report.layout.pages import Page, compose
from facilitator.report.style import COLUMN, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, SMALL, TextStyle
from facilitator.report.tagging.pen import Box, Pen
from facilitator.report.tagging.tree import Tag
from facilitator.report.text import clean, collapse
from facilitator.words import _

_BAND: Final = 8.0
_HEADER_TOP: Final = 42.0
_BODY_TOP: Final = 72.0
_FOOTER_TOP: Final = PAGE_HEIGHT - 40.0
_BODY_BOTTOM: Final = PAGE_HEIGHT - 62.0
_SIDE_SHARE: Final = 0.3
_HEADER: Final = replace(SMALL, size=10, leading=13)
_ELLIPSIS: Final = "…"


class Sheet:
    """The page around the text.

    On the first page the header is read aloud, before everything else; on later pages it is not.
    """

    def __init__(self, builder: Builder, session: str, day: str, reader: str) -> None:
        self._builder = builder
        self._session, self._day, self._reader = (collapse(clean(text)).strip() for text in (session, day, reader))
        first = builder.root.add("P"), builder.root.add("P")
        self._first = self._side(self._session, _HEADER, first[0]), self._end(self._day, _HEADER, first[1])
        self._rest = (
            self._short(self._session, _HEADER),
            self._end(self._day, _HEADER, Tag("P")),
        )
        self._extra = max(0.0, self._first[0].height - _HEADER.leading)

    def compose(self, blocks: Iterable[Block]) -> list[Page]:
        """Cut `blocks` into pages as high as the sheet leaves room for."""
        height = _BODY_BOTTOM - _BODY_TOP
        return compose(blocks, height - self._extra, height)

    def draw(self, pen: Pen, pages: Sequence[Page]) -> None:
        """Draw every page with what surrounds it."""
        for number, page in enumerate(pages):
            if number:
                pen.next_page()
            with pen.artifact("Pagination"):
                pen.fill(Box(0, 0, PAGE_WIDTH, _BAND), styles.TEAL)
            self._draw_header(pen, first=number == 0)
            top = _BODY_TOP + (0 if number else self._extra)
            for block, offset in page:
                block.draw(pen, MARGIN, top + offset)
            with pen.artifact("Pagination"):
                self._draw_footer(pen, number + 1, len(pages))

    def _draw_header(self, pen: Pen, *, first: bool) -> None:
        if first:
            for block in self._first:
                block.draw(pen, MARGIN, _HEADER_TOP)
        else:
            with pen.artifact("Pagination"):
                for block in self._rest:
                    block.draw(pen, MARGIN, _HEADER_TOP)

    def _draw_footer(self, pen: Pen, page: int, pages: int) -> None:
        count = _("{page} of {pages}").format(page=page, pages=pages)
        pen.fill(Box(MARGIN, _FOOTER_TOP - 8, COLUMN, 0.75), styles.LINE)
        self._short(self._reader, SMALL).draw(pen, MARGIN, _FOOTER_TOP)
        self._end(count, SMALL, Tag("P")).draw(pen, MARGIN, _FOOTER_TOP)

    def _side(self, text: str, style: TextStyle, tag: Tag) -> TextBlock:
        return self._builder.text([Span(text)], style, COLUMN * (1 - _SIDE_SHARE), tag)

    def _end(self, text: str, style: TextStyle, tag: Tag) -> TextBlock:
        block = self._builder.text([Span(text)], style, COLUMN * _SIDE_SHARE, tag)
        return replace(block, indent=COLUMN - line_width(block.lines[0]))

    def _short(self, text: str, style: TextStyle) -> TextBlock:
        """Give a text on one line, cut off with an ellipsis where it is too long: it stands in full elsewhere."""
        block = self._side(text, style, Tag("P"))
        while len(block.lines) > 1:
            kept = "".join(piece.stroke.text for piece in block.lines[0]).rstrip()
            text = kept.removesuffix(_ELLIPSIS)[:-1].rstrip() + _ELLIPSIS
            block = self._side(text, style, Tag("P"))
        return block
