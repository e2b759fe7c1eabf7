from __future__ import annotations

from pathlib import Path

from facilitator import words
from facilitator.report import numbers

CATALOGUES = Path(__file__).parents[2] / "resources" / "i18n"


def test_small_numbers_are_words_and_others_digits() -> None:
    assert [numbers.in_words(count) for count in (0, 6, 20, 21, 400)] == ["zero", "six", "twenty", "21", "400"]


def test_they_are_dutch_words() -> None:
    words.use(CATALOGUES)
    told = [numbers.in_words(count) for count in range(21)]
    assert told[1] == "één"
    assert told[12:15] == ["twaalf", "dertien", "veertien"]
    assert len(set(told)) == 21
