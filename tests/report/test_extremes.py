"""Every kind of paper with too little, the usual and far too much: nothing outside its place, nothing over another.

What is looked for stands in the finished file, as a viewer shows it.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from facilitator.core.session import Session
from facilitator.report.bundle import Document, Job, before_of, documents_of
from facilitator.report.press import Press
from facilitator.report.style import MARGIN, PAGE_HEIGHT, PAGE_WIDTH
from tests.report import extremes

SESSIONS: dict[str, Callable[[], Session]] = {
    "short": extremes.short,
    "usual": extremes.usual,
    "extreme": extremes.extreme,
}
FOOT = 58.0
"""Points at the foot of a page that belong to the footer."""
EDGE = 2.0
"""A letter may reach so far outside its line."""


def kinds(session: Session) -> dict[str, Job]:
    """One job of each kind: of the participants' papers the longest."""
    jobs = [*documents_of(session), *before_of(session)]
    return {job.document.name: job for job in sorted(jobs, key=_length)}


def _length(job: Job) -> int:
    person = job.session.participant(job.participant_id)
    return 0 if person is None else sum(one.concerns(person.partner_id) for one in job.session.notebook.agreements)


def _papers() -> Iterator[tuple[str, str]]:
    for size, make in SESSIONS.items():
        for kind in kinds(make()):
            yield size, kind


@pytest.fixture(scope="module")
def made(press: Press) -> Callable[[str, str], bytes]:
    """Make a paper once."""
    kept: dict[tuple[str, str], bytes] = {}

    def make(size: str, kind: str) -> bytes:
        if (size, kind) not in kept:
            kept[size, kind] = kinds(SESSIONS[size]())[kind].render(press).pdf
        return kept[size, kind]

    return make


Letter = tuple[float, float, float, float]


def letters(page: pypdfium2.PdfPage) -> list[tuple[str, Letter]]:
    """The letters of a page with their boxes: left, bottom, right, top."""
    text = page.get_textpage()
    edges = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = edges
    found = []
    for number in range(text.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text, number))
        if not char.isspace() and char.isprintable():
            raw.FPDFText_GetCharBox(text, number, *map(ctypes.byref, edges))
            found.append((char, (left.value, bottom.value, right.value, top.value)))
    return found


@pytest.mark.parametrize(("size", "kind"), list(_papers()))
def test_nothing_lies_outside_its_place_or_over_another(
    made: Callable[[str, str], bytes], size: str, kind: str
) -> None:
    with pypdfium2.PdfDocument(made(size, kind)) as document:
        assert len(document)
        for number, page in enumerate(document, 1):
            found = letters(page)
            assert [(number, char, box) for char, box in found if is_outside(box)] == []
            assert list(over_each_other(found)) == [], f"page {number}"


def is_outside(box: Letter) -> bool:
    left, bottom, right, top = box
    return left < MARGIN - EDGE or right > PAGE_WIDTH - MARGIN + EDGE or bottom < 0 or top > PAGE_HEIGHT


def over_each_other(found: list[tuple[str, Letter]]) -> Iterator[tuple[str, str]]:
    """Letters of which one covers the middle of another; of two in one sign (as lam with alef) both have its box."""
    by_place: dict[tuple[int, int], list[tuple[str, Letter]]] = {}
    for char, (left, bottom, right, top) in found:
        middle_x, middle_y = (left + right) / 2, (bottom + top) / 2
        for other, (x0, y0, x1, y1) in by_place.get((int(middle_x // 40), int(middle_y // 40)), []):
            inside = x0 + 0.5 < middle_x < x1 - 0.5 and y0 + 0.5 < middle_y < y1 - 0.5
            if inside and top - bottom > 2 and (x0, y0, x1, y1) != (left, bottom, right, top):
                yield other, char
        by_place.setdefault((int(middle_x // 40), int(middle_y // 40)), []).append((char, (left, bottom, right, top)))


@pytest.mark.parametrize(("size", "kind"), list(_papers()))
def test_no_heading_stands_alone_at_the_foot_of_a_page(made: Callable[[str, str], bytes], size: str, kind: str) -> None:
    pdf = made(size, kind)
    with pikepdf.open(BytesIO(pdf)) as document, pypdfium2.PdfDocument(pdf) as pages:
        for page, title, top in _headings(document):
            below = [box for _, box in letters(pages[page]) if box[1] > FOOT and box[3] < top - 8]
            assert below, f"“{title}” stands alone on page {page + 1}"


def _headings(document: pikepdf.Pdf) -> Iterator[tuple[int, str, float]]:
    numbers = {page.obj.objgen: number for number, page in enumerate(document.pages)}
    with document.open_outline() as outline:
        todo = list(outline.root)
        while todo:
            item = todo.pop()
            todo += item.children
            place = item.destination
            assert isinstance(place, pikepdf.Array)
            yield numbers[place[0].objgen], item.title, float(place[3])


def test_a_table_says_its_headers_on_every_page(made: Callable[[str, str], bytes]) -> None:
    pdf = made("extreme", Document.REPORT.name)
    with pikepdf.open(BytesIO(pdf)) as document, pypdfium2.PdfDocument(pdf) as pages:
        starts = sorted((page, -top, title) for page, title, top in _headings(document))
        first, after = next(
            (this[0], then[0]) for this, then in pairwise(starts) if this[2] in {"Agreements", "Afspraken"}
        )
        assert after - first > 20
        for page in range(first + 1, after):
            assert "Who and with whom" in pages[page].get_textpage().get_text_range(), f"page {page + 1}"
