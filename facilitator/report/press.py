"""From a template and a view model to the bytes of a finished PDF.

A `Press` is warm: it reads templates and faces once and makes document after document. It reads no clock, knows no user
and writes no file; the same template, model and meta always give the same bytes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
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
from facilitator.report.own_folder import TemplateFault
from facilitator.report.own_templates import OwnTemplateError, OwnTemplates
from facilitator.report.sheet import Sheet
from facilitator.report.style import palette
from facilitator.report.tagging.finish import finish
from facilitator.report.tagging.metadata import Attachment, Metadata
from facilitator.report.tagging.pen import Pen
from facilitator.report.templates import Templates, prepare
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

    `missing` are the characters that no face has, shown as U+FFFD. `fault` is what is wrong in the user's own
    template: then it was made with the shipped one.
    """

    pdf: bytes
    pages: int
    missing: tuple[Missing, ...] = ()
    fault: TemplateFault | None = None


class Press:
    """Makes documents from the templates and faces in two folders.

    Attributes:
        measure: how wide words are in pictures, as they are on the screen.
        takes_own: whether a template of the user takes the place of the shipped one of its name.
    """

    def __init__(self, templates: Path, faces: Path, own: Path | None = None) -> None:
        self._templates = Templates(templates)
        self._own = None if own is None else OwnTemplates(own, templates, prepare)
        self.takes_own = True
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

        With the user's own template where there is one, or else (also when that has a fault) with the shipped one.
        Raises MarkupError when the shipped template makes markup that paper does not know.
        """
        if self._own is None or not self.takes_own or not self._own.has(template):
            return self.typeset(self.markup(template, context), meta, pictures)
        try:
            markup = self._own.fill(template, context)
            with self._own.judged(template):
                return self.typeset(markup, meta, pictures)
        except OwnTemplateError as error:
            shipped = self.typeset(self.markup(template, context), meta, pictures)
            return replace(shipped, fault=error.fault)

    def pages(self, template: str, context: Mapping[str, object], meta: Meta) -> int:
        """Tell how many pages a document takes with the shipped template, without making it."""
        builder = Builder(self._typeface)
        house = None if meta.house is None else meta.house.readable
        sheet = Sheet(builder, meta.session, meta.day, meta.reader, house)
        return len(sheet.compose(builder.build(parse(self.markup(template, context)))))

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
