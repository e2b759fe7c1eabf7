"""What was counted, drawn and said: every number is in the picture, and in the sentences beside it."""

from __future__ import annotations

import pytest

from facilitator.core.counted import Tally, Voted
from facilitator.core.options import Choosable, DotRow, ranked
from facilitator.pictures import FontMeasure
from facilitator.pictures.drawing import Box, Circle, Drawing, Label, Line, Role
from facilitator.pictures.results import Tallied, result_drawing
from tests.pictures.looking import outside, overlaps

LONG = "Terugkoppeling binnen een week, ook als er niets te melden is"
NOW, BEFORE = (0, 0, 1, 2, 5, 2, 0, 0, 0, 1), (3, 4, 1, 0, 0, 0, 0, 0, 0, 0)
MARKS = tuple(Tally(str(mark), *counts) for mark, counts in enumerate(zip(NOW, BEFORE, strict=True), 1))
OPTIONS = tuple(Choosable(number, text, text) for number, text in enumerate((LONG, "Bellen", "Later"), 1))


def words(drawing: Drawing) -> str:
    return " ".join(item.text for item in drawing.items if isinstance(item, Label))


def sound(drawing: Drawing) -> Drawing:
    assert (outside(drawing), overlaps(drawing)) == ([], [])
    return drawing


def test_marks_of_before_are_hollow_and_those_of_now_solid(measure: FontMeasure) -> None:
    drawing = sound(result_drawing(Tallied(MARKS, compared=True, scale=("niet zeker", "heel zeker")), measure))
    columns = [item for item in drawing.items if isinstance(item, Box) and item.height != 14.0]
    assert [box.fill for box in columns].count(Role.ACCENT) == 5
    assert [box.fill for box in columns].count(Role.GROUND) == 3
    assert max(box.height for box in columns) == pytest.approx(130.0)
    assert drawing.alternative[0] == "1: 3 at the start, 0 now."
    assert len(drawing.alternative) == 7  # a mark that nobody gave is left out
    assert "at the start (8) now (11)" in words(drawing)


def test_marks_alone_have_no_legend(measure: FontMeasure) -> None:
    drawing = sound(result_drawing(Tallied(MARKS, scale=("", "")), measure))
    assert "now" not in words(drawing)
    assert "5: 5 times." in drawing.alternative


def test_a_choice_has_a_bar_and_a_sentence_also_when_nobody_made_it(measure: FontMeasure) -> None:
    drawing = sound(result_drawing(Tallied((Tally(LONG, 4), Tally("nee", 0), Tally("ja", 1))), measure))
    bars = [item.width for item in drawing.items if isinstance(item, Box) and item.fill is Role.ACCENT]
    assert bars == [pytest.approx(4 * bars[1]), bars[1]]
    assert drawing.alternative == (f"{LONG}: 4 times.", "nee: 0 times.", "ja: 1 time.")


def test_nothing_counted_is_said(measure: FontMeasure) -> None:
    empty = Tallied(tuple(Tally(str(mark), 0) for mark in range(1, 11)), scale=("", ""))
    assert result_drawing(empty, measure).alternative == ("Nothing was counted yet.",)


def test_every_dot_is_drawn(measure: FontMeasure) -> None:
    rows = (DotRow(2, LONG, 64), DotRow(1, "Bellen", 1), DotRow(3, "Later", 0))
    drawing = sound(result_drawing(Voted(dots=rows), measure))
    assert sum(isinstance(item, Circle) for item in drawing.items) == 65
    assert drawing.alternative == (f"{LONG}: 64 dots.", "Bellen: 1 dot.", "Later: 0 dots.")


def test_an_order_is_drawn_with_how_far_it_lies_apart(measure: FontMeasure) -> None:
    orders = ((LONG, "Bellen"), ("Bellen", LONG))
    drawing = sound(result_drawing(Voted(ranking=ranked(OPTIONS, orders), orders=2), measure))
    means = [item for item in drawing.items if isinstance(item, Circle)]
    lines = [item for item in drawing.items if isinstance(item, Line) and item.role is Role.SOFT]
    assert (len(means), len(lines)) == (2, 2)
    assert drawing.alternative[0] == "2 orders together."
    assert drawing.alternative[1] == f"Shared place 1: {LONG}, on average 1,5, from 1 to 2, 1 time first."
    assert drawing.alternative[3] == "In no order yet: Later."


def test_an_order_in_which_all_agree(measure: FontMeasure) -> None:
    one = Voted(ranking=ranked(OPTIONS[:1], ((LONG,),)), orders=1)
    drawing = sound(result_drawing(one, measure))
    assert drawing.alternative == ("1 order.", f"Place 1: {LONG}, on average 1,0, always on 1, 1 time first.")
