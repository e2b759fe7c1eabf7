"""What surrounds the text on every page: the teal line, the running header, and the footer that says for whom it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from facilitator.report import style as styles
from facilitator.report.builder import Builder
from facilitator.report.house import HouseStyle
from facilitator.report.layout.blocks import Block, TextBlock
from facilitator.report.layout.lines import Span, line_read, line_width
from facilitator.report.layout.pages import Page, compose
from facilitator.report.letterhead import Letterhead
from facilitator.report.style import COLUMN, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, SMALL, TextStyle
from facilitator.report.tagging.pen import Box, Pen
from facilitator.report.tagging.tree import Tag
from facilitator.report.text import clean, collapse
from facilitator.words import _

_BAND: Final = 8.0
_LETTERHEAD_TOP: Final = 26.0
_HEADER_TOP: Final = 42.0
_BODY_TOP: Final = 68.0
_FOOTER_TOP: Final = PAGE_HEIGHT - 40.0
_BODY_BOTTOM: Final = PAGE_HEIGHT - 58.0
_SIDE_SHARE: Final = 0.3
_HEADER: Final = replace(SMALL, size=10, leading=13)
_ELLIPSIS: Final = "…"
_SECTION: Final = 2
"""The level of headings that the header of a page goes on with."""
_NEAR: Final = 20.0
"""A heading this close to the top of a page begins it."""


class Sheet:
    """The page around the text.

    On the first page the header is read aloud, before everything else; on later pages it is not. What a house style
    puts above it, its logo and its marking, belongs to it.
    """

    def __init__(self, builder: Builder, session: str, day: str, reader: str, house: HouseStyle | None = None) -> None:
        self._builder = builder
        self._session, self._day, self._reader = (_one_line(text) for text in (session, day, reader))
        self._letterhead = None if house is None else Letterhead(house, builder)
        self._footer = "" if house is None else _one_line(house.footer)
        marking = "" if house is None else _one_line(house.marking)
        if marking and not self._reader.casefold().startswith(marking.casefold()):
            self._reader = f"{marking} · {self._reader}"
        first = builder.root.add("P"), builder.root.add("P")
        self._first = self._side(self._session, _HEADER, first[0]), self._end(self._day, _HEADER, first[1])
        self._lowered = 0.0 if self._letterhead is None else self._letterhead.height
        self._extra = max(0.0, self._first[0].height - _HEADER.leading) + self._lowered

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
            top = _BODY_TOP + (0 if number else self._extra)
            if number == 0:
                self._draw_first_header(pen)
            for block, offset in page:
                block.draw(pen, MARGIN, top + offset)
            if number:
                self._draw_header(pen, _going_on(pen))
            with pen.artifact("Pagination"):
                self._draw_footer(pen, number + 1, len(pages))

    def _draw_first_header(self, pen: Pen) -> None:
        if self._letterhead is not None:
            self._letterhead.draw(pen, _LETTERHEAD_TOP)
        for block in self._first:
            block.draw(pen, MARGIN, _HEADER_TOP + self._lowered)

    def _draw_header(self, pen: Pen, section: str) -> None:
        """Draw the header of a later page; it names the part of the document that goes on there."""
        text = " · ".join(part for part in (self._session, section) if part)
        with pen.artifact("Pagination"):
            self._short(text, _HEADER).draw(pen, MARGIN, _HEADER_TOP)
            self._end(self._day, _HEADER, Tag("P")).draw(pen, MARGIN, _HEADER_TOP)

    def _draw_footer(self, pen: Pen, page: int, pages: int) -> None:
        count = _("{page} of {pages}").format(page=page, pages=pages)
        pen.fill(Box(MARGIN, _FOOTER_TOP - 8, COLUMN, 0.75), styles.LINE)
        self._short(self._reader, SMALL).draw(pen, MARGIN, _FOOTER_TOP)
        self._end(count, SMALL, Tag("P")).draw(pen, MARGIN, _FOOTER_TOP)
        if self._footer:
            self._short(self._footer, SMALL, 1.0).draw(pen, MARGIN, _FOOTER_TOP + SMALL.leading)

    def _side(self, text: str, style: TextStyle, tag: Tag, share: float = 1 - _SIDE_SHARE) -> TextBlock:
        return self._builder.text([Span(text)], style, COLUMN * share, tag)

    def _end(self, text: str, style: TextStyle, tag: Tag) -> TextBlock:
        block = self._builder.text([Span(text)], style, COLUMN * _SIDE_SHARE, tag)
        return replace(block, indent=COLUMN - line_width(block.lines[0]))

    def _short(self, text: str, style: TextStyle, share: float = 1 - _SIDE_SHARE) -> TextBlock:
        """Give a text on one line, cut off with an ellipsis where it is too long: it stands in full elsewhere."""
        block = self._side(text, style, Tag("P"), share)
        while len(block.lines) > 1:
            kept = line_read(block.lines[0]).rstrip()
            text = kept.removesuffix(_ELLIPSIS)[:-1].rstrip() + _ELLIPSIS
            block = self._side(text, style, Tag("P"), share)
        return block


def _one_line(text: str) -> str:
    return collapse(clean(text)).strip()


def _going_on(pen: Pen) -> str:
    """Give the heading that the page just drawn goes on with, or nothing when it begins with a heading of its own."""
    parts = [bookmark for bookmark in pen.bookmarks if bookmark.level == _SECTION]
    begun = any(bookmark.page == pen.page and bookmark.top < _BODY_TOP + _NEAR for bookmark in parts)
    before = [bookmark.title for bookmark in parts if bookmark.page < pen.page]
    return before[-1] if before and not begun else ""
