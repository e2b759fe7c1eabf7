"""A drawing as SVG, inside a web page or as a file that stands alone: shapes and words, no script, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from facilitator.pictures.drawing import Anchor, Box, Circle, Drawing, Item, Label, Role
from facilitator.pictures.strokes import strokes
from facilitator.report import style
from facilitator.report.text import clean

_FACES: Final = "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', Verdana, 'DejaVu Sans', Arial, sans-serif"
"""Whoever lacks our typeface gets another: each line of words is then set in the width it has in ours."""
_ANCHORS: Final = {Anchor.START: "start", Anchor.MIDDLE: "middle", Anchor.END: "end"}


def svg(drawing: Drawing) -> str:
    """Give a drawing as one element, named by its alternative text."""
    told = quoteattr(" ".join(clean(" ".join(drawing.alternative)).split()))
    size = f'viewBox="0 0 {_n(drawing.width)} {_n(drawing.height)}" width="{_n(drawing.width * style.LARGEST_PICTURE)}"'
    inside = "".join(part for item in drawing.items for part in _item(item))
    return f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label={told} {size}>{inside}</svg>'


def svg_file(drawing: Drawing, title: str) -> bytes:
    """Give a drawing as a file: named and told in words, its ground white, its words never wider than their place."""
    wide, high = _n(drawing.width), _n(drawing.height)
    told = "\n".join(clean(sentence) for sentence in drawing.alternative)
    inside = "".join(part for item in drawing.items for part in _item(item, held=True))
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" xml:lang="nl" lang="nl" role="img" aria-labelledby="title desc"'
        f' viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" font-family={quoteattr(_FACES)}>'
        f'<title id="title">{escape(clean(title))}</title><desc id="desc">{escape(told)}</desc>'
        f'<rect width="{wide}" height="{high}" fill="{_colour(Role.GROUND)}"/>{inside}</svg>\n'
    )
    return text.encode()


def _item(item: Item, *, held: bool = False) -> Iterator[str]:
    """Give an item; words are `held` to the width they were measured to be."""
    if isinstance(item, Label):
        width = f' textLength="{_n(item.width)}" lengthAdjust="spacingAndGlyphs"' if held and item.width else ""
        yield (
            f'<text x="{_n(item.x)}" y="{_n(item.y)}" font-size="{_n(item.size)}" font-weight="{item.weight.value}"'
            f' text-anchor="{_ANCHORS[item.anchor]}"{width} fill="{_colour(item.role)}">'
            f"{escape(clean(item.text))}</text>"
        )
    elif isinstance(item, Box):
        yield (
            f'<rect x="{_n(item.x)}" y="{_n(item.y)}" width="{_n(item.width)}" height="{_n(item.height)}"'
            f' rx="{_n(item.radius)}"{_paint(item.fill, item.edge, item.thickness)}/>'
        )
    elif isinstance(item, Circle):
        yield (
            f'<circle cx="{_n(item.x)}" cy="{_n(item.y)}" r="{_n(item.radius)}"'
            f"{_paint(item.fill, item.edge, item.thickness)}/>"
        )
    else:
        for stroke in strokes(item):
            points = " ".join(f"{_n(x)},{_n(y)}" for x, y in stroke.points)
            dash = f' stroke-dasharray="{_n(stroke.dash[0])} {_n(stroke.dash[1])}"' if any(stroke.dash) else ""
            name = "polygon" if stroke.closed else "polyline"
            yield f'<{name} points="{points}"{_paint(stroke.fill, stroke.edge, stroke.thickness)}{dash}/>'


def _paint(fill: Role | None, edge: Role | None, thickness: float) -> str:
    line = "" if edge is None else f' stroke="{_colour(edge)}" stroke-width="{_n(thickness)}"'
    return f' fill="{"none" if fill is None else _colour(fill)}"{line}'


def _colour(role: Role) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in style.PICTURE[role])


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
