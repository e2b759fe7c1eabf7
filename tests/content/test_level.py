"""How easily a file must read."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.content.check import problems_of, read_contents
from facilitator.content.level import LEAST_EASE, terms, too_hard
from facilitator.content.library import ALL_KINDS, CARD_FILES
from facilitator.content.locate import content_folder
from tests.content.samples import card, read_one

HARD = (
    "De verantwoordelijkheidsverdeling tussen samenwerkingspartners vereist voortdurende afstemmingsinspanningen, "
    "waarbij beleidsmatige uitgangspunten en organisatorische randvoorwaarden onderling geharmoniseerd worden"
)
BODY = "body: Een gesprek kan de onveiligheid vergroten.\n"


def written(*texts: str) -> str:
    return card(BODY, "body: |\n" + "".join(f"  {text}.\n\n" for text in texts))


def test_a_hard_text_is_told_with_the_line_of_the_hardest(tmp_path: Path) -> None:
    text = written(*[HARD] * 7)
    problem = too_hard(CARD_FILES, read_one(CARD_FILES, tmp_path / "a.yaml", text), ())
    assert problem is not None
    assert problem.what.startswith("it reads hard: ")
    assert problem.line == text[: text.index("body:")].count("\n") + 1
    assert problem.what in [told.what for told in problems_of(read_contents([tmp_path / "a.yaml"]))]


def test_a_plain_text_is_not(tmp_path: Path) -> None:
    reading = read_one(CARD_FILES, tmp_path / "a.yaml", written(*["Je belt en je zegt wat je ziet en hoort"] * 20))
    assert too_hard(CARD_FILES, reading, ()) is None


def test_few_words_are_not_measured(tmp_path: Path) -> None:
    assert too_hard(CARD_FILES, read_one(CARD_FILES, tmp_path / "a.yaml", written(HARD)), ()) is None


def test_words_of_the_profession_do_not_count(tmp_path: Path) -> None:
    reading = read_one(CARD_FILES, tmp_path / "a.yaml", written(*[HARD] * 7))
    assert too_hard(CARD_FILES, reading, HARD.replace(",", "").split()) is None


def test_what_is_no_yaml_is_not_measured(tmp_path: Path) -> None:
    assert too_hard(CARD_FILES, read_one(CARD_FILES, tmp_path / "a.yaml", "{"), ()) is None


def test_every_kind_has_a_limit() -> None:
    assert {kind.folder for kind in ALL_KINDS} == set(LEAST_EASE)


@pytest.mark.parametrize("kind", sorted(LEAST_EASE))
def test_all_that_ships_stays_above_its_limit(kind: str) -> None:
    readings = read_contents([content_folder() / kind]).readings
    assert readings
    assert [too_hard(kind, reading, terms()) for kind, reading in readings] == [None] * len(readings)
