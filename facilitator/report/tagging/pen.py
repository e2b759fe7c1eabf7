"""A pen that draws on a ReportLab canvas and can draw nothing without saying what it is.

Everything on a page lies between `content(tag)` (read aloud) or `artifact()` (not read aloud); outside of them the pen
refuses. Measures are in points from the top left corner of the page, the way a page is read.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from typing import IO, Any, NamedTuple

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas

from facilitator.report.fonts import REGULAR, width
from facilitator.report.style import OUR_OWN, PAGE_HEIGHT, PAGE_WIDTH, Colour, Palette
from facilitator.report.tagging.tree import Mark, Tag


class UntaggedMarkError(RuntimeError):
    """Something was drawn outside content and artifact: our own fault, a reader would miss it."""


class Stroke(NamedTuple):
    """A stretch of text in one face, size (points) and colour.

    `read` is what it says, where that is not what is seen from left to right.
    """

    face: str
    size: float
    colour: Colour
    text: str
    read: str = ""

    @property
    def width(self) -> float:
        """The width in points."""
        return width(self.face, self.size, self.text)


class PlacedLine(NamedTuple):
    """Strokes that follow each other from `x` on the baseline `y`."""

    x: float
    y: float
    strokes: Sequence[Stroke]


class Box(NamedTuple):
    """A rectangle: left and top corner, width and height."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Shape(ABC):
    """Something that is drawn: its ground, its edge, and the dashes of the edge (on and off; 0 for none)."""

    fill: Colour | None
    edge: Colour | None
    thickness: float
    dash: tuple[float, float]

    @abstractmethod
    def trace(self, path: Any) -> None:  # noqa: ANN401  ReportLab's path has no type
        """Walk along the shape."""


@dataclass(frozen=True, slots=True)
class Polyline(Shape):
    """Straight lines through points, back to the first when it is `closed`."""

    points: Sequence[tuple[float, float]]
    closed: bool

    def trace(self, path: Any) -> None:  # noqa: ANN401  ReportLab's path has no type
        """Walk along the points."""
        (x, y), *others = self.points
        path.moveTo(x, PAGE_HEIGHT - y)
        for x, y in others:
            path.lineTo(x, PAGE_HEIGHT - y)
        if self.closed:
            path.close()


@dataclass(frozen=True, slots=True)
class Rounded(Shape):
    """A rectangle with rounded corners; with a radius of half its sides it is a circle."""

    box: Box
    radius: float

    def trace(self, path: Any) -> None:  # noqa: ANN401  ReportLab's path has no type
        """Walk round the rectangle."""
        x, y, width, height = self.box
        path.roundRect(x, PAGE_HEIGHT - y - height, width, height, self.radius)


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A place on a page that can be clicked; `tag` is the Link it belongs to."""

    page: int
    box: Box
    address: str
    tag: Tag


@dataclass(frozen=True, slots=True)
class FieldArea:
    """A place on a page where something can be filled in; `tag` is the Form it belongs to.

    `name` is "form.field"; areas of one name with an `option` each are a choice of one. `tip` is read aloud, `group`
    for a choice as a whole. A text has at most `longest` characters, over several lines when it is `tall`.
    """

    page: int
    box: Box
    tag: Tag
    name: str
    tip: str
    option: str = ""
    group: str = ""
    longest: int = 0
    tall: bool = False


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading as it stands in the list of contents; `level` counts from 1."""

    level: int
    title: str
    page: int
    top: float


class Pen:
    """Draws one document, page after page.

    Attributes: page (the page being drawn, from 0), links, fields and bookmarks (what was met so far).
    """

    def __init__(self, file: IO[bytes], palette: Palette = OUR_OWN) -> None:
        self._palette = palette
        self.page = 0
        self.links: list[LinkArea] = []
        self.fields: list[FieldArea] = []
        self.bookmarks: list[Bookmark] = []
        self.marks: list[list[Tag]] = [[]]
        self._inside = False
        self._in_artifact = False
        # No compression here: pikepdf compresses everything once, at the end.
        self._canvas: Any = Canvas(
            file, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), pageCompression=0, invariant=1, initialFontName=REGULAR
        )

    @contextmanager
    def content(self, tag: Tag) -> Iterator[None]:
        """Draw content of `tag`; inside an artifact it stays part of the artifact."""
        if self._in_artifact:
            yield
            return
        marks = self.marks[self.page]
        mark = Mark(self.page, len(marks))
        tag.children.append(mark)
        marks.append(tag)
        with self._between(f"/{tag.role} <</MCID {mark.number}>> BDC"):
            yield

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """Draw something that is not read aloud: "Layout", or "Pagination" for headers and footers."""
        if self._in_artifact:
            yield
            return
        self._in_artifact = True
        with self._between(f"/Artifact <</Type /{kind}>> BDC"):
            yield
        self._in_artifact = False

    @contextmanager
    def _between(self, begin: str) -> Iterator[None]:
        if self._inside:
            raise UntaggedMarkError("marked content cannot hold other marked content")
        self._inside = True
        self._canvas.addLiteral(begin)
        yield
        self._canvas.addLiteral("EMC")
        self._inside = False

    def text(self, lines: Iterable[PlacedLine], *, in_picture: bool = False) -> None:
        """Write lines of text. In a picture they keep their own colours, whatever the house style."""
        self._check()
        instead = {} if in_picture else self._palette.text
        # The operators are written here and not by ReportLab's text object, which measures every text once more.
        document, written = self._canvas._doc, ["BT"]  # noqa: SLF001  it has no public name
        colour = named = None
        for line in lines:
            written.append(f"1 0 0 1 {line.x:.2f} {PAGE_HEIGHT - line.y:.2f} Tm")
            for stroke in line.strokes:
                if stroke.colour != colour:
                    colour = stroke.colour
                    written.append("{:.4g} {:.4g} {:.4g} rg".format(*instead.get(colour, colour)))
                font = getFont(stroke.face)
                for subset, codes in font.splitString(stroke.text, document):
                    name = font.getSubsetInternalName(subset, document)
                    if named != (name, stroke.size):
                        named = (name, stroke.size)
                        written.append(f"{name} {stroke.size:g} Tf")
                    written.append(f"<{codes.hex()}> Tj")
        written.append("ET")
        self._canvas.addLiteral(" ".join(written))

    def fill(self, box: Box, colour: Colour) -> None:
        """Fill a rectangle."""
        self._check()
        self._canvas.setFillColor(self._palette.ground.get(colour, colour))
        self._canvas.rect(box.x, PAGE_HEIGHT - box.y - box.height, box.width, box.height, stroke=0, fill=1)

    def pixels(self, png: bytes, box: Box) -> None:
        """Draw a picture of plain pixels (a PNG in RGB) into a rectangle."""
        self._check()
        bottom = PAGE_HEIGHT - box.y - box.height
        self._canvas.drawImage(ImageReader(BytesIO(png)), box.x, bottom, box.width, box.height)

    def shape(self, shape: Shape) -> None:
        """Draw a line, or the outline or ground of a shape."""
        self._check()
        canvas = self._canvas
        if shape.edge is not None:
            canvas.setStrokeColor(shape.edge)
            canvas.setLineWidth(shape.thickness)
            canvas.setDash(*(shape.dash if shape.dash[0] else ()))
        if shape.fill is not None:
            canvas.setFillColor(shape.fill)
        path = canvas.beginPath()
        shape.trace(path)
        canvas.drawPath(path, stroke=int(shape.edge is not None), fill=int(shape.fill is not None))

    def link(self, box: Box, address: str, tag: Tag) -> None:
        """Make a rectangle clickable."""
        if not self._in_artifact:
            self.links.append(LinkArea(self.page, box, address, tag))

    def field(self, area: FieldArea) -> None:
        """Make a rectangle that can be filled in; its page is the present one."""
        self.fields.append(replace(area, page=self.page))

    def bookmark(self, level: int, title: str, top: float) -> None:
        """Remember a heading for the list of contents."""
        if not self._in_artifact:
            self.bookmarks.append(Bookmark(level, title, self.page, top))

    def next_page(self) -> None:
        """Begin a new page."""
        self._canvas.showPage()
        self.marks.append([])
        self.page += 1

    def close(self) -> None:
        """Write the drawn file."""
        self._canvas.showPage()
        self._canvas.save()

    def _check(self) -> None:
        if not self._inside:
            raise UntaggedMarkError("every mark on paper belongs to content or to an artifact")
