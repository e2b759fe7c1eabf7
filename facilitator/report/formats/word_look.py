"""What a document for a word processor looks like: the styles of `report/style.py`, as far as it has use for them."""

from __future__ import annotations

from typing import Any, Final

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from facilitator.report import fonts
from facilitator.report import style as styles
from facilitator.report.press import LANGUAGE
from facilitator.report.style import Colour, TextStyle

_MARGIN: Final = Mm(22)
WIDTH: Final = (Mm(210) - 2 * _MARGIN) / Pt(1)
"""The width of the text, in points."""

_FACE: Final = "Calibri"
"""A face that word processors have or have one like; ours is on few laptops."""

_TALLEST: Final = 60.0
"""White above a paragraph is at most this, in points: a cover is a page of paper, not of a document to work on."""

NAMES: Final = {name: f"Facilitator {name}" for name in (*styles.CLASSES, "cell", "cell-strong", "cell-soft")}
"""The style of a paragraph by its class."""


def dress(document: Document) -> None:
    """Give a new document its page, its language and its styles."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    _speak(document)
    _set(document.styles["Normal"], styles.BODY)
    for level in (1, 2, 3):
        _set(document.styles[f"Heading {level}"], styles.BLOCKS[f"h{level}"])
    for name in ("List Bullet", "List Bullet 2", "List Number", "List Number 2"):
        document.styles[name].paragraph_format.space_after = Pt(3)
    cells = {"cell": styles.CELL, **{f"cell-{name}": look for name, look in styles.CELL_CLASSES.items() if name}}
    for name, look in {**styles.CLASSES, **cells}.items():
        style = document.styles.add_style(NAMES[name], WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        _set(style, look)


def colour(shade: Colour) -> str:
    """Give a colour as a word processor writes it."""
    return "".join(f"{round(part * 255):02X}" for part in shade)


def _set(style: Any, look: TextStyle) -> None:  # noqa: ANN401  python-docx gives its styles no common type
    font, paragraph = style.font, style.paragraph_format
    font.name, font.size, font.bold = _FACE, Pt(look.size), look.face in {fonts.BOLD, fonts.SEMIBOLD}
    font.italic = False
    font.color.rgb = RGBColor.from_string(colour(look.colour))
    for script in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        style.element.rPr.rFonts.attrib.pop(qn(script), None)
    paragraph.space_before, paragraph.space_after = Pt(min(look.before, _TALLEST)), Pt(look.after)
    paragraph.keep_with_next = look.keep_next


def _speak(document: Document) -> None:
    """Say that all of it is Dutch, so that it is read aloud and checked as such."""
    for defaults in document.styles.element.iter(qn("w:rPrDefault")):
        properties = defaults.find(qn("w:rPr"))
        if properties is None:
            continue
        for old in properties.findall(qn("w:lang")):
            properties.remove(old)
        language = OxmlElement("w:lang")
        for name in ("w:val", "w:eastAsia"):
            language.set(qn(name), LANGUAGE)
        language.set(qn("w:bidi"), "ar-SA")
        properties.append(language)
