"""A drawing on paper: one figure, its shapes and words scaled to the width of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from facilitator.pictures.drawing import Anchor, Box, Circle, Drawing, Item, Label, Role, Weight
from facilitator.pictures.strokes import strokes
from facilitator.report import fonts, style
from facilitator.report.fonts import Run, Typeface
from facilitator.report.layout import direction
from facilitator.report.layout.blocks import Block
from facilitator.report.style import Colour
from facilitator.report.tagging import pen as pens
from facilitator.report.tagging.pen import Pen, PlacedLine, Polyline, Rounded, Shape, Stroke
from facilitator.report.tagging.tree import Tag
from facilitator.report.text import clean

_FACES: Final = {Weight.REGULAR: fonts.REGULAR, Weight.SEMIBOLD: fonts.SEMIBOLD, Weight.BOLD: fonts.BOLD}

Words = tuple[Label, tuple[Stroke, ...]]


@dataclass(frozen=True, slots=True)
class PictureBlock(Block):
    """A drawing, `width` points wide at most and in the middle of them; `words` are its labels, ready to write."""

    drawing: Drawing
    width: float
    scale: float
    tag: Tag
    words: dict[Label, tuple[Stroke, ...]]
    whole: bool = field(default=True, kw_only=True)

    @property
    def height(self) -> float:
        """The height in points."""
        return self.drawing.height * self.scale

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw all of it as one figure."""
        left = x + (self.width - self.drawing.width * self.scale) / 2
        if self.tag.figure is not None:
            self.tag.figure.box = (left, top, self.drawing.width * self.scale, self.height)
        with pen.content(self.tag):
            for item in self.drawing.items:
                if isinstance(item, Label):
                    pen.text([self._placed(item, left, top)], in_picture=True)
                else:
                    for shape in _shapes(item, left, top, self.scale):
                        pen.shape(shape)

    def _placed(self, label: Label, left: float, top: float) -> PlacedLine:
        strokes_of = self.words[label]
        wide = sum(stroke.width for stroke in strokes_of)
        start = {Anchor.START: 0.0, Anchor.MIDDLE: -wide / 2, Anchor.END: -wide}[label.anchor]
        return PlacedLine(left + label.x * self.scale + start, top + label.y * self.scale, strokes_of)


def picture_block(
    drawing: Drawing, width: float, tag: Tag, typeface: Typeface
) -> tuple[PictureBlock, list[tuple[str, str]]]:
    """Give a drawing as a block, and what no face has: the characters and the words they stand in."""
    scale = min(width / drawing.width, style.HIGHEST_PICTURE / drawing.height, style.LARGEST_PICTURE)
    words: dict[Label, tuple[Stroke, ...]] = {}
    missing = []
    for label in (item for item in drawing.items if isinstance(item, Label)):
        runs, lacking = _runs(clean(label.text), _FACES[label.weight], typeface)
        colour = style.PICTURE[label.role]
        words[label] = tuple(Stroke(run.face, round(label.size * scale, 3), colour, run.text) for run in runs)
        if lacking:
            missing.append((lacking, label.text))
    return PictureBlock(drawing, width, scale, tag, words, before=8, after=12), missing


def _runs(text: str, face: str, typeface: Typeface) -> tuple[list[Run], str]:
    """Give a label as it is seen; what it reads is said in the alternative text of the figure."""
    if not direction.runs_backwards(text):
        return typeface.runs(text, face)
    at_the_right = direction.begins_at_the_right(text)
    runs, lacking = typeface.runs(direction.joined(text), face)
    seen = direction.in_order([run.text for run in runs], at_the_right=at_the_right)
    return [Run(runs[stretch.part].face, stretch.seen) for stretch in seen], lacking


def _shapes(item: Item, left: float, top: float, scale: float) -> Iterator[Shape]:
    """Give what an item other than words is drawn with, at its place on the page."""
    if isinstance(item, Circle):
        side = 2 * item.radius
        item = Box(
            item.x - item.radius, item.y - item.radius, side, side, item.radius, item.fill, item.edge, item.thickness
        )
    if isinstance(item, Box):
        box = pens.Box(left + item.x * scale, top + item.y * scale, item.width * scale, item.height * scale)
        radius = item.radius * scale
        yield Rounded(_colour(item.fill), _colour(item.edge), item.thickness * scale, (0, 0), box, radius)
        return
    assert not isinstance(item, Label)  # noqa: S101  words are written by the pen
    for stroke in strokes(item):
        points = [(left + x * scale, top + y * scale) for x, y in stroke.points]
        dash = stroke.dash[0] * scale, stroke.dash[1] * scale
        fill, edge = _colour(stroke.fill), _colour(stroke.edge)
        yield Polyline(fill, edge, stroke.thickness * scale, dash, points, stroke.closed)


def _colour(role: Role | None) -> Colour | None:
    return None if role is None else style.PICTURE[role]
