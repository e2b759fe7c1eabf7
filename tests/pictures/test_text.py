from __future__ import annotations

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from facilitator.pictures import FontMeasure
from facilitator.pictures.drawing import Weight
from facilitator.pictures.text import Setter
from tests.pictures.conftest import FONTS

TEXT = "Één jeugdverpleegkundige belt ’s avonds – ĳs & co (8)."


@pytest.mark.parametrize(("weight", "name"), [(Weight.REGULAR, "400Regular"), (Weight.BOLD, "700Bold")])
def test_words_are_as_wide_as_paper_says(measure: FontMeasure, weight: Weight, name: str) -> None:
    pdfmetrics.registerFont(TTFont(f"test-{name}", str(FONTS / f"AtkinsonHyperlegibleNext_{name}.ttf")))
    assert measure(TEXT, 14, weight) == pytest.approx(pdfmetrics.stringWidth(TEXT, f"test-{name}", 14), rel=1e-3)


def test_lines_fit_and_nothing_is_lost(measure: FontMeasure) -> None:
    words = Setter(measure, 90, 14, most=9)(TEXT)
    assert all(width <= 90 for width in words.widths)
    assert "".join(words.lines).replace(" ", "") == TEXT.replace(" ", "")


def test_what_is_too_long_ends_in_an_ellipsis(measure: FontMeasure) -> None:
    words = Setter(measure, 90, 14, most=2)(TEXT * 3)
    assert len(words.lines) == 2
    assert words.lines[-1].endswith("…")
    assert words.width <= 90


def test_the_last_line_is_not_one_short_word(measure: FontMeasure) -> None:
    lines = Setter(measure, 118, 14)("Zaterdagnacht, om twee uur").lines
    assert lines == ("Zaterdagnacht,", "om twee uur")


def test_what_the_typeface_lacks_is_taken_wide(measure: FontMeasure) -> None:
    assert measure("☎", 10) > 10


def test_words_held_together_part_before_one_of_them_is_cut(measure: FontMeasure) -> None:
    lines = Setter(measure, 150, 14)("Sem\xa0(8), jeugdverpleegkundige\xa0Vera\xa0(died)").lines
    assert lines == ("Sem\xa0(8),", "jeugdverpleegkundige", "Vera (died)")
