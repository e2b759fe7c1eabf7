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
    parser = _parser()
    tokens = parser.parse(clean(text))
    _show_paragraphs(tokens)
    return Markup(parser.renderer.render(tokens, parser.options, {}))  # noqa: S704  it escapes all text, HTML is off


def leads_away(text: str) -> bool:
    """Whether there is an address in a Markdown text, in a link or in a note that is not printed."""
    noted: dict[str, Any] = {}
    tokens = _parser().parse(clean(text), noted)
    inside = (each for token in tokens for each in token.children or ())
    return "references" in noted or any(each.type == "link_open" for each in inside)


def _show_paragraphs(tokens: Sequence[Token]) -> None:
    """Make paragraphs of the texts of items in which a list stands too: beside blocks there can be no bare text.

    Such a text is a hidden paragraph of three tokens; one that is all its item has is followed by the item's end.
    """
    for number, token in enumerate(tokens):
        if token.type != "paragraph_open" or not token.hidden:
            continue
        alone = tokens[number - 1].type == "list_item_open" and tokens[number + 3].type == "list_item_close"
        token.hidden = tokens[number + 2].hidden = alone
