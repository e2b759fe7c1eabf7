"""Reads finished PDFs back: what is said aloud, what is drawn, and what belongs to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf
import pypdfium2

_PAIR = re.compile(rb"<([0-9A-F]{2})> <((?:[0-9A-F]{4})+)>")
SHOWS_TEXT = {"Tj", "TJ", "'", '"'}
PAINTS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh"}


@dataclass(frozen=True)
class Element:
    """A structure element: its role, its own text, and what is under it."""

    role: str
    text: str
    children: tuple[Element, ...]
    attributes: dict[str, str]

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def spoken(self) -> str:
        """All text from here on down, an element to a line."""
        return "\n".join(element.text for element in self.walk() if element.text)


def structure(pdf: bytes) -> Element:
    """The structure tree, with the text that each element says."""
    with pikepdf.open(BytesIO(pdf)) as document:
        texts = [_marked_texts(page) for page in document.pages]
        numbers = {page.obj.objgen: number for number, page in enumerate(document.pages)}
        return _element(document.Root.StructTreeRoot.K, texts, numbers)


def spoken(pdf: bytes) -> str:
    """Everything a screen reader says, in its order."""
    return structure(pdf).spoken


def seen(pdf: bytes) -> str:
    """Everything drawn, as a PDF viewer copies it."""
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def roles(pdf: bytes) -> list[str]:
    """The roles of all elements, in reading order."""
    return [element.role for element in structure(pdf).walk()]


def unmarked(pdf: bytes) -> list[str]:
    """Operators that draw outside marked content."""
    found = []
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            depth = 0
            for instruction in pikepdf.parse_content_stream(page):
                name = str(instruction.operator)
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
                if not depth and name in SHOWS_TEXT | PAINTS:
                    found.append(name)
    return found


def _element(node: pikepdf.Object, texts: list[dict[int, str]], numbers: dict[tuple[int, int], int]) -> Element:
    text, children = "", []
    for kid in node.get("/K", []):
        if isinstance(kid, int):
            text += texts[numbers[node.Pg.objgen]][kid]
        elif kid.get("/Type") == "/MCR":
            text += texts[numbers[kid.Pg.objgen]][int(kid.MCID)]
        elif kid.get("/S") == "/Span":  # part of the text around it
            text += _element(kid, texts, numbers).text
        elif kid.get("/Type") != "/OBJR":
            children.append(_element(kid, texts, numbers))
    text = str(node.ActualText) if "/ActualText" in node else text
    attributes = {key: str(value) for key, value in dict(node.get("/A", {})).items()}
    return Element(str(node.S)[1:], text, tuple(children), attributes)


def _marked_texts(page: pikepdf.Page) -> dict[int, str]:
    faces = {name: _unicode_of(font) for name, font in page.Resources.get("/Font", {}).items()}
    texts: dict[int, str] = {}
    face, mark = {}, None
    for instruction in pikepdf.parse_content_stream(page):
        operands, name = instruction.operands, str(instruction.operator)
        if name == "BDC":
            mark = operands[1].get("/MCID") if str(operands[0]) != "/Artifact" else None
            if mark is not None:
                texts[int(mark)] = ""
        elif name == "EMC":
            mark = None
        elif name == "Tf":
            face = faces[str(operands[0])]
        elif name == "Tj" and mark is not None:
            texts[int(mark)] += "".join(face[byte] for byte in bytes(operands[0]))
    return texts


def _unicode_of(font: pikepdf.Object) -> dict[int, str]:
    pairs = _PAIR.findall(font.ToUnicode.read_bytes()) if "/ToUnicode" in font else ()
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
