"""The infographic: honest dots and bars, all of it in sentences too, and nothing over or outside anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from facilitator import words
from facilitator.content.infographic import FILE, read_infographic
from facilitator.content.locate import content_folder
from facilitator.core.card import Figure
from facilitator.core.infographic import Panel, PanelFigure, PanelForm, amount_of
from facilitator.core.script import Source
from facilitator.core.vocabulary import MELDCODE, Phase
from facilitator.pictures import LEAST, FontMeasure, Room
from facilitator.pictures.drawing import Box, Circle, Drawing, Label, Role
from facilitator.pictures.infographic import panel_drawing, panel_pages
from facilitator.pictures.infographic.dots import array_of
from tests.pictures.looking import outside, overlaps, struck
from tests.shipped import shipped_library

PANELS = read_infographic(content_folder() / FILE, shipped_library().cards, date(2026, 11, 27)).panels
PAST = read_infographic(content_folder() / FILE, shipped_library().cards, date(2099, 1, 1)).panels
LONG = "Meervoudigekwetsbaarhedenproblematiek " * 9
ROOMS = (Room(1660, 800, 30, 60), Room(1110, 560, 20, 40), Room(900, 620, 21, 44))


def panel_of(form: PanelForm, *values: str, past: bool = False, label: str = "Zoveel") -> Panel:
    source = Source("CBS, cijfers van Veilig Thuis", "https://voorbeeld.nl")
    figures = (Figure(value, 2025, "Meldingen in een half jaar.", source) for value in values)
    told = tuple(PanelFigure(f"{label} {number}", each, past) for number, each in enumerate(figures))
    return Panel("een", "Hoe vaak?", "Zo vaak.", form, told)


def labels(*drawings: Drawing) -> list[Label]:
    return [item for drawing in drawings for item in drawing.items if isinstance(item, Label)]


def said(*drawings: Drawing) -> str:
    return " ".join(label.text for label in labels(*drawings))


def filled(drawing: Drawing) -> int:
    key = 1
    return sum(isinstance(item, Circle) and item.fill is Role.ACCENT for item in drawing.items) - key


@pytest.mark.parametrize("panel", [*PANELS, *PAST], ids=lambda panel: panel.id)
def test_nothing_lies_over_or_outside_anything(panel: Panel, measure: FontMeasure) -> None:
    pages = (page for room in ROOMS for page in panel_pages(panel, measure, room))
    for drawing in (panel_drawing(panel, measure), panel_drawing(panel, measure, titled=True), *pages):
        assert outside(drawing) == []
        assert overlaps(drawing) == []
        assert struck(drawing) == []


@pytest.mark.parametrize("width", [860, 698, 560, 465, 418, 349, 240])
@pytest.mark.parametrize("panel", [*PANELS, *PAST], ids=lambda panel: panel.id)
def test_a_sheet_of_any_width_has_the_same_words_as_large(panel: Panel, width: int, measure: FontMeasure) -> None:
    drawing, paper = panel_drawing(panel, measure, width=width), panel_drawing(panel, measure)
    assert (outside(drawing), overlaps(drawing), struck(drawing)) == ([], [], [])
    assert drawing.width == width
    assert {label.size for label in labels(drawing)} == {label.size for label in labels(paper)}
    assert sorted(said(drawing).split()) == sorted(said(paper).split())
    assert drawing.alternative == paper.alternative


@pytest.mark.parametrize("width", [349, 240])
def test_a_narrow_sheet_keeps_bars_long_enough_to_compare(width: int, measure: FontMeasure) -> None:
    drawing = panel_drawing(
        panel_of(PanelForm.BARS, "50 procent van alle meldingen", "25 procent"), measure, width=width
    )
    assert max(item.width for item in drawing.items if isinstance(item, Box)) == width - 8


@pytest.mark.parametrize("form", [PanelForm.DOTS, PanelForm.BARS])
def test_words_of_any_length_stay_whole_and_inside(form: PanelForm, measure: FontMeasure) -> None:
    panel = panel_of(form, "8 procent", "33 procent, en " + LONG, past=True, label=LONG)
    for drawing in (panel_drawing(panel, measure, titled=True), *panel_pages(panel, measure, ROOMS[0])):
        assert outside(drawing) == []
        assert "…" not in said(drawing)


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.id)
def test_every_number_stands_with_its_year_and_source_in_picture_and_words(panel: Panel, measure: FontMeasure) -> None:
    drawing = panel_drawing(panel, measure)
    picture, told = said(drawing), " ".join(drawing.alternative)
    for each in panel.figures:
        value = each.figure.value.partition(", ")[0]
        assert f"{value} ({each.figure.year})" in picture
        for text in (picture, told):
            assert " ".join(each.figure.definition.split()).rstrip(".") in text
            assert each.figure.source.title in text
        assert each.figure.value in told
    for row in panel.rows:
        assert row.text in told
        assert row.text in picture
    assert panel.message in told


def test_a_figure_past_its_day_says_so_by_a_sign_and_words(measure: FontMeasure) -> None:
    panel = next(each for each in PAST if each.form is PanelForm.DOTS)
    drawing = panel_drawing(panel, measure)
    assert said(drawing).count("Past its day") == len(panel.figures)
    assert said(drawing).count("!") == len(panel.figures)
    assert drawing.alternative.count("Past its day: look for a newer figure.") == len(panel.figures)


@pytest.mark.parametrize(
    ("values", "counted"),
    [
        (("8 procent", "33 procent"), (8, 25, 67, 1)),
        (("30 tot 60 procent",), (30, 30, 40, 1)),
        (("100 procent",), (100, 0, 0, 1)),
        (("90.000 tot 127.000 kinderen",), (90, 37, 0, 1000)),
        (("150 zaken",), (150, 0, 0, 1)),
        (("151 zaken",), (15, 0, 0, 10)),
        (("0 zaken",), (0, 0, 0, 1)),
    ],
)
def test_dots_are_as_many_as_the_number_says(values: tuple[str, ...], counted: tuple[int, ...]) -> None:
    array = array_of([amount for value in values if (amount := amount_of(value)) is not None])
    assert (array.filled, array.open, array.left, array.unit) == counted


def test_the_part_is_filled_whichever_is_named_first(measure: FontMeasure) -> None:
    one = panel_drawing(panel_of(PanelForm.DOTS, "8 procent", "33 procent"), measure)
    other = panel_drawing(panel_of(PanelForm.DOTS, "33 procent", "8 procent"), measure)
    assert filled(one) == filled(other) == 8 + 1  # the sign of both together has a filled dot too


def test_bars_begin_at_nothing_and_share_one_scale(measure: FontMeasure) -> None:
    drawing = panel_drawing(panel_of(PanelForm.BARS, "50 procent", "25 procent", "30 tot 60 procent"), measure)
    bars = [item for item in drawing.items if isinstance(item, Box)]
    track = bars[0].width
    assert {bar.x for bar in bars} == {bars[0].x}
    shares = [round(bar.width / track, 3) for bar in bars if bar.fill is Role.ACCENT]
    assert shares == [0.5, 0.25, 0.3]
    assert [round(bar.width / track, 3) for bar in bars if bar.fill is Role.ACCENT_WASH] == [0.6]


def test_counts_are_held_against_the_largest(measure: FontMeasure) -> None:
    bars = panel_drawing(panel_of(PanelForm.BARS, "80 zaken", "20 zaken"), measure).items
    wide = [item.width for item in bars if isinstance(item, Box) and item.fill is Role.ACCENT]
    assert wide[0] == pytest.approx(4 * wide[1])


def test_each_of_several_sources_says_what_it_is_of(measure: FontMeasure) -> None:
    panel = panel_of(PanelForm.BARS, "8 procent", "9 procent")
    other = replace(panel.figures[1], figure=replace(panel.figures[1].figure, source=Source("NtVP")))
    told = said(panel_drawing(replace(panel, figures=(panel.figures[0], other)), measure))
    assert "Zoveel 0: Source: CBS" in told
    assert "Zoveel 1: Source: NtVP" in told


def test_steps_and_phases_have_their_own_names(measure: FontMeasure) -> None:
    for form, names in (
        (PanelForm.STEPS, MELDCODE.values()),
        (PanelForm.PHASES, [phase.msgid for phase in Phase]),
    ):
        drawing = panel_drawing(next(each for each in PANELS if each.form is form), measure)
        assert all(words._(name) in said(drawing) for name in names)


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("panel", [*PANELS, *PAST], ids=lambda panel: panel.id)
def test_a_room_can_read_every_page(panel: Panel, room: Room, measure: FontMeasure) -> None:
    pages = panel_pages(panel, measure, room)
    sheet = room.sheet(headed=True)
    assert min(label.size for label in labels(*pages)) >= LEAST
    assert all(sheet.scale(page.width, page.height) >= 0.94 for page in pages)
    assert all(panel.title in (page.caption or said(page)) for page in pages)
    assert len({page.caption for page in pages}) == len(pages) <= 3


@pytest.mark.parametrize("panel", [*PANELS, *PAST], ids=lambda panel: panel.id)
def test_large_type_is_as_large_on_every_page(panel: Panel, measure: FontMeasure) -> None:
    room = Room(1660, 800, 42, 60)
    pages = panel_pages(panel, measure, room)
    sheet = room.sheet(headed=True)
    assert all(sheet.scale(page.width, page.height) >= 0.94 for page in pages)
    assert [[*outside(page), *overlaps(page), *struck(page)] for page in pages] == [[] for _page in pages]
    assert all(any(label.role is not Role.SOFT for label in labels(page)) for page in pages)


def test_a_narrow_room_has_all_there_is_on_its_pages(measure: FontMeasure) -> None:
    narrow = Room(420, 700, 20, 40)
    for panel in PANELS:
        text = said(*panel_pages(panel, measure, narrow))
        assert all(row.text in text for row in panel.rows)
        assert all(each.figure.source.title in text for each in panel.figures)
