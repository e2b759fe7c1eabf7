"""From a template and a view model to the bytes of a finished PDF.

A `Press` is warm: it reads templates and faces once and makes document after document. It reads no clock, knows no user
and writes no file; the same template, model and meta always give the same bytes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from facilitator.pictures import FontMeasure
from facilitator.pictures.drawing import Drawing
from facilitator.report import fonts
from facilitator.report.builder import Builder, Missing
from facilitator.report.fonts import Typeface
from facilitator.report.house import HouseStyle
from facilitator.report.markup import parse
from facilitator.report.sheet import Sheet
from facilitator.report.style import palette
from facilitator.report.tagging.finish import finish
from facilitator.report.tagging.metadata import Attachment, Metadata
from facilitator.report.tagging.pen import Pen
from facilitator.report.templates import Templates
from facilitator.report.text import clean

LANGUAGE: Final = "nl-NL"


@dataclass(frozen=True, slots=True)
class Meta:
    """What stands around a document: texts as the reader sees them.

    Attributes: title and subject (the file's own), session and day (the running header), reader (for whom it is, in the
    footer), date (the session's date, for the file's properties), keywords (by which a program knows the file again),
    attachments (files inside the file), house (the look of the organisation it is from; None: our own).
    """

    title: str
    subject: str
    session: str
    day: str
    reader: str
    date: dt.date
    keywords: str = ""
    attachments: tuple[Attachment, ...] = ()
    house: HouseStyle | None = None


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished document; its bytes are in `pdf`, also where it was made in another form (then `pages` may be 0).

    `missing` are the characters that no face has, shown as U+FFFD.
    """

    pdf: bytes
    pages: int
    missing: tuple[Missing, ...] = ()


class Press:
    """Makes documents from the templates and faces in two folders.

    Attributes:
        measure: how wide words are in pictures, as they are on the screen.
    """

    def __init__(self, templates: Path, faces: Path) -> None:
        self._templates = Templates(templates)
        self.measure = FontMeasure(faces)
        self._typeface = Typeface(faces)
        self._typeface.covers(fonts.REGULAR)

    @property
    def typeface(self) -> Typeface:
        """The faces that it sets text in."""
        return self._typeface

    def markup(self, template: str, context: Mapping[str, object]) -> str:
        """Give the XHTML of a document: the whole of its text, before it becomes paper."""
        return self._templates.fill(template, context)

    def render(
        self,
        template: str,
        context: Mapping[str, object],
        meta: Meta,
        pictures: Mapping[str, Drawing] | None = None,
    ) -> Rendered:
        """Make one document; `pictures` are the drawings that its template names.

        Raises MarkupError when the template makes markup that paper does not know.
        """
        return self.typeset(self.markup(template, context), meta, pictures)

    def typeset(self, markup: str, meta: Meta, pictures: Mapping[str, Drawing] | None = None) -> Rendered:
        """Make paper of markup. Raises MarkupError for markup that paper does not know."""
        builder = Builder(self._typeface, pictures)
        house = None if meta.house is None else meta.house.readable
        sheet = Sheet(builder, meta.session, meta.day, meta.reader, house)
        pages = sheet.compose(builder.build(parse(markup)))
        drawn = BytesIO()
        pen = Pen(drawn, palette(house))
        sheet.draw(pen, pages)
        pen.close()
        metadata = Metadata(
            clean(meta.title),
            clean(meta.subject),
            LANGUAGE,
            meta.date,
            meta.attachments,
            keywords=clean(meta.keywords),
            fillable=bool(pen.fields),
        )
        return Rendered(finish(drawn, pen, builder.root, metadata), len(pages), tuple(builder.missing))
