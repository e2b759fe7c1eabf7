"""The floor for paper: the same markup set with ReportLab's own Platypus, as anybody would, untagged, no tricks."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Paragraph, Spacer, Table

from facilitator.report import fonts
from facilitator.report.layout.tables import PADDING_X, PADDING_Y
from facilitator.report.markup import Element, has_blocks, parse
from facilitator.report.style import BLOCKS, BODY, CELL, CLASSES, COLUMN, HEAD_CELL, MARGIN, TextStyle

_LI = replace(BODY, after=3)
_BOLD = {"b": "b", "strong": "b", "i": "i", "em": "i"}


def typeset(markup: str) -> bytes:
    """Give a PDF of the markup, as anybody would make it with Platypus."""
    file = BytesIO()
    frame = Frame(MARGIN, MARGIN, COLUMN, A4[1] - 2 * MARGIN, 0, 0, 0, 0)
    template = BaseDocTemplate(file, pagesize=A4, pageTemplates=[PageTemplate("page", [frame], onPage=_furniture)])
    template.build(list(_flowables(parse(markup))))
    return file.getvalue()


def _furniture(canvas: Canvas, document: BaseDocTemplate) -> None:
    canvas.setFont(fonts.REGULAR, 9)
    canvas.drawString(MARGIN, A4[1] - 40, "Het Gesprek · Wijk Noord")
    canvas.drawRightString(A4[0] - MARGIN, 30, f"{document.page}")


def _style(style: TextStyle) -> ParagraphStyle:
    return ParagraphStyle(
        "style",
        fontName=style.face,
        fontSize=style.size,
        leading=style.leading,
        textColor=HexColor("#1d2b2f"),
        spaceBefore=style.before,
        spaceAfter=style.after,
        keepWithNext=style.keep_next,
    )


def _flowables(element: Element) -> list[object]:
    found: list[object] = []
    for child in element:
        if child.tag == "section":
            found += _flowables(child)
        elif child.tag in {"ul", "ol"}:
            found += [_paragraph(item, _LI, bullet="•") for item in child]
        elif child.tag == "table":
            found += [_table(child), Spacer(1, 10)]
        elif child.tag == "hr":
            found.append(PageBreak())
        else:
            style = CLASSES.get(child.get("class", ""), BLOCKS.get(str(child.tag), BODY))
            found.append(_paragraph(child, style))
    return found


def _paragraph(element: Element, style: TextStyle, bullet: str | None = None) -> Paragraph:
    return Paragraph(_mini(element), _style(style), bulletText=bullet)


def _mini(element: Element) -> str:
    parts = [escape(element.text or "")]
    for child in element:
        inside = _mini(child)
        tag = _BOLD.get(str(child.tag))
        parts.append("<br/>" if child.tag == "br" else f"<{tag}>{inside}</{tag}>" if tag else inside)
        parts.append(escape(child.tail or ""))
    return "".join(parts)


def _table(element: Element) -> Table:
    shares = [float(share) for share in element.get("cols", "").split(",")]
    rows = [[_cell(cell) for cell in row] for row in element.iter("tr")]
    head = len(element.findall("thead/tr"))
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("BACKGROUND", (0, 0), (-1, head - 1), HexColor("#e3efee")),
        ("LEFTPADDING", (0, 0), (-1, -1), PADDING_X),
        ("RIGHTPADDING", (0, 0), (-1, -1), PADDING_X),
        ("TOPPADDING", (0, 0), (-1, -1), PADDING_Y),
        ("BOTTOMPADDING", (0, 0), (-1, -1), PADDING_Y),
    ]
    columns = [COLUMN * share / sum(shares) for share in shares]
    return Table(rows, colWidths=columns, repeatRows=head, style=style if head else style[:1] + style[2:])


def _cell(element: Element) -> object:
    style = HEAD_CELL if element.tag == "th" else CELL
    if not has_blocks(element):
        return _paragraph(element, style)
    return [_paragraph(child, style) for child in element]
