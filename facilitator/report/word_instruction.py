"""The instruction for local teams as a document for a word processor: real headings and lists, a table with a header.

Whatever was typed comes in as text: python-docx escapes it, and no field, link or picture is ever made of it.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import Any, Final

import docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from facilitator.report.documents.instruction import InstructionModel, Line, Part
from facilitator.report.documents.paper import Paper
from facilitator.report.press import LANGUAGE, Meta, Rendered
from facilitator.report.text import clean
from facilitator.words import _

_INK: Final = RGBColor(0x1D, 0x2B, 0x2F)
_SOFT: Final = RGBColor(0x5B, 0x6A, 0x6E)
_TEAL: Final = RGBColor(0x0F, 0x5C, 0x63)
_WASH: Final = "E3EFEE"
_AMBER_WASH: Final = "FBEEDD"
_LINE: Final = "E2DDD2"
_FACE: Final = "Calibri"
"""A face that most word processors have; without it they take one of their own."""

_HEADINGS: Final = {"Title": (24, _TEAL, 0, 4), "Heading 1": (14, _INK, 18, 5), "Heading 2": (11.5, _INK, 10, 2)}
"""Points, colour, and the points of white before and after."""

_COUNTS: Final = {"{page}": "PAGE", "{pages}": "NUMPAGES"}

_PROPERTY: Final = 255
"""So many characters a property of a document may have; its heading has them all."""

_AFTER_BORDERS: Final = ("shd", "tblLayout", "tblCellMar", "tblLook")
"""What the edges of a table stand before: a word processor may refuse a file whose parts stand in another order."""

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def word_instruction(paper: Paper) -> Rendered:
    """Give the document. The same instruction always gives the same bytes; no name of a user is in it."""
    model = paper.model
    assert isinstance(model, InstructionModel)  # noqa: S101  a paper of another kind is our own mistake
    document = docx.Document()
    _set_up(document, paper.meta)
    document.add_paragraph(_fit(model.title), "Title")
    document.add_paragraph(_fit(model.subtitle), "Subtitle")
    if model.decided:
        _soft(document, model.decided)
    if model.draft:
        _ground(document.add_paragraph(_fit(model.draft)), _AMBER_WASH)
    help_line = _(
        "Is somebody in danger now? Call 112. For advice or a report, day and night: Veilig Thuis, 0800-2000, free."
    )
    _ground(document.add_paragraph(help_line), _WASH)
    if not model.parts:
        document.add_paragraph(_("Nothing of the model was taken over or adjusted yet."))
    for part in model.parts:
        _part(document, part)
    if model.agreed:
        document.add_heading(_("At a glance"), 1)
        _glance(document, model)
    document.add_heading(_("Where this comes from"), 1)
    document.add_paragraph(_fit(model.origin))
    return Rendered(_saved(document), 0)


def _part(document: Any, part: Part) -> None:  # noqa: ANN401  python-docx gives its documents no public type
    document.add_heading(_fit(f"{part.number} {part.title}"), 1)
    for text in part.purpose.split("\n"):
        if text:
            _soft(document, text, keep=True)
    for told in part.told:
        document.add_heading(_fit(f"{told.number} {told.title}"), 2)
        for passage in told.passages:
            for line in passage.lines:
                _line(document.add_paragraph(style="List Bullet" if passage.listed else None), line)


def _line(paragraph: Any, line: Line) -> None:  # noqa: ANN401  see above
    for piece in line:
        run = paragraph.add_run(_fit(piece.text))
        run.bold = piece.kind == "filled" or None
        run.italic = piece.kind == "blank" or None
        if piece.kind == "blank":
            _shade(run._element.get_or_add_rPr(), _AMBER_WASH)  # noqa: SLF001  python-docx has no call for a ground


def _glance(document: Any, model: InstructionModel) -> None:  # noqa: ANN401  see above
    widths = (Mm(78), Mm(76), Mm(18))
    table = document.add_table(rows=1, cols=len(widths))
    table.style = "Table Grid"
    table.autofit = False
    heads = (_("What"), _("Agreed here"), _("Where"))
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        cell.text = ""
        cell.paragraphs[0].add_run(text).bold = True
        _shade(cell._element.get_or_add_tcPr(), _WASH)  # noqa: SLF001  as above
    _mark(table.rows[0], "w:tblHeader")
    for each in model.agreed:
        row = table.add_row()
        blank = _("…… (to be filled in)")
        for cell, text in zip(row.cells, (each.label, each.value or blank, each.where), strict=True):
            cell.text = _fit(text)
        _mark(row, "w:cantSplit")
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
            shape = cell.paragraphs[0].paragraph_format
            shape.space_before = shape.space_after = Pt(3)
    _edges(table)


# ---- what surrounds the text


def _set_up(document: Any, meta: Meta) -> None:  # noqa: ANN401  see above
    properties = document.core_properties
    properties.title, properties.subject = _fit(meta.title)[:_PROPERTY], _fit(meta.subject)[:_PROPERTY]
    properties.language = LANGUAGE
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = dt.datetime.combine(meta.date, dt.time(), dt.UTC)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(19)
    section.top_margin, section.bottom_margin = Mm(22), Mm(20)
    _styles(document)
    footer = section.footer.paragraphs[0]
    document.styles["Footer"].paragraph_format.tab_stops.clear_all()
    footer.paragraph_format.tab_stops.add_tab_stop(Mm(172), WD_TAB_ALIGNMENT.RIGHT)
    footer.add_run(_fit(meta.reader) + "\t")
    for part in re.split(r"(\{pages?\})", _("{page} of {pages}")):
        if part in _COUNTS:
            _count(footer, _COUNTS[part])
        else:
            footer.add_run(part)
    small = document.styles["Footer"]
    small.font.size, small.font.color.rgb = Pt(9), _SOFT


def _styles(document: Any) -> None:  # noqa: ANN401  see above
    normal = document.styles["Normal"]
    _face(normal)
    normal.font.size, normal.font.color.rgb = Pt(10.5), _INK
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(6), 1.25
    speaks = OxmlElement("w:lang")
    for name in ("w:val", "w:eastAsia"):
        speaks.set(qn(name), LANGUAGE)
    for old in document.styles.element.findall(f".//{qn('w:lang')}"):
        old.getparent().replace(old, speaks)
    for name, (size, colour, before, after) in _HEADINGS.items():
        style = document.styles[name]
        _face(style)
        style.font.size, style.font.bold, style.font.color.rgb = Pt(size), True, colour
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.keep_with_next = True
        for border in style.element.findall(f".//{qn('w:pBdr')}"):
            border.getparent().remove(border)
    subtitle = document.styles["Subtitle"]
    _face(subtitle)
    subtitle.font.size, subtitle.font.bold, subtitle.font.italic = Pt(12.5), True, False
    subtitle.font.color.rgb = _INK
    for spacing in subtitle.element.rPr.findall(qn("w:spacing")):  # letters apart
        subtitle.element.rPr.remove(spacing)


def _face(style: Any) -> None:  # noqa: ANN401  see above
    """Set the face for every script: the template names faces of its theme, which go before a plain name."""
    style.font.name = _FACE
    fonts = style.element.rPr.rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("w:eastAsia", "w:cs"):
        fonts.set(qn(name), _FACE)


def _soft(document: Any, text: str, *, keep: bool = False) -> None:  # noqa: ANN401  see above
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = keep or None
    paragraph.add_run(_fit(text)).font.color.rgb = _SOFT


def _ground(paragraph: Any, colour: str) -> None:  # noqa: ANN401  see above
    _shade(paragraph._element.get_or_add_pPr(), colour)  # noqa: SLF001  python-docx has no call for a ground


def _shade(properties: Any, colour: str) -> None:  # noqa: ANN401  see above
    shade = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour)):
        shade.set(qn(name), value)
    properties.append(shade)


def _mark(row: Any, name: str) -> None:  # noqa: ANN401  see above
    """Say of a row that it is repeated on every page, or is never cut."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001  python-docx has no call for either


def _edges(table: Any) -> None:  # noqa: ANN401  see above
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        edge = OxmlElement(f"w:{side}")
        shown = "single" if side in {"top", "bottom", "insideH"} else "nil"
        for name, value in (("w:val", shown), ("w:sz", "4"), ("w:color", _LINE)):
            edge.set(qn(name), value)
        borders.append(edge)
    properties = table._tbl.tblPr  # noqa: SLF001  as above
    later = next(each for each in properties if each.tag in {qn(f"w:{name}") for name in _AFTER_BORDERS})
    later.addprevious(borders)


def _count(paragraph: Any, name: str) -> None:  # noqa: ANN401  see above
    """Add a number that the word processor works out."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001  as above


def _fit(text: str) -> str:
    return clean(text)


def _saved(document: Any) -> bytes:  # noqa: ANN401  see above
    """Save it with every part at one fixed moment, so that the same text gives the same bytes."""
    made, result = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in parts.namelist():
            packed.writestr(zipfile.ZipInfo(name, _EPOCH), parts.read(name), zipfile.ZIP_DEFLATED)
    return result.getvalue()
