"""The last pass over a drawn file: structure, links, bookmarks, metadata and readable fonts, written with pikepdf.

The same drawing always gives the same bytes: no clock is read, and the file's identifiers come from its content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import BinaryIO, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from facilitator.report.style import PAGE_HEIGHT
from facilitator.report.tagging.fields import Fields
from facilitator.report.tagging.metadata import Metadata, write_metadata
from facilitator.report.tagging.pen import Bookmark, LinkArea, Pen
from facilitator.report.tagging.tree import Figure, Mark, Tag
from facilitator.report.text import letters_of

_CHARACTERS_PER_BLOCK: Final = 100
_PRINTED: Final = 4
_MAPPING: Final = re.compile(rb"^<([0-9A-F]{2})> <([0-9A-F]{4,6})>$", re.MULTILINE)


def finish(drawn: BinaryIO, pen: Pen, root: Tag, metadata: Metadata) -> bytes:
    """Give the finished file (PDF/UA-1 and PDF/A-3A) for what `pen` drew, with `root` as its structure."""
    with Pdf.open(drawn) as pdf:
        fields = Fields(pdf, pen.fields)
        _Structure(pdf, pen, fields).write(root)
        _write_bookmarks(pdf, pen.bookmarks)
        write_metadata(pdf, metadata)
        _mend_fonts(pdf)
        fields.write()
        target = BytesIO()
        pdf.save(
            target,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return target.getvalue()


class _Structure:
    """Writes the structure tree: its elements, the links and fields in them, and the way back to the element."""

    def __init__(self, pdf: Pdf, pen: Pen, fields: Fields) -> None:
        self._pdf = pdf
        self._fields = fields
        self._pages = [page.obj for page in pdf.pages]
        self._marks = pen.marks
        self._links: dict[int, list[LinkArea]] = {}
        for area in pen.links:
            self._links.setdefault(id(area.tag), []).append(area)
        self._elements: dict[int, Object] = {}
        self._parents: list[Object] = []

    def write(self, root: Tag) -> None:
        """Write the tree under `root` into the catalogue."""
        catalogue = self._pdf.Root
        tree = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._parents = [Array()] * len(self._pages)
        tree.K = self._element(root, tree)
        for number, (page, tags) in enumerate(zip(self._pages, self._marks, strict=True)):
            page.StructParents = number
            page.Tabs = Name.S
            self._parents[number] = Array([self._elements[id(tag)] for tag in tags])
        numbers = [entry for pair in enumerate(self._parents) for entry in pair]
        tree.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        tree.ParentTreeNextKey = len(self._parents)
        catalogue.StructTreeRoot = tree
        catalogue.MarkInfo = Dictionary(Marked=True)

    def _element(self, tag: Tag, parent: Object) -> Object:
        element = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + tag.role), P=parent))
        self._elements[id(tag)] = element
        if tag.attributes is not None:
            names = {f"/{key}": Name("/" + value) for key, value in tag.attributes.items()}
            element.A = Dictionary(names)
        if tag.actual_text is not None:
            element.ActualText = String(tag.actual_text)
        if tag.figure is not None:
            element.Alt = String(tag.figure.alternative)
            element.A = _figure_box(tag.figure)
        first = next((child.page for child in tag.children if isinstance(child, Mark)), None)
        if first is not None:
            element.Pg = self._pages[first]
        if tag.alternative is not None:
            element.Alt = String(tag.alternative)
        objects = (*self._link_objects(tag, element), *self._field_objects(tag, element))
        element.K = Array([*self._children(tag, element, first), *objects])
        return element

    def _children(self, tag: Tag, element: Object, own_page: int | None) -> Iterator[Object | int]:
        for child in tag.children:
            if isinstance(child, Tag):
                if child.is_kept():
                    yield self._element(child, element)
            elif child.page == own_page:
                yield child.number
            else:
                yield Dictionary(Type=Name.MCR, Pg=self._pages[child.page], MCID=child.number)

    def _link_objects(self, tag: Tag, element: Object) -> Iterator[Object]:
        for area in self._links.get(id(tag), ()):
            page = self._pages[area.page]
            annotation = self._pdf.make_indirect(_annotation(area, len(self._parents)))
            yield self._on_page(page, annotation, element)

    def _field_objects(self, tag: Tag, element: Object) -> Iterator[Object]:
        for area, widget in self._fields.of(tag):
            page = self._pages[area.page]
            widget.P, widget.StructParent = page, len(self._parents)
            yield self._on_page(page, widget, element)

    def _on_page(self, page: Object, annotation: Object, element: Object) -> Dictionary:
        self._parents.append(element)
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(annotation)
        return Dictionary(Type=Name.OBJR, Pg=page, Obj=annotation)


def _figure_box(figure: Figure) -> Dictionary:
    """Give where a figure stands, for readers that show the way to it."""
    left, top, width, height = figure.box or (0.0, 0.0, 0.0, 0.0)
    sides = (left, PAGE_HEIGHT - top - height, left + width, PAGE_HEIGHT - top)
    return Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array([round(side, 2) for side in sides]))


def _annotation(area: LinkArea, key: int) -> Dictionary:
    box = area.box
    bottom = PAGE_HEIGHT - box.y - box.height
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=Array([round(side, 2) for side in (box.x, bottom, box.x + box.width, bottom + box.height)]),
        Border=Array([0, 0, 0]),
        F=_PRINTED,
        Contents=String(area.address),
        A=Dictionary(S=Name.URI, URI=String(area.address)),
        StructParent=key,
    )


def _write_bookmarks(pdf: Pdf, bookmarks: Sequence[Bookmark]) -> None:
    with pdf.open_outline() as outline:
        branches = [outline.root]
        for bookmark in bookmarks:
            item = pikepdf.OutlineItem(
                bookmark.title, bookmark.page, "XYZ", left=0, top=round(PAGE_HEIGHT - bookmark.top, 1)
            )
            del branches[min(bookmark.level, len(branches)) :]
            branches[-1].append(item)
            branches.append(item.children)


def _mend_fonts(pdf: Pdf) -> None:
    """Write each font's way back to Unicode anew.

    ReportLab writes characters beyond the first plane as five digits, which readers take for another character, and
    more than a hundred characters in one block, which is more than the format allows. A letter in the form it takes
    beside others is read as the letter it is; two letters in one sign stand in the order in which they are seen, as all
    that runs from right to left.
    """
    for font in pdf.objects:
        if isinstance(font, Dictionary) and font.get("/Type") == Name.Font and "/ToUnicode" in font:
            content = font.ToUnicode.read_bytes()
            font.ToUnicode.write(_to_unicode(content))


def _to_unicode(content: bytes) -> bytes:
    pairs = [
        f"<{code.decode()}> <{letters_of(chr(int(point, 16)))[::-1].encode('utf-16-be').hex().upper()}>"
        for code, point in _MAPPING.findall(content)
        if int(point, 16)
    ]
    before, _, rest = content.partition(b"endcodespacerange\n")
    _, _, after = rest.partition(b"endbfchar\n")
    blocks = [pairs[start : start + _CHARACTERS_PER_BLOCK] for start in range(0, len(pairs), _CHARACTERS_PER_BLOCK)]
    middle = "".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in blocks)
    return before + b"endcodespacerange\n" + middle.encode() + after
