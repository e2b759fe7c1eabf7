"""The infographic on paper and as SVG: tagged, told in words, standing alone, every word inside its place."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import PurePosixPath

import pikepdf
import pypdfium2
import pytest
from lxml import etree

from facilitator.content.infographic import FILE, read_infographic
from facilitator.content.locate import content_folder
from facilitator.core.infographic import Panel
from facilitator.pictures.infographic import panel_drawing
from facilitator.report.infographic import infographic_of, svgs_of
from facilitator.report.press import Press
from tests.report.reading import roles, seen, spoken, unmarked
from tests.report.test_extremes import is_outside, letters, over_each_other
from tests.shipped import shipped_library

TODAY = date(2026, 11, 27)
SVG = "{http://www.w3.org/2000/svg}"


def panels(today: date = TODAY) -> tuple[Panel, ...]:
    return read_infographic(content_folder() / FILE, shipped_library().cards, today).panels


@pytest.fixture(scope="module")
def pdf(press: Press) -> bytes:
    return infographic_of(panels(), TODAY).render(press).pdf


def test_every_panel_is_a_figure_that_says_all_it_shows(press: Press, pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as document:
        told = [str(each.Alt) for each in document.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]
    for panel in panels():
        assert " ".join(panel_drawing(panel, press.measure).alternative) in [" ".join(text.split()) for text in told]
    assert roles(pdf).count("Figure") == len(panels())
    assert unmarked(pdf) == []


def test_every_panel_has_a_heading_and_every_source_an_address(pdf: bytes) -> None:
    assert roles(pdf).count("H2") == len(panels()) + 1
    sources = {each.figure.source for panel in panels() for each in panel.figures}
    assert all(panel.title in spoken(pdf) for panel in panels())
    with pikepdf.open(BytesIO(pdf)) as document:
        links = {str(note.A.URI) for page in document.pages for note in page.get("/Annots", []) if "/A" in note}
    assert {source.address for source in sources} <= links


def test_nothing_lies_outside_its_place_or_over_another(press: Press, pdf: bytes) -> None:
    past = infographic_of(panels(date(2099, 1, 1)), TODAY).render(press).pdf
    for each in (pdf, past):
        with pypdfium2.PdfDocument(each) as document:
            for page in document:
                found = letters(page)
                assert [(char, box) for char, box in found if is_outside(box)] == []
                assert list(over_each_other(found)) == []


def test_what_is_past_its_day_is_told_at_the_head_too(press: Press, pdf: bytes) -> None:
    past = infographic_of(panels(date(2099, 1, 1)), TODAY).render(press).pdf
    assert "They are marked" in " ".join(seen(past).split())
    assert "They are marked" not in " ".join(seen(pdf).split())


def test_without_a_panel_it_says_so(press: Press) -> None:
    assert "No panel could be made" in seen(infographic_of((), TODAY).render(press).pdf)


def test_an_svg_stands_alone(press: Press) -> None:
    for job in svgs_of(panels()):
        root = etree.fromstring(job.render(press).pdf)
        title, told = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
        assert title is not None
        assert told is not None
        assert title.text == job.panel.title
        assert told.text == "\n".join(panel_drawing(job.panel, press.measure).alternative)
        assert root.get("font-family", "").endswith("sans-serif")
        assert root.get("aria-labelledby") == f"{title.get('id')} {told.get('id')}"
        assert not [each for each in root.iter() if each.tag in {f"{SVG}script", f"{SVG}image", f"{SVG}style"}]


def test_words_in_an_svg_keep_their_width_in_any_face(press: Press) -> None:
    for job in svgs_of(panels()):
        root = etree.fromstring(job.render(press).pdf)
        wide = float(root.get("width", "0"))
        lines = list(root.iter(f"{SVG}text"))
        assert all(line.get("textLength") for line in lines)
        starts = [line for line in lines if line.get("text-anchor") == "start"]
        assert all(float(line.get("x", 0)) + float(line.get("textLength", 0)) <= wide for line in starts)


def test_files_say_what_they_are_and_no_two_have_one_name() -> None:
    paths = [job.path for job in svgs_of((*panels(), panels()[0]))]
    assert len(set(paths)) == len(paths)
    assert infographic_of(panels(), TODAY).path == PurePosixPath("Infographic 2026-11-27.pdf")
