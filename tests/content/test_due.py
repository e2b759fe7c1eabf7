"""What is due, as lines with a file and a place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from facilitator.content.check import read_contents
from facilitator.content.due import due_in
from facilitator.content.library import CARD_FILES
from tests.content.samples import SCRIPT, card, read_one

TODAY = date(2026, 11, 24)
SOURCES = "read_on:\n  - title: Stap 3\n    publisher: Een uitgever\n    address: https://voorbeeld.nl/stap-3\n"
YEAR = "    year: 2022\n"


def told(path: Path, text: str) -> list[tuple[int, str]]:
    found = due_in([(CARD_FILES, read_one(CARD_FILES, path, text))], TODAY)
    return [(one.line, one.what) for one in found]


def line_of(text: str, piece: str) -> int:
    return text[: text.index(piece)].count("\n") + 1


def test_a_card_that_is_right_is_not_told(tmp_path: Path) -> None:
    assert told(tmp_path / "a.yaml", card()) == []


def test_a_card_without_a_source(tmp_path: Path) -> None:
    assert told(tmp_path / "a.yaml", card(SOURCES)) == [(1, "no source is named")]


def test_a_figure_past_its_day_is_told_where_it_stands(tmp_path: Path) -> None:
    text = card(YEAR, f"{YEAR}    look_again: 2026-01-01\n")
    what = "the figure '1 op de 12' was to be looked at again after 2026-01-01"
    assert told(tmp_path / "a.yaml", text) == [(line_of(text, "value:"), what)]


def test_a_card_not_checked_for_long_is_told_at_its_day(tmp_path: Path) -> None:
    text = card("2026-05-11", "2024-05-11")
    what = "this was last held against its sources on 2024-05-11"
    assert told(tmp_path / "a.yaml", text) == [(line_of(text, "checked_on:"), what)]


def test_scripts_and_what_cannot_be_read_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "sessions").mkdir()
    (tmp_path / "sessions" / "s.yaml").write_text(SCRIPT)
    assert list(due_in(read_contents([tmp_path]).readings, TODAY)) == []
    assert told(tmp_path / "a.yaml", "id: [") == []
