"""A drawing on paper is one figure that says what it shows."""

from __future__ import annotations

import pickle
from io import BytesIO
from typing import NamedTuple

import pikepdf
import pytest

from facilitator.pictures.drawing import Box, Circle, Cross, Diamond, Drawing, Label, Line, Role, Style, Weight
from facilitator.report.errors import MarkupError
from facilitator.report.press import Press, Rendered
from tests.report.conftest import META
from tests.report.reading import roles, spoken

LINES = tuple(Line(((10, y), (300, y)), style, arrow=True) for y, style in enumerate(Style, start=40))
DRAWING = Drawing(
    400,
    200,
    (
        Box(10, 10, 80, 30, 8),
        Circle(120, 25, 15),
        Diamond(160, 25, 15, fill=None),
        Cross(120, 25, 10),
        Label("Sem & <i>Noor</i>", 50, 100, 90),
        Label("漢", 50, 120, 20, weight=Weight.BOLD, role=Role.DANGER),
        *LINES,
    ),
    ("Sem is een zoon.", "Noor ook <b>."),
)


def _rendered(press: Press, drawing: Drawing = DRAWING) -> Rendered:
    markup = '<body><h1>Een</h1><p>voor</p><picture name="gezin"/><p>na</p></body>'
    return press.typeset(markup, META, {"gezin": drawing})


class Figure(NamedTuple):
    alt: str
    box: list[float]


def _figure(pdf: bytes) -> Figure:
    with pikepdf.Pdf.open(BytesIO(pdf)) as opened:
        for element in opened.objects:
            if isinstance(element, pikepdf.Dictionary) and element.get("/S") == pikepdf.Name.Figure:
                return Figure(str(element.Alt), [float(str(side)) for side in list(element.A.BBox)])
    raise AssertionError("no figure")


def test_it_is_a_figure_between_what_stands_around_it(press: Press) -> None:
    assert roles(_rendered(press).pdf)[3:] == ["H1", "P", "Figure", "P"]


def test_its_alternative_is_the_sentences_of_the_drawing(press: Press) -> None:
    assert _figure(_rendered(press).pdf).alt == "Sem is een zoon. Noor ook <b>."


def test_it_knows_where_it_stands(press: Press) -> None:
    left, bottom, right, top = _figure(_rendered(press).pdf).box
    assert right - left == pytest.approx(400 * 0.7, abs=0.1)
    assert top - bottom == pytest.approx(200 * 0.7, abs=0.1)
    assert 40 < left < right < 560


def test_words_stay_words_and_what_no_face_has_is_reported(press: Press) -> None:
    rendered = _rendered(press)
    assert "Sem & <i>Noor</i>" in spoken(rendered.pdf)
    assert [(missing.characters, missing.where) for missing in rendered.missing] == [("漢", "漢")]


def test_a_large_drawing_fits_the_page(press: Press) -> None:
    wide = _figure(_rendered(press, Drawing(3000, 400, DRAWING.items, ("Breed.",))).pdf).box
    high = _figure(_rendered(press, Drawing(400, 3000, DRAWING.items, ("Hoog.",))).pdf).box
    assert wide[2] - wide[0] < 500
    assert high[3] - high[1] < 600


def test_a_drawing_goes_through_the_pipe_to_the_worker(press: Press) -> None:
    assert pickle.loads(pickle.dumps(DRAWING)) == DRAWING  # noqa: S301  our own bytes


def test_a_drawing_that_was_not_handed_over_is_refused(press: Press) -> None:
    with pytest.raises(MarkupError):
        press.typeset('<body><picture name="weg"/></body>', META, {"gezin": DRAWING})
