"""Damages PDF files in the ways in which an accessible or archived file goes wrong, one way at a time.

A damage changes an open file and says whether it found anything to damage there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from status_forms import field_without_words

Damage = Callable[[Pdf], bool]


def _elements(pdf: Pdf) -> Iterator[Any]:
    """Every structure element, in reading order."""
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop()
        if isinstance(element, Array):
            waiting += reversed(list(element))
        elif isinstance(element, Dictionary) and "/S" in element:
            yield element
            waiting += reversed(list(element.get("/K", ())))


def _first(pdf: Pdf, role: str) -> Any:
    return next((element for element in _elements(pdf) if str(element.S) == f"/{role}"), None)


def without(key: str) -> Damage:
    """Take something out of the catalogue."""

    def damage(pdf: Pdf) -> bool:
        there = key in pdf.Root
        if there:
            del pdf.Root[key]
        return there

    return damage


def with_role(role: str, other: str) -> Damage:
    """Call the first element of a role something else."""

    def damage(pdf: Pdf) -> bool:
        element = _first(pdf, role)
        if element is not None:
            element.S = Name(f"/{other}")
        return element is not None

    return damage


def lacking(role: str, key: str) -> Damage:
    """Take something out of the first element of a role that has it."""

    def damage(pdf: Pdf) -> bool:
        element = next((one for one in _elements(pdf) if str(one.S) == f"/{role}" and key in one), None)
        if element is not None:
            del element[key]
        return element is not None

    return damage


def _without_a_cell(pdf: Pdf) -> bool:
    row = next((one for one in _elements(pdf) if str(one.S) == "/TR" and len(one.K) > 1), None)
    if row is not None:
        row.K = Array(list(row.K)[:-1])
    return row is not None


def _text_outside_marks(pdf: Pdf) -> bool:
    page = pdf.pages[0]
    page.contents_add(b"\nBT 1 0 0 1 100 100 Tm ET 100 100 50 1 re f\n")
    return True


def _link_without_words(pdf: Pdf) -> bool:
    for page in pdf.pages:
        for annotation in page.get("/Annots", ()):
            if "/Contents" in annotation:
                del annotation["/Contents"]
                return True
    return False


def _without_tab_order(pdf: Pdf) -> bool:
    page = next((page for page in pdf.pages if "/Annots" in page), None)
    if page is None:
        return False
    page.Tabs = Name.R
    return True


def _way_back_mixed_up(pdf: Pdf) -> bool:
    for page in pdf.pages:
        page.StructParents = 9_999
    return True


def _untitled_in_metadata(pdf: Pdf) -> bool:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as xmp:
        del xmp["dc:title"]
    return True


def _without_claim(claim: str) -> Damage:
    def damage(pdf: Pdf) -> bool:
        with pdf.open_metadata(set_pikepdf_as_editor=False) as xmp:
            there = claim in xmp
            if there:
                del xmp[claim]
        return there

    return damage


def _fonts(pdf: Pdf) -> Iterator[Any]:
    return (one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/Type") == Name.Font)


def _font_left_out(pdf: Pdf) -> bool:
    for font in _fonts(pdf):
        if "/FontDescriptor" in font and "/FontFile2" in font.FontDescriptor:
            del font.FontDescriptor["/FontFile2"]
            return True
    return False


def _no_way_back_to_unicode(pdf: Pdf) -> bool:
    for font in _fonts(pdf):
        if "/ToUnicode" in font and str(font.BaseFont).split("+")[-1].startswith("Atkinson"):
            del font["/ToUnicode"]
            return True
    return False


def _with_a_script(pdf: Pdf) -> bool:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert('x')"))
    return True


def _attachment_without_relation(pdf: Pdf) -> bool:
    if "/AF" not in pdf.Root:
        return False
    del pdf.Root.AF[0]["/AFRelationship"]
    return True


DAMAGES: dict[str, tuple[str, Damage]] = {
    "without tags": ("ua1 a3a", without("/StructTreeRoot")),
    "not marked": ("ua1 a3a", without("/MarkInfo")),
    "without language": ("ua1", without("/Lang")),
    "title not shown": ("ua1", without("/ViewerPreferences")),
    "without metadata": ("ua1 a3a", without("/Metadata")),
    "untitled": ("ua1", _untitled_in_metadata),
    "no claim of PDF/UA": ("ua1", _without_claim("pdfuaid:part")),
    "no claim of PDF/A": ("a3a", _without_claim("pdfaid:part")),
    "heading skipped": ("ua1", with_role("H2", "H4")),
    "role that does not exist": ("ua1 a3a", with_role("P", "Alinea")),
    "picture without words": ("ua1", lacking("Figure", "/Alt")),
    "header cell without scope": ("ua1", lacking("TH", "/A")),
    "row that lacks a cell": ("ua1", _without_a_cell),
    "item outside a list": ("ua1", with_role("L", "Sect")),
    "link without words": ("ua1", _link_without_words),
    "tab order by rows": ("ua1", _without_tab_order),
    "way back mixed up": ("ua1", _way_back_mixed_up),
    "drawn outside marks": ("ua1", _text_outside_marks),
    "without colours": ("a3a", without("/OutputIntents")),
    "font left out": ("ua1 a3a", _font_left_out),
    "no way back to Unicode": ("a3a", _no_way_back_to_unicode),
    "attachment that is nothing to the pages": ("a3a", _attachment_without_relation),
    "with a script": ("a3a", _with_a_script),
    "field without words": ("ua1", field_without_words),
}
"""Every damage: the standards that must notice it, and what does it."""


def damaged_copies(sources: Sequence[Path], folder: Path) -> dict[Path, tuple[str, ...]]:
    """Write a copy for every kind of damage, of the first file that it can be done to; give who must notice it.

    Raises LookupError for a damage that can be done to none.
    """
    copies: dict[Path, tuple[str, ...]] = {}
    for name, (standards, damage) in DAMAGES.items():
        target = folder / f"{name.replace('/', ' ')}.pdf"
        for source in sources:
            with pikepdf.open(source) as pdf:
                if damage(pdf):
                    pdf.save(target)
                    copies[target] = tuple(standards.split())
                    break
        else:
            if damage is field_without_words:
                continue  # there is no form among the files
            raise LookupError(f"no file to damage: {name}")
    return copies
