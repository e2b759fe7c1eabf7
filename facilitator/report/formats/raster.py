"""A drawing as a picture of dots, for programs that know no other: drawn as on paper, and then looked at."""

from __future__ import annotations

from io import BytesIO
from typing import Final

import pypdfium2

from facilitator.pictures.drawing import Drawing
from facilitator.report import style
from facilitator.report.fonts import Typeface
from facilitator.report.layout.pictures import picture_block
from facilitator.report.tagging.pen import Pen
from facilitator.report.tagging.tree import Tag

_DOTS: Final = 200 / 72
"""Dots to a point: sharp enough to print."""


def png(drawing: Drawing, typeface: Typeface) -> tuple[bytes, float, float]:
    """Give a drawing as PNG, and how wide and high it is in points."""
    block, _missing = picture_block(drawing, style.COLUMN, Tag("Figure"), typeface)
    width, height = drawing.width * block.scale, drawing.height * block.scale
    drawn = BytesIO()
    pen = Pen(drawn)
    block.draw(pen, 0, 0)
    pen.close()
    left = (style.COLUMN - width) / 2
    with pypdfium2.PdfDocument(drawn.getvalue()) as document:
        crop = (left, style.PAGE_HEIGHT - height, style.PAGE_WIDTH - left - width, 0)
        image = document[0].render(scale=_DOTS, crop=crop).to_pil()
    written = BytesIO()
    image.save(written, "PNG", optimize=True)
    return written.getvalue(), width, height
