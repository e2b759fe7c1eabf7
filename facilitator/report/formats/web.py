"""A document as a web page: one file that fetches nothing, runs nothing, and that a screen reader can walk through."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from facilitator.report.formats.story import Block, Cell, Grid, Heading, Listed, Paragraph, Part, Rule, Spans
from facilitator.report.formats.svg import svg
from facilitator.report.layout.lines import Span
from facilitator.report.press import LANGUAGE, Meta
from facilitator.report.text import clean

_STYLE: Final = """
:root{color-scheme:light;color:#1d2b2f;background:#fff}
body{font:1rem/1.5 "Atkinson Hyperlegible Next",Verdana,Arial,sans-serif;
max-width:46rem;margin:0 auto;padding:1.5rem;overflow-wrap:break-word}
header,footer{color:#5b6a6e;font-size:.875rem}header{border-top:4px solid #0f5c63;padding-top:.75rem}
footer{border-top:1px solid #e2ddd2;margin-top:2rem;padding-top:.75rem}
h1{color:#0f5c63;font-size:2rem;line-height:1.2;margin:1rem 0 .5rem}
h2{font-size:1.3rem;line-height:1.3;margin:2rem 0 .5rem}h3{font-size:1.05rem;margin:1.25rem 0 .25rem}
p{margin:0 0 .6rem}ul,ol{margin:0 0 .6rem;padding-left:1.4rem}
table{border-collapse:collapse;width:100%;margin:.25rem 0 1rem}
td{overflow-wrap:anywhere}th{max-width:14rem}
th,td{text-align:start;vertical-align:top;padding:.5rem .6rem;border-bottom:1px solid #e2ddd2}
thead th{background:#e3efee}td p:last-child,th p:last-child{margin-bottom:0}th{font-weight:600}
.soft,.lead,.until{color:#5b6a6e}.strong,.question,.minutes{font-weight:600}.subtitle{font-size:1.1rem}
.label,.moment-number{color:#0f5c63;font-weight:600;font-size:.875rem;margin-top:.75rem}
.role,.card-title,.step-title,.moment-title,.clock{font-weight:700}
.panel,.warning,.card{border-left:4px solid #0f5c63;background:#e3efee;padding:.75rem 1rem;margin:.75rem 0 1rem}
.warning{border-color:#8f4a04;background:#fbeedd}.card{background:#fff}
.panel>:last-child,.warning>:last-child,.card>:last-child{margin-bottom:0}
figure{margin:1rem 0}svg{max-width:100%;height:auto;font-family:inherit}
a{color:#0f5c63}hr{border:0;border-top:1px solid #e2ddd2;margin:1.5rem 0}hr.cut{border-top-style:dashed}
@media print{body{max-width:none;padding:0}thead{display:table-header-group}tr,figure,.keep{break-inside:avoid}
h1,h2,h3{break-after:avoid}hr.new-page{border:0;margin:0;break-after:page}}
"""

_HASH: Final = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_POLICY: Final = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"


def web_page(blocks: tuple[Block, ...], meta: Meta) -> bytes:
    """Give a document as the bytes of a web page; the same blocks give the same bytes."""
    head = (
        f'<!DOCTYPE html>\n<html lang="{LANGUAGE}">\n<head>\n<meta charset="utf-8"/>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"/>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n'
        '<meta name="referrer" content="no-referrer"/>\n<meta name="robots" content="noindex"/>\n'
        f"<title>{_text(meta.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    )
    top = f"<header><p>{_text(meta.session)} · {_text(meta.day)}</p></header>\n"
    foot = f"<footer><p>{_text(meta.reader)}</p></footer>\n</body>\n</html>\n"
    return "".join((head, top, "<main>\n", *_pile(blocks), "</main>\n", foot)).encode()


def _pile(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)
        yield "\n"


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f'<h{block.level} dir="auto">{_inline(block.spans)}</h{block.level}>'
    elif isinstance(block, Paragraph):
        yield f'<p dir="auto"{_class(block.look)}>{_inline(block.spans)}</p>'
    elif isinstance(block, Listed):
        yield from _list(block)
    elif isinstance(block, Grid):
        yield from _table(block)
    elif isinstance(block, Part):
        yield f"<div{_class(block.look)}>\n"
        yield from _pile(block.blocks)
        yield "</div>"
    elif isinstance(block, Rule):
        yield f"<hr{_class(block.look)}/>"
    else:
        yield f"<figure>{svg(block.drawing)}</figure>"


def _list(block: Listed) -> Iterator[str]:
    name = "ol" if block.ordered else "ul"
    yield f"<{name}>\n"
    for item in block.items:
        yield "<li>"
        yield from _content(item)
        yield "</li>\n"
    yield f"</{name}>"


def _table(block: Grid) -> Iterator[str]:
    yield f"<table{_class(block.look)}>\n"
    for name, rows in (("thead", block.heads), ("tbody", block.rows)):
        if rows:
            yield f"<{name}>\n"
            for row in rows:
                yield "<tr>"
                for cell in row:
                    yield from _cell(cell, "col" if name == "thead" else "row")
                yield "</tr>\n"
            yield f"</{name}>\n"
    yield "</table>"


def _cell(cell: Cell, scope: str) -> Iterator[str]:
    name = "th" if cell.head else "td"
    yield f'<th scope="{scope}">' if cell.head else "<td>"
    yield from _content(cell.blocks)
    yield f"</{name}>"


def _content(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Give what stands in an item or a cell: one paragraph without a look needs no element of its own."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph) and not blocks[0].look:
        yield f'<span dir="auto">{_inline(blocks[0].spans)}</span>'
    else:
        yield from _pile(blocks)


def _inline(spans: Spans) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    text = _text(span.text).replace("\n", "<br/>")
    if span.bold:
        text = f"<b>{text}</b>"
    if span.italic:
        text = f"<i>{text}</i>"
    if span.soft:
        text = f'<span class="soft">{text}</span>'
    if span.link is not None:
        text = f'<a href={quoteattr(span.link.address)} rel="noopener noreferrer">{text}</a>'
    return text


def _text(text: str) -> str:
    return escape(clean(text), {'"': "&quot;"})


def _class(look: str) -> str:
    return f' class="{look}"' if look else ""
