"""Lists of people made to keep the program busy."""

from __future__ import annotations

import pytest

from facilitator.content.people import people_from_csv, people_from_text

pytestmark = pytest.mark.timeout(120)  # what grows with the square of these texts takes far longer than that

LETTERS = 100_000
PIECES = ['"', 'a,"', "<@", "-", "(a", "x, y (", ";", "a", "a ", "<a@b.nl>,", "a | ", "a - ", "a\t", "a.b@"]


@pytest.mark.parametrize("piece", PIECES)
def test_no_text_takes_long(piece: str) -> None:
    bomb = piece * (LETTERS // len(piece))
    for found in (people_from_csv(bomb.encode()), people_from_text(bomb)):
        assert found.rows or found.report or found.refused


def test_an_address_without_end() -> None:
    assert people_from_text("<" + "@" * LETTERS).rows


def test_very_many_columns() -> None:
    found = people_from_csv(b"Naam;" * 50_000 + b"\n" + b"x;" * 50_000)
    assert (found.rows[0].name, len(found.columns)) == ("x", 1)
    assert any("outside the columns" in line.why for line in found.report)
