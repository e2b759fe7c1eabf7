"""Names are found however they were typed or pasted."""

from __future__ import annotations

import pytest

from facilitator.content.names_list import names_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ()),
        (" , ;", ()),
        ("Mo Bakker", ("Mo Bakker",)),
        ("Mo, Fatima en Jan & Bo", ("Mo", "Fatima", "Jan", "Bo")),
        ("Coen Benders, mo, MO", ("Coen Benders", "mo")),
        ("Jansen, Piet <piet@voorbeeld.nl>; Fatima Yilmaz <f@voorbeeld.nl>", ("Piet Jansen", "Fatima Yilmaz")),
        ("- Mo Bakker\n- Fatima Yilmaz\n", ("Mo Bakker", "Fatima Yilmaz")),
        ("Aan: Mo Bakker; Jan de Vries", ("Mo Bakker", "Jan de Vries")),
        ("<b>Mo</b>; <script>", ("<b>Mo</b>", "<script>")),
    ],
)
def test_names(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text) == names


def test_a_book_in_place_of_names_is_no_crash() -> None:
    assert len(names_in("naam, " * 20_000)) == 1
    assert names_in("x" * 6_000_000 + ";") == ()
