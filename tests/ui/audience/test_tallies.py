"""Counted answers: words at the ends of a scale, and marks beside those of before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage

from facilitator.core.audience import AudienceView, ShownChoice, Tally
from facilitator.ui.audience import phrases
from facilitator.ui.audience.picture import compose
from facilitator.ui.audience.shapes import Twin
from facilitator.ui.theme import Theme
from tests.ui.audience.drawn import check_places, drawn, squeezed
from tests.ui.audience.test_picture import HOSTILE, SIZES

Painted = Callable[..., QImage]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [*HOSTILE, "heel onveilig"])
def test_a_comparison_says_its_counts_and_nothing_else(
    themed: Theme, scale_view: AudienceView, text: str, size: tuple[int, int]
) -> None:
    picture = compose(replace(scale_view, scale=(text, "heel veilig")), *size, themed)
    check_places(picture, *size)
    counts = (f"{tally.label}{tally.before}{tally.count}" for tally in scale_view.tally)
    said = "".join((scale_view.title, *phrases.compared(scale_view), text, "heel veilig", *counts))
    assert sorted(drawn(picture)) == sorted(squeezed(said))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [*HOSTILE, "Er staat geen dag bij"])
def test_what_there_is_to_choose_from_is_said_whole(
    themed: Theme, scale_view: AudienceView, text: str, size: tuple[int, int]
) -> None:
    choices = tuple(ShownChoice(str(number), text) for number in range(1, 9))
    picture = compose(replace(scale_view, tally=(), choices=choices), *size, themed)
    check_places(picture, *size)
    said = "".join((scale_view.title, *(choice.mark + choice.means for choice in choices)))
    assert sorted(drawn(picture)) == sorted(squeezed(said))


def test_the_numbers_of_the_choices_stand_in_a_column(themed: Theme, scale_view: AudienceView) -> None:
    choices = tuple(ShownChoice(str(number), "x") for number in (1, 10))
    rows = compose(replace(scale_view, tally=(), choices=choices), 1920, 1080, themed).pages[0].rows[-2:]
    assert len({place for row in rows for _piece, place in list(row.row.placed(0))[1:]}) == 1


def test_words_stand_at_the_lowest_and_the_highest_mark(themed: Theme, scale_view: AudienceView) -> None:
    rows = compose(replace(scale_view, title="", compared=False), 1920, 1080, themed).pages[0].rows
    said = ["".join(line.text for piece in row.row.pieces for line, _ in piece.lines(0, 0)) for row in rows]
    assert said[0] == "1niet zeker0"
    assert said[9] == "10heel zeker1"
    assert said[1:9] == [f"{tally.label}{tally.count}" for tally in scale_view.tally[1:9]]


def test_a_scale_without_words_needs_no_place_for_them(themed: Theme, scale_view: AudienceView) -> None:
    bare, worded = (
        compose(replace(scale_view, scale=scale), 1920, 1080, themed).pages[0].rows[-1].row
        for scale in (("", ""), ("", "zeker"))
    )
    assert (len(bare.pieces), len(worded.pieces)) == (4, 5)


def test_bars_of_before_are_hollow_and_of_now_solid(painted: Painted, themed: Theme, scale_view: AudienceView) -> None:
    view = replace(scale_view, title="", scale=("", ""), tally=(Tally("1", 4, 4),), bar=None)
    picture = compose(view, 1920, 1080, themed)
    placed = picture.pages[0].rows[-1]
    twin, left = next((p, x) for p, x in placed.row.placed(picture.sheet.left) if isinstance(p, Twin))
    image = painted(view, size=(1920, 1080))
    column = int(left + twin.width / 2)
    top = int(picture.sheet.top + placed.top)
    colours = [image.pixelColor(column, y).name() for y in range(top, top + int(placed.row.height))]
    assert colours.count(themed.accent) >= 11
    inside = colours[: colours.index(themed.accent)]
    edges = [number for number, colour in enumerate(inside) if colour != themed.paper]
    assert themed.paper in inside[edges[0] : edges[-1]]


def test_bars_of_both_are_measured_alike(themed: Theme, scale_view: AudienceView) -> None:
    tally = (Tally("1", 2, 8), Tally("2", 4, 0))
    picture = compose(replace(scale_view, tally=tally), 1920, 1080, themed)
    twins = [piece for placed in picture.pages[0].rows for piece in placed.row.pieces if isinstance(piece, Twin)]
    assert [(twin.before, twin.now) for twin in twins[-2:]] == [(1.0, 0.25), (0.0, 0.5)]


def test_nothing_counted_yet_is_drawn_as_nothing(themed: Theme, scale_view: AudienceView) -> None:
    empty = replace(scale_view, scale=("", ""), tally=(Tally("1", 0), Tally("2", 0)))
    picture = compose(empty, 1920, 1080, themed)
    assert drawn(picture).endswith("100200")
    twins = [piece for placed in picture.pages[0].rows for piece in placed.row.pieces if isinstance(piece, Twin)]
    assert [(twin.before, twin.now) for twin in twins[-2:]] == [(0.0, 0.0), (0.0, 0.0)]


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_a_short_answer_stays_on_one_line(
    themed: Theme, page_view: AudienceView, size: tuple[int, int], large: bool
) -> None:
    tally = (Tally("ja", 2), Tally("nee", 4), Tally("WWW", 1))
    picture = compose(replace(page_view, text="", answers=(), tally=tally), *size, themed, large=large)
    lines = {line.text for line, _rect in picture.lines(0)}
    assert {"ja", "nee", "WWW"} <= lines


def test_the_legend_stands_in_two_lines_where_one_is_too_narrow(themed: Theme, scale_view: AudienceView) -> None:
    for size, large, lines in (((1080, 1920), True, 2), ((1920, 1080), False, 1)):
        rows = [placed.row for placed in compose(scale_view, *size, themed, large=large).pages[0].rows]
        samples = [sum(isinstance(piece, Twin) for piece in row.pieces) for row in rows]
        legend = [row for row, twins in zip(rows, samples, strict=True) if twins][:lines]
        assert sum(isinstance(piece, Twin) for row in legend for piece in row.pieces) == 2
        assert all(left >= 0 for row in rows for _piece, left in row.placed(0))
