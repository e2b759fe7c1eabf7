"""The corners of a word processor's document that python-docx has no door to: properties in their proper places."""

from __future__ import annotations

from typing import Any, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from facilitator.report import style as styles
from facilitator.report.formats.word_look import colour
from facilitator.report.press import Meta
from facilitator.report.text import clean

_TEXT_ORDER: Final = ("pStyle", "keepNext", "numPr", "pBdr", "shd", "bidi", "spacing", "ind", "jc", "rPr")
_TABLE_ORDER: Final = ("tblStyle", "tblW", "jc", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook")
"""The order in which a word processor wants properties (ECMA-376, part 1, 17.3.1.26 and 17.4.60)."""

_CELL_WHITE: Final = 3.0
"""White above and below the text of a cell, in points; the class of a table that is written in asks for more."""


def numbered(paragraph: Paragraph, number: int) -> None:
    """Make a paragraph an item of the list with this number."""
    text: Any = paragraph._p.get_or_add_pPr()  # noqa: SLF001  its types lack the next door
    properties = text.get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def from_the_right(paragraph: Paragraph) -> None:
    """Have a paragraph run from right to left."""
    _put(paragraph._p.get_or_add_pPr(), OxmlElement("w:bidi"), _TEXT_ORDER)  # noqa: SLF001


def tabled(table: Any, *, heads: bool, first: bool) -> None:  # noqa: ANN401  a table of python-docx
    """Draw lines between rows, and say for a screen reader which row and column hold heads."""
    borders, white, look = (OxmlElement(f"w:{name}") for name in ("tblBorders", "tblCellMar", "tblLook"))
    for side in ("top", "bottom", "insideH"):
        borders.append(edge(side, "single", styles.LINE))
    for side in ("top", "bottom"):
        space = OxmlElement(f"w:{side}")
        space.set(qn("w:w"), str(round(_CELL_WHITE * 20)))
        space.set(qn("w:type"), "dxa")
        white.append(space)
    flags = {"firstRow": heads, "lastRow": False, "firstColumn": first, "lastColumn": False}
    for name, on in {**flags, "noHBand": True, "noVBand": True}.items():
        look.set(qn(f"w:{name}"), str(int(on)))
    for made in (borders, white, look):
        _put(table._tbl.tblPr, made, _TABLE_ORDER)  # noqa: SLF001


def _put(properties: Any, made: Any, order: tuple[str, ...]) -> None:  # noqa: ANN401  elements of python-docx
    """Put a property in its place among the others, instead of one of the same name."""
    for old in properties.findall(made.tag):
        properties.remove(old)
    names = [qn(f"w:{name}") for name in order]
    later = set(names[names.index(made.tag) + 1 :])
    behind = next((child for child in properties if child.tag in later), None)
    if behind is None:
        properties.append(made)
    else:
        behind.addprevious(made)


def as_head(row: Any) -> None:  # noqa: ANN401  a row of python-docx
    """Have a row come again on every page, and never be cut."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001
    for name in ("cantSplit", "tblHeader"):
        properties.append(OxmlElement(f"w:{name}"))


def shade(fill: styles.Colour) -> Any:  # noqa: ANN401  an element of python-docx
    """Give a ground in one colour."""
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour(fill))):
        shade.set(qn(f"w:{name}"), value)
    return shade


def ground(paragraph: Paragraph, fill: styles.Colour, bar: styles.Colour) -> None:
    """Give a paragraph the ground and the bar of a panel."""
    border(paragraph, edge("left", "single", bar, 24, 8))
    _put(paragraph._p.get_or_add_pPr(), shade(fill), _TEXT_ORDER)  # noqa: SLF001


def border(paragraph: Paragraph, edge: Any) -> None:  # noqa: ANN401  an element of python-docx
    """Draw one edge of a paragraph."""
    borders = OxmlElement("w:pBdr")
    borders.append(edge)
    _put(paragraph._p.get_or_add_pPr(), borders, _TEXT_ORDER)  # noqa: SLF001


def edge(side: str, kind: str, shade: styles.Colour, size: int = 4, space: int = 0) -> Any:  # noqa: ANN401
    """Give an edge of this kind and colour; `size` in eighths of a point, the white beside it in points."""
    edge = OxmlElement(f"w:{side}")
    for name, value in (("val", kind), ("sz", str(size)), ("space", str(space)), ("color", colour(shade))):
        edge.set(qn(f"w:{name}"), value)
    return edge


def around(section: Any, meta: Meta) -> None:  # noqa: ANN401  a section of python-docx
    """Write the header and the footer: of which meeting it is, for whom, and which page."""
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    header.add_run(clean(f"{meta.session} · {meta.day}"))
    footer.add_run(clean(meta.reader) + "\t\t")
    for field in ("PAGE", "NUMPAGES"):
        _field(footer, field)
        if field == "PAGE":
            footer.add_run(" / ")
    for paragraph in (header, footer):
        for run in paragraph.runs:
            run.font.size = Pt(styles.SMALL.size)


def _field(paragraph: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = paragraph.add_run("1")
    field.append(run._r)  # noqa: SLF001
    paragraph._p.append(field)  # noqa: SLF001
