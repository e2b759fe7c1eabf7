from __future__ import annotations

import pytest

from facilitator.report import fonts
from facilitator.report.fonts import Run, Typeface


def test_own_text_is_one_run(typeface: Typeface) -> None:
    assert typeface.runs("Één gesprek, ĳs", fonts.REGULAR) == ([Run(fonts.REGULAR, "Één gesprek, ĳs")], "")


def test_what_the_face_lacks_comes_from_the_next(typeface: Typeface) -> None:
    runs, missing = typeface.runs("a→😀b", fonts.BOLD)
    assert [run.face for run in runs] == [fonts.BOLD, "DejaVuSans", fonts.FALLBACKS[1], fonts.BOLD] or [
        run.face for run in runs
    ] == [fonts.BOLD, "DejaVuSans", fonts.BOLD]
    assert "".join(run.text for run in runs) == "a→😀b"
    assert missing == ""


def test_what_no_face_has_is_shown_and_told(typeface: Typeface) -> None:
    runs, missing = typeface.runs("x漢y", fonts.REGULAR)
    assert "".join(run.text for run in runs) == "x\ufffdy"
    assert missing == "漢"


def test_a_replacement_in_the_text_is_told_too(typeface: Typeface) -> None:
    assert typeface.runs("a\ufffd", fonts.REGULAR)[1] == "\ufffd"


def test_joiners_vanish_and_are_not_missed(typeface: Typeface) -> None:
    runs, missing = typeface.runs("👩\u200d⚕\ufe0f", fonts.REGULAR)
    assert "".join(run.text for run in runs) == "👩⚕"
    assert missing == ""


@pytest.mark.parametrize("face", [fonts.REGULAR, fonts.SEMIBOLD, fonts.BOLD, fonts.ITALIC, fonts.BOLD_ITALIC])
def test_every_face_is_there_and_has_dutch(typeface: Typeface, face: str) -> None:
    assert typeface.covers(face).issuperset(map(ord, "àáäèéëêïíöóüúçñĳĲ€‘’“”–—…•·"))


def test_width_grows_with_size_and_text(typeface: Typeface) -> None:
    typeface.covers(fonts.REGULAR)
    assert fonts.width(fonts.REGULAR, 20, "abc") == pytest.approx(2 * fonts.width(fonts.REGULAR, 10, "abc"))
    assert fonts.width(fonts.REGULAR, 10, "abcd") > fonts.width(fonts.REGULAR, 10, "abc") > 0
