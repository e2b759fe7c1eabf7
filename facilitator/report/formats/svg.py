"""A drawing as SVG, to stand inside a web page: shapes and words, no script, nothing that is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from facilitator.pictures.drawing import Anchor, Box, Circle, Drawing, Item, Label, Role
from facilitator.pictures.strokes import strokes
from facilitator.report import style
from facilitator.report.text import clean

_ANCHORS: Final = {Anchor.START: "start", Anchor.MIDDLE: "middle", Anchor.END: "end"}


def svg(drawing: Drawing) -> str:
    """Give a drawing as one element, named by its alternative text."""
    told = quoteattr(" ".join(clean(" ".join(drawing.alternative)).split()))
    size = f'viewBox="0 0 {_n(drawing.width)} {_n(drawing.height)}" width="{_n(drawing.width * style.LARGEST_PICTURE)}"'
    inside = "".join(part for item in drawing.items for part in _item(item))
    return f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label={told} {size}>{inside}</svg>'


def _item(item: Item) -> Iterator[str]:
    if isinstance(item, Label):
        yield (
            f'<text x="{_n(item.x)}" y="{_n(item.y)}" font-size="{_n(item.size)}" font-weight="{item.weight.value}"'
            f' text-anchor="{_ANCHORS[item.anchor]}" fill="{_colour(item.role)}">{escape(clean(item.text))}</text>'
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
