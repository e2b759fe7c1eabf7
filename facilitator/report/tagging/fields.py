"""What can be filled in on paper: an AcroForm with no script, whose text is set in a face that the file holds whole.

A program that fills a form in draws the text itself, with the face it finds here. That face is a simple one of 256
places, which every reader knows how to use; in places of signs that nobody types stand the letters that names need.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String
from reportlab.pdfbase.pdfmetrics import getFont

from facilitator.report.fonts import REGULAR
from facilitator.report.style import INK, PAGE_HEIGHT
from facilitator.report.tagging.pen import Box, FieldArea

_PRINTED: Final = 4
_CHOICE_OF_ONE: Final = 1 << 15
_SEVERAL_LINES: Final = 1 << 12
_NOT_SYMBOLIC: Final = 32
_SIZE: Final = 10
_FACE: Final = "Atkinson"
_LINE_ENDS: Final = (10, 13)
"""Some programs write a line end as a sign of its own: it gets a place, and is no more than white."""
_ROUND: Final = 0.5523
"""How far the handles of four curves lie that make a circle, as a part of its radius."""

LETTERS: Final = {
    0x81: ("ĳ", "ij"),
    0x8D: ("Ĳ", "IJ"),
    0x8F: ("ğ", "gbreve"),
    0x90: ("Ğ", "Gbreve"),
    0x9D: ("ş", "scedilla"),
    0x83: ("Ş", "Scedilla"),
    0x86: ("ı", "dotlessi"),
    0x87: ("İ", "Idotaccent"),
    0x88: ("ć", "cacute"),
    0x98: ("Ć", "Cacute"),
    0xA4: ("č", "ccaron"),
    0xA6: ("Č", "Ccaron"),
    0xA8: ("ł", "lslash"),
    0xAC: ("Ł", "Lslash"),
    0xAF: ("ń", "nacute"),
    0xB4: ("ś", "sacute"),
    0xB6: ("Ś", "Sacute"),
    0xB8: ("ż", "zdotaccent"),
    0xD0: ("ź", "zacute"),
    0xDE: ("ę", "eogonek"),
    0xF0: ("ą", "aogonek"),
    0xFE: ("ř", "rcaron"),
}
"""Letters in places of signs that nobody types (¤, ¬, þ and the like), by place: the letter, and its name (AGL)."""


class Fields:
    """The fields of one file, made from where they were drawn; nothing is written when there are none."""

    def __init__(self, pdf: Pdf, areas: Sequence[FieldArea]) -> None:
        self._pdf = pdf
        self._areas = areas
        self._widgets: dict[int, list[tuple[FieldArea, Object]]] = {}
        self._roots: dict[str, Object] = {}
        for name, group in groupby(areas, key=lambda area: area.name):
            self._make(name, list(group))

    def of(self, tag: object) -> Iterator[tuple[FieldArea, Object]]:
        """Give what can be filled in at a place of the structure."""
        yield from self._widgets.get(id(tag), ())

    def write(self) -> None:
        """Write the form into the catalogue."""
        if not self._areas:
            return
        face = _face(self._pdf)
        for _area, widget in (pair for pairs in self._widgets.values() for pair in pairs):
            if "/Resources" in (drawn := widget.AP.N):
                drawn.Resources.Font[f"/{_FACE}"] = face
        self._pdf.Root.AcroForm = self._pdf.make_indirect(
            Dictionary(
                Fields=Array(list(self._roots.values())),
                DR=Dictionary(Font=Dictionary({f"/{_FACE}": face})),
                DA=String(_default_appearance()),
            )
        )

    def _make(self, name: str, areas: list[FieldArea]) -> None:
        form, _, own = name.partition(".")
        root = self._roots.get(form)
        if root is None:
            root = self._roots[form] = self._pdf.make_indirect(Dictionary(T=String(form), Kids=Array()))
        if areas[0].option:
            root.Kids.append(self._choice(own, areas, root))
            return
        for area in areas:
            field = self._text(own, area, root)
            root.Kids.append(field)
            self._widgets.setdefault(id(area.tag), []).append((area, field))

    def _text(self, name: str, area: FieldArea, root: Object) -> Object:
        field = _widget(area.box)
        field.FT, field.T, field.TU, field.Parent = Name.Tx, String(name), String(area.tip), root
        field.Ff = _SEVERAL_LINES if area.tall else 0
        field.MaxLen = area.longest
        field.DA, field.V = String(_default_appearance()), String("")
        drawn = self._drawing(area.box, b"/Tx BMC EMC")
        drawn.Resources = Dictionary(Font=Dictionary())
        field.AP = Dictionary(N=drawn)
        return self._pdf.make_indirect(field)

    def _choice(self, name: str, areas: list[FieldArea], root: Object) -> Object:
        field = self._pdf.make_indirect(
            Dictionary(FT=Name.Btn, Ff=_CHOICE_OF_ONE, T=String(name), TU=String(areas[0].group), Parent=root)
        )
        field.V, field.Kids = Name.Off, Array()
        for area in areas:
            button = _widget(area.box)
            button.Parent, button.AS, button.TU = field, Name.Off, String(area.tip)
            states = {"/Off": self._drawing(area.box, b""), f"/{area.option}": self._drawing(area.box, _dot(area.box))}
            button.AP = Dictionary(N=Dictionary(states))
            made = self._pdf.make_indirect(button)
            field.Kids.append(made)
            self._widgets.setdefault(id(area.tag), []).append((area, made))
        return field

    def _drawing(self, box: Box, content: bytes) -> Stream:
        sides = Array([0, 0, round(box.width, 2), round(box.height, 2)])
        return Stream(self._pdf, content, Type=Name.XObject, Subtype=Name.Form, BBox=sides)


def _widget(box: Box) -> Dictionary:
    bottom = PAGE_HEIGHT - box.y - box.height
    sides = (box.x, bottom, box.x + box.width, bottom + box.height)
    rectangle = Array([round(side, 2) for side in sides])
    return Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=rectangle, F=_PRINTED)


def _default_appearance() -> str:
    return "{:.3g} {:.3g} {:.3g} rg ".format(*INK) + f"/{_FACE} {_SIZE} Tf"


def _dot(box: Box) -> bytes:
    """Draw a dot in the middle of a box of its own."""
    centre_x, centre_y, radius = box.width / 2, box.height / 2, min(box.width, box.height) * 0.27
    handle = radius * _ROUND
    points = ((1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1))
    drawn = ["{:.3g} {:.3g} {:.3g} rg".format(*INK), f"{centre_x + radius:.2f} {centre_y:.2f} m"]
    for number in range(0, 8, 2):
        start, corner, end = (points[(number + step) % 8] for step in range(3))
        curve = (
            (start[0] * radius + (corner[0] - start[0]) * handle, start[1] * radius + (corner[1] - start[1]) * handle),
            (end[0] * radius + (corner[0] - end[0]) * handle, end[1] * radius + (corner[1] - end[1]) * handle),
            (end[0] * radius, end[1] * radius),
        )
        drawn.append(" ".join(f"{centre_x + x:.2f} {centre_y + y:.2f}" for x, y in curve) + " c")
    return " ".join((*drawn, "f")).encode()


# ---- the face


def _face(pdf: Pdf) -> Object:
    """Give the face for what is filled in: the whole of its file, with 256 places."""
    face: Any = getFont(REGULAR).face
    program = Stream(pdf, (data := Path(face.filename).read_bytes()))
    program.Length1 = len(data)
    letters = [" " if code in _LINE_ENDS else bytes([code]).decode("cp1252", "ignore") for code in range(256)]
    for code, (letter, _name) in LETTERS.items():
        letters[code] = letter
    widths = [round(face.charWidths.get(ord(letter), 0)) if letter else 0 for letter in letters]
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name("/" + _post_script(face)),
        Flags=_NOT_SYMBOLIC,
        FontBBox=Array([round(side) for side in face.bbox]),
        ItalicAngle=0,
        Ascent=round(face.ascent),
        Descent=round(face.descent),
        CapHeight=round(face.capHeight),
        StemV=round(face.stemV),
        MissingWidth=round(face.defaultWidth),
        FontFile2=pdf.make_indirect(program),
    )
    named = [*((code, "space") for code in _LINE_ENDS), *((code, name) for code, (_l, name) in sorted(LETTERS.items()))]
    places = [entry for code, name in named for entry in (code, Name("/" + name))]
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name("/" + _post_script(face)),
            FirstChar=0,
            LastChar=255,
            Widths=Array(widths),
            FontDescriptor=pdf.make_indirect(descriptor),
            Encoding=Dictionary(Type=Name.Encoding, BaseEncoding=Name.WinAnsiEncoding, Differences=Array(places)),
            ToUnicode=pdf.make_indirect(Stream(pdf, _to_unicode(letters))),
        )
    )


def _post_script(face: Any) -> str:  # noqa: ANN401  ReportLab's face has no type
    name = face.name.decode() if isinstance(face.name, bytes) else str(face.name)
    return re.sub(r"[^A-Za-z0-9-]", "", name) or REGULAR


def _to_unicode(letters: Sequence[str]) -> bytes:
    pairs = [
        f"<{code:02X}> <{ord(letter):04X}>" for code, letter in enumerate(letters) if letter and letter.isprintable()
    ]
    blocks = (pairs[start : start + 100] for start in range(0, len(pairs), 100))
    body = "".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in blocks)
    head = (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo "
        "<< /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n"
        "/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
    )
    return f"{head}{body}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend".encode()
