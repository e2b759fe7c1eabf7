"""Markdown of our own content (what a facilitator says, asks and does) as the markup that paper knows.

No HTML, no images; links only to safe addresses; a heading becomes a bold paragraph, so that the headings of a document
stay those of its template.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup, escape

from facilitator.report.text import clean

_OFF: Final = ("image", "html_block", "html_inline", "code", "fence", "hr", "blockquote")


class _Renderer(RendererHTML):
    """Renders what paper knows; headings become bold paragraphs."""

    def heading_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:  # noqa: ANN401, ARG002  markdown-it's own signature
        return '<p class="strong">'

    def heading_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:  # noqa: ANN401, ARG002
        return "</p>"

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:  # noqa: ANN401, ARG002
        return f'<a href="{escape(tokens[idx].attrs.get("href", ""))}">'


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "xhtmlOut": True}, renderer_cls=_Renderer).disable(list(_OFF))


def to_markup(text: str) -> Markup:
    """Give the blocks of a Markdown text."""
    return Markup(_parser().render(clean(text)))  # noqa: S704  markdown-it escapes all text, HTML is off
