"""House styles: colours that can be read, what stands around a document, and values that are kept."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.report import colours
from facilitator.report.bundle import report_of
from facilitator.report.house import HouseStyle, Logo, from_plain, to_plain
from facilitator.report.logo import logo_of
from facilitator.report.press import Press, Rendered
from tests.builders import Table
from tests.report.conftest import META
from tests.report.reading import roles, seen, spoken, structure, unmarked
from tests.report.test_logo import drawn

PARTS = st.floats(0, 1, allow_nan=False)
HOUSE = HouseStyle("h", "Voorbeeldstad", "#b5121b", "#c07000", "Postbus 1", "Zeer vertrouwelijk")


def logo(alternative: str = "Gemeente Voorbeeldstad") -> Logo:
    return logo_of(drawn("PNG"), "logo.png", alternative).logo


def dressed(press: Press, house: HouseStyle, inside: str = "<h1>Kop</h1>") -> Rendered:
    return press.typeset(f"<body>{inside}</body>", replace(META, house=house))


@given(st.tuples(PARTS, PARTS, PARTS), st.sampled_from([colours.LINE, colours.TEXT]))
def test_the_colour_that_is_offered_can_be_read_as_it_is_written(colour: colours.Colour, least: float) -> None:
    offered = colours.read(colours.written(colours.nearest(colour, least)))
    assert offered is not None
    assert colours.contrast(offered) >= least


@pytest.mark.parametrize(("colour", "least"), [("#0f5c63", colours.TEXT), ("#767676", colours.TEXT), ("#c07000", 3.0)])
def test_a_colour_that_passes_stays(colour: str, least: float) -> None:
    assert colours.written(colours.nearest(colours.read(colour) or colours.WHITE, least)) == colour


def test_the_nearest_is_hardly_darker_than_it_must_be() -> None:
    assert colours.contrast(colours.nearest((0.95, 0.76, 0.31), colours.TEXT)) < colours.TEXT + 0.3


READ = [("#05c", "#0055cc"), (" 0F5C63 ", "#0f5c63"), ("teal", None), ("#12345", None)]


@pytest.mark.parametrize(("text", "colour"), READ)
def test_colours_are_read_as_people_write_them(text: str, colour: str | None) -> None:
    found = colours.read(text)
    assert (None if found is None else colours.written(found)) == colour


@given(st.tuples(PARTS, PARTS, PARTS), st.tuples(PARTS, PARTS, PARTS))
def test_headings_can_be_read_on_a_panel_too(ink: colours.Colour, line: colours.Colour) -> None:
    house = HouseStyle("h", "", colours.written(ink), colours.written(line)).readable
    assert colours.contrast(colours.read(house.ink) or colours.WHITE, house.wash) >= colours.TEXT


def test_what_is_kept_comes_back_and_what_is_broken_is_put_right() -> None:
    house = replace(HOUSE, logo=logo())
    assert from_plain(to_plain(house)) == house
    assert from_plain({"id": "h", "ink": "#ffffff", "line": 3, "logo": {"png": "%%"}}) == HouseStyle("h", "", "#757575")
    assert from_plain({"name": "x"}) is None
    assert from_plain(None) is None


def test_logo_and_marking_are_read_aloud_before_all_else_once(press: Press) -> None:
    pdf = dressed(press, replace(HOUSE, logo=logo()), "<h1>Kop</h1>" + "<p>tekst</p>" * 80).pdf
    assert roles(pdf)[1:5] == ["Figure", "P", "P", "P"]
    assert spoken(pdf).count("Zeer vertrouwelijk") == 1
    assert seen(pdf).count("Zeer vertrouwelijk") == 1 + len(pikepdf.open(BytesIO(pdf)).pages)
    assert seen(pdf).count("Postbus 1") > 1
    assert not unmarked(pdf)


def test_a_logo_that_says_nothing_is_decoration(press: Press) -> None:
    pdf = dressed(press, replace(HOUSE, logo=logo(""))).pdf
    assert "Figure" not in roles(pdf)
    assert not unmarked(pdf)


def test_without_a_style_nothing_changes(press: Press) -> None:
    plain = press.typeset("<body><h1>Kop</h1></body>", META).pdf
    empty = HouseStyle("h", "x")
    assert spoken(dressed(press, empty).pdf) == spoken(plain)


def test_our_colours_give_way_and_no_other(press: Press) -> None:
    def paints(pdf: bytes) -> set[str]:
        with pikepdf.open(BytesIO(pdf)) as document:
            return {
                " ".join(str(part) for part in each.operands)
                for each in pikepdf.parse_content_stream(document.pages[0])
                if str(each.operator) == "rg"
            }

    inside = '<h1>Kop</h1><p>tekst</p><section class="panel"><p>x</p></section>'
    ours = paints(press.typeset(f"<body>{inside}</body>", META).pdf)
    theirs = paints(dressed(press, HOUSE, inside).pdf)
    assert len(ours - theirs) == 3  # teal as it is in text and in grounds, and its wash
    assert len(theirs - ours) == 3  # headings, lines, and the wash of the lines


def test_a_job_is_printed_in_its_style_and_markup_in_it_is_text(press: Press) -> None:
    hostile = replace(HOUSE, footer="<b>&amp;</b>", marking="<img src='/etc/passwd'>", logo=logo("<i>x</i>"))
    pdf = replace(report_of(Table().started().session), house=hostile).render(press).pdf
    assert "<b>&amp;</b>" in seen(pdf)
    assert "<img src='/etc/passwd'>" in spoken(pdf)
    assert structure(pdf).role == "Document"
